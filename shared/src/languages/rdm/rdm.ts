/**
 * Reserved memory of devices. Facts: xlu_rdm_parse of libxlu_pci.c, libxl_dm.c of Xen 4.6 to 4.22, xl.cfg(5). Whatever
 * xl does not accept, it silently continues without the option.
 */
import type { ParameterSchema } from '../../schema/types.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { addFault, addWord, type Draft, draftOf, parameterOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { type Slice, slice, wholeOf } from '../toolkit/slice.ts';

const parameters: readonly ParameterSchema[] = [
  {
    name: 'strategy',
    source: 'libxlu_pci.c:xlu_rdm_parse libxl_create.c:libxl__rdm_setdefault',
    form: 'value',
    since: '4.6',
    summary: 'Which reserved memory is kept out of the memory of the guest.',
    details:
      'Worth setting where devices are to be added to the running guest later. At any other value xl prints a message and ' +
      'continues without the option. Up to 4.13 `policy` had to follow; since then xl takes a policy that is left out from ' +
      'memory that it has not set, and each device of `pci` takes it over: give each its own with `rdm_policy=`.',
    defaultValue: 'what belongs to the devices of the guest',
    example: 'pci = [ "03:00.0,rdm_policy=relaxed" ]\nrdm = "strategy=host"',
    values: [{ name: 'host', summary: 'All reserved memory of the host.' }],
  },
  {
    name: 'policy',
    source:
      'libxlu_pci.c:xlu_rdm_parse libxl_create.c:libxl__rdm_setdefault libxl_types.idl:libxl_rdm_reserve_policy',
    form: 'value',
    since: '4.6',
    summary: 'What happens where reserved memory lies in the memory of the guest.',
    details:
      'Since 4.15 xl holds every valid word for a mistake, because of a wrong check, and ignores the option, ' +
      'also without its `strategy`. What works is `rdm_policy=` for each device in `pci`.',
    defaultValue: '`relaxed` for memory that no device of the guest needs; devices have `strict`',
    example: 'pci = [ "03:00.0,rdm_policy=strict" ]',
    values: [
      { name: 'strict', summary: 'The guest does not start.' },
      { name: 'relaxed', summary: 'The guest starts with a warning, and the device may fail.' },
    ],
  },
];

/** Null: xl accepts the option, and takes this from memory that it has not set. Absent: xl ignores the option. */
export interface RdmFields {
  readonly strategy?: string | null;
  readonly policy?: string | null;
}

const POLICIES = ['strict', 'relaxed'];
/** Those that libxl has a name for. */
const NAMED_POLICIES = [...POLICIES, 'invalid'];

function readSpec(text: string, { xenVersion }: SpecContext): ParsedSpec<RdmFields> {
  const draft = draftOf<RdmFields>(text, { strategy: null, policy: null });
  const whole = wholeOf(text);
  let accepted = true;
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals === -1) break;
    const comma = text.indexOf(',', equals);
    const end = comma === -1 ? text.length : comma;
    const key = slice(whole, at, equals);
    const value = slice(whole, equals + 1, end);
    draft.parts.push(parameterOf(key, value));
    accepted = readPair(draft, key, value, xenVersion) && accepted;
    if (end === text.length) return finish(draft, xenVersion, accepted);
    at = end + 1;
  }
  addWord(draft, slice(whole, at));
  const advice = 'Use `key=value` for every part, with nothing after the last one.';
  addFault(draft, slice(whole, Math.max(at - 1, 0)), 'bad-form', 'ignored', { advice });
  return { ...draft, fields: {} };
}

/** Whether xl still accepts the option. */
function readPair(draft: Draft<RdmFields>, key: Slice, value: Slice, xenVersion: XenVersion): boolean {
  if (key.text === 'policy') return readPolicy(draft, value, xenVersion);
  if (key.text !== 'strategy') {
    addFault(draft, key, 'unknown-key', 'ignored', { parameter: key.text });
    return false;
  }
  if (value.text === 'host') draft.fields = { ...draft.fields, strategy: 'host' };
  else addFault(draft, value, 'bad-value', 'ignored', { parameter: 'strategy' });
  return value.text === 'host';
}

/** Since 4.15 the test is the wrong way round: what it knows it rejects, and what it does not know passes with a message. */
function readPolicy(draft: Draft<RdmFields>, value: Slice, xenVersion: XenVersion): boolean {
  if (atLeast(xenVersion, '4.15')) {
    const isNamed = NAMED_POLICIES.includes(value.text.toLowerCase());
    const advice = isNamed
      ? 'Since 4.15 a bug in xl makes it silently ignore the whole option if the policy is valid. Remove the policy ' +
        'here, and use rdm_policy= in pci.'
      : 'xl leaves the policy uninitialized. Remove it here, and use rdm_policy= in pci.';
    addFault(draft, value, 'bad-value', 'ignored', { parameter: 'policy', advice });
    return !isNamed;
  }
  const known = POLICIES.includes(value.text);
  if (known) draft.fields = { ...draft.fields, policy: value.text };
  else addFault(draft, value, 'bad-value', 'ignored', { parameter: 'policy' });
  return known;
}

/** Up to 4.13 there had to be a strategy and a policy, in this order. */
function finish(draft: Draft<RdmFields>, xenVersion: XenVersion, accepted: boolean): ParsedSpec<RdmFields> {
  const keys = draft.parts.flatMap((part) => (part.kind === 'parameter' ? part.name : []));
  const lacksOne = !atLeast(xenVersion, '4.14') && keys.join() !== 'strategy,policy';
  if (lacksOne && draft.faults.length === 0) {
    const advice = 'Up to Xen 4.13 only `strategy=host,policy=...` is accepted, in this order.';
    addFault(draft, wholeOf(draft.text), 'missing-key', 'ignored', { parameter: 'policy', advice });
  }
  return accepted && !lacksOne ? draft : { ...draft, fields: {} };
}

export const RDM: SpecLanguage<ParsedSpec<RdmFields>> = {
  options: ['rdm'],
  noun: 'policy for reserved memory',
  shape: 'text',
  separator: ',',
  parameters,
  nonStringItem: 'ignored',
  createReader: readingEach(readSpec),
};
