import type { CompletionTools } from '@xlcfg/shared/src/features/completion/tools.ts';
import { describe, expect, test } from 'vitest';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { damagingItems } from '../support/accepted.ts';
import { open } from '../support/cursor.ts';
import { open as openAt } from '../support/documents.ts';
import { TYPED_FILES } from '../support/typedGuests.ts';
import { WHOLE_GUESTS } from '../support/wholeGuests.ts';
import { workspaceOf } from '../support/workspace.ts';

/** Names of options differ in nothing but the kind of their value: a few of each place are enough. */
const MOST_NAMES = 12;

const NEIGHBOURS = workspaceOf(
  WHOLE_GUESTS.map((text, index) => openAt(text, {}, `file:///etc/xen/${index}.cfg`)),
);

/** What is not in the document is offered too. */
const TOOLS: CompletionTools = {
  random: (count) => new Uint8Array(count).fill(7),
  workspace: () => NEIGHBOURS,
  folderContents: (folder) => (folder === '/boot/' ? ['vmlinuz', 'grub/'] : undefined),
  suggestCommand: 'suggest',
};

const someNames = (items: readonly CompletionItem[]): readonly CompletionItem[] => [
  ...items.filter(({ kind }) => kind === CompletionItemKind.Property).slice(0, MOST_NAMES),
  ...items.filter(({ kind }) => kind !== CompletionItemKind.Property),
];

describe('every item at every position leaves text that parses at least as well', () => {
  const files = [
    ...WHOLE_GUESTS.map((text, index) => ({ what: `guest ${index}`, kind: 'guest' as const, text })),
    ...TYPED_FILES,
  ];
  test.each(files)('$what', ({ text, kind }) => {
    const doc = open(text, undefined, kind);
    const damage = Array.from({ length: text.length + 1 }, (_, offset) =>
      damagingItems(doc, offset, TOOLS, someNames),
    );
    expect(damage.flat()).toEqual([]);
  });
});
