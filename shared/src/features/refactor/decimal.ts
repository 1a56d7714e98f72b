import { readConfigNumber } from '../../cNumbers.ts';
import { EVERY_KIND } from '../../rules/rule.ts';
import type { OptionKind } from '../../schema/types.ts';
import type { Refactoring } from './refactoring.ts';

/** The options of which xl asks for nothing but a number; to others `0x10` may be a name. */
const NUMERIC: ReadonlySet<OptionKind | undefined> = new Set<OptionKind>(['number', 'boolean']);

/** A hexadecimal or octal number in decimal. */
export const toDecimal: Refactoring = {
  kinds: EVERY_KIND,
  offers: ({ doc, setting: { name, value } }) => {
    if (value.kind !== 'number' || !NUMERIC.has(doc.kind.optionByName.get(name.text)?.kind)) return [];
    // With `+=` the digits are put together before they are a number.
    if (doc.guest.settings.get(name.text)?.parts.some(({ operator }) => operator?.text === '+=')) return [];
    const number = readConfigNumber(value.text);
    if (number.kind !== 'number' || String(number.value) === value.text) return [];
    const newText = String(number.value);
    return [
      {
        title: `Write ${value.text} as ${newText}`,
        edits: [{ start: value.start, end: value.end, newText }],
      },
    ];
  },
};
