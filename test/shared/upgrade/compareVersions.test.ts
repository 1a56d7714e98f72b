/** What changes for a file from one version of Xen to another. */
import { applyEdits, compareVersions, type VersionComparison, type XenVersion } from '@xlcfg/shared';
import { describe, expect, it, test } from 'vitest';
import { open } from '../../support/documents.ts';

const PVH = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n';
const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
const PV = 'name = "a"\nkernel = "/k"\nmemory = 512\n';

const compare = (text: string, from: XenVersion, to: XenVersion): VersionComparison =>
  compareVersions(open(text), from, to);

/** Each change as its kind and the text that it is about. */
const listed = (text: string, { changes }: VersionComparison): string[] =>
  changes.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

describe('what changes', () => {
  it.each<[XenVersion, XenVersion, string, string, VersionComparison['outcome'], readonly string[]]>([
    ['4.14', '4.20', PVH, '', 'same', []],
    ['4.14', '4.20', HVM, 'hvm_pirq = 1\n', 'changes', ['read hvm_pirq = 1']],
    ['4.20', '4.14', HVM, 'hvm_pirq = 1\n', 'changes', ['ignored hvm_pirq']],
    // It is read for HVM guests only: ignored by both.
    ['4.14', '4.20', PV, 'hvm_pirq = 1\n', 'same', []],
    ['4.14', '4.20', PVH, 'memroy = 1\n', 'same', []],
    ['4.14', '4.20', PVH, 'sve = "8"\n', 'breaks', ['read sve = "8"', 'rejected "8"']],
    ['4.20', '4.14', PVH, 'sve = "8"\n', 'repaired', ['ignored sve', 'resolved "8"']],
    ['4.14', '4.20', `${PVH}type = "xyz"\n`, '', 'rejected', []],
    [
      '4.20',
      '4.21',
      HVM,
      'device_model_version = "qemu-xen-traditional"\n',
      'breaks',
      ['rejected "qemu-xen-traditional"'],
    ],
    ['4.17', '4.20', PVH, "vif = [ 'vlan=10,script=vlan' ]\n", 'changes', ['read vlan']],
    ['4.20', '4.17', PVH, "vif = [ 'vlan=10,script=vlan' ]\n", 'changes', ['warned vlan']],
    ['4.17', '4.20', PVH, "channel = [ 'connection=pty,name=a' ]\n", 'same', []],
    ['4.13', '4.14', HVM, 'cpuid = "host,sse3=0"\n', 'same', []],
    [
      '4.9',
      '4.10',
      'name = "a"\nkernel = "/k"\nbootloader = "b"\ndisk = [ "/x,raw,xvda,rw" ]\n',
      '',
      'same',
      [],
    ],
    ['4.21', '4.22', PV, 'cpus = "0-3"\n', 'changes', ['read cpus']],
    ['4.20', '4.21', PVH, 'rtc_timeoffset = "-1"\n', 'same', []],
    ['4.21', '4.22', PVH, '', 'same', []],
    // What is rejected for another reason has not become right.
    ['4.14', '4.20', 'name = "a"\ntype = "hvm"\n', 'memory = "-1"\n', 'breaks', ['rejected "-1"']],
    ['4.14', '4.20', PVH, "vif = [ 'mtu=big' ]\n", 'breaks', ['rejected big']],
    [
      '4.14',
      '4.20',
      'name = "a"\nmemory = 512\ndisk = [ "/x,raw,xvda,rw" ]\n',
      'bootloader = "/usr/lib/xen-4.14/bin/pygrub"\n',
      'changes',
      ['warned "/usr/lib/xen-4.14/bin/pygrub"'],
    ],
    [
      '4.17',
      '4.18',
      PVH,
      "p9 = [ 'tag=a,path=/x,security_model=none,backend=b', 'tag=c,path=/y,security_model=none' ]\n",
      'changes',
      ["changed 'tag=c,path=/y,security_model=none'"],
    ],
    ['4.8', '4.9', 'name = "a"\nkernel = "/k"\npvh = 1\n', '', 'changes', ['ignored pvh']],
  ])('from %s to %s: %j + %j', (from, to, base, lines, outcome, expected) => {
    const text = base + lines;
    const comparison = compare(text, from, to);
    expect({ outcome: comparison.outcome, changes: listed(text, comparison) }).toEqual({
      outcome,
      changes: expected,
    });
  });
});

describe('the words', () => {
  it.each<[XenVersion, XenVersion, string, string]>([
    [
      '4.14',
      '4.20',
      `${HVM}hvm_pirq = 1\n`,
      'Xen 4.20 reads `hvm_pirq`, which Xen 4.14 ignores. Remove it to keep the guest as it is.',
    ],
    [
      '4.21',
      '4.22',
      `${PV}cpus = [ "1" ]\n`,
      'Xen 4.22 reads it: `b_info.vcpu_hard_affinity` is now `[[1]]`. With Xen 4.21: Without `vcpus`, Xen 4.21 ' +
        'silently ignores `cpus`.',
    ],
    [
      '4.17',
      '4.18',
      `${PVH}p9 = [ 'tag=a,path=/x,security_model=none ' ]\n`,
      'Xen 4.18 reads it: `p9s[0].security_model` is `"none"` instead of `"none "`. With Xen 4.17: The space around the ' +
        'value of `security_model` is part of it.',
    ],
  ])('%s to %s: %j', (from, to, text, message) => {
    expect(compare(text, from, to).changes.map((change) => change.message)).toEqual([message]);
  });
});

test('the differences of a change are those that come from its place', () => {
  const { changes, differences } = compare(`${HVM}hvm_pirq = 1\nvpmu = 1\n`, '4.14', '4.20');
  expect(changes.map((change) => change.differences.map(({ path }) => path.join('.')))).toEqual([
    ['b_info.type.hvm.pirq'],
    ['b_info.vpmu'],
  ]);
  expect(differences.filter(({ isFormal }) => isFormal).map(({ path }) => path.join('.'))).toEqual([
    'b_info.arch_x86',
  ]);
});

test('the fix of what is read for the first time removes it', () => {
  const text = `${HVM}hvm_pirq = 0\nvpmu = 1\nhvm_pirq = 1\n`;
  const [change] = compare(text, '4.14', '4.20').changes.filter(({ message }) =>
    message.includes('hvm_pirq'),
  );
  const [fix] = change?.fixes ?? [];
  expect(fix?.title).toBe('Remove `hvm_pirq`');
  expect(applyEdits(text, fix?.edits ?? [])).toBe(`${HVM}vpmu = 1\n`);
});

describe('settings and comments', () => {
  const text = `# xlcfg-disable-file\n${PVH}sve = "8"\n`;

  it('have no say in whether a file breaks', () => {
    const settings = { enable: false, rules: { 'bad-value': 'off' } } as const;
    expect(compareVersions(open(text, settings), '4.14', '4.20').outcome).toBe('breaks');
  });
});

describe('quiet changes', () => {
  const since = (text: string, from: XenVersion, to: XenVersion): string[] =>
    compare(text, from, to).notes.map((note) => note.since);

  it.each<[XenVersion, XenVersion, string, readonly string[]]>([
    ['4.14', '4.20', HVM, ['4.15', '4.19']],
    ['4.17', '4.20', HVM, ['4.19']],
    ['4.17', '4.20', `${HVM}hvm_pirq = 1\n`, []],
    ['4.14', '4.15', `${HVM}msr_relaxed = 0\n`, []],
    ['4.15', '4.16', PV, ['4.16']],
    ['4.15', '4.16', PV.replace('/k', '/usr/lib/xen/boot/pv-grub-x86_64.gz'), ['4.16', '4.16']],
    ['4.15', '4.16', `${HVM}device_model_version = "qemu-xen-traditional"\n`, ['4.16']],
    ['4.2', '4.3', 'name = "a"\nbuilder = "hvm"\n', ['4.3']],
    ['4.20', '4.14', HVM, []],
  ])('from %s to %s: %j', (from, to, text, expected) => {
    expect(since(text, from, to)).toEqual(expected);
  });
});

test('other kinds of files have no configuration and no notes', () => {
  const comparison = compareVersions(open('autoballoon = "auto"\n', {}, 'xl.conf'), '4.2', '4.20');
  expect(comparison).toMatchObject({ differences: [], notes: [] });
});
