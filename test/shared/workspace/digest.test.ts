/** The facts of one file: what is a fact, what is the same, and where it is. */

import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import type { Fact, FactKind } from '@xlcfg/shared/src/workspace/facts.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { configText, law } from '../../support/laws.ts';
import { mark, marked } from '../../support/markers.ts';
import { slowdown } from '../../support/slowdown.ts';

const HVM = 'type = "hvm"\n';

const factsIn = (text: string, kind?: FactKind): Fact[] =>
  digest(open(text)).facts.filter((fact) => kind === undefined || fact.kind === kind);

/** Key, and the part of it. */
const about = ({ key, part }: Fact): string => (part === undefined ? key : `${key} ${part}`);

describe.each<[FactKind, [string, ...string[]][]]>([
  [
    'name',
    [
      ['name = "«web1»"\n', 'web1'],
      ['name = 5\nname = "«a\\\'b»"\n', "a'b"],
      ['name = «5»\n', '5'],
      ['name = ""\n'],
      ['name = [ "a" ]\n'],
      ['# name = "a"\n'],
    ],
  ],
  [
    'uuid',
    [
      ['uuid = "«AAAAAAAA-0000-4000-8000-00000000000F»"\n', 'aaaaaaaa-0000-4000-8000-00000000000f'],
      ['uuid = "00000000-0000-0000-0000-000000000000"\n'],
      ['uuid = "aaaaaaaa"\n'],
    ],
  ],
  [
    'mac',
    [
      [
        'vif = [ "bridge=br0,mac=«00:16:3E:00:00:01»", "mac=«0:16:3e:0:0:2»" ]\n',
        '00:16:3e:00:00:01',
        '00:16:3e:00:00:02',
      ],
      ['vif = [ "mac=00:16:3e:XX:XX:XX" ]\n'],
      ['vif = [ "mac=00:00:00:00:00:00" ]\n'],
      ['vif = [ "mac=00:16:3e:00:00:01,rate=fast" ]\n'],
      ['vif = "mac=00:16:3e:00:00:01"\n'],
      ['vif = [ "mac=00:16:3e:00:00:01" ]\nvif = [ "" ]\n'],
      ['vif = [ "" ]\nvif += [ "mac=«00:16:3e:00:00:01»" ]\n', '00:16:3e:00:00:01'],
    ],
  ],
  [
    'vncDisplay',
    [
      [`${HVM}vncdisplay = «5»\n`, '5 127.0.0.1'],
      [`${HVM}vncdisplay = «5»\nvnclisten = "0.0.0.0"\n`, '5'],
      [`${HVM}vnclisten = "«[::]:5»"\n`, '5'],
      [`${HVM}vncdisplay = 5\nvnclisten = "::"\n`],
      [`${HVM}vncdisplay = «5»\nvnclisten = "localhost"\n`, '5 127.0.0.1'],
      [`${HVM}vnclisten = "«10.0.0.1:7»"\n`, '7 10.0.0.1'],
      [`${HVM}vnclisten = "unix:/run/x"\n`],
      [`${HVM}vncunused = «0»\n`, '0 127.0.0.1'],
      [`${HVM}vncdisplay = 0\n`],
      [`${HVM}vncdisplay = 5\nvnc = 0\n`],
      ['vncdisplay = 5\n'],
      ['vncdisplay = «5»\nvnc = 1\n', '5 127.0.0.1'],
      ['vncdisplay = 5\nvnc = 1\nvfb = [ "vncdisplay=«6»" ]\n', '6 127.0.0.1'],
      ['vfb = [ "vnclisten=«0.0.0.0:3»", "vncdisplay=6" ]\n', '3'],
      ['vfb = [ "vnc=0,vncdisplay=6" ]\n'],
      [`${HVM}vfb = [ "vncdisplay=6" ]\n`],
    ],
  ],
  [
    'diskTarget',
    [
      ['disk = [ "phy:«/dev/vg/a»,xvda,w" ]\n', '\n\n/dev/vg/a'],
      ['disk = [ "vdev=xvda,target=«//dev/./vg/a»" ]\n', '\n\n/dev/vg/a'],
      ['disk = [ "«/dev/vg/../a»,raw,xvda,rw,backend=store" ]\n', 'store\n\n/dev/vg/../a'],
      ['disk = [ "«/a»,raw,xvda,rw,backend=Domain-0", "«/b»,raw,xvdb,rw,backend=0" ]\n', '\n\n/a', '\n\n/b'],
      ['disk = [ "nbd:«host/1»,xvda,r" ]\n', '\nblock-nbd\nhost/1'],
      ['disk = [ "script=/etc/xen/scripts/block-x,vdev=xvda,target=«a»" ]\n', '\nblock-x\na'],
      ['disk = [ "backendtype=qdisk,vdev=xvda,target=«rbd:pool/a»" ]\n', '\n\nrbd:pool/a'],
      ['disk = [ "a.img,raw,xvda,rw" ]\n'],
      ['disk = [ ",empty,hdc,cdrom" ]\n'],
      ['disk = [ "/a,raw,xvda,rw,nonsense=1" ]\n'],
      ['disk = [ "/a,raw,xvda,rw" ]\ndisk = []\n'],
    ],
  ],
  [
    'pciDevice',
    [
      ['pci = [ "«03:00.0»", "«0000:03:00.1»@5" ]\n', '0000:03:00 0', '0000:03:00 1'],
      ['pci = [ "bdf=«1:03:1f.*»,permissive=1" ]\n', '0001:03:1f'],
      ['pci = [ "name=«gpu»" ]\n', 'name gpu'],
      ['pci = [ "03:00" ]\n'],
    ],
  ],
  [
    'usbDevice',
    [
      ['usbdev = [ "«hostbus=1,hostaddr=0x0a»" ]\n', '1.10'],
      ['usbdev = [ "hostbus=1" ]\n'],
      [`${HVM}usbdevice = "host:«1.3»"\n`, '1.3'],
      [`${HVM}usbdevice = [ "tablet", "host:«01.3»", "host:046d:c52b" ]\n`, '1.3'],
    ],
  ],
  [
    'backend',
    [
      ['disk = [ "/a,raw,xvda,rw,backend=«store»" ]\nvif = [ "backend=«net»" ]\n', 'store', 'net'],
      [
        'vtpm = [ "backend=«tpm»" ]\np9 = [ "tag=a,path=/a,security_model=none,backend=«fs»" ]\n',
        'tpm',
        'fs',
      ],
      ['vsnd = [ [ "CARD, backend=«sound», short-name=a" ] ]\n', 'sound'],
      ['vif = [ "backend=0", "backend=12" ]\n'],
    ],
  ],
])('%s', (kind, cases) => {
  it.each(cases)('%j', (source, ...expected) => {
    const { text } = marked(source);
    const facts = factsIn(text, kind);
    expect(mark(text, facts)).toBe(source);
    expect(facts.map(about)).toEqual(expected);
  });
});

describe('a fact', () => {
  it('of a disk says whether the guest writes to it', () => {
    const text = 'disk = [ "/a,raw,xvda,w", "/b,raw,xvdb,r", "/c,raw,hdc,cdrom" ]\n';
    expect(factsIn(text, 'diskTarget').map(({ writable }) => writable)).toEqual([true, false, false]);
  });

  it('of a display says whether another display will do', () => {
    const fixed = (more: string) =>
      factsIn(`${HVM}vncdisplay = 5\n${more}`, 'vncDisplay').map((one) => one.fixed);
    expect([fixed(''), fixed('vncunused = 1\n'), fixed('vncunused = 0\n')]).toEqual([
      [false],
      [false],
      [true],
    ]);
  });

  it('has a range as well', () => {
    const { facts, rangeOf } = digest(open('\n# 😀\nmemory = 1; name = "é1"\n'));
    expect(facts.map(rangeOf)).toContainEqual({
      start: { line: 2, character: 20 },
      end: { line: 2, character: 22 },
    });
  });

  it.each(['# xl.conf\nautoballoon = "off"\n', 'name = "pool"\nsched = "credit"\ncpus = [ "0" ]\n'])(
    'is of guests only: %j',
    (text) => {
      const uri = `file:///etc/xen/${text.startsWith('#') ? 'xl.conf' : 'cpupool.cfg'}`;
      expect(digest(open(text, {}, uri)).facts).toEqual([]);
    },
  );
});

describe('a digest', () => {
  it('has facts within the text, in order, whatever the text', () => {
    law(configText, (text) => {
      let before = 0;
      for (const { start, end } of factsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = start;
      }
    });
  });

  it('is computed once for a document', () => {
    const document = open('name = "a"\n');
    expect(digest(document)).toBe(digest(document));
  });

  it('takes linear time', () => {
    const disks = (count: number): string =>
      `disk = [\n${'"/dev/vg/a,raw,xvda,rw,backend=b",\n'.repeat(count)}]\nvif = [\n${'"mac=00:16:3e:00:00:01",\n'.repeat(count)}]\n`;
    expect(slowdown((size) => digest(open(disks(size))), 100)).toBeLessThan(8);
  });
});
