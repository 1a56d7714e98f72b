/** What is kept of a file: its facts, without its text and tree. */
import type { Range } from 'vscode-languageserver-types';
import { silencesOf } from '../directives/silence.ts';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { memoizeByObject } from '../memoize.ts';
import { optionValuesOf } from '../model/optionValues.ts';
import { compareSpans } from '../span.ts';
import type { Fact, FactReader, FileFacts } from './facts.ts';
import { deviceFacts } from './readers/devices.ts';
import { displayFacts } from './readers/displays.ts';
import { identityFacts } from './readers/identity.ts';
import { pathFacts } from './readers/paths.ts';

/** What the facts of a document depend on. */
export type DigestSource = Pick<XlDocument, 'text' | 'settings' | 'kind' | 'file' | 'guest' | 'specs'>;

const READERS: readonly FactReader[] = [identityFacts, displayFacts, deviceFacts, pathFacts];

/** The facts of a document; none where it describes no guest. Computed once for a document. */
export const digest = memoizeByObject((source: DigestSource): FileFacts => {
  const { text, settings, kind, file, guest, specs } = source;
  // Of the document, this keeps the text alone in memory.
  const ranges = { rangeOf: (fact: Fact): Range => rangeOf({ text }, fact) };
  if (kind.name !== 'guest') return { uri: text.uri, facts: [], ...ranges, silences: [] };
  const input = { guest, specs, values: optionValuesOf(guest, settings.xenVersion) };
  const facts: Fact[] = [];
  for (const reader of READERS) for (const fact of reader(input)) facts.push(fact);
  facts.sort(compareSpans);
  return { uri: text.uri, facts, ...ranges, silences: silencesOf(file) };
});

/** A copy of the facts that does not keep the document in memory: a substring may keep its whole text, a copy by way of JSON does not. */
export function detached({ uri, facts, rangeOf: range, silences = [] }: FileFacts): FileFacts {
  const copies = JSON.parse(JSON.stringify({ uri, facts, silences })) as Omit<FileFacts, 'rangeOf'>;
  const ranges = new Map(copies.facts.map((fact) => [fact, range(fact)]));
  return { ...copies, rangeOf: (fact) => ranges.get(fact) ?? NOWHERE };
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
