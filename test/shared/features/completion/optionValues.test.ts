import { describe, expect, it } from 'vitest';
import { complete, HVM, labels } from '../../../support/cursor.ts';

describe('an accepted value', () => {
  it.each([
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

describe('the values that are offered', () => {
  it.each([
    ['type = |', 'hvm pv pvh'],
    [`${HVM}vga = |`, 'stdvga cirrus qxl none'],
    ['name = "|"', 'guest'],
    ['seclabel = "|"', ''],
    ['kernel = |', ''],
    ['type = [ | ]', ''],
    ['memory = "|"', ''],
    ["vif = '|'", ''],
    ['type = foo(|)', ''],
    ["type = 'a' '|'", ''],
  ])('%s', (marked, expected) => expect(labels(marked).join(' ')).toBe(expected));

  it.each([
    ['gic_version = "v3"\ntype = |', '4.17', 'pvh'],
    ['gic_version = "v3"\ntype = "|"', '4.17', 'pvh'],
    ['gic_version = "v3"\ntype = |', '4.11', 'pv'],
    ['gic_version = "v3"\nbuilder = |', '4.17', ''],
    ['gic_version = "v3"\npassthrough = |', '4.17', 'default disabled enabled share_pt'],
    ['gic_version = "v3"\nvuart = |', '4.17', 'sbsa_uart'],
  ] as const)('are those of Arm where the file is for Arm: %s', (marked, xenVersion, expected) =>
    expect(labels(marked, xenVersion).join(' ')).toBe(expected),
  );

  it('offers the words of an option that this guest does not read', () => {
    expect(labels('vga = |')).toContain('stdvga');
  });

  it('leaves out the words that the release does not have', () => {
    expect(labels(`${HVM}vga = |`, '4.5')).toEqual(['stdvga', 'cirrus', 'none']);
  });
});
