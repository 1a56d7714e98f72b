/** Completion inside strings with their own language. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { DEPTHS, specContextOf, specLanguageOf } from '../../document/specStrings.ts';
import type { ParsedSpec, SpecLanguage } from '../../languages/language.ts';
import { decodedOffset, type StringLiteral, sourceSpan } from '../../syntax/index.ts';
import type { InString } from './context.ts';
import { itemOf } from './items.ts';
import type { KnownValues } from './known.ts';
import { depthOf } from './listInsertion.ts';
import { fieldAt, isEnd, type StringField } from './stringField.ts';
import { stringProposals } from './stringProposals.ts';
import type { CompletionTools } from './tools.ts';
import { type EditedString, fieldOfPart, namesFrom } from './trial.ts';
import { audienceOf } from './values.ts';

/**
 * In longer strings nothing is offered: each of some dozens of proposals is tried on all of it. Users write some
 * hundred characters. In UTF-16 code units.
 */
const LONGEST = 4000;

/** Items for the inside of a string; none where the option's strings have no language, or are not there. */
export function stringItems(
  doc: XlDocument,
  context: InString,
  offset: number,
  known: KnownValues,
  tools: CompletionTools,
): CompletionItem[] {
  const { setting, list, node } = context;
  const language = specLanguageOf(doc, setting.name.text);
  if (!language || !DEPTHS[language.shape].includes(depthOf(setting, list))) return [];
  const group = groupOf(language, context);
  if (group.reduce((sum, { content }) => sum + content.text.length, 0) > LONGEST) return [];
  const read = readerOf(doc, language, context, group);
  const field = fieldAt(language, read(node.content.text).spec, decodedOffset(node.content, offset));
  if (!field) return [];
  const replaced = sourceSpan(node.content, field.start, field.end);
  if (offset < replaced.start || offset > replaced.end) return [];
  const edited = editedString(doc, language, context, field, read, known, tools);
  return stringProposals(field, edited).map((proposal) => itemOf(doc, replaced, proposal));
}

/** The string and, where the language has groups, the others of its group. */
function groupOf({ shape }: SpecLanguage, { node, list }: InString): readonly StringLiteral[] {
  const group = shape === 'groups' ? (list?.items ?? []) : [];
  const strings = group.flatMap((item) => (item.kind === 'string' ? [item] : []));
  return strings.includes(node) ? strings : [node];
}

/** A string, and the other strings of its group, as the language reads them together. */
interface Reading {
  readonly spec: ParsedSpec;
  readonly siblings: readonly ParsedSpec[];
}

/** Reads the string with another text in it. */
function readerOf(
  doc: XlDocument,
  language: SpecLanguage,
  { list, node }: InString,
  group: readonly StringLiteral[],
): (text: string) => Reading {
  const reader = language.createReader(specContextOf(doc, list === undefined ? 'text' : 'list'));
  return (text) => {
    const [specs = []] = reader([group.map((one) => (one === node ? text : one.content.text))]);
    const at = group.indexOf(node);
    const spec = specs[at] ?? { text, parts: [], faults: [], fields: undefined };
    return { spec, siblings: specs.filter((_, index) => index !== at) };
  };
}

/** The string without what is typed of the field. A key that has its `=` is left where it is: its value stays. */
function editedString(
  doc: XlDocument,
  language: SpecLanguage,
  { setting, node }: InString,
  field: StringField,
  read: (text: string) => Reading,
  known: KnownValues,
  { suggestCommand }: CompletionTools,
): EditedString {
  const { text } = node.content;
  const { isKey, needsSeparator, start, end } = field;
  const rest = text.slice(end);
  const before = text.slice(0, start);
  const after = !node.closed && isEnd(rest) ? '' : rest;
  const { spec, siblings } = read(isKey ? text : before + after);
  const afterStart = isKey ? end : start;
  const others = spec.parts.filter((part) => part.end <= start || part.start >= afterStart);
  return {
    ...audienceOf(doc, setting, known, node),
    language,
    option: setting.name.text,
    before,
    separator: needsSeparator ? language.separator : '',
    after,
    suggestCommand,
    read: (candidate) => read(candidate).spec,
    spec,
    usedFields: new Set(
      [...others, ...siblings.flatMap(({ parts }) => parts)].flatMap(
        (part) => fieldOfPart(language, part) ?? [],
      ),
    ),
    following: namesFrom(spec, afterStart),
  };
}
