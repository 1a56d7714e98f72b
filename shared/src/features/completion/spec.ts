/** Completion inside the strings of small languages. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { DEPTHS, specContextOf, specLanguageOf } from '../../document/specStrings.ts';
import { type ParsedSpec, readStrings, type SpecLanguage } from '../../languages/language.ts';
import {
  decodedOffset,
  type List,
  type Setting,
  type StringLiteral,
  sourceSpan,
} from '../../syntax/index.ts';
import type { Context } from './context.ts';
import { itemOf } from './items.ts';
import { specFieldAt } from './specField.ts';
import { specProposals } from './specProposals.ts';

/** In how many lists a string stands. */
export const depthOf = (setting: Setting, list: List | undefined): 0 | 1 | 2 =>
  list === undefined ? 0 : setting.value === list ? 1 : 2;

/** In a string that is still open, the bracket behind it belongs to the text too. */
const ENDS = /^[\s\]]*$/;

/**
 * In longer strings nothing is offered: each of some dozens of proposals is tried on all of it. A person writes some
 * hundred characters. In UTF-16 code units.
 */
const LONGEST = 4000;

/** Items for the inside of a string; none where the option's strings have no language, or do not stand there. */
export function specFieldItems(
  doc: XlDocument,
  { setting, list, node }: Extract<Context, { kind: 'string' }>,
  offset: number,
): CompletionItem[] {
  const option = setting.name.text;
  const language = specLanguageOf(doc, option);
  if (!language || !DEPTHS[language.shape].includes(depthOf(setting, list))) return [];
  const nodes = readTogether(language, node, list);
  if (nodes.reduce((sum, { content }) => sum + content.text.length, 0) > LONGEST) return [];
  const readAll = readerOf(doc, language, node, nodes, list);
  const read = (text: string): ParsedSpec => readAll(text).own;
  const { text } = node.content;
  const field = specFieldAt(language, read(text), decodedOffset(node.content, offset));
  if (!field) return [];
  const replaced = sourceSpan(node.content, field.start, field.end);
  if (offset < replaced.start || offset > replaced.end) return [];
  const rest = text.slice(field.end);
  const before = text.slice(0, field.start);
  const after = !node.closed && ENDS.test(rest) ? '' : rest;
  const used = usedIn(readAll(`${before}${withoutSeparator(language, after)}`).all);
  const reader = { xenVersion: doc.settings.xenVersion, guestType: doc.guest.type };
  const around = { language, option, before, after, read, used, ...reader };
  return specProposals(field, around).map((proposal) => itemOf(doc, replaced, proposal));
}

const withoutSeparator = ({ separator }: SpecLanguage, rest: string): string =>
  separator !== '' && rest.startsWith(separator) ? rest.slice(separator.length) : rest;

interface Read {
  /** The string itself. */
  readonly own: ParsedSpec;
  /** It and those that it belongs together with. */
  readonly all: readonly ParsedSpec[];
}

/** The string and, where the language has groups, the others of its own. */
function readTogether(
  { shape }: SpecLanguage,
  node: StringLiteral,
  list: List | undefined,
): readonly StringLiteral[] {
  const group = shape === 'groups' ? (list?.items ?? []) : [];
  const strings = group.flatMap((item) => (item.kind === 'string' ? [item] : []));
  return strings.includes(node) ? strings : [node];
}

/** Reads the string with another text in it, along with those that are read together with it. */
function readerOf(
  doc: XlDocument,
  language: SpecLanguage,
  node: StringLiteral,
  nodes: readonly StringLiteral[],
  list: List | undefined,
): (text: string) => Read {
  const context = specContextOf(doc, list === undefined ? 'text' : 'list');
  return (text) => {
    const all = readStrings(
      language,
      nodes.map((one) => (one === node ? text : one.content.text)),
      context,
    );
    const own = all[nodes.indexOf(node)] ?? { text, parts: [], faults: [], fields: undefined };
    return { own, all };
  };
}

const usedIn = (specs: readonly ParsedSpec[]): ReadonlySet<string> =>
  new Set(
    specs.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'word' ? (part.role ?? []) : part.name)),
    ),
  );
