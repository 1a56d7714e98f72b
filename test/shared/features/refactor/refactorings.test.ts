import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import type { PlacedFact, Workspace } from '@xlcfg/shared/src/workspace/facts.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { countingBytes, offersAt, rewritten } from './offers.ts';

/** Rows of: where it is asked for, and the text after it; undefined where it is not offered. */
type Rows = readonly (readonly [source: string, result: string | undefined])[];

const table = (title: string, rows: Rows): void => {
  describe(title, () => {
    it.each(rows)('%j', (source, result) => expect(rewritten(source, title)).toBe(result));
  });
};

table('Convert disk to named parameters', [
  [
    "disk = [ '/srv/a.i|mg,raw,xvda,rw' ]\n",
    "disk = [ 'format=raw,vdev=xvda,access=rw,target=/srv/a.img' ]\n",
  ],
  // What has no position, the drive, the old form, blanks behind commas, the other quotes, escapes.
  [
    'disk = [ "|/a.img, qcow2, xvda, r, discard, script=block-x" ]\n',
    'disk = [ "format=qcow2, vdev=xvda, access=ro, script=block-x, discard, target=/a.img" ]\n',
  ],
  ["disk = [ '|,,hdc,,cdrom' ]\n", "disk = [ 'format=empty,vdev=hdc,access=ro,devtype=cdrom,target=' ]\n"],
  ["disk = [ |'tap:aio:/a,xvda,w' ]\n", "disk = [ 'format=raw,vdev=xvda,access=rw,target=/a' ]\n"],
  ["disk = [ '/it\\'s,raw,xvda,rw'| ]\n", "disk = [ 'format=raw,vdev=xvda,access=rw,target=/it\\'s' ]\n"],
  // Nothing to do, nothing that xl takes, nothing that is a disk, nothing that stands there.
  ["disk = [ '|vdev=xvda,format=raw,target=/a' ]\n", undefined],
  ["disk = [ '|/a,raw,xvda,w!' ]\n", undefined],
  ["vif = [ '|bridge=a' ]\n", undefined],
  ["disk = [ | '/a,raw,xvda,rw' ]\n", undefined],
  ['disk = [ |7 ]\n', undefined],
  ["disk = [ '|/a,raw,xvda,rw ]\n", undefined],
]);

table('Convert disk to target, format, vdev, access', [
  ["disk = [ 'vdev=x|vda, format=qcow2, target=/a' ]\n", "disk = [ '/a, qcow2, xvda, rw' ]\n"],
  [
    "disk = [ '|vdev=hdc,devtype=cdrom,access=ro,backendtype=qdisk,target=/a.iso' ]\n",
    "disk = [ '/a.iso,raw,hdc,ro,cdrom,backendtype=qdisk' ]\n",
  ],
  ["disk = [ '|/a,raw,vdev=xvda' ]\n", "disk = [ '/a,raw,xvda,rw' ]\n"],
  ["disk = [ '|vdev=hdc,devtype=cdrom,target=' ]\n", "disk = [ ',empty,hdc,ro,cdrom' ]\n"],
  ["disk = [ '|/a,raw,xvda,rw,discard' ]\n", undefined],
  ["disk = [ '|vdev=xvda,target=/a,b' ]\n", undefined],
]);

describe('rewriting several disks', () => {
  it('rewrites all selected disks', () => {
    const source =
      "disk = [ '/a,raw,xvda,rw', '/b,raw,xv«db,rw',\n  '/c,raw,xvdc,rw'», 'vdev=xvdd,target=/d' ]\n";
    expect(rewritten(source, 'Convert 2 disks to named parameters')).toBe(
      "disk = [ '/a,raw,xvda,rw', 'format=raw,vdev=xvdb,access=rw,target=/b',\n" +
        "  'format=raw,vdev=xvdc,access=rw,target=/c', 'vdev=xvdd,target=/d' ]\n",
    );
  });

  it('is not offered for a version of Xen without that syntax', () => {
    expect(
      rewritten("disk = [ '|/a,raw,xvda,rw' ]\n", 'Convert disk', undefined, { xenVersion: '4.1' }),
    ).toBeUndefined();
  });
});

table('Merge root and extra into cmdline', [
  [
    'ro|ot = "/dev/xvda1 ro"\nmemory = 1\nextra = "quiet"\n',
    'cmdline = "root=/dev/xvda1 ro quiet"\nmemory = 1\n',
  ],
  [
    'extra=\'quiet\'   # less\nroot |= "/dev/xvda1"  # here\n',
    "cmdline='root=/dev/xvda1 quiet'   # less\n  # here\n",
  ],
  ['root = "/dev/x|vda1"\n', 'cmdline = "root=/dev/xvda1"\n'],
  ['extra| = "quiet"\n', 'cmdline = "quiet"\n'],
  ['extra = |5\n', 'cmdline = 5\n'],
  ['root = |5; extra = "q"\n', 'cmdline = "root=5 q"; \n'],
  // Quotes and escapes are written anew where the quotes are others, and stay as they are where not.
  ['root| = \'/a\'\nextra = "it\'s \\"so\\" \\t\\\\"\n', "cmdline = 'root=/a it\\'s \"so\" \\t\\\\'\n"],
  // Not where xl reads something else: another cmdline, lists, parts, several.
  ['root| = "/a"\ncmdline = "b"\n', undefined],
  ['root| = "/a"\ncmdline = []\n', undefined],
  ['root| = [ "/a" ]\nextra = "q"\n', undefined],
  ['root| = "/a"\nextra = [ "q" ]\n', undefined],
  ['root| = "/a"\nroot += "b"\n', undefined],
  ['root| += "/a"\n', undefined],
  ['root| = "/a"\nextra = "q"\nextra = "r"\n', undefined],
  ['root| = "/a\nextra = "q"\n', undefined],
  ['kernel| = "/a"\nextra = "q"\n', undefined],
]);

it('writes cmdline for the versions of Xen that have it', () => {
  const inVersion = (xenVersion: XenVersion) =>
    rewritten('ro|ot = "/a"\n', 'Merge root', undefined, { xenVersion });
  expect(inVersion('4.5')).toBe('cmdline = "root=/a"\n');
  expect(inVersion('4.4')).toBeUndefined();
});

table('Split list into one item per line', [
  ["disk = [ 'a|', 'b' ]\n", "disk = [\n    'a',\n    'b'\n]\n"],
  ["  vif=['a','b',]|; x = 1\n", "  vif=[\n      'a',\n      'b',\n  ]; x = 1\n"],
  ["vi|f=[ 'a' ]\n", "vif=[\n    'a'\n]\n"],
  // Lines that are there stay, with their comments.
  ["vif = [ |'a', # first\n  'b', 'c' # last\n]\n", "vif = [\n  'a', # first\n  'b',\n  'c' # last\n]\n"],
  // The innermost list.
  ["vnuma = [ [ 'a', |'b' ], [ 'c' ] ]\n", "vnuma = [ [\n    'a',\n    'b'\n], [ 'c' ] ]\n"],
  ["vnuma = [ [ 'a' ], |[ 'c' ] ]\n", "vnuma = [ [ 'a' ], [\n    'c'\n] ]\n"],
  ["vnuma |= [ [ 'a' ], [ 'c' ] ]\n", "vnuma = [\n    [ 'a' ],\n    [ 'c' ]\n]\n"],
  ["vnuma = [ [ «'a' ], [ 'c'» ] ]\n", "vnuma = [\n    [ 'a' ],\n    [ 'c' ]\n]\n"],
  ['vif = [ | ]\n', undefined],
  ["vif = [\n  |'a',\n  'b'\n]\n", undefined],
  ["vif = [ 'a|' 'b' ]\n", undefined],
  ["vif = [ 'a|', 'b'\n", undefined],
  ["name = |'a'\n", undefined],
]);

table('Join the list on one line', [
  ["disk = [\n  'a|',\n  'b'\n]\n", "disk = [ 'a', 'b' ]\n"],
  ["disk = [\n  'a|',\n  'b',\n]\n", "disk = [ 'a', 'b' ]\n"],
  ["disk = ['a|',\n        'b']\n", "disk = ['a', 'b']\n"],
  ["disk = ['a|',\n        'b'\n]\n", "disk = ['a', 'b']\n"],
  ["di|sk = [ 'a'\n  , 'b' ]\n", "disk = [ 'a', 'b' ]\n"],
  ["vnuma |= [\n  [ 'a',\n    'b' ],\n  [\n  ]\n]\n", "vnuma = [ [ 'a', 'b' ], [] ]\n"],
  ["disk = [ 'a|', 'b' ]\n", undefined],
  ['disk = [|\n]\n', undefined],
  ["disk = [ 'a|', # one\n  'b' ]\n", undefined],
]);

table('Sort disks by vdev', [
  ["disk = [ '/b,raw,xvdb,rw', '|/a,raw,xvda,rw' ]\n", "disk = [ '/a,raw,xvda,rw', '/b,raw,xvdb,rw' ]\n"],
  // By device number: partitions, further disks, other controllers, other ways to write one.
  [
    "di|sk = ['/a,raw,xvdaa,rw', '/b,raw,xvdb2,rw', '/c,raw,xvdb1,rw', '/d,raw,d0p0,rw', '/e,raw,hda,rw',]\n",
    "disk = ['/e,raw,hda,rw', '/d,raw,d0p0,rw', '/c,raw,xvdb1,rw', '/b,raw,xvdb2,rw', '/a,raw,xvdaa,rw',]\n",
  ],
  // Comments go with their disks; those of the list stay.
  [
    "disk |= [ # all\n  # the data\n  '/b,raw,xvdb,rw', # b\n\n  # the system\n  '/a,raw,xvda,rw' # a\n  # no more\n]\n",
    "disk = [ # all\n\n  # the system\n  '/a,raw,xvda,rw', # a\n  # the data\n  '/b,raw,xvdb,rw' # b\n  # no more\n]\n",
  ],
  // A line ends with its comment, wherever that comes to stand.
  [
    "disk |= [ '/b,raw,xvdb,rw', '/a,raw,xvda,rw' # a\n]\n",
    "disk = [ '/a,raw,xvda,rw', # a\n    '/b,raw,xvdb,rw'\n]\n",
  ],
  [
    "disk |= [ '/b,raw,xvdb,rw', # b\n '/a,raw,xvda,rw' ]\n",
    "disk = [ '/a,raw,xvda,rw',\n '/b,raw,xvdb,rw' # b\n]\n",
  ],
  // In order, one only, of no known place, a disk that xl rejects, a comment in the way.
  ["disk |= [ '/a,raw,xvda,rw', '/b,raw,xvdb,rw' ]\n", undefined],
  ["disk |= [ '/a,raw,xvda,rw' ]\n", undefined],
  ["disk |= [ '/b,raw,xvdb,rw', '/a,raw,foo,rw' ]\n", undefined],
  ["disk |= [ '/b,raw,xvdb,rw', '/a,raw,xvda,w!' ]\n", undefined],
  ["disk |= [ '/b,raw,xvdb,rw', [], '/a,raw,xvda,rw' ]\n", undefined],
  ["disk |= [ '/b,raw,xvdb,rw' # b\n, '/a,raw,xvda,rw' ]\n", undefined],
  ["na|me = 'a'\ndisk = [ '/b,raw,xvdb,rw', '/a,raw,xvda,rw' ]\n", undefined],
]);

describe('sorting disks says when the bootloader reads another disk', () => {
  const DISKS = "disk = [ '/b,raw,xvdb,rw', '/a,raw,xvda,rw'| ]\n";
  const LATER = DISKS.replace('=', '+=');
  const LOADER = 'bootloader = "pygrub"\n';
  it.each<readonly [source: string, told: boolean]>([
    [LOADER + DISKS, true],
    [`type = "pvh"\n${LOADER}${DISKS}`, true],
    [DISKS, false],
    [`type = "hvm"\n${LOADER}${DISKS}`, false],
    [`${LOADER}disk = [ '/c,raw,xvdc,rw' ]\n${LATER}`, false],
    [`${LOADER}disk = [ ]\n${LATER}`, true],
    [`${LOADER}${DISKS.replace("[ '", "[ '/0,raw,xvda1,rw', '").replace('xvda,rw', 'xvda2,rw')}`, false],
  ])('%j: %s', (source, told) => {
    const [title] = offersAt(source).flatMap((one) => (/^Sort/.test(one.title) ? one.title : []));
    expect(title).toBe(`Sort disks by vdev${told ? ' (the bootloader then reads xvda)' : ''}`);
  });
});

table('Give the interface a MAC address', [
  ["vif = [ '|bridge=br0' ]\n", "vif = [ 'mac=00:16:3e:00:01:02,bridge=br0' ]\n"],
  ["vif = [ |'' ]\n", "vif = [ 'mac=00:16:3e:00:01:02' ]\n"],
  // One that another interface has, in capital letters, in a setting that does not count.
  [
    "vif = [ '|bridge=br0', 'mac=00:16:3e:00:01:02' ]\n",
    "vif = [ 'mac=00:16:3e:00:01:03,bridge=br0', 'mac=00:16:3e:00:01:02' ]\n",
  ],
  [
    "vif = [ 'MAC=x', 'mac=00:16:3E:00:01:02' ]\nvif = [ '|bridge=br0' ]\n",
    "vif = [ 'MAC=x', 'mac=00:16:3E:00:01:02' ]\nvif = [ 'mac=00:16:3e:00:01:03,bridge=br0' ]\n",
  ],
  ["vif = [ '|mac=00:16:3e:00:00:01' ]\n", undefined],
  ["vif = [ '|mac=bad' ]\n", undefined],
  ["vif = '|bridge=br0'\n", undefined],
  ['vif = [ |7 ]\n', undefined],
  ["disk = [ '|bridge=br0' ]\n", undefined],
]);

table('Give all 2 interfaces without a MAC address one', [
  [
    "vi|f = [ 'bridge=br0', 'mac=00:16:3e:00:01:03', '' ]\n",
    "vif = [ 'mac=00:16:3e:00:01:02,bridge=br0', 'mac=00:16:3e:00:01:03', 'mac=00:16:3e:00:01:04' ]\n",
  ],
  ["vif = [ '|bridge=br0' ]\n", undefined],
]);

table('Give the interface without a MAC address one', [
  ["vi|f = [ 'bridge=br0' ]\n", "vif = [ 'mac=00:16:3e:00:01:02,bridge=br0' ]\n"],
  ["vif = [ '|bridge=br0' ]\n", undefined],
]);

table('Give these 2 interfaces MAC addresses', [
  ["vif = [ «'a=1', 'b=1'» ]\n", "vif = [ 'mac=00:16:3e:00:01:02,a=1', 'mac=00:16:3e:00:01:03,b=1' ]\n"],
]);

describe('a generated MAC address', () => {
  const fresh = (...bytes: number[]): string | undefined =>
    rewritten("vif = [ '|' ]\n", 'Give the', { random: countingBytes(...bytes) });

  it.each<readonly [bytes: number[], mac: string]>([
    [[0xff, 0xff, 0xff], '00:16:3e:7f:ff:ff'],
    [[0x80, 0, 0], '00:16:3e:00:00:00'],
    [[0x12, 0xab, 0x0c], '00:16:3e:12:ab:0c'],
  ])('from %j is in the lower half of the range of Xen', (bytes, mac) => {
    expect(fresh(...bytes)).toBe(`vif = [ 'mac=${mac}' ]\n`);
  });

  it('is not in another file', () => {
    const other = digest(open('name = "b"\n', {}, 'file:///b.cfg'));
    const placed = (key: string): PlacedFact => ({
      uri: other.uri,
      file: other,
      fact: { kind: 'mac', key, text: key, start: 0, end: 0, option: 'vif' },
    });
    const taken = ['00:16:3e:00:01:02', '00:16:3e:00:01:03'];
    const workspace: Workspace = {
      files: () => [],
      file: () => undefined,
      find: (kind, key) => (kind === 'mac' && taken.includes(key) ? [placed(key)] : []),
      filesWith: () => [],
      keys: () => [],
      sharesAny: (kind) => kind === 'mac',
      nearestKey: () => null,
      isShared: (kind, key) => kind === 'mac' && taken.includes(key),
    };
    const result = rewritten("vif = [ '|' ]\n", 'Give the', { random: countingBytes(), workspace });
    expect(result).toBe("vif = [ 'mac=00:16:3e:00:01:04' ]\n");
  });
});

const UUID = '00010203-0405-4607-8809-0a0b0c0d0e0f';

table('Add a UUID', [
  ['na|me = "a"\nmemory = 1\n', `name = "a"\nuuid = "${UUID}"\nmemory = 1\n`],
  ["name = '|a' # the guest\n", `name = 'a' # the guest\nuuid = '${UUID}'\n`],
  ['  name = "a"|', `  name = "a"\n  uuid = "${UUID}"`],
  ['name = "a"|; disk = [\n]\n', `name = "a"; uuid = "${UUID}"; disk = [\n]\n`],
  ['na|me = 7\r\n', `name = 7\nuuid = "${UUID}"\r\n`],
  ['na|me = "a"\nuuid = "x"\n', undefined],
  ['na|me = "a"\nuuid =\n', undefined],
  ['name = "a"\nmemory = |1\n', undefined],
  ['na|me = "a\n', undefined],
]);

table('Replace the UUID', [
  ["uu|id = 'x' # old\n", `uuid = '${UUID}' # old\n`],
  ['uuid = |5\n', `uuid = "${UUID}"\n`],
  ['uuid| = []\n', undefined],
  ['name| = "a"\nuuid = "x"\n', undefined],
]);

it.each([
  ['na|me = "a"\n', 'Add a UUID'],
  ['uu|id = "a"\n', 'Replace the UUID'],
  ["vif = [ '|' ]\n", 'Give the'],
])('%j: nothing is generated without random bytes', (source, title) => {
  expect(rewritten(source, title)).toBeDefined();
  expect(rewritten(source, title, {})).toBeUndefined();
});

table('Merge the 2 parts of', [
  ["disk = [ 'a' ]\ndi|sk += [ 'b' ]\n", "disk = [ 'a', 'b' ]\n"],
  ["di|sk = [ 'a', ]\ndisk += [ 'b', ]\n", "disk = [ 'a', 'b', ]\n"],
  ["di|sk = []\ndisk += [ 'b' ]\n", "disk = [ 'b' ]\n"],
  ["di|sk = [ 'a' ]\ndisk += [ ]\n", "disk = [ 'a' ]\n"],
  ["di|sk += ['a']; disk += ['b']; x = 1\n", "disk += ['a', 'b']; ; x = 1\n"],
  // An earlier one that does not count stays.
  ["disk = [ 'x' ]\ndisk = [ 'a' ]\ndisk +=| [ 'b' ]\n", "disk = [ 'x' ]\ndisk = [ 'a', 'b' ]\n"],
  // Comments and lines stay.
  [
    "disk = [\n  'a' # one\n]\nname = 'x'\ndi|sk += [ # more\n  'b', # two\n] # end\n",
    "disk = [\n  'a', # one\n  # more\n  'b', # two\n]\nname = 'x'\n # end\n",
  ],
  ["di|sk = [ 'a' ]\ndisk += [\n  'b'\n]\n", "disk = [ 'a',\n  'b'\n]\n"],
  ["di|sk = [ 'a' ]\ndisk += [\n  # none\n]\n", "disk = [ 'a'\n    # none\n]\n"],
  // Texts.
  ['ex|tra = "a"\nextra += " b\'s"\n', 'extra = "a b\'s"\n'],
  ["ex|tra = 'a'\nextra += \" b's\"\n", "extra = 'a b\\'s'\n"],
  // Not numbers, not a mixture, not one alone, not where it does not parse.
  ['mem|ory = 1\nmemory += 2\n', undefined],
  ["di|sk = [ 'a' ]\ndisk += 'b'\n", undefined],
  ["di|sk = [ 'a' ]\ndisk = [ 'b' ]\n", undefined],
  ["di|sk = [ 'a' ]\ndisk += [ 'b' 'c' ]\n", undefined],
  ["di|sk = [ 'x' ]\ndisk = [ 'a' ]\ndisk += [ 'b' ]\n", undefined],
]);

it('merges three parts with the right commas', () => {
  const source = "vif = [ 'a' ]\nvif += [ 'b' # b\n ]\nvi|f += [ 'c' ]\n";
  expect(rewritten(source, 'Merge the 3 parts of vif into one list')).toBe(
    "vif = [ 'a',\n    'b', # b\n    'c'\n]\n",
  );
});

table('Convert 0', [
  ['memory = |0x200\n', 'memory = 512\n'],
  ['vcp|us = 010 # eight\n', 'vcpus = 8 # eight\n'],
  ['acpi |= 0x1\n', 'acpi = 1\n'],
  ['vcpus = |08\n', undefined],
  ['memory = |512\n', undefined],
  ['name = |0x10\n', undefined],
  ['nobody = |0x10\n', undefined],
  ['memory = |0x1\nmemory += 2\n', undefined],
  ['memory = |0x1ffffffffffffffff\n', undefined],
]);

table('Use double quotes', [
  ["name = '|a'\n", 'name = "a"\n'],
  ["vif = [ 'a', |'b' ]\n", 'vif = [ \'a\', "b" ]\n'],
  ["extra = '|it\\'s \"so\" \\\\ \\t'\n", 'extra = "it\'s \\"so\\" \\\\ \\t"\n'],
  ['name = "|a"\n', undefined],
  ["name = '|a\n", undefined],
  ["name = '|a\\q'\n", undefined],
  ["na|me = 'a'\n", undefined],
  ["vif = [ '«a', 'b»' ]\n", undefined],
]);

table('Use single quotes', [
  ['name = "|a"\n', "name = 'a'\n"],
  ['extra = "|it\'s \\"so\\""\n', "extra = 'it\\'s \"so\"'\n"],
]);

table('Modernize file', [
  [
    "name = 'a'\nbuild|er = 'hvm'\nroot = '/dev/xvda1'\nextra = 'ro'\ndisk = [ 'phy:/x,xvda,w', 'file:/y,hdc:cdrom,r' ]\n",
    "name = 'a'\ntype = 'hvm'\ncmdline = 'root=/dev/xvda1 ro'\ndisk = [ '/x,raw,xvda,rw', '/y,raw,hdc,ro,cdrom' ]\n",
  ],
  ["name = 'a'\nbuilder = 'hvm'\nme|mory = 1\n", undefined],
  ["na|me = 'a'\n", undefined],
]);

describe('the selection', () => {
  it.each([
    'a file is empty|',
    '# a comm|ent\n',
    "name = 'a'\n|\ntype = 'hvm'\n",
    "«name = 'a'\ntype = 'hvm'»\n",
    "name = 'a\n|",
  ])('%j has no refactorings', (source) => expect(offersAt(source)).toEqual([]));

  it('may include whole lines', () => {
    const source = "vcpus = 1\n«  vif = [ 'bridge=br0' ]\n»name = 'a'\n";
    expect(rewritten(source, 'Split')).toBe("vcpus = 1\n  vif = [\n      'bridge=br0'\n  ]\nname = 'a'\n");
  });

  it('of another kind of file has general refactorings only', () => {
    const offers = offersAt("uuid = |'a'\n", undefined, { uri: 'file:///etc/xen/xl.conf' });
    expect(offers.map(({ title }) => title)).toEqual(['Use double quotes']);
  });
});

describe('a disabled refactoring', () => {
  const JOIN = "disk = [ '/a,raw,xvda,rw|', # one\n  '/b,raw,foo,rw' ]\n";

  it('is offered with its reason to editors that support it', () => {
    const disabled = offersAt(JOIN).flatMap(({ action }) => action.disabled?.reason ?? []);
    expect(disabled).toEqual([
      'The vdev of a disk is missing, or none that libxl knows.',
      'A comment is between the items.',
    ]);
  });

  it('is not offered to other editors', () => {
    const shown = offersAt(JOIN, {});
    expect(shown.filter(({ action }) => action.disabled)).toEqual([]);
  });

  it('has a reason and no edits', () => {
    const [one] = offersAt("disk = [ '|vdev=xvda,target=/a,b' ]\n").filter(({ title }) =>
      /access$/.test(title),
    );
    expect(one?.action.disabled?.reason).toMatch(/target=/);
    expect(one?.action).not.toHaveProperty('edit');
  });
});
