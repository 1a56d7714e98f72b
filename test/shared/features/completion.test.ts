import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion, resolveCompletion } from '../../../shared/src/features/completion.ts';
import { OPTIONS } from '../../../shared/src/schema/index.ts';
import { NEWEST_RELEASE, type Release } from '../../../shared/src/schema/releases.ts';
import { GUEST_TYPES } from '../../../shared/src/schema/types.ts';
import { parseDiskSpec } from '../../../shared/src/specs/disk/parser.ts';
import { parseVdev } from '../../../shared/src/specs/disk/vdev.ts';
import { parseConfig } from '../../../shared/src/syntax/index.ts';
import { apply, expand, labelsInOrder, open, openMarked, SAMPLES } from './marked.ts';

function complete(
  marked: string,
  release?: Release,
): { items: CompletionItem[]; take: (label: string) => string } {
  const { doc, offset } = openMarked(marked, release);
  const items = completion(doc, doc.text.positionAt(offset));
  const take = (label: string): string => {
    const [item, another] = items.filter((one) => one.label === label);
    if (!item || another) throw new Error(`${label}: ${items.map((one) => one.label).join(' ')}`);
    return apply(doc, item);
  };
  return { items, take };
}

const labels = (marked: string, release?: Release): string[] =>
  labelsInOrder(complete(marked, release).items);

const HVM = 'type="hvm"\n';

describe('an item taken', () => {
  it.each([
    // Names, with the beginning of a value.
    ['|', 'name', 'name = ""'],
    ['na|', 'name', 'name = ""'],
    ['n|a', 'name', 'name = ""'],
    ['  na|', 'name', '  name = ""'],
    ['vcpus=2;na|', 'name', 'vcpus=2;name = ""'],
    ['vcpus=2\n|\nname="a"', 'memory', 'vcpus=2\nmemory = 1024\nname="a"'],
    ['m|', 'memory', 'memory = 1024'],
    ['|', 'type', 'type = "hvm"'],
    ['|', 'disk', "disk = [ '' ]"],
    [`${HVM}ac|`, 'acpi', `${HVM}acpi = 1`],
    ['vcp| = 4', 'vcpus', 'vcpus = 4'],
    ['|vcp= 4', 'vcpus', 'vcpus= 4'],
    ["di| += [ 'x' ]", 'disk', "disk += [ 'x' ]"],
    ['name="a" # x\nmem|', 'memory', 'name="a" # x\nmemory = 1024'],
    // Values.
    ['type = |', 'pvh', 'type = "pvh"'],
    ['type =|', 'pvh', 'type ="pvh"'],
    ['type = p|', 'pvh', 'type = "pvh"'],
    ['type = "|"', 'pvh', 'type = "pvh"'],
    ["type = 'h|vm'", 'pvh', "type = 'pvh'"],
    ['type = "|', 'pvh', 'type = "pvh'],
    ['type = "p|v # c', 'pvh', 'type = "pvh # c'],
    [`${HVM}acpi = |`, '0', `${HVM}acpi = 0`],
    ['vcpus = |', '1', 'vcpus = 1'],
    [`${HVM}viridian = |`, 'base', `${HVM}viridian = [ "base" ]`],
    [`${HVM}viridian = [ | ]`, 'base', `${HVM}viridian = [ "base" ]`],
    [`${HVM}viridian = [ "freq", "b|" ]`, 'base', `${HVM}viridian = [ "freq", "base" ]`],
    [`${HVM}viridian = [ "freq" | ]`, 'base', `${HVM}viridian = [ "freq" , "base" ]`],
    // Fields of a disk.
    ["disk=['/x,|']", 'qcow2', "disk=['/x,qcow2']"],
    ["disk=['/x,q|,xvda,w']", 'qcow2', "disk=['/x,qcow2,xvda,w']"],
    ["disk=['/x,qc|ow,xvda,w']", 'qcow2', "disk=['/x,qcow2,xvda,w']"],
    ["disk=['/x,raw,|']", 'xvda', "disk=['/x,raw,xvda']"],
    ["disk=['/x,raw,|", 'xvda', "disk=['/x,raw,xvda"],
    ["disk = [ '/x,raw,xv| ]", 'xvda', "disk = [ '/x,raw,xvda ]"],
    ["disk=['/x,raw,xv|d,rw']", 'xvda', "disk=['/x,raw,xvda,rw']"],
    ["disk=['/x, raw, | , rw']", 'xvda', "disk=['/x, raw, xvda, rw']"],
    ["disk=['/x,raw,xvda,|']", 'ro', "disk=['/x,raw,xvda,ro']"],
    ["disk=['/x,raw,xvda,w,|']", 'backendtype=', "disk=['/x,raw,xvda,w,backendtype=']"],
    ["disk=['/x,raw,xvda,w,backendtype=|']", 'qdisk', "disk=['/x,raw,xvda,w,backendtype=qdisk']"],
    ["disk=['format=|raw, vdev=xvda']", 'vhd', "disk=['format=vhd, vdev=xvda']"],
    ["disk=['for|, vdev=xvda, target=/x']", 'format=', "disk=['format=, vdev=xvda, target=/x']"],
    ["disk=['fo|rm=raw']", 'format=', "disk=['format=raw']"],
    ["disk=['vdev=xvda, |']", 'target=', "disk=['vdev=xvda, target=']"],
    ["disk=['vdev=|, target=/x']", 'xvda', "disk=['vdev=xvda, target=/x']"],
    ["disk=['grant_usage=|']", '1', "disk=['grant_usage=1']"],
    ["disk=['phy:/x,|']", 'xvda', "disk=['phy:/x,xvda']"],
    ['disk=["/a\\"b,raw,xv|"]', 'xvda', 'disk=["/a\\"b,raw,xvda"]'],
    ["disk=['/x,raw,xvda,w|,dis']", 'w', "disk=['/x,raw,xvda,w,dis']"],
    // Whole disks.
    ['disk = |', 'disk', "disk = [ '/dev/vg/guest,raw,xvda,rw' ]"],
    ['disk = [ |', 'disk', "disk = [ '/dev/vg/guest,raw,xvda,rw'"],
    ['disk = [ | ]', 'disk by names', "disk = [ 'vdev=xvda, format=raw, access=rw, target=/dev/vg/guest' ]"],
    ["disk = [ '/a,raw,xvda,w', | ]", 'disk', "disk = [ '/a,raw,xvda,w', '/dev/vg/guest,raw,xvdb,rw' ]"],
    ["disk = [ '/a,raw,xvda,w'| ]", 'disk', undefined],
    ["disk = [ '/a,raw,xvda,w' | ]", 'disk', "disk = [ '/a,raw,xvda,w' , '/dev/vg/guest,raw,xvdb,rw' ]"],
    ["disk = [ | '/a,raw,xvda,w' ]", 'disk', "disk = [ '/dev/vg/guest,raw,xvdb,rw',  '/a,raw,xvda,w' ]"],
    [
      "disk = [\n  '/a,raw,xvda,w',\n  |\n]",
      'cdrom',
      "disk = [\n  '/a,raw,xvda,w',\n  '/srv/install.iso,raw,xvdb,ro,cdrom'\n]",
    ],
    [
      "disk = [\n  '/a,raw,xvda,w',\n  cd|",
      'cdrom, empty',
      "disk = [\n  '/a,raw,xvda,w',\n  'vdev=xvdb, cdrom'",
    ],
    [`${HVM}disk = [ | ]`, 'cdrom', `${HVM}disk = [ '/srv/install.iso,raw,hdc,ro,cdrom' ]`],
    [`${HVM}disk = [ | ]`, 'disk', `${HVM}disk = [ '/dev/vg/guest,raw,hda,rw' ]`],
  ])('%s: %s', (marked, label, expected) => {
    if (expected === undefined) expect(labels(marked)).toEqual([]);
    else expect(complete(marked).take(label)).toBe(expected);
  });
});

describe('what comes first', () => {
  it.each([
    ['|', ['bootloader', 'cmdline', 'disk']],
    ['type = |', ['hvm', 'pv', 'pvh']],
    ["disk=['/x,|']", ['raw', 'qcow2', 'qcow', 'vhd', 'qed', 'format=', 'vdev=']],
    ["disk=['/x,raw,|']", ['xvda', 'xvdb', 'xvdc', 'xvdd', 'vdev=']],
    ["disk=['/x,raw,xvda,|']", ['rw', 'ro', 'w', 'r', 'access=', 'cdrom']],
    ["disk=['/x,raw,xvda,w,|']", ['cdrom', 'devtype=']],
    ["disk=['|']", ['format=', 'vdev=']],
    ['disk = [ |', ['disk', 'disk by names', 'cdrom', 'cdrom, empty']],
  ])('%s', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it('orders names by use, then name, the deprecated ones last', () => {
    const use = new Map(OPTIONS.map(({ name, use, deprecated }) => [name, deprecated ? 9 : use]));
    const keys = labels(`${HVM}|`).map((name) => `${use.get(name)}${name}`);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys).toEqual(keys.toSorted());
  });

  it('offers target= last, and only where nothing follows', () => {
    expect(labels("disk=['vdev=xvda, |']").at(-1)).toBe('target=');
    expect(labels("disk=['|, vdev=xvda']")).not.toContain('target=');
  });
});

describe('names', () => {
  it.each([
    ['set already', 'memory = 1\n|', 'memory', 'vcpus'],
    ['of another type', '|', 'vga', 'kernel'],
    ['of another type', 'type="pvh"\n|', 'vga', 'pvshim'],
  ])('leaves out what is %s: %s', (_, marked, out, in_) => {
    expect(labels(marked)).not.toContain(out);
    expect(labels(marked)).toContain(in_);
  });

  it('offers the one under the cursor', () => expect(labels('mem|ory = 1')).toContain('memory'));

  it.each([
    ['llc_colors', '4.19', '4.20'],
    ['type', '4.9', '4.10'],
  ] as const)('%s: not in %s, but in %s', (name, without, with_) => {
    expect(labels('|', without)).not.toContain(name);
    expect(labels('|', with_)).toContain(name);
  });

  it.each(GUEST_TYPES)('gives %s every option of its own once', (type) => {
    const expected = OPTIONS.filter(
      ({ guestTypes, refusedFor, last, name }) =>
        name !== 'type' &&
        last === undefined &&
        guestTypes.includes(type) &&
        !refusedFor?.guestTypes.includes(type),
    ).map(({ name }) => name);
    expect(labels(`type="${type}"\n|`).toSorted()).toEqual(expected.toSorted());
  });

  it('marks the deprecated ones', () => {
    const marked = complete('|').items.filter(({ tags }) => tags?.includes(1));
    const expected = OPTIONS.filter(
      ({ deprecated, guestTypes, last }) => deprecated && !last && guestTypes.includes('pv'),
    );
    expect(marked.map(({ label }) => label).toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
  });

  it('begins values that xl can read', () => {
    for (const type of GUEST_TYPES) {
      const { doc, offset } = openMarked(`type="${type}"\n|`);
      for (const item of completion(doc, doc.text.positionAt(offset))) {
        const text = apply(doc, item);
        const { errors, settings } = parseConfig(`${text}\n`);
        // Without a number to begin with, the place for it stays empty.
        if (/= $/.test(text)) expect(errors.map(({ code }) => code)).toEqual(['missing-value']);
        else expect({ text, errors }).toEqual({ text, errors: [] });
        expect(settings.at(-1)?.name.text).toBe(item.label);
      }
    }
  });
});

describe('values', () => {
  it.each([
    ['vga = |', ''],
    [`${HVM}vga = |`, 'stdvga cirrus qxl none'],
    ['name = "|"', ''],
    ['kernel = |', ''],
    ['type = [ | ]', ''],
    ['memory = "|"', ''],
    ["vif = [ '|' ]", ''],
    ['type = foo(|)', ''],
    ["type = 'a' '|'", ''],
  ])('%s', (marked, expected) => {
    // A word is a word of the option whether or not this guest reads it.
    if (marked === 'vga = |') expect(labels(marked)).toContain('stdvga');
    else expect(labels(marked).join(' ')).toBe(expected);
  });

  it('leaves out the words that the release does not have', () => {
    expect(labels(`${HVM}vga = |`, '4.5')).toEqual(['stdvga', 'cirrus', 'none']);
  });
});

describe('fields of a disk', () => {
  const offered = (marked: string, release?: Release): ReadonlySet<string> =>
    new Set(labels(marked, release));

  it.each([
    // What fills the same field is taken or contradicts.
    ["disk=['/x,raw,xvda,w,discard,|']", 'no-discard discard', 'cdrom untrusted'],
    ["disk=['/x,raw,xvda,w,|,no-discard']", 'no-discard discard', 'cdrom'],
    ["disk=['|,discard, vdev=xvda']", 'no-discard discard vdev=', 'cdrom format='],
    ["disk=['|discard, vdev=xvda']", 'no-discard discard vdev=', 'cdrom format='],
    ["disk=['/x,raw,hdc:cdrom,r,|']", 'cdrom devtype= vdev= access= format= target=', 'discard'],
    ["disk=['/x,raw,xvda,w,untrusted,|']", 'trusted', 'colo'],
    ["disk=['/x,raw,xvda,w,colo,|']", 'no-colo colo', 'colo-host='],
    ["disk=['vdev=xvda, |']", 'vdev=', 'format= target='],
    ["disk=['qcow2:/x,|']", 'format= qcow2', 'vdev= access='],
    ["disk=['drbd:/x,|']", 'script=', 'format='],
    ["disk=['tap:|']", 'tap: aio: raw', 'vdev='],
    ["disk=['|']", 'tap: phy: file: aio: raw:', 'vdev= target='],
    // Words that the rest makes void or wrong.
    ["disk=['/x,raw,hdc,|,cdrom']", 'rw w', 'ro r'],
    ["disk=['vdev=xvda, format=|']", 'empty', 'raw qed'],
    ["disk=['vdev=xvda, cdrom, format=|']", '', 'empty raw'],
    ["disk=['vdev=xvda, cdrom, format=|, target=/x']", 'empty', 'raw'],
    ["disk=['/x,raw,xvda,w,specification=virtio,backendtype=|']", 'phy qdisk tap', 'standalone'],
    ["disk=['/x,raw,xvda,w,specification=xen,backendtype=|']", 'standalone', 'phy qdisk tap'],
    ["disk=['/x,raw,xvda,w,backendtype=|']", '', 'standalone phy qdisk tap'],
  ])('%s without %s', (marked, out, in_) => {
    const found = offered(marked);
    for (const label of out.split(' ').filter(Boolean)) expect(found).not.toContain(label);
    for (const label of in_.split(' ')) expect(found).toContain(label);
  });

  it.each([
    ["disk=['/x,|']", '4.8', 'qed', '4.9'],
    ["disk=['/x,raw,xvda,w,|']", '4.18', 'untrusted', '4.19'],
    ["disk=['/x,raw,xvda,w,|']", '4.6', 'colo', '4.7'],
    ["disk=['/x,raw,xvda,w,backendtype=|']", '4.16', 'standalone', '4.17'],
    ['disk=[|', '4.1', 'disk', '4.2'],
  ] as const)('%s: in %s no %s', (marked, without, label, with_) => {
    expect(offered(marked, without)).not.toContain(label);
    expect(offered(marked, with_)).toContain(label);
  });

  it.each([
    "disk=['/dev/|']",
    "disk=['vdev=xvda,target=/a,|']",
    "disk=['vdev=xvda,target=|']",
    "disk=['/x,raw,hdc:|']",
    "disk=['/x,raw,xvda,w,cdrom=|']",
    "disk=['/x,raw,xvda,w,foo=|']",
    "disk=['/x=|']",
    "disk='/x,|'",
    "disk=[['/x,|']]",
    "disk=['/x,raw'|]",
    'disk=[ [ | ] ]',
    "vif=['/x,|']",
  ])('nothing in %s', (marked) => expect(labels(marked)).toEqual([]));
});

describe('free vdevs', () => {
  const vdevs = (marked: string): string =>
    labels(marked)
      .filter((label) => parseVdev(label) && label !== '')
      .join(' ');

  it.each([
    ["disk=['/a,raw,xvda,w','/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,|','/b,raw,xvda,w','/c,raw,xvdc,w']", 'xvdb xvdd xvde xvdf'],
    ["disk=['/a,raw,xvda|,w']", 'xvda xvdb xvdc xvdd'],
    ["disk=['/a,raw,d1p0,w','/b,raw,|']", 'xvda xvdc xvdd xvde'],
    ["disk=['/a,raw,hda,w','/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,xvda2,w','/b,raw,xvda1,w','/c,raw,|']", 'xvda3 xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,xvda,w']\ndisk+=['/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,xvda,w']\ndisk=['/b,raw,|']", 'xvda xvdb xvdc xvdd'],
    ["disk=['/b,raw,|']\ndisk=['/a,raw,xvda,w']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,foo,w','/b,raw,|']", 'xvda xvdb xvdc xvdd'],
    [`${HVM}disk=['/a,raw,|']`, 'hda hdb hdc hdd xvda sda'],
    [`${HVM}disk=['/a,raw,hda,w','/b,raw,|']`, 'hdb hdc hdd xvdb sdb'],
    [`${HVM}disk=['/a,raw,xvda,w','/b,raw,|']`, 'xvdb xvdc xvdd xvde hdb sdb'],
    [`${HVM}disk=['/a,raw,xvda,w','/i,raw,hdc,cdrom','/b,raw,|']`, 'xvdb xvdd xvde xvdf hdb sdb'],
    [`${HVM}disk=['/a,raw,sda,w','/b,raw,|']`, 'sdb sdc sdd sde hdb xvdb'],
    [`${HVM}disk=['/a,raw,hda,w','/b,raw,hdb,w','/c,raw,hdc,w','/d,raw,hdd,w','/e,raw,|']`, 'xvde sde'],
    [`${HVM}disk=['/a,raw,hda,w','/i,raw,|,cdrom']`, 'hdc hdd hdb xvdb'],
    [`${HVM}disk=['/a,raw,hdc,w','/i,raw,|,cdrom']`, 'hdd hdb hda xvda'],
  ])('%s', (marked, expected) => expect(vdevs(marked)).toBe(expected));
});

describe('nothing at all', () => {
  it.each([
    '# |',
    'memory = 1 # |',
    'memory = 1 |',
    'memory | = 1',
    'memory +|= 1',
    'mem |',
    'name = "a" |',
    'name = "a"|',
    'def f():|',
    'def f():\n  |',
    'import os; |',
    'if x: |',
    'name = "a" + |',
    'foo(|',
    "disk = [ 'a' ] |",
  ])('%s', (marked) => expect(labels(marked)).toEqual([]));
});

describe('lists that are still open', () => {
  it.each([
    ['disk = [\n  |', 'disk', 'name'],
    ["disk = [ '/a,raw,xvda,w',\n|", 'disk', 'name'],
    ["disk = [ '/a,raw,xvda,w'\nna|", 'name', 'disk'],
    ["disk = [ '/a,raw,xvda,w'\n  cd|", 'cdrom', 'name'],
    ['disk = [ |\nname = "a"', 'disk', 'memory'],
  ])('%s', (marked, in_, out) => {
    expect(labels(marked)).toContain(in_);
    expect(labels(marked)).not.toContain(out);
  });
});

describe('whole disks', () => {
  it.each(GUEST_TYPES)('each is taken by xl, with a vdev of its own: %s', (type) => {
    const { doc, offset } = openMarked(`type="${type}"\ndisk=['/a,raw,xvda,w', |]`);
    const items = completion(doc, doc.text.positionAt(offset));
    expect(items.length).toBe(4);
    for (const item of items) {
      const { errors, settings } = parseConfig(`${apply(doc, item)}\n`);
      expect(errors).toEqual([]);
      const list = settings.at(-1)?.value;
      const added = list?.kind === 'list' ? list.items.at(-1) : undefined;
      const spec = added?.kind === 'string' ? parseDiskSpec(added.content.text, NEWEST_RELEASE) : undefined;
      expect(spec?.errors).toEqual([]);
      expect(parseVdev(spec?.fields.vdev ?? '')?.disk).toBeGreaterThan(0);
      expect(spec?.fields.is_cdrom).toBe(item.label.startsWith('cdrom'));
    }
  });
});

describe('resolving', () => {
  it.each([
    ['|', 'name', '`name` (text in quotes)\n\n'],
    [`${HVM}vga=|`, 'cirrus', 'A Cirrus Logic'],
    [`${HVM}acpi=|`, '1', 'Whether the guest gets ACPI tables.'],
    ["disk=['|']", 'vdev=', '`vdev` (by name, or third without a name)'],
    ["disk=['/x,|']", 'qcow2', 'QEMU image that grows'],
    ["disk=['/x,raw,|']", 'xvda', 'This pv guest: Xen virtual disk, nothing is emulated'],
    [`${HVM}disk=['/x,raw,|,cdrom']`, 'hdc', 'emulated CD-ROM drive, IDE bus 1, unit 0'],
    ['disk=[|', 'cdrom', 'A CD-ROM drive with an image in it.'],
  ])('%s: %s', (marked, label, text) => {
    const item = complete(marked).items.find((one) => one.label === label);
    if (!item) throw new Error(label);
    expect(item.documentation).toBeUndefined();
    const { documentation, ...rest } = resolveCompletion(JSON.parse(JSON.stringify(item)));
    expect(rest).toEqual(item);
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining(text) });
  });

  it.each([
    undefined,
    null,
    5,
    'option',
    {},
    { kind: 'option' },
    { kind: 'option', name: 'nosuch' },
    { kind: 'x', name: 'name' },
  ])('leaves alone what it did not make: %j', (data) => {
    const item: CompletionItem = { label: 'a', data };
    expect(resolveCompletion(item)).toBe(item);
  });

  it('carries little', () => {
    for (const { data } of complete('|').items) expect(JSON.stringify(data).length).toBeLessThan(80);
  });
});

describe('the test takes snippets apart', () => {
  const stop = (inside: string): string => `\${${inside}}`;
  it.each([
    [`a = ${stop('1|x,y|')}`, 'a = x'],
    ['"$1"', '""'],
    [`${stop('1:a\\}b')},$2`, 'a}b,'],
    [stop('1|a\\,b,c|'), 'a,b'],
  ])('%s', (snippet, text) => expect(expand(snippet)).toBe(text));
});

describe('every beginning of a file, at every offset', () => {
  it.each(SAMPLES.map((sample, index) => [index, sample] as const))('sample %i', (_, sample) => {
    let found = 0;
    for (let length = 0; length <= sample.length; length++) {
      const doc = open(sample.slice(0, length));
      for (let at = 0; at <= length; at++) {
        const position = doc.text.positionAt(at);
        // No position lies between CR and LF.
        const offset = doc.text.offsetAt(position);
        for (const { label, textEdit } of completion(doc, position)) {
          found++;
          if (!textEdit || !('range' in textEdit)) throw new Error(`no edit: ${label}`);
          const { start, end } = textEdit.range;
          const from = doc.text.offsetAt(start);
          const to = doc.text.offsetAt(end);
          if (start.line !== end.line || from > offset || to < offset || to > length) {
            expect.fail(`${label} at ${offset} of ${length}: ${from} to ${to}`);
          }
        }
      }
    }
    expect(found).toBeGreaterThan(1000);
  });
});
