/** Strings from one place of a file to another. */
import { type Atom, parseConfig, type StringLiteral } from '../../syntax/index.ts';

export type Quote = StringLiteral['quote'];

/**
 * What stands between the quotes of `atom`, written for quotes of the kind `wanted`. Escapes stay as they are, so that
 * no character turns up in the file that was not there.
 */
export function contentFor(source: string, atom: Atom, wanted: Quote): string {
  if (atom.kind === 'number') return atom.text;
  const { content, quote } = atom;
  const raw = source.slice(content.start, content.end);
  if (quote === wanted) return raw;
  return raw.replace(/\\[\s\S]|["']/g, (found) => {
    if (found === wanted) return `\\${wanted}`;
    return found === `\\${quote}` ? quote : found;
  });
}

/** A string with this raw content; undefined where xl would not read `meaning` from it. */
export function stringMeaning(meaning: string, raw: string, quote: Quote): string | undefined {
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
