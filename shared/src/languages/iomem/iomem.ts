/** Device memory of the host. Facts: parse_config_data and libxl_create.c of Xen 4.3 to 4.22, xl.cfg(5). */
import { sscanf, ULONG_MAX } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { addFault, addWord, draftOf, rejectAll } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { slice, wholeOf } from '../toolkit/slice.ts';

const parameters: readonly ParameterSchema[] = [
  {
    name: 'iomem',
    source: 'xl_parse.c:parse_config_data libxl_create.c:domcreate_launch_dm',
    form: 'flag',
    since: '4.3',
    summary: 'Pages of device memory: the first one, how many, and where the guest finds them.',
    details:
      '`first,count` or, since 4.5, `first,count@place`. All three are hexadecimal numbers of pages of 4 KiB, so that ' +
      '`fe215` is the address 0xfe215000. Without a place the guest has them where the host does. Anything else is ' +
      'rejected; up to 4.6 what follows is ignored.',
    example: 'iomem = [ "fe215,1", "e0000,10@80000" ]',
  },
];

/** Page frame numbers and a number of pages, up to 64 bits. What is 0 is left out, and a `gfn` that means "as `start`". */
export interface MemoryRange {
  readonly start?: bigint;
  readonly number?: bigint;
  readonly gfn?: bigint;
}

const FORM = 'Use `first,count` or `first,count@guest`, in hexadecimal page numbers.';

/** Up to 4.6 xl ignores what follows; up to 4.4 there is no guest address. */
function readMemory(text: string, { xenVersion }: SpecContext): ParsedSpec<MemoryRange | undefined> {
  const draft = draftOf<MemoryRange | undefined>(text, undefined);
  const { values, end } = sscanf(text, atLeast(xenVersion, '4.5') ? '%lx,%lx@%lx' : '%lx,%lx');
  const [start, number, gfn = ULONG_MAX] = values;
  if (start === undefined || number === undefined) return rejectAll(draft, FORM);
  draft.fields = {
    ...(start === 0n ? {} : { start }),
    ...(number === 0n ? {} : { number }),
    ...(gfn === ULONG_MAX ? {} : { gfn }),
  };
  if (end < text.length && atLeast(xenVersion, '4.7')) return rejectAll(draft, FORM);
  addWord(draft, slice(wholeOf(text), 0, end), 'iomem');
  if (end < text.length) addFault(draft, slice(wholeOf(text), end), 'bad-form', 'ignored', { advice: FORM });
  return draft;
}

export const IOMEM: SpecLanguage<ParsedSpec<MemoryRange | undefined>> = {
  options: ['iomem'],
  noun: 'range of device memory',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'refused',
  createReader: readingEach(readMemory),
  notations: { iomem: { text: 'first,count[@place]' } },
};
