/** The hover on a whole string: what it describes, what xl makes of it, what is wrong. */

import type { XlDocument } from '../document/document.ts';
import { meaningContext, type SpecString } from '../document/specStrings.ts';
import type { OptionSchema } from '../schema/types.ts';
import { bullets, code, paragraphs, plain } from '../text/markdown.ts';
import { capitalized } from '../text/sentences.ts';
import { adviceOn, byEffect, wholeEffect } from './faults.ts';
import { optionNotes } from './option.ts';
import { wordIn } from './value.ts';

const NOT_READ =
  '**xl does not read it for the guest**: a later setting replaces it, or xl does not look for a string here.';

/** A hover is not a place for more. */
const MOST_LINES = 20;
const MOST_ADVICE = 3;

/** Markdown for a string of the option. */
export function specSummary(doc: XlDocument, option: OptionSchema, string: SpecString): string {
  const { language, spec, setting, counts } = string;
  const { meaning, noun } = language;
  const notes = optionNotes(doc, option);
  const isRead = notes.length === 0;
  // What is not read does no harm.
  const faults = isRead ? [...spec.faults].sort(byEffect) : [];
  const [worst] = faults;
  const isRefused = worst?.effect === 'refused' || worst?.effect === 'crashes';
  const lines = isRead ? (meaning?.fields?.(spec) ?? madeLines(doc, option, string)) : [];
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return paragraphs([
    `${capitalized(plain(noun))} ${code(spec.text)}`,
    ...notes,
    counts || !isRead ? undefined : NOT_READ,
    worst && wholeEffect(worst),
    ...[...new Set(faults.map(adviceOn))].filter((advice) => advice !== '').slice(0, MOST_ADVICE),
    shown.length === 0
      ? undefined
      : paragraphs([isRefused ? 'As far as xl gets:' : 'What xl makes of it:', bullets(shown)]),
    isRead ? meaning?.outcome?.(spec, meaningContext(doc, setting)) : undefined,
    plain(option.summary),
  ]);
}

/** The fields by their names in xl's JSON, or, where there are none with names, the parts one by one. */
function madeLines(doc: XlDocument, option: OptionSchema, string: SpecString): readonly string[] {
  const { fields } = string.spec;
  return isRecord(fields)
    ? Object.entries(fields).flatMap(([name, value]) => fieldLines(name, value))
    : partLines(doc, option, string);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldLines(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([inner, one]) => fieldLines(`${name}.${inner}`, one));
  }
  if (!Array.isArray(value)) return [`${code(name)}: ${code(String(value))}`];
  return value.some(isRecord)
    ? value.map((one) => `${code(name)}: ${inline(one)}`)
    : [`${code(name)}: ${code(value.map(shown).join(', '))}`];
}

/** An object on one line. */
const inline = (value: unknown): string =>
  isRecord(value)
    ? Object.entries(value)
        .map(([name, one]) => `${plain(name)} ${code(shown(one))}`)
        .join(', ')
    : code(shown(value));

/** What is too deep for its own lines, as JSON. */
const shown = (value: unknown): string =>
  typeof value === 'object'
    ? JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one))
    : `${value}`;

function partLines(doc: XlDocument, option: OptionSchema, { language, spec }: SpecString): readonly string[] {
  return spec.parts.map((part) => {
    const name = part.kind === 'word' ? part.role : part.name;
    const written = spec.text.slice(part.start, part.end);
    const summary =
      language.parameters.find((one) => one.name === name)?.summary ?? wordIn(doc, option, written)?.summary;
    return summary === undefined
      ? code(written)
      : `${code(written)}: ${negationPrefix(written)}${plain(summary)}`;
  });
}

/** A `^` in a set takes out what follows it. */
export const negationPrefix = (written: string): string =>
  written.startsWith('^') ? 'Not in the set: ' : '';
