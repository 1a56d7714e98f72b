/** String literals, for text that moves within a file, and the refactorings of single literals. */

import { readConfigNumber } from '../../cNumbers.ts';
import { EVERY_KIND } from '../../rules/rule.ts';
import type { OptionKind } from '../../schema/types.ts';
import { type Atom, parseConfig, type StringLiteral } from '../../syntax/index.ts';
import { valuesAt } from '../../syntax/query.ts';
import type { Refactoring } from './refactoring.ts';

export type Quote = StringLiteral['quote'];

/**
 * The raw text between the quotes of `atom`, as it is written between quotes of the kind `wanted`. Escapes stay, so that
 * the file gets no characters that it did not have.
 */
export function requoted(source: string, atom: Atom, wanted: Quote): string {
  if (atom.kind === 'number') return atom.text;
  const { content, quote } = atom;
  const raw = source.slice(content.start, content.end);
  if (quote === wanted) return raw;
  return raw.replace(/\\[\s\S]|["']/g, (found) => {
    if (found === wanted) return `\\${wanted}`;
    return found === `\\${quote}` ? quote : found;
  });
}

/** The string literal with this raw text; undefined where xl would not read `meaning` from it. */
export function literalFor(meaning: string, raw: string, quote: Quote): string | undefined {
  const literal = quote + raw + quote;
  const { settings, errors } = parseConfig(`x = ${literal}\n`);
  const value = settings[0]?.value;
  return errors.length === 0 && value?.kind === 'string' && value.content.text === meaning
    ? literal
    : undefined;
}

/** False for a bare number that is read as a string: nothing can be written into it. */
export const hasQuotes = ({ start, content, closed }: StringLiteral): boolean =>
  closed && content.start > start;

/** Double quotes for single ones, and back. */
export const switchQuotes: Refactoring = {
  kinds: EVERY_KIND,
  offers: ({ doc, setting, selection }) => {
    const node = valuesAt(setting.value, selection.start).at(-1);
    if (node?.kind !== 'string' || selection.end > node.end) return [];
    const quote = node.quote === '"' ? "'" : '"';
    const newText = literalFor(node.content.text, requoted(doc.file.text, node, quote), quote);
    if (newText === undefined) return [];
    const title = quote === '"' ? 'Use double quotes' : 'Use single quotes';
    return [{ title, edits: [{ start: node.start, end: node.end, newText }] }];
  },
};

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
        title: `Convert ${value.text} to ${newText}`,
        edits: [{ start: value.start, end: value.end, newText }],
      },
    ];
  },
};
