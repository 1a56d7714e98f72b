/** What is kept of a file: its facts, without the text and the tree that they were found in. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { silencesOf } from '../directives/silence.ts';
import { memoizeByObject } from '../memoize.ts';
import type { Guest } from '../model/guest.ts';
import type { GuestSpecs } from '../model/guestSpecs.ts';
import { optionValuesOf } from '../model/optionValues.ts';
import type { FileKind } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import { compareSpans, type Span } from '../span.ts';
import type { ConfigFile } from '../syntax/index.ts';
import type { Fact, FileFacts } from './facts.ts';
import { deviceFacts } from './readers/devices.ts';
import { displayFacts } from './readers/displays.ts';
import type { FactReader } from './readers/draft.ts';
import { identityFacts } from './readers/identity.ts';

/** An analysed document, as far as its facts need it. */
export interface DigestSource {
  readonly text: TextDocument;
  readonly settings: Settings;
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly guest: Guest;
  readonly specs: GuestSpecs;
}

const READERS: readonly FactReader[] = [identityFacts, displayFacts, deviceFacts];

/** The facts of a document; none where it describes no guest. Computed once for a document. */
export const digest = memoizeByObject((source: DigestSource): FileFacts => {
  const { text, settings, kind, file, guest, specs } = source;
  const rangeOf = ({ start, end }: Span): Range => ({
    start: text.positionAt(start),
    end: text.positionAt(end),
  });
  if (kind.name !== 'guest') return { uri: text.uri, facts: [], rangeOf, silences: [] };
  const input = { guest, specs, values: optionValuesOf(guest, settings.xenVersion) };
  const facts: Fact[] = [];
  for (const reader of READERS) for (const fact of reader(input)) facts.push(fact);
  facts.sort(compareSpans);
  return { uri: text.uri, facts, rangeOf, silences: silencesOf(file) };
});

/** The facts without anything of the document: a piece of a text can keep all of it in memory, a copy by way of JSON not. */
export function detached({ uri, facts, rangeOf, silences = [] }: FileFacts): FileFacts {
  const copies = JSON.parse(JSON.stringify({ uri, facts, silences })) as Omit<FileFacts, 'rangeOf'>;
  const ranges = new Map(copies.facts.map((fact) => [fact, rangeOf(fact)]));
  return { ...copies, rangeOf: (fact) => ranges.get(fact) ?? NOWHERE };
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
