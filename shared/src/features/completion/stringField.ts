/** The field at the cursor in a string with its own language. Offsets count in the decoded text. */

import type { ParsedSpec, SpecLanguage } from '../../languages/language.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import type { Span } from '../../span.ts';

/** The span goes from the start of the typed word, which the cursor is in, to its end. */
export interface StringField extends Span {
  /** The key whose value it is. Absent: a key, a flag or a value without a key begins here. */
  readonly parameter?: ParameterSchema;
  /** Another part follows immediately: what is inserted needs a separator after it. */
  readonly needsSeparator: boolean;
  /** The word is a key that has its `=` already. */
  readonly isKey: boolean;
  /** The parameter that the word is a value of, without a key, if the cursor is not behind it: it stays one. */
  readonly role?: string;
}

/** The rest of a word, and whitespace before a separator, which xl usually reads as a part of it. */
const TAIL = /^[\w.:^/+-]*/;
const BLANKS_TO_SEPARATOR = /^[ \t]+(?=,)/;
/** The beginning of a key, flag or value that completion offers: no path, no address, nothing with whitespace is. */
const WORD = /^[\w.+-]*$/;

/** The field at the decoded offset `at`; null where nothing can be offered: after an unknown key, in a path. */
export function fieldAt(language: SpecLanguage, spec: ParsedSpec, at: number): StringField | null {
  const { text, parts } = spec;
  const value = parts.findLast(
    (part) => part.kind === 'parameter' && part.valueSpan.start <= at && at <= part.valueSpan.end,
  );
  if (value?.kind === 'parameter') return valueField(language, spec, value.name, value.valueSpan.start, at);
  const start = startOfWord(language, spec, at);
  const typed = text.slice(start, at);
  const named = keyAndValue(typed);
  if (named) return valueField(language, spec, named.name, at - named.value.length, at);
  if (isAtPrefix(spec, at)) return null;
  if (!WORD.test(typed) || followsPrefix(spec, start)) return pathField(language, spec, start, at);
  if (typed === '' && isBeforeField(language, text.slice(at)))
    // A string without a separator is one word, which is there already.
    return language.separator === '' ? null : { start, end: at, needsSeparator: true, isKey: false };
  const end = endOfWord(language, spec, at);
  const role = end > at ? roleAt(language, spec, start) : undefined;
  return {
    start,
    end,
    needsSeparator: false,
    isKey: text[end] === '=',
    ...(role === undefined ? {} : { role }),
  };
}

/** After the separator before `at`, the prefixes that the piece begins with, and whitespace. */
function startOfWord(
  { separator, prefixes = [] }: SpecLanguage,
  { text, parts }: ParsedSpec,
  at: number,
): number {
  const piece = separator === '' ? 0 : text.slice(0, at).lastIndexOf(separator) + 1;
  const prefix = parts.findLast(
    (part) =>
      part.kind === 'word' &&
      part.form === 'prefix' &&
      part.end <= at &&
      prefixes.some(({ name }) => name === part.role),
  );
  const from = Math.max(piece, prefix?.end ?? 0);
  return from + (/^[ \t]*/.exec(text.slice(from, at))?.[0].length ?? 0);
}

/** The parameter whose value begins there without a key; flags are no values. */
function roleAt({ notations }: SpecLanguage, { parts }: ParsedSpec, start: number): string | undefined {
  const part = parts.find((one) => one.start === start && one.kind === 'word');
  return part?.kind === 'word' && part.role !== undefined && notations?.[part.role] ? part.role : undefined;
}

/** A path without a key, such as the target of a disk; null for anything else that no flag or value begins like. */
function pathField(language: SpecLanguage, spec: ParsedSpec, start: number, at: number): StringField | null {
  const typed = spec.text.slice(start, at);
  const role =
    roleAt(language, spec, start) ??
    // Nothing is typed yet.
    language.parameters.find(({ name, content }) => content === 'file' && language.notations?.[name])?.name;
  const isPath = language.parameters.some(({ name, content }) => name === role && content === 'file');
  if (role === undefined || !isPath || /\s/.test(typed)) return null;
  return { start, end: endOfWord(language, spec, at), needsSeparator: false, isKey: false, role };
}

/** A prefix stands before a path. */
const followsPrefix = ({ parts }: ParsedSpec, start: number): boolean =>
  parts.some((part) => part.kind === 'word' && part.form === 'prefix' && part.end === start);

/** A prefix that is there stays. */
const isAtPrefix = ({ parts }: ParsedSpec, at: number): boolean =>
  parts.some((part) => part.kind === 'word' && part.form === 'prefix' && part.start <= at && at < part.end);

/** The end of the text. In a string that is still open, the bracket after it belongs to the text too. */
export const isEnd = (rest: string): boolean => /^[\s\]]*$/.test(rest);

/**
 * Right before a key, a path, or whitespace and a field, something new is inserted, and what follows stays. A flag or a
 * value is replaced.
 */
function isBeforeField({ separator }: SpecLanguage, rest: string): boolean {
  if (isEnd(rest)) return false;
  if (separator === '') return true;
  const word = TAIL.exec(rest)?.[0] ?? '';
  const isWord = word !== '' && WORD.test(word.split(':')[0] ?? '') && rest[word.length] !== '=';
  return !isWord && !rest.trimStart().startsWith(separator);
}

/** What follows a colon as a separate part stays. */
function endOfWord({ separator }: SpecLanguage, { text, parts }: ParsedSpec, at: number): number {
  const rest = text.slice(at);
  const word = TAIL.exec(rest)?.[0] ?? '';
  const blanks = separator === ',' ? (BLANKS_TO_SEPARATOR.exec(rest.slice(word.length))?.[0] ?? '') : '';
  const end = at + word.length + blanks.length;
  const suffix = parts.find((part) => part.kind === 'word' && part.form === 'suffix' && part.start > at);
  return suffix ? Math.min(end, suffix.start - 1) : end;
}

/** A key, which may contain anything but what ends it, and what is typed of the value after its `=`. */
function keyAndValue(typed: string): { readonly name: string; readonly value: string } | undefined {
  const equals = typed.indexOf('=');
  if (equals < 0) return undefined;
  return {
    name: typed.slice(0, equals).replace(/(?<![ \t])[ \t]+$/, ''),
    value: typed.slice(equals + 1).replace(/^[ \t]+/, ''),
  };
}

function valueField(
  language: SpecLanguage,
  spec: ParsedSpec,
  key: string,
  start: number,
  at: number,
): StringField | null {
  const parameter = language.parameters.find(({ name, form }) => name === key && form === 'value');
  if (!parameter || /\s/.test(spec.text.slice(start, at))) return null;
  return {
    parameter,
    start,
    end: endOfValue(language, spec, parameter, start, at),
    needsSeparator: false,
    isKey: false,
  };
}

/** A separator within a value belongs to it, as in `type=virtio,device22`; a value that takes the rest ends at its word. */
function endOfValue(
  language: SpecLanguage,
  spec: ParsedSpec,
  { takesRest }: ParameterSchema,
  start: number,
  at: number,
): number {
  const end = endOfWord(language, spec, at);
  if (takesRest || spec.text[end] !== language.separator) return end;
  const part = spec.parts.find((one) => one.kind === 'parameter' && one.valueSpan.start === start);
  return part?.kind === 'parameter' ? Math.max(end, part.valueSpan.end) : end;
}
