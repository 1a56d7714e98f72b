/** Limits of the guest in XenStore. Facts: parse_config_data of Xen 4.22, xenstored, xl.cfg(5). */
import { strtoul, UINT32_MAX } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, draftOf, parameterOf, rejectAll } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { splitAt, wholeOf } from '../toolkit/slice.ts';

const QUOTAS: readonly (readonly [name: string, what: string])[] = [
  ['nodes', 'How many nodes the guest may own'],
  ['watches', 'How many watches the guest may have'],
  ['transactions', 'How many transactions the guest may have open at a time'],
  ['transaction-nodes', 'How many nodes one transaction of the guest may touch'],
  ['outstanding', 'How many requests of the guest may be unanswered at a time'],
  ['node-permissions', 'How many permissions a node of the guest may have'],
  ['path-max', 'How many characters the path of a node of the guest may have'],
  ['node-size', 'How many bytes a node of the guest may have'],
  ['memory', 'How many bytes of memory XenStore may use for the guest'],
];

const parameters: readonly ParameterSchema[] = QUOTAS.map(
  ([name, what]): ParameterSchema => ({
    name,
    source: 'xl_parse.c:parse_xsquota_item tools/xenstored/domain.c',
    form: 'value',
    since: '4.22',
    summary: `${what}.`,
    details:
      'An unsigned 32-bit number without a unit. xl rejects negative numbers, trailing characters and an empty value. It ' +
      'does not check the name: which ones there are is up to the XenStore of the host, and one that it does not have ' +
      'prevents the guest from starting.',
    defaultValue: 'that of XenStore',
    example: `xenstore_quota = [ "${name}=2000" ]`,
  }),
);

export interface XenstoreQuota {
  readonly name: string;
  readonly value: number;
}

function readQuota(text: string): ParsedSpec<XenstoreQuota | undefined> {
  const draft = draftOf<XenstoreQuota | undefined>(text, undefined);
  const pair = splitAt(wholeOf(text), '=');
  if (!pair) return rejectAll(draft, 'Use `name=number`.');
  const [{ text: name }, value] = pair;
  draft.parts.push(parameterOf(...pair));
  const read = strtoul(value.text, 0);
  if (read?.end === value.text.length && read.value <= UINT32_MAX) {
    draft.fields = { name, value: Number(read.value) };
  } else {
    const advice = 'Use a number from 0 to 4294967295, without a unit.';
    addFault(draft, value, 'bad-value', 'refused', { parameter: name, advice });
  }
  return draft;
}

export const XENSTORE_QUOTA: SpecLanguage<ParsedSpec<XenstoreQuota | undefined>> = {
  options: ['xenstore_quota'],
  noun: 'limit of XenStore',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'refused',
  createReader: readingEach(readQuota),
};
