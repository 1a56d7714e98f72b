/** Interrupts of the host. Facts: parse_config_data and libxl_create.c of Xen 4.2 to 4.22, xl.cfg(5). */
import { INT32_MAX, strtoul, UINT32_MAX } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { addFault, addWord, draftOf, rejectAll } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { slice, wholeOf } from '../toolkit/slice.ts';

const parameters: readonly ParameterSchema[] = [
  {
    name: 'irq',
    source: 'xl_parse.c:parse_config_data libxl_create.c:domcreate_launch_dm',
    form: 'flag',
    since: '4.2',
    summary: 'An interrupt of the host.',
    details:
      'A decimal number with nothing after it; anything else is rejected. On Arm shared interrupts begin at 32, and 32 ' +
      'itself is taken where the guest has a `vuart`.',
    example: 'irqs = [ 88 ]',
  },
];

const FORM = 'Use one decimal number.';

/** Up to 4.6 it does not matter what follows. */
function readInterrupt(text: string, { xenVersion }: SpecContext): ParsedSpec<number | undefined> {
  const draft = draftOf<number | undefined>(text, undefined);
  const whole = wholeOf(text);
  const number = strtoul(text, 10);
  if (!number || (number.end < text.length && atLeast(xenVersion, '4.7'))) return rejectAll(draft, FORM);
  addWord(draft, slice(whole, 0, number.end), 'irq');
  if (number.end < text.length)
    addFault(draft, slice(whole, number.end), 'bad-form', 'ignored', { advice: FORM });
  if (number.value < UINT32_MAX) {
    draft.fields = Number(number.value);
    if (number.value > INT32_MAX) {
      const advice =
        'libxl keeps it as a signed number, which is negative then. No host has so many interrupts.';
      addFault(draft, whole, 'bad-value', 'createFails', { parameter: 'irq', stage: 'build', advice });
    }
  } else {
    const advice = 'It must fit in 32 bits.';
    addFault(draft, whole, 'bad-value', 'refused', { parameter: 'irq', advice });
  }
  return draft;
}

export const IRQS: SpecLanguage<ParsedSpec<number | undefined>> = {
  options: ['irqs'],
  noun: 'interrupt',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'refused',
  createReader: readingEach(readInterrupt),
  notations: { irq: { text: 'number' } },
};
