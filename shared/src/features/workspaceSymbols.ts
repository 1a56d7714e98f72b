/** Workspace symbols: the guests of all files by their names, their disks, addresses and devices. */

import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { compareTexts } from '../text/compare.ts';
import { fileName } from '../text/fileName.ts';
import type { Fact, FactKind, FileFacts, Workspace } from '../workspace/facts.ts';
import { nameOf } from './symbols/entry.ts';

/** What is found, and as what. */
const KINDS: Partial<Readonly<Record<FactKind, SymbolKind>>> = {
  name: SymbolKind.Class,
  diskTarget: SymbolKind.File,
  mac: SymbolKind.Interface,
  pciDevice: SymbolKind.Module,
  usbDevice: SymbolKind.Module,
};

/** An editor shows a screenful; what is further down is found by a longer query. */
const MOST = 1000;

/**
 * The symbols that fit the query, the best first. It fits where the characters of each of its words are in the symbol's
 * name, or in that of the guest, in this order with others between; case does not count. An empty query fits all.
 */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: { readonly symbol: SymbolInformation; readonly rank: number }[] = [];
  for (const file of workspace.files()) {
    const guest = guestOf(file);
    for (const fact of file.facts) {
      const kind = KINDS[fact.kind];
      const rank = kind === undefined ? undefined : rankOf(words, [fact.text, fact.key, guest]);
      if (kind !== undefined && rank !== undefined)
        found.push({ symbol: symbolOf(file, fact, kind, guest), rank });
    }
  }
  return (
    found
      // The files of a workspace are in the order of their last changes, which means nothing to a user.
      .sort((a, b) => a.rank - b.rank || compareTexts(a.symbol.location.uri, b.symbol.location.uri))
      .slice(0, MOST)
      .map(({ symbol }) => symbol)
  );
}

/** The guest's name; without one, that of the file. */
function guestOf({ uri, facts }: FileFacts): string {
  const name = facts.find(({ kind }) => kind === 'name')?.text ?? '';
  return nameOf(name, fileName(uri) || uri);
}

const symbolOf = (
  { uri, rangeOf }: FileFacts,
  fact: Fact,
  kind: SymbolKind,
  guest: string,
): SymbolInformation => ({
  name: nameOf(fact.text, '(empty)'),
  kind,
  location: { uri, range: rangeOf(fact) },
  ...(fact.kind === 'name' ? {} : { containerName: guest }),
});

/** How badly all words fit, the worst of them counting; undefined where one does not fit at all. */
function rankOf(words: readonly string[], texts: readonly string[]): number | undefined {
  const lower = texts.map((text) => text.toLowerCase());
  let worst = 0;
  for (const word of words) {
    const best = Math.min(...lower.map((text) => distance(word, text)));
    if (best === Number.POSITIVE_INFINITY) return undefined;
    worst = Math.max(worst, best);
  }
  return worst;
}

/** 0: the text begins with the word; 1: has it; 2: has its characters in this order; infinite: has not. */
function distance(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const character of word) {
    const found = text.indexOf(character, from);
    if (found < 0) return Number.POSITIVE_INFINITY;
    from = found + character.length;
  }
  return 2;
}
