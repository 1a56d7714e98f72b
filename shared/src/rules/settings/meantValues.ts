/** What users write for switches, amounts of memory and lists of words. */
import { type SchemaContext, wordFor } from '../../schema/options/matching.ts';
import type { OptionSchema } from '../../schema/types.ts';

/** Words for a boolean. */
export const BOOLEANS: Readonly<Record<string, string>> = {
  true: '1',
  yes: '1',
  on: '1',
  enabled: '1',
  false: '0',
  no: '0',
  off: '0',
  disabled: '0',
};

/** Units of memory, in MiB. */
export const MEBIBYTES: Readonly<Record<string, number>> = { m: 1, g: 1024, t: 1024 * 1024 };

/** The list that was meant by a string of words that an option knows in lists; null for another text. */
export function listOfWords(option: OptionSchema, text: string, context: SchemaContext): string | null {
  if (option.kind !== 'booleanOrList') return null;
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0 || !words.every((word) => wordFor(option, word, context))) return null;
  return `[ ${words.map((word) => `"${word}"`).join(', ')} ]`;
}

/** The number that digits with or without a unit mean, in the unit of the option. */
export function numberMeant(option: OptionSchema, digits: RegExpExecArray | null): string | undefined {
  const [, number = '', unit] = digits ?? [];
  if (!isDecimal(number) || number === '') return undefined;
  if (unit === undefined) return number;
  const factor = option.unit === 'MiB' ? MEBIBYTES[unit.toLowerCase().replace(/i?b$/, '')] : undefined;
  return factor === undefined || number.length > 9 ? undefined : String(Number(number) * factor);
}

/** Whether xl reads the digits as decimal. */
const isDecimal = (digits: string): boolean => digits === '0' || !digits.startsWith('0');
