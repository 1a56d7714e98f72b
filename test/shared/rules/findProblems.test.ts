/** What a person can choose about the problems: the release, severities, rules turned off, all of them turned off. */

import type { Settings } from '@xlcfg/shared/src/settings.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

const FILE =
  'name = "a"\nkernel = "/k"\nmaxmem = 512\nmemroy = 512\nmemory = "1G"\ndisk = [ "phy:/x,xvda,w" ]\n';

const summary = (settings: Partial<Settings>): string[] =>
  open(FILE, settings).problems.map(({ code, severity }) => `${code} ${severity}`);

describe('the problems of a file', () => {
  it.each<readonly [what: string, settings: Partial<Settings>, problems: readonly string[]]>([
    [
      'as they come',
      {},
      ['unknown-option warning', 'bad-number warning', 'disk-deprecated-prefix information'],
    ],
    ['turned off', { enable: false }, []],
    [
      'with a rule turned off',
      { rules: { 'bad-number': 'off' } },
      ['unknown-option warning', 'disk-deprecated-prefix information'],
    ],
    [
      'with other severities',
      { rules: { 'unknown-option': 'error', 'disk-deprecated-prefix': 'hint' } },
      ['unknown-option error', 'bad-number warning', 'disk-deprecated-prefix hint'],
    ],
    [
      'with a severity for a rule that finds nothing, and for one that is none',
      { rules: { 'vdev-unknown': 'hint', 'no-such-rule': 'error' } },
      ['unknown-option warning', 'bad-number warning', 'disk-deprecated-prefix information'],
    ],
    [
      'of a release before the syntax of today',
      { xenVersion: '4.1' },
      ['unknown-option warning', 'bad-number warning'],
    ],
  ])('%s', (_what, settings, problems) => expect(summary(settings)).toEqual(problems));
});

it('a severity of the settings overrides that of the finding', () => {
  const problems = (settings: Partial<Settings>) =>
    open('vga = "x"\ntype = "hvm"\n', settings).problems.filter(({ code }) => code === 'bad-value');
  expect(problems({}).map(({ severity }) => severity)).toEqual(['error']);
  expect(problems({ rules: { 'bad-value': 'hint' } }).map(({ severity }) => severity)).toEqual(['hint']);
});

it('problems are sorted by start, end and code', () => {
  const { problems } = open(
    `disk = [ 'PHY:/x,xvda,w', '/y,raw,vda,w!', "/z,xvdb", 'phy:/x' ]\nmemroy = x\nvga = 1\n`,
  );
  const places = problems.map(({ span, code }) => [span.start, span.end, code] as const);
  const sorted = places.toSorted(
    (a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0),
  );
  expect(places).toEqual(sorted);
  // There are some to be told apart by their length alone.
  expect(places.some(([start], at) => start === places[at - 1]?.[0])).toBe(true);
});

describe('the suggested name of a guest', () => {
  it.each([
    ['file:///etc/xen/web1.cfg', 'web1'],
    ['file:///etc/xen/web-1.example.org.cfg', 'web-1.example.org'],
    ['file:///etc/xen/db1.hvm', 'db1'],
    ['file:///etc/xen/db1.pvlinux', 'db1'],
    ['file:///etc/xen/mail', 'mail'],
    ['file:///c%3A/xen/web%31.cfg', 'web1'],
    ['C:\\xen\\web1.cfg', 'web1'],
    ['file:///etc/xen/my%20guest.cfg', 'guest'],
    ['file:///etc/xen/100%25.cfg', 'guest'],
    ['file:///etc/xen/%zz.cfg', 'guest'],
    ['untitled:Untitled-1', 'guest'],
    ['', 'guest'],
  ])('in %s is %s', (uri, name) => {
    const { problems } = open('type = "hvm"\n', {}, uri);
    const fix = problems.find(({ code }) => code === 'missing-name')?.fixes?.[0];
    expect(fix).toMatchObject({
      preferred: true,
      edits: [{ start: 0, end: 0, newText: `name = "${name}"\n` }],
    });
  });
});

describe('what a message adds', () => {
  const messagesOf = (text: string): readonly string[] => open(text).problems.map(({ message }) => message);
  const base = 'name = "a"\nmemory = 512\n';
  const bootloader = 'bootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\n';

  it.each([
    ['kernel = "/k"\nusbctrl = [ "version=4" ]\n', undefined],
    ['type = "hvm"\nusbctrl = [ "version=4" ]\n', 'QEMU'],
    [`${bootloader}usbctrl = [ "version=4" ]\n`, 'the bootloader'],
    [`${bootloader}tsc_mode = 3\n`, 'the bootloader'],
  ])('names the program because of which an error is a warning: %j', (text, program) => {
    const message = messagesOf(base + text).find((one) => one.includes('`xl create` fails'));
    const reason = / This is only a warning because (.+) runs first\.$/.exec(message ?? '')?.[1];
    expect([message === undefined, reason]).toEqual([false, program]);
  });

  it.each([
    ['vif = [ "rate=10Mb/s" ]\n', true],
    ['vif = [ "bridge=xenbr0" ]\n', false],
  ])('says that a number that is too large may affect a rate: %j', (text, isSaid) => {
    const [message] = messagesOf(`${base}kernel = "/k"\nmaxmem = "99999999999999999999"\n${text}`);
    expect(message?.endsWith(' xl may reject the rate of the vif because of it.')).toBe(isSaid);
  });
});
