/** Whole strings of small languages, for a place where there is none yet: the examples of the documentation. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { DEPTHS, specContextOf, specLanguageOf } from '../../document/specStrings.ts';
import {
  type ParsedSpec,
  readStrings,
  type SpecContext,
  type SpecFault,
  type SpecLanguage,
  type SpecPart,
} from '../../languages/language.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { choice, placeholder, snippetText } from '../../snippet.ts';
import type { Context } from './context.ts';
import { itemOf, ordinal } from './items.ts';
import { commasAround } from './listPlace.ts';
import { depthOf } from './spec.ts';
import { examplesOf, type SpecExample } from './specExamples.ts';
import { valuesFor } from './specProposals.ts';

/** More would hide the keys and words that the list is for. */
const MOST_ENTRIES = 6;
/** Sorts behind the words that the option itself has. */
const BEHIND_WORDS = 2;

/** Examples for a place between the items of a list, or for a value that is still to be written. */
export function specEntryItems(
  doc: XlDocument,
  context: Extract<Context, { kind: 'value' }>,
): CompletionItem[] {
  const { setting, list, replaced } = context;
  const option = setting.name.text;
  const language = specLanguageOf(doc, option);
  if (!language) return [];
  const depth = depthOf(setting, list);
  const [before, after] = list ? commasAround(list, replaced) : ['', ''];
  return entriesFor(doc, language, depth)
    .filter((entry) => entry.depth >= depth || DEPTHS[language.shape].includes(depth))
    .slice(0, MOST_ENTRIES)
    .map((entry, index) =>
      itemOf(doc, replaced, {
        label: labelOf(entry),
        kind: CompletionItemKind.Snippet,
        detail: language.noun,
        text: `${before}${inLists(bodies(doc, language, entry, depth), entry.depth - depth)}${after}`,
        snippet: true,
        order: `${BEHIND_WORDS}${ordinal(index)}`,
        data: { kind: 'specParameter', option, name: entry.parameter.name },
      }),
    );
}

const labelOf = ({ groups }: SpecExample): string => groups.flat().join(', ');

/** Groups of strings as a value, with the lists around it that are not there yet. */
function inLists(groups: readonly (readonly string[])[], lists: number): string {
  const inside = groups.map((strings) => strings.join(', '));
  if (lists <= 0) return inside.join(', ');
  return lists === 1 ? `[ ${inside.join(', ')} ]` : `[ ${inside.map((one) => `[ ${one} ]`).join(', ')} ]`;
}

/** The examples that the xl of this release takes for this guest, each once; within a list, group by group. */
function entriesFor(doc: XlDocument, language: SpecLanguage, depth: number): readonly SpecExample[] {
  const taken = examplesOf(language)
    .filter((example) => isTaken(doc, language, example, depth))
    .flatMap((example) =>
      depth === 0 ? [example] : example.groups.map((texts) => ({ ...example, groups: [texts] })),
    );
  const seen = new Set<string>();
  return taken.filter((entry) => {
    const isNew = !seen.has(labelOf(entry));
    seen.add(labelOf(entry));
    return isNew;
  });
}

/** At `depth`, the example is part of a list, or brings one with it, or is a text of its own. */
const contextOf = (doc: XlDocument, example: SpecExample, depth: number): SpecContext =>
  specContextOf(doc, example.depth > 0 || depth > 0 ? 'list' : 'text');

function isTaken(doc: XlDocument, language: SpecLanguage, example: SpecExample, depth: number): boolean {
  const { groups, parameter } = example;
  if (!existsIn(doc.settings.xenVersion, parameter)) return false;
  const context = contextOf(doc, example, depth);
  const specs = language.createReader({ ...context, isWhole: true })(groups);
  return specs.flat().every(({ faults }) => faults.every(isHarmless));
}

/** What goes against another option can be cured there. */
const isHarmless = ({ kind, effect }: SpecFault): boolean =>
  effect === 'none' || (kind === 'conflict' && effect === 'ignored');

/** Each string in quotes, as a snippet with a stop at each value. */
function bodies(
  doc: XlDocument,
  language: SpecLanguage,
  example: SpecExample,
  depth: number,
): readonly (readonly string[])[] {
  const context = contextOf(doc, example, depth);
  let stop = 0;
  const bodyOf = ({ text, parts }: ParsedSpec): string => {
    let body = '';
    let from = 0;
    for (const part of parts) {
      const place = part.kind === 'parameter' ? part.valueSpan : part;
      if (place.start < from || (part.kind === 'word' && part.text === part.role)) continue;
      stop += 1;
      body += snippetText(text.slice(from, place.start)) + stopFor(doc, language, part, stop);
      from = place.end;
    }
    const quote = text.includes("'") ? '"' : "'";
    return `${quote}${body}${snippetText(text.slice(from))}${quote}`;
  };
  return example.groups.map((texts) => readStrings(language, texts, context).map(bodyOf));
}

function stopFor(doc: XlDocument, { parameters }: SpecLanguage, part: SpecPart, stop: number): string {
  const [name, value] = part.kind === 'word' ? [part.role, part.text] : [part.name, part.value];
  const parameter = parameters.find((one) => one.name === name);
  const reader = { xenVersion: doc.settings.xenVersion, guestType: doc.guest.type };
  const others = parameter ? valuesFor(parameter, reader).filter((other) => other.name !== value) : [];
  return others.length > 0
    ? choice(stop, [value, ...others.map((other) => other.name)])
    : placeholder(stop, value);
}
