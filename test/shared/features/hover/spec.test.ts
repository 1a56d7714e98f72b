import { hover } from '@xlcfg/shared/src/features/hover.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { HVM, open, show, testHovers } from '../../../support/cursor.ts';

describe('keys and flags', () => {
  testHovers([
    ["vif=['m|ac=00:16:3e:00:00:01']", 'mac', ['`mac` (network interface: key)\n\n', '- Default: ']],
    ["vif=['|mac=00:16:3e:00:00:01']", 'mac', ['`mac` (network interface: key)']],
    ["vif=['bridge|=br0']", 'bridge=br0', ['`bridge` (network interface: key)']],
    ["vif=['bridge=br0, trus|ted']", 'trusted', ['`trusted` (network interface: flag)', '- Since 4.17']],
    ["vif=['netd|ev=eth0']", 'netdev', ['- Deprecated: write `gatewaydev`']],
    ["vtpm=['back|end=x']", 'backend', ['- Mandatory: yes']],
    ["vif=['fo|o=1']", 'foo=1', ['`foo` (network interface: unknown key)\n\n**xl ignores it.**']],
    ["usbctrl=['fo|o=1']", 'foo=1', ['`foo` (USB controller: unknown key)\n\n**xl rejects the file.**']],
    ["channel=['fo|o,connection=pty']", 'foo', ['`foo` (channel: value)\n\n**']],
    ["cpus='a|ll,^0'", 'all', ['`all` (set of CPUs: flag)']],
    ['vif=["bridge=a\\"b,m|ac=1"]', 'mac', ['`mac` (network']],
  ]);
});

describe('values and addresses', () => {
  testHovers([
    [
      "type='hvm'\nvif=['model=e10|00']",
      'e1000',
      ['`e1000` (model of the network interface)\n\nIntel 82540EM, 1 Gb/s.\n\n---\n\n`model` (network'],
    ],
    ["vif=['bridge=b|r0']", 'br0', ['`br0` (bridge of the network interface)\n\n---\n\n`bridge` (']],
    ["usbctrl=['type=Q|USB']", 'QUSB', ['`QUSB` (type of the USB controller)\n\nQEMU, with the same driver']],
    ["usbctrl=['type=x|y']", 'xy', ['`xy` (type of the USB controller)\n\n**xl rejects the file.**']],
    ["vfb=['vnc=y|es']", 'yes', ['**xl does not read it as written.** ']],
    [
      "pci=['03:0|0.0@6']",
      '03:00.0',
      ['`03:00.0` (bdf of the PCI device)', '`bdf` (PCI device: `[domain:]bus:device.function`)'],
    ],
    ["pci=['03:00.0@|6']", '6', ['`6` (vslot of the PCI device)']],
    ["cpus='0-|3,^1'", '0-3', ['`0-3` (cpus of the set of CPUs)']],
    ['irqs=[8|8]', '88', ['`88` (irq of the interrupt)']],
    ["vif=['type=i|oemu']", 'ioemu', ['**Not for this PV guest**, only for `hvm`.']],
  ]);

  it('says nothing against a value for this type of guest', () => {
    expect(show(`${HVM}vif=['type=i|oemu']`)?.markdown).not.toContain('**');
  });

  it.each([
    ["vif=['mt|u=9000']", '4.14', '4.15'],
    ["pci=['03:00.0,se|ize=1']", '4.4', '4.5'],
    ["cpus='node|s:0'", '4.3', '4.4'],
  ] as const)('%s: not in %s, but in %s', (marked, without, with_) => {
    const FAULT = /\*\*The xl of|\*\*xl rejects/;
    const note = (xenVersion: XenVersion): string => show(marked, xenVersion)?.markdown ?? '';
    expect(note(without)).toMatch(FAULT);
    expect(note(with_)).not.toMatch(FAULT);
    expect(note(with_)).not.toBe('');
  });
});

describe('a whole string', () => {
  testHovers([
    [
      "vif=['bridge=br0,|,rate=1Mb/s']",
      "'bridge=br0,,rate=1Mb/s'",
      ['Network interface `bridge=br0,,rate=1Mb/s`', 'What xl makes of it:\n\n', '- `bridge`: `br0`'],
    ],
    ["vif=[|'bridge=br0']", "'bridge=br0'", ['The network interfaces of the guest']],
    ["vfb=[|'vncdisplay=5']", "'vncdisplay=5'", ['Display `vncdisplay=5`', '- `vnc.display`: `5`']],
    [
      "vdispl=[|'connectors=id0:1920x1080']",
      "'connectors=id0:1920x1080'",
      ['- `connectors`: unique_id `id0`, width `1920`, height `1080`'],
    ],
    ["usbctrl=[|'type=xy']", "'type=xy'", ['**xl rejects the file.**']],
    ["cpus=|'0-3,^1'", "'0-3,^1'", ['Set of CPUs `0-3,^1`', '- `0-3`: A CPU of the host by its number']],
    ["rdm=|'strategy=host'", "'strategy=host'", ['Policy for reserved memory `strategy=host`']],
  ]);

  const NOT_READ = '**xl does not read it for the guest**';

  it.each([
    ['overridden', "vif=[|'bridge=a']\nvif=['bridge=b']"],
    ['of the wrong kind', "vif=|'bridge=a'"],
    ['too deep', "vif=[[|'bridge=a']]"],
  ])('%s: it says that it does not count', (_, marked) => {
    expect(show(marked)?.markdown).toContain(NOT_READ);
    expect(show(marked)?.markdown).toContain('- `bridge`: `a`');
  });

  it.each([
    ['added', "vif=['bridge=a']\nvif+=[|'bridge=b']"],
    ['put together', "rdm='strategy='\nrdm+=|'host'"],
  ])('%s: it counts', (_, marked) => expect(show(marked)?.markdown).not.toContain(NOT_READ));

  it('names the reason where this guest or this xl does not read the option', () => {
    expect(show("vkb=[|'backend-type=qemu']", '4.11')?.markdown).toContain(
      '**The xl of 4.11 silently ignores it**',
    );
    expect(show("vkb=[|'backend-type=qemu']", '4.11')?.markdown).not.toContain(NOT_READ);
  });
});

/** Every example of every language, as a file. */
const EXAMPLES = SPEC_LANGUAGES.flatMap(({ parameters }) =>
  parameters.flatMap(({ name, example }) => (example ? [[name, example] as const] : [])),
);

describe('every example has a hover on each of its strings', () => {
  it.each(EXAMPLES)('%s: %s', (_, example) => {
    const doc = open(`${example}\n`);
    const strings = [...example.matchAll(/(['"])([^'"]+)\1/g)];
    for (const { index, 0: quoted } of strings) {
      const found = hover(doc, doc.text.positionAt(index));
      expect(found?.range && doc.text.getText(found.range)).toBe(quoted);
      expect(JSON.stringify(found?.contents)).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
