/** Whole strings of small languages, for a place where there is none yet: the examples of the documentation. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { existsIn } from '../../schema/releases.ts';
import type { ParsedSpec, SpecLanguage, SpecPart } from '../../specs/spec.ts';
import type { XlDocument } from '../document.ts';
import { specContextOf, specLanguageOf } from '../hover/specAt.ts';
import type { Context } from './context.ts';
import { choice, itemOf, ordinal, placeholder, snippetText } from './items.ts';
import { commasAround } from './listPlace.ts';
import { DEPTHS, depthOf } from './spec.ts';
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
  return entriesFor(doc, language)
    .filter((entry) => entry.depth >= depth || DEPTHS[language.shape].includes(depth))
    .slice(0, MOST_ENTRIES)
    .map(({ parameter, ...entry }, index) =>
      itemOf(doc, replaced, {
        label: entry.texts.join(', '),
        kind: CompletionItemKind.Snippet,
        detail: language.noun,
        text: `${before}${inLists(bodies(doc, language, entry.texts), Math.max(entry.depth - depth, 0))}${after}`,
        snippet: true,
        order: `${BEHIND_WORDS}${ordinal(index)}`,
        data: { kind: 'specParameter', option, name: parameter.name },
      }),
    );
}

/** Strings as a value that still needs so many lists around it. */
const inLists = (strings: readonly string[], lists: number): string =>
  lists === 0 ? strings.join(', ') : `[ ${inLists([strings.join(', ')], lists - 1)} ]`;

/** The examples that the xl of this release takes for this guest, each once. */
function entriesFor(doc: XlDocument, language: SpecLanguage): readonly SpecExample[] {
  const seen = new Set<string>();
  return examplesOf(language).filter(({ texts, parameter }) => {
    const key = texts.join('\n');
    if (seen.has(key) || !existsIn(doc.settings.xenVersion, parameter)) return false;
    seen.add(key);
    return read(doc, language, texts).every(({ faults }) => faults.every(({ effect }) => effect === 'none'));
  });
}

const read = (doc: XlDocument, { parse }: SpecLanguage, texts: readonly string[]): readonly ParsedSpec[] =>
  parse(texts, specContextOf(doc));

/** Each string in quotes, as a snippet with a stop at each value. */
function bodies(doc: XlDocument, language: SpecLanguage, texts: readonly string[]): readonly string[] {
  let stop = 0;
  return read(doc, language, texts).map(({ text, parts }) => {
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
  });
}

function stopFor(doc: XlDocument, { parameters }: SpecLanguage, part: SpecPart, stop: number): string {
  const [name, value] = part.kind === 'word' ? [part.role, part.text] : [part.name, part.value];
  const parameter = parameters.find((one) => one.name === name);
  const reader = { release: doc.settings.xenVersion, guestType: doc.guest.type };
  const others = parameter ? valuesFor(parameter, reader).filter((other) => other.name !== value) : [];
  return others.length > 0
    ? choice(stop, [value, ...others.map((other) => other.name)])
    : placeholder(stop, value);
}
