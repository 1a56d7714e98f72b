/** Mistakes that users make: each has one finding, which says what to write. */
import { describe, expect, it } from 'vitest';
import { open, URI } from '../../../support/documents.ts';
import { mark, marked } from '../../../support/markers.ts';
import type { Mistake } from './mistake.ts';
import { KEYS, NAMES, REJECTED_NAMES } from './names.ts';
import { ONE_CAUSE } from './oneCause.ts';
import { SYNTAX } from './syntax.ts';

const TOPICS: Readonly<Record<string, readonly Mistake[]>> = {
  names: NAMES,
  'rejected names': REJECTED_NAMES,
  keys: KEYS,
  syntax: SYNTAX,
  'one cause': ONE_CAUSE,
};

describe.each(Object.entries(TOPICS))('%s', (_topic, mistakes) => {
  it.each<Mistake>(mistakes)('%j', (source, says, { uri = URI, ...settings } = {}) => {
    const { text } = marked(source);
    const { problems } = open(text, settings, uri);
    expect(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
    ).toBe(source);
    expect(problems.map(({ message }, index) => says[index]?.test(message) || message)).toEqual(
      problems.map(() => true),
    );
    expect(problems).toHaveLength(says.length);
  });
});
