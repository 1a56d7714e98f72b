/** Lines of a guest's file, explained field by field. */

import type { XlDocument } from '../../document/document.ts';
import { type SpecString, specStrings } from '../../document/specStrings.ts';
import type { Piece } from '../../languages/pieces.ts';
import { asString } from '../../model/effectiveSettings.ts';
import { faultLines } from '../../prose/faults.ts';
import { optionNotes } from '../../prose/option.ts';
import { historyLine, parameterValueMeaning } from '../../prose/parameter.ts';
import { negationPrefix, specSummary } from '../../prose/spec.ts';
import { valueHover, wordIn } from '../../prose/value.ts';
import type { Problem } from '../../rules/problem.ts';
import { SEVERITY_LABELS } from '../../severity.ts';
import type { Span } from '../../span.ts';
import type { Setting } from '../../syntax/index.ts';
import { bullets, code, codeBlock, paragraphs, plain } from '../../text/markdown.ts';

const heading = (text: string): string => `## ${text}`;

/** What a field is called that xl does not know. */
const UNKNOWN = 'unknown';

interface Field {
  /** As it is written, with its name where it has one. */
  readonly written: string;
  readonly piece: Piece;
}

/** Whether they are the key and the value of one field. */
const belongTogether = (key: Piece, value: Piece): boolean =>
  key.whole.start === value.whole.start &&
  (value.kind === 'value' || (key.kind === 'unknown' && value.kind === 'unknown'));

/** The fields of a string. */
function fieldsOf({ spec: { text }, pieces }: SpecString): readonly Field[] {
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    if (next && belongTogether(piece, next)) return [];
    const before = pieces[index - 1];
    const hasKey = before !== undefined && belongTogether(before, piece);
    const { start, end } = hasKey ? piece.whole : piece;
    return [{ written: text.slice(start, end), piece }];
  });
}

function fieldText(doc: XlDocument, string: SpecString, { written, piece }: Field): string {
  const faults = isRead(doc, string) ? faultLines(string.spec, piece.whole) : [];
  if (piece.kind === 'prefix') return paragraphs([...prefixTexts(string, piece), ...faults]);
  const { name, summary, meaning } = described(doc, string, piece);
  return paragraphs([
    heading(`${code(written)} (${name})`),
    summary === undefined ? undefined : negationPrefix(written) + plain(summary),
    meaning,
    ...faults,
  ]);
}

function prefixTexts({ language }: SpecString, { text, parameter }: Piece): readonly (string | undefined)[] {
  const prefix = language.prefixes?.find(({ name }) => name === parameter);
  return prefix
    ? [
        heading(`${code(text)} (deprecated prefix)`),
        plain(prefix.summary),
        `Write: ${prefix.instead}`,
        historyLine(prefix.history),
      ]
    : [heading(`${code(text)} (${UNKNOWN} prefix)`)];
}

/** What is not read does no harm. */
function isRead(doc: XlDocument, { setting }: SpecString): boolean {
  const option = doc.kind.optionByName.get(setting.name.text);
  return option === undefined || optionNotes(doc, option).length === 0;
}

interface Description {
  readonly name: string;
  readonly summary?: string;
  readonly meaning?: string | undefined;
}

function described(doc: XlDocument, string: SpecString, piece: Piece): Description {
  const { kind, parameter: name, text } = piece;
  const parameter = string.language.parameters.find((one) => one.name === name);
  if (!parameter) return describedWord(doc, string, text);
  const hasValue = kind !== 'flag' && kind !== 'key';
  return {
    name: plain(parameter.name),
    summary: parameter.summary,
    meaning: hasValue ? parameterValueMeaning(doc, string, parameter, text) : undefined,
  };
}

/** A word of an option whose strings have no parameters. */
function describedWord(doc: XlDocument, { setting }: SpecString, text: string): Description {
  const option = doc.kind.optionByName.get(setting.name.text);
  const value = option && wordIn(doc, option, text);
  return value ? { name: plain(setting.name.text), summary: value.summary } : { name: UNKNOWN };
}

function stringText(doc: XlDocument, string: SpecString): string {
  const fields = fieldsOf(string).map((field) => fieldText(doc, string, field));
  return paragraphs([...fields, heading('Together'), wholeText(doc, string)]);
}

function wholeText(doc: XlDocument, string: SpecString): string {
  const option = doc.kind.optionByName.get(string.setting.name.text);
  return option ? specSummary(doc, option, string) : '';
}

/** A setting without strings of a language: what its value means. */
function plainText(doc: XlDocument, { name, value }: Setting): string | undefined {
  const option = doc.kind.optionByName.get(name.text);
  if (!option || (value?.kind !== 'string' && value?.kind !== 'number')) return undefined;
  return valueHover(doc, option, asString(value).content.text);
}

const isWithin = ({ start, end }: Span, part: Span): boolean => part.start <= start && end <= part.end;

/** What the rules report in a part of the document. */
export const problemsIn = (doc: XlDocument, part: Span): readonly Problem[] =>
  doc.problems.filter(({ span }) => isWithin(span, part));

/** The settings in a part of the document, explained field by field, and what the rules report there. Markdown. */
export function settingsText(doc: XlDocument, part: Span): string {
  const strings = specStrings(doc);
  const settings = doc.file.settings.filter((setting) => isWithin(setting, part));
  const problems = problemsIn(doc, part);
  return paragraphs([
    ...settings.flatMap((setting) => {
      const own = strings.filter((string) => string.setting === setting && string.pieces.length > 0);
      const source = doc.text.getText().slice(setting.start, setting.end);
      return [
        codeBlock(source.split('\n')),
        ...(own.length > 0 ? own.map((string) => stringText(doc, string)) : [plainText(doc, setting)]),
      ];
    }),
    ...(problems.length > 0
      ? [
          heading('Problems'),
          bullets(
            problems.map(
              ({ severity, code: rule, message }) =>
                `${SEVERITY_LABELS[severity]} ${code(rule)}: ${plain(message)}`,
            ),
          ),
        ]
      : []),
  ]);
}
