import { completion, resolveCompletion } from '@xlcfg/shared/src/features/completion.ts';
import { NEWEST_XEN_VERSION, OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { apply, complete, expand, HVM, labels, open, openMarked, SAMPLES } from '../../support/cursor.ts';

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
    ['|', 'vnuma', "vnuma = [ [ '' ] ]"],
    ['|', 'cpus', 'cpus = ""'],
    ['|', 'bootloader_args', "bootloader_args = [ '' ]"],
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
  ])('%s: %s', (marked, label, expected) => expect(complete(marked).take(label)).toBe(expected));
});

describe('what comes first', () => {
  it.each([
    ['|', ['PVH guest', 'PV guest', 'HVM guest', 'Windows guest', 'Arm guest', 'bootloader', 'cmdline']],
    ['pv|', ['PVH guest', 'PV guest']],
    ['# web\n|\n# end\n', ['PVH guest']],
    ['name = "a"\n|', ['bootloader', 'cmdline', 'disk']],
    ['|\nname = "a"', ['bootloader']],
    ['pv| = 1', ['bootloader']],
    ['type = |', ['hvm', 'pv', 'pvh']],
  ])('%s', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it('orders names by use, then name, the deprecated ones last', () => {
    const use = new Map(OPTIONS.map(({ name, use, deprecated }) => [name, deprecated ? 9 : use]));
    const keys = labels(`${HVM}|`).map((name) => `${use.get(name)}${name}`);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys).toEqual(keys.toSorted());
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
    expect(labels(`type="${type}"\n|`, NEWEST_XEN_VERSION).toSorted()).toEqual(expected.toSorted());
  });

  it('marks the deprecated ones', () => {
    const marked = complete('|', NEWEST_XEN_VERSION).items.filter(({ tags }) => tags?.includes(1));
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
    [`${HVM}vga = |`, 'stdvga cirrus qxl none'],
    ['name = "|"', ''],
    ['kernel = |', ''],
    ['type = [ | ]', ''],
    ['memory = "|"', ''],
    ["vif = '|'", ''],
    ['type = foo(|)', ''],
    ["type = 'a' '|'", ''],
  ])('%s', (marked, expected) => expect(labels(marked).join(' ')).toBe(expected));

  it('offers the words of an option that this guest does not read', () => {
    expect(labels('vga = |')).toContain('stdvga');
  });

  it('leaves out the words that the release does not have', () => {
    expect(labels(`${HVM}vga = |`, '4.5')).toEqual(['stdvga', 'cirrus', 'none']);
  });
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

describe('resolving', () => {
  it.each([
    ['|', 'name', '`name` (string)\n\n'],
    [`${HVM}vga=|`, 'cirrus', 'A Cirrus Logic'],
    [`${HVM}acpi=|`, '1', 'Whether the guest gets ACPI tables.'],
    ["disk=['|']", 'vdev=', '`vdev` (disk: key, or third position)'],
    ["disk=['/x,|']", 'qcow2', 'QEMU image that grows'],
    ["disk=['/x,raw,|']", 'xvda', 'This PV guest: Xen virtual disk, nothing is emulated'],
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
    { kind: 'option', name: 'name' },
    { kind: 'option', file: 'nosuch', name: 'name' },
    { kind: 'option', file: 'guest', name: 'nosuch' },
    { kind: 'specParameter', option: 'nosuch', name: 'mac' },
    { kind: 'specValue', option: 'vif', parameter: 'nosuch', value: 'x' },
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
  it.each(SAMPLES.map((sample, index) => [index, sample] as const))(
    'sample %i',
    (_, sample) => {
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
    },
    30_000,
  );
});
