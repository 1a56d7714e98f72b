import { expect, it } from 'vitest';
import { createSemanticTokensCache } from '../../../server/src/lsp/semanticTokensCache.ts';

it('keeps the last tokens of each document until they are deleted', () => {
  const cache = createSemanticTokensCache('s');
  const first = cache.store('a', [1]);
  const second = cache.store('a', [2]);
  const other = cache.store('b', [3]);
  expect(new Set([first, second, other]).size).toBe(3);
  expect([first, second, other].map((id) => cache.get('a', id))).toEqual([undefined, [2], undefined]);
  cache.delete('a');
  expect(cache.get('a', second)).toBeUndefined();
  expect(cache.get('b', other)).toEqual([3]);
});
