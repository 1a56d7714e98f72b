import { effectiveConfigText } from '@xlcfg/shared/src/features/effectiveConfig.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { open } from '../../support/documents.ts';
import { configText, law } from '../../support/laws.ts';
import { slowdown } from '../../support/slowdown.ts';

/** Type, disks, NICs. */
const SUMMARY_LINES = 3;

const PV = 'name = "a"\nkernel = "/k"\n';

const textOf = (text: string) => effectiveConfigText(open(text, { xenVersion: '4.17' }));

/** The lines with a comment, without what the small guest has. */
const commented = (text: string): string[] =>
  textOf(PV + text)
    .annotated.split('\n')
    .filter((line) => line.includes(' // line ') && !/ line [12]: /.test(line))
    .map((line) => line.trim());

describe('where a value comes from', () => {
  it.each([
    [
      'a setting',
      'memory = 512',
      ['"max_memkb": 524288, // line 3: memory = 512', '"target_memkb": 524288, // line 3: memory = 512'],
    ],
    [
      'several settings',
      'extra = "a"\nextra += "b"',
      ['"cmdline": "ab", // line 3: extra = "a"; line 4: extra += "b"'],
    ],
    ['an item of a list', "disk = [\n  '/a,raw,xvda',\n]", ["{ // line 4: disk: '/a,raw,xvda'"]],
    [
      'strings of a list',
      'device_model_args = [ "-a",\n"b" ]',
      ['"-a", // line 3: device_model_args: "-a"', '"b" // line 4: device_model_args: "b"'],
    ],
    [
      'numbers',
      'vcpus = 2',
      ['"max_vcpus": 2, // line 3: vcpus = 2', '"avail_vcpus": [0, 1], // line 3: vcpus = 2'],
    ],
    [
      'a setting over several lines',
      'vcpus = 1\ncpus = [\n "1"\n]',
      [
        '"max_vcpus": 1, // line 3: vcpus = 1',
        '"avail_vcpus": [0], // line 3: vcpus = 1',
        '[1] // line 5: cpus: "1"',
        '"numa_placement": "False", // line 4: cpus = [ "1" ]',
      ],
    ],
    [
      'a long text',
      `pool = "${'x'.repeat(100)}"`,
      [`"pool_name": "${'x'.repeat(100)}", // line 3: pool = "${'x'.repeat(71)}…`],
    ],
    [
      'many places',
      'extra = "1"\nextra += "2"\nextra += "3"\nextra += "4"\nextra += "5"',
      [
        '"cmdline": "12345", // line 3: extra = "1"; line 4: extra += "2"; line 5: extra += "3"; line 6: extra += "4"; and 1 more',
      ],
    ],
  ])('%s', (_, text, lines) => {
    expect(commented(text)).toEqual(lines);
  });

  it.each([
    ['', '"uuid": null, // random: a new uuid at each start'],
    ['vcpus = 1\ncpus = "all"', 'null // left to the host: its processors'],
    ['vcpus = 1\ncpus = [ "0-99999" ]', 'null // a very long list; line 4: cpus: "0-99999"'],
  ])('%j has %j', (text, line) => {
    expect(textOf(PV + text).annotated).toContain(`${line}\n`);
  });
});

test('each line has the places of the file that its value comes from', () => {
  const text = `${PV}vcpus = 2\ndisk = [ '/a,raw,xvda,rw',\n  '/b,raw,xvdb,rw' ]\nextra = "x"\nextra += "y"\n`;
  const { annotated, lines } = textOf(text);
  const [shown, file] = [annotated.split('\n'), text.split('\n')];
  const placesOf = (line: string): readonly string[] =>
    lines
      .filter(({ line: at }) => shown[at]?.trim().startsWith(line))
      .flatMap(({ sources }) =>
        sources.map(({ start, end }) => file[start.line]?.slice(start.character, end.character) ?? ''),
      );
  expect(placesOf('"max_vcpus"')).toEqual(['vcpus = 2']);
  // A device's string is the place of all its parts.
  expect(placesOf('"vdev": "xvdb"')).toEqual(["'/b,raw,xvdb,rw'"]);
  expect(placesOf('"cmdline"')).toEqual(['extra = "x"', 'extra += "y"']);
  expect(placesOf('"claim_mode"')).toEqual([]);
});

describe('the summary', () => {
  const summary = (text: string): string[] => textOf(text).annotated.split('\n').slice(0, SUMMARY_LINES);

  it('has type, memory, vCPUs, disks and NICs', () => {
    const guest = `name = "web"\ntype = "hvm"\nmemory = 2048\nvcpus = 2
disk = [ '/a.img,raw,xvda,rw', ',,hdc,cdrom' ]
vif = [ 'mac=00:16:3e:00:00:01,bridge=br0' ]\n`;
    expect(summary(guest)).toEqual([
      '// web: HVM, 2048 MiB of memory, 2 vCPUs',
      '// Disks: xvda (/a.img, raw, rw); hdc (empty, cdrom)',
      '// NICs: 00:16:3e:00:00:01 (br0)',
    ]);
  });

  it('says what there is none of, and counts what there are many of', () => {
    const disks = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `'/${letter},raw,xvd${letter},rw'`);
    const [first, second, third] = summary(`${PV}disk = [ ${disks.join(', ')} ]\n`);
    expect(first).toMatch(/^\/\/ a: PV, .*, 1 vCPU$/);
    expect(second).toMatch(/^\/\/ Disks: xvda .*; xvdd \(\/d, raw, rw\); and 2 more$/);
    expect(third).toBe('// NICs: none');
  });
});

test('values that are defaults are told apart from those of the file', () => {
  const { annotated } = textOf(`${PV}vcpus = 2\ndisk = [ '/a,raw,xvda,rw' ]\n`);
  expect(annotated).toMatch(/"max_vcpus": 2, \/\/ line 3/);
  expect(annotated).toMatch(/: [^\n{[]+ \/\/ default\n/);
  // What is said within a device's string is not a default.
  expect(annotated).toMatch(/"vdev": "xvda",\n/);
});

describe('a file that xl rejects', () => {
  const refused = textOf(`${PV}vcpus = 2\nmemory = \n`);

  it('has its errors', () => {
    expect(refused.refused.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('has them above what was understood of it', () => {
    expect(refused.annotated).toMatch(/^\/\/ error in line 4: [^\n]+\n\/\/ a: PV, /);
    expect(refused.annotated).toContain('"max_vcpus": 2, // line 3: vcpus = 2\n');
  });
});

test('the JSON is that of xl, with all digits and nothing that acts on a terminal', () => {
  const { json } = textOf(`${PV}memory = "-1"\nextra = "\u009b\u202e\u{e0001}é"\n`);
  expect(json).toContain('"target_memkb": 18446744073709550592,\n');
  expect(json).toContain('"cmdline": "\\u009b\\u202e\\udb40\\udc01é",\n');
  expect(JSON.parse(json).b_info.cmdline).toBe('\u009b\u202e\u{e0001}é');
});

test('a document is worked out once', () => {
  const doc = open(PV);
  expect(effectiveConfigText(doc)).toBe(effectiveConfigText(doc));
});

const FULL = `${PV}type = "hvm"
vcpus = 2; maxvcpus = 4
cpus = [ "0-1,^0", "node:1" ]
cpuid = [ "7,0:eax=${'x'.repeat(32)}" ]
vnuma = [ [ "pnode=0", "size=256", "vcpus=0-3", "vdistances=10" ] ]
rdm = "strategy=host"; viridian = [ "all", "!freq" ]
disk = [ 'tap:aio:/a.img,xvda,w', ',,hdc,cdrom' ]
vif = [ 'mac=00:16:3e:00:00:01,bridge=b,rate=10Mb/s' ]
vsnd = [ [ 'CARD, short-name=S', 'PCM, name=M', 'STREAM, type=p' ] ]
vfb = [ 'vnc=1' ]; vkb = [ 'backend-type=qemu' ]
pci = [ '03:00.0,seize=1' ]; ioports = [ '2f8-2ff' ]
`;

/** What holds of every text, right or wrong. */
function judge(text: string): void {
  const { json, annotated, refused } = textOf(text);
  expect(Object.keys(JSON.parse(json)).slice(0, 2)).toEqual(['c_info', 'b_info']);
  const lines = annotated.split('\n').slice(refused.length + SUMMARY_LINES);
  for (const [at, line] of json.split('\n').entries()) expect(lines[at]?.startsWith(line)).toBe(true);
}

describe('any text', () => {
  test('every beginning of a file has a configuration', () => {
    for (let length = 0; length <= FULL.length; length++) judge(FULL.slice(0, length));
  });

  test('and so has a file in another order, in part', () => {
    law(fc.shuffledSubarray(FULL.split(/(?<=[\n;,])/)), (pieces) => judge(pieces.join('')), 100);
  });

  test('and so has what is not a file', () => law(configText, judge));
});

describe('a small text does not make a large configuration', () => {
  it.each([
    ['ranges of processors', `maxvcpus = 1024\ncpus = "${'0-999999,'.repeat(1000)}"`],
    ['processors for each vCPU', `maxvcpus = 1024\ncpus = [ ${'"0-60000", '.repeat(1000)} ]`],
    ['more vCPUs than there can be', 'vcpus = 2000000000\ncpus = "1"'],
    ['NUMA nodes', `vnuma = [ ${'[], '.repeat(10_000)} ]`],
    ['vCPUs of NUMA nodes', `vnuma = [ [ "vcpus=${'0-99999,'.repeat(1000)}" ] ]`],
    ['cache colours', `llc_colors = [ ${'"0-60000", '.repeat(1000)} ]`],
  ])('%s', (_, text) => {
    const doc = open(PV + text, { xenVersion: text.startsWith('llc') ? '4.22' : '4.17' });
    expect(effectiveConfigText(doc).json.length).toBeLessThan(2_000_000);
  });
});

describe('it takes a time that grows with the length', () => {
  it.each([
    ['disks', (n: number) => `disk = [ ${"'/a,raw,xvda', ".repeat(n)} ]`],
    ['NUMA nodes', (n: number) => `vnuma = [ ${'[], '.repeat(n)} ]`],
    ['sound cards', (n: number) => `vsnd = [ ${"[ 'PCM' ], ".repeat(n)} ]`],
    ['parts of a text', (n: number) => 'extra += "a"\n'.repeat(n)],
    ['features of a processor', (n: number) => `cpuid = "host${',sse3=0'.repeat(n)}"`],
    [
      'leaves of a processor',
      (n: number) => `cpuid = [ ${Array.from({ length: n }, (_, at) => `"${at}:", `).join('')} ]`,
    ],
  ])('%s', (_, text) => {
    expect(
      slowdown((n) => effectiveConfigText(open(PV + text(n), { xenVersion: '4.17' })), 100),
    ).toBeLessThan(10);
  });
});
