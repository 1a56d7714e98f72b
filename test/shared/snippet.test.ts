import { choice, placeholder, plainSnippet, snippetText } from '@xlcfg/shared/src/snippet.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a snippet as plain text', () => {
  it.each([
    ['plain', 'plain'],
    ['name = "$1"', 'name = ""'],
    ['name = "$' + '{1:web}"$0', 'name = "web"'],
    ['a$' + '{2}b', 'ab'],
    ['type = "$' + '{1|hvm,pv|}"', 'type = "hvm"'],
    ['cost \\$5 \\} \\\\', 'cost $5 } \\'],
    ['5 $ and {x}', '5 $ and {x}'],
  ])('%s', (snippet, expected) => {
    expect(plainSnippet(snippet)).toBe(expected);
  });
});

describe('any text comes out as it went in', () => {
  const stop = fc.integer({ min: 1, max: 99 });
  /** With more of the signs that mean something than there would be by chance. */
  const text = fc.string({ unit: fc.constantFrom(...'$\\{},|:1a\n') });

  it('as text', () => {
    fc.assert(fc.property(text, (one) => plainSnippet(snippetText(one)) === one));
  });

  it('in a placeholder', () => {
    fc.assert(fc.property(stop, text, (at, one) => plainSnippet(placeholder(at, one)) === one));
  });

  it('as the first of several words', () => {
    const words = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(stop, words, (at, all) => plainSnippet(choice(at, all)) === all[0]));
  });
});
