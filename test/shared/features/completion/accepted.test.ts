import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damagingItems } from '../../../support/accepted.ts';
import { open } from '../../../support/cursor.ts';
import { law } from '../../../support/laws.ts';
import { WHOLE_GUESTS } from '../../../support/wholeGuests.ts';

/** An offset of a guest, and one of the items there by its share of all. */
const accepted = fc.constantFrom(...WHOLE_GUESTS).chain((text) =>
  fc.record({
    text: fc.constant(text),
    offset: fc.nat({ max: text.length }),
    share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  }),
);

it('any item at any position of a guest leaves text that parses at least as well', () =>
  law(accepted, ({ text, offset, share }) => {
    const one = damagingItems(open(text), offset, {}, (items) =>
      items.slice(Math.floor(share * items.length)).slice(0, 1),
    );
    expect(one).toEqual([]);
  }));
