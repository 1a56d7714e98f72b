/** String literals for text that moves within a file. */
import { type Atom, parseConfig, type StringLiteral } from '../../syntax/index.ts';

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
