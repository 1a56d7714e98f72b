/**
 * Colours of the last-level cache. Facts: parse_config_data of Xen 4.20 to 4.22, which keeps each number of a range, and their
 * count in an int.
 */
import { ENDLESS_RANGE, sscanf, UINT32_MAX } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, addWord, draftOf, rejectAll } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { slice, wholeOf } from '../toolkit/slice.ts';

const parameters: readonly ParameterSchema[] = [
  {
    name: 'colors',
    source: 'xl_parse.c:parse_config_data',
    form: 'flag',
    since: '4.20',
    summary: 'A colour of the last-level cache, or a range of colours.',
    details:
      'Decimal, from 0. Anything but a number, and a range that runs backwards, is rejected; what follows the range is ' +
      'ignored. A colour that the hardware does not have prevents the guest from starting.',
    example: 'llc_colors = [ "0-3", "8" ]',
  },
];

export interface ColorRange {
  readonly first: number;
  readonly last: number;
}

/** What follows the range does not matter. */
function readColors(text: string): ParsedSpec<ColorRange | undefined> {
  const draft = draftOf<ColorRange | undefined>(text, undefined);
  const { values, end } = sscanf(text, '%u-%u');
  const [first, last = first] = values.map(Number);
  if (first === undefined || last === undefined)
    return rejectAll(draft, 'Use a number or a range such as `0-3`.');
  const range = slice(wholeOf(text), 0, end);
  addWord(draft, range, 'colors');
  draft.fields = { first, last };
  if (last < first) {
    const advice = 'The range runs backwards. Put the lower number first.';
    addFault(draft, range, 'bad-value', 'refused', { parameter: 'colors', advice });
  } else if (last === Number(UINT32_MAX) || BigInt(last - first) >= ENDLESS_RANGE) {
    const advice =
      'xl counts up to this number and runs out of memory, or never ends. A minus sign makes a number large, too.';
    addFault(draft, range, 'bad-value', 'crashes', { parameter: 'colors', advice });
  }
  if (end < text.length) {
    const advice = 'Each item is one number or one range. Use a separate item for the rest.';
    addFault(draft, slice(wholeOf(text), end), 'bad-form', 'ignored', { advice });
  }
  return draft;
}

export const LLC_COLORS: SpecLanguage<ParsedSpec<ColorRange | undefined>> = {
  options: ['llc_colors'],
  noun: 'range of cache colours',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'refused',
  createReader: readingEach(readColors),
  notations: { colors: { text: 'first[-last]' } },
};
