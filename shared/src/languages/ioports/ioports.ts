/** I/O ports of the host. Facts: parse_config_data and libxl_create.c of Xen 4.2 to 4.22, xl.cfg(5). */
import { strtoul, toUint32, UINT32_MAX } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, addWord, type Draft, draftOf, rejectAll } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { type Slice, slice, wholeOf } from '../toolkit/slice.ts';

const parameters: readonly ParameterSchema[] = [
  {
    name: 'port',
    source: 'xl_parse.c:parse_config_data libxl_create.c:domcreate_launch_dm',
    form: 'flag',
    since: '4.2',
    summary: 'An I/O port of the host, or a range of them.',
    details:
      'Hexadecimal, with or without `0x`. Anything but a number, and a range with something after it, is rejected; junk ' +
      'after a single port is printed and ignored. A range that runs backwards passes xl, and the guest does not start.',
    example: 'ioports = [ "2f8-2ff", "3f8" ]',
  },
];

/** As in the JSON, what is 0 is left out. */
export interface PortRange {
  readonly first?: number;
  readonly number?: number;
}

const rangeOf = (first: bigint, number: number): PortRange => ({
  ...(first === 0n ? {} : { first: Number(first) }),
  ...(number === 0 ? {} : { number }),
});

const FORM = 'Use hexadecimal numbers, single or as a range, such as 2f8-2ff.';

function readPorts(text: string): ParsedSpec<PortRange | undefined> {
  const draft = draftOf<PortRange | undefined>(text, undefined);
  const whole = wholeOf(text);
  const first = strtoul(text, 16);
  if (!first) return rejectAll(draft, FORM);
  const single = slice(whole, 0, first.end);
  checkSize(draft, single, first.value);
  if (text.charAt(first.end) !== '-') {
    addWord(draft, single, 'port');
    draft.fields = rangeOf(first.value, 1);
    if (first.end < text.length) {
      const advice = `xl prints a message and passes through only port \`${single.text.trim()}\`. ${FORM}`;
      addFault(draft, slice(whole, first.end), 'bad-form', 'ignored', { parameter: 'port', advice });
    }
    return draft;
  }
  const last = strtoul(text, 16, first.end + 1);
  if (last?.end !== text.length) return rejectAll(draft, FORM);
  addWord(draft, whole, 'port');
  checkSize(draft, slice(whole, first.end + 1), last.value);
  // The number of ports of a range that runs backwards wraps around.
  draft.fields = rangeOf(first.value, toUint32(last.value - first.value + 1n));
  if (draft.faults.length === 0 && last.value < first.value) {
    const newText = `${text.slice(first.end + 1)}-${text.slice(0, first.end)}`;
    const advice = `The range runs backwards, and the hypervisor rejects it. Use \`${newText}\`.`;
    addFault(draft, whole, 'bad-value', 'startFails', {
      parameter: 'port',
      advice,
      replacement: { newText },
    });
  }
  return draft;
}

function checkSize(draft: Draft<unknown>, at: Slice, port: bigint): void {
  if (port < UINT32_MAX) return;
  addFault(draft, at, 'bad-value', 'refused', { parameter: 'port', advice: 'It must fit in 32 bits.' });
}

export const IOPORTS: SpecLanguage<ParsedSpec<PortRange | undefined>> = {
  options: ['ioports'],
  noun: 'range of I/O ports',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'refused',
  createReader: readingEach(readPorts),
  notations: { port: { text: 'first[-last]' } },
};
