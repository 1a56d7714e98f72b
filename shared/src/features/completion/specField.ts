/** What stands at the cursor in a string of a small language. Offsets count in the decoded text. */

import type { ParsedSpec, SpecLanguage } from '../../languages/language.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import type { Span } from '../../span.ts';

/** The span goes from the start of the typed word, in which the cursor stands, to its end. */
export interface SpecField extends Span {
  /** The key whose value it is. Absent: a key or word begins here. */
  readonly parameter?: ParameterSchema;
  /** Another part follows with nothing between: what is put in needs a separator behind it. */
  readonly isSqueezed: boolean;
  /** The word is a key that has its `=` already. */
  readonly isName: boolean;
}

/** The rest of a word, and blanks before a separator, which xl as a rule takes for a part of it. */
const TAIL = /^[\w.:^/-]*/;
const BLANKS_TO_SEPARATOR = /^[ \t]+(?=,)/;

/** A key, which may hold anything but what ends it, and what is typed of the value behind its `=`. */
function namedIn(typed: string): { readonly name: string; readonly value: string } | undefined {
  const equals = typed.indexOf('=');
  if (equals < 0) return undefined;
  return {
    name: typed.slice(0, equals).replace(/(?<![ \t])[ \t]+$/, ''),
    value: typed.slice(equals + 1).replace(/^[ \t]+/, ''),
  };
}

/** The field at the decoded offset `at`; null where nothing can be offered: behind an unknown key, in running text. */
export function specFieldAt(
  language: SpecLanguage,
  { text, parts }: ParsedSpec,
  at: number,
): SpecField | null {
  const { separator } = language;
  const tail = tailOf(text.slice(at), separator);
  const value = parts.findLast(
    (part) => part.kind === 'parameter' && part.valueSpan.start <= at && at <= part.valueSpan.end,
  );
  if (value?.kind === 'parameter')
    return valueField(language, value.name, value.valueSpan.start, text, at, tail);
  const from = separator === '' ? 0 : text.slice(0, at).lastIndexOf(separator) + 1;
  const start = from + (/^[ \t]*/.exec(text.slice(from, at))?.[0].length ?? 0);
  const typed = text.slice(start, at);
  const named = namedIn(typed);
  if (named) return valueField(language, named.name, at - named.value.length, text, at, tail);
  if (/\s/.test(typed)) return null;
  // Right before a word, something new goes in, and the word stays.
  const isSqueezed = typed === '' && tail.trim() !== '';
  const end = isSqueezed ? at : at + tail.length;
  return { start, end, isSqueezed, isName: !isSqueezed && text[end] === '=' };
}

function tailOf(rest: string, separator: string): string {
  const word = TAIL.exec(rest)?.[0] ?? '';
  const blanks = separator === ',' ? (BLANKS_TO_SEPARATOR.exec(rest.slice(word.length))?.[0] ?? '') : '';
  return word + blanks;
}

function valueField(
  { parameters }: SpecLanguage,
  key: string,
  start: number,
  text: string,
  at: number,
  tail: string,
): SpecField | null {
  const parameter = parameters.find(({ name, form }) => name === key && form === 'value');
  if (!parameter || /\s/.test(text.slice(start, at))) return null;
  return { parameter, start, end: at + tail.length, isSqueezed: false, isName: false };
}
