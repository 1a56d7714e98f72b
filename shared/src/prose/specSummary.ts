/** The hover on a whole string in a small language: what it describes, what xl makes of it, what is wrong. */

import type { XlDocument } from '../document/document.ts';
import type { ParsedSpec, SpecEffect, SpecFault, SpecLanguage } from '../languages/language.ts';
import type { OptionSchema } from '../schema/types.ts';
import type { Span } from '../span.ts';
import { printable } from '../text/printable.ts';
import { capitalized } from '../text/sentences.ts';
import { bullets, code, paragraphs, plain } from './markdown.ts';
import { optionNotes } from './option.ts';
import { wordIn } from './value.ts';

/** What xl does, the worst first. Nothing for what works as written. */
const EFFECTS: Readonly<Record<SpecEffect, string>> = {
  refused: 'xl refuses the file.',
  crashes: 'xl dies of it, or never ends.',
  createFails: 'xl takes the file, and the guest cannot be created.',
  dropped: 'xl goes on without the device.',
  startFails: 'The guest does not start with it.',
  restIgnored: 'xl goes on without it and all that follows in the string.',
  ignored: 'xl goes on without it.',
  none: '',
};

/** Likewise for the string as a whole. */
const WHOLE_EFFECTS: Readonly<Record<SpecEffect, string>> = {
  ...EFFECTS,
  restIgnored: 'xl reads only the beginning.',
  ignored: 'xl passes over something in it.',
};

const WORST_FIRST = Object.keys(EFFECTS);

const byEffect = (one: SpecFault, other: SpecFault): number =>
  WORST_FIRST.indexOf(one.effect) - WORST_FIRST.indexOf(other.effect);

/** Of a value that xl takes for another one it does not go on without. */
const MISREAD = 'xl does not take it as written.';

const faultLine = ({ kind, effect, advice }: SpecFault): string => {
  const what = kind === 'bad-value' && effect === 'ignored' ? MISREAD : EFFECTS[effect];
  return [...(what ? [`**${what}**`] : []), ...(advice ? [printable(plain(advice))] : [])].join(' ');
};

/** What is wrong within the place, a span of the decoded text, the worst first. Markdown, one line each. */
export const faultLines = ({ faults }: ParsedSpec, { start, end }: Span): readonly string[] =>
  faults
    .filter((fault) => fault.start >= start && fault.end <= end)
    .toSorted(byEffect)
    .map(faultLine)
    .filter((line) => line !== '');

/** Markdown for a string of the option. `counts`: whether xl reads it for the guest. */
export function specSummary(
  doc: XlDocument,
  option: OptionSchema,
  language: SpecLanguage,
  spec: ParsedSpec,
  counts: boolean,
): string {
  const notes = optionNotes(doc, option);
  // What is not read does no harm.
  const faults = notes.length > 0 ? [] : spec.faults.toSorted(byEffect);
  const [worst] = faults;
  const cures = new Set(faults.flatMap(({ advice }) => (advice ? [printable(plain(advice))] : [])));
  const effect = worst ? WHOLE_EFFECTS[worst.effect] : '';
  const broken = worst?.effect === 'refused' || worst?.effect === 'crashes';
  const made = notes.length > 0 ? [] : madeLines(doc, option, language, spec);
  return paragraphs([
    `${capitalized(plain(language.noun))} ${code(spec.text)}`,
    ...notes,
    counts || notes.length > 0 ? undefined : NOT_READ,
    effect === '' ? undefined : `**${effect}**`,
    ...[...cures].slice(0, MOST_CURES),
    made.length === 0 ? undefined : paragraphs([broken ? 'As far as xl gets:' : MADE, bullets(made)]),
    plain(option.summary),
  ]);
}

const NOT_READ =
  '**xl does not read it for the guest**: a later setting replaces it, or it stands where xl does not look.';
const MADE = 'What xl makes of it:';

/** A hover is no place for more. */
const MOST_LINES = 20;
const MOST_CURES = 3;

/** The fields by their names in xl's JSON, or, where there are none with names, the parts one by one. */
function madeLines(
  doc: XlDocument,
  option: OptionSchema,
  language: SpecLanguage,
  spec: ParsedSpec,
): readonly string[] {
  const { fields } = spec;
  const lines = isRecord(fields)
    ? Object.entries(fields).flatMap(([name, value]) => fieldLines(name, value))
    : partLines(doc, option, language, spec);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
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

/** What is too deep for lines of its own, as JSON. */
const shown = (value: unknown): string =>
  typeof value === 'object'
    ? JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one))
    : `${value}`;

function partLines(
  doc: XlDocument,
  option: OptionSchema,
  { parameters }: SpecLanguage,
  { text, parts }: ParsedSpec,
): readonly string[] {
  return parts.map((part) => {
    const name = part.kind === 'word' ? part.role : part.name;
    const written = text.slice(part.start, part.end);
    const summary =
      parameters.find((one) => one.name === name)?.summary ?? wordIn(doc, option, written)?.summary;
    return summary === undefined ? code(written) : `${code(written)}: ${takenOut(written)}${plain(summary)}`;
  });
}

/** A `^` in a set takes out what follows it. */
export const takenOut = (written: string): string => (written.startsWith('^') ? 'Not in the set: ' : '');
