import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { apply, complete, HVM, labels, openMarked } from '../../../support/cursor.ts';

describe('an accepted name comes with the beginning of a value', () => {
  it.each([
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
  ])('%s: %s', (marked, label, expected) => expect(complete(marked).take(label)).toBe(expected));
});

describe('what comes first', () => {
  it.each([
    [
      '|',
      [
        ...['PVH guest', 'PV guest', 'HVM guest', 'Windows guest', 'UEFI guest', 'Pygrub guest'],
        ...['Driver domain', 'Arm guest', 'bootloader', 'cmdline'],
      ],
    ],
    ['pv|', ['PVH guest', 'PV guest']],
    ['# web\n|\n# end\n', ['PVH guest']],
    ['name = "a"\n|', ['bootloader', 'cmdline', 'disk']],
    ['|\nname = "a"', ['bootloader']],
    ['pv| = 1', ['memory']],
  ])('%s', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it('orders names by use, then name, the deprecated ones last', () => {
    const use = new Map(OPTIONS.map(({ name, use, deprecated }) => [name, deprecated ? 9 : use]));
    const keys = labels(`${HVM}|`).map((name) => `${use.get(name)}${name}`);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys).toEqual(keys.toSorted());
  });
});

describe('the names that are offered', () => {
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
      for (const item of completion(doc, doc.text.positionAt(offset)).items) {
        const text = apply(doc, item);
        const { errors, settings } = parseConfig(`${text}\n`);
        expect({ text, errors }).toEqual({ text, errors: [] });
        expect(settings.at(-1)?.name.text).toBe(item.label);
      }
    }
  });
});
