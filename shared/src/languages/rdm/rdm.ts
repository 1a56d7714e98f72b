/**
 * Reserved memory of devices. Facts: xlu_rdm_parse of libxlu_pci.c from Xen 4.6 to 4.22. Whatever xl does not take, it
 * goes on without the option, and without a word on the file.
 */

import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  parameterPart,
  pieceOf,
  whole,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';
import { RDM_PARAMETERS } from './keys.ts';

/** Null: xl takes the option, and leaves this to what is in memory that nobody has set. Nothing where it does not. */
export interface RdmFields {
  readonly strategy?: string | null;
  readonly policy?: string | null;
}

type Reading = Draft<Record<string, string | null>>;

const POLICIES = ['strict', 'relaxed'];
/** Those that libxl has a name for. */
const NAMED_POLICIES = [...POLICIES, 'invalid'];

function readSpec(text: string, { xenVersion }: SpecContext): ParsedSpec<RdmFields> {
  const draft = draftOf<Record<string, string | null>>(text, { strategy: null, policy: null });
  const everything = pieceOf(text);
  let isTaken = true;
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals === -1) break;
    const comma = text.indexOf(',', equals);
    const end = comma === -1 ? text.length : comma;
    const name = within(everything, at, equals);
    const value = within(everything, equals + 1, end);
    draft.parts.push(parameterPart(name, value));
    isTaken = readPair(draft, name, value, xenVersion) && isTaken;
    if (end === text.length) return done(draft, xenVersion, isTaken);
    at = end + 1;
  }
  const rest = within(everything, Math.max(at - 1, 0));
  if (at < text.length) draft.parts.push(wordPart(within(everything, at)));
  const cure = 'Every part is written key=value, and nothing follows the last one.';
  draft.faults.push(faultAt(text === '' ? whole(draft) : rest, 'bad-form', 'ignored', { cure }));
  return finished({ ...draft, fields: {} });
}

/** Whether xl still takes the option. */
function readPair(draft: Reading, name: Piece, value: Piece, xenVersion: XenVersion): boolean {
  if (name.text === 'policy') return readPolicy(draft, value, xenVersion);
  if (name.text !== 'strategy') {
    const place = { start: name.start, end: name.end };
    draft.faults.push(faultAt(place, 'unknown-key', 'ignored', { parameter: name.text }));
    return false;
  }
  if (value.text === 'host') draft.fields.strategy = 'host';
  else draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: 'strategy' }));
  return value.text === 'host';
}

/** Since 4.15 the test is the wrong way round: what it knows it refuses, and what it does not know passes with a message. */
function readPolicy(draft: Reading, value: Piece, xenVersion: XenVersion): boolean {
  if (atLeast(xenVersion, '4.15')) {
    const cure =
      'Because of a wrong test in xl since 4.15 a valid policy makes it pass over the whole option, in silence. Leave ' +
      'the policy out, or write rdm_policy= in pci.';
    draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: 'policy', cure }));
    return !NAMED_POLICIES.includes(value.text.toLowerCase());
  }
  if (POLICIES.includes(value.text)) draft.fields.policy = value.text;
  else draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: 'policy' }));
  return POLICIES.includes(value.text);
}

/** Up to 4.13 there had to be a strategy and a policy, in this order. */
function done(draft: Reading, xenVersion: XenVersion, isTaken: boolean): ParsedSpec<RdmFields> {
  const names = draft.parts.flatMap((part) => (part.kind === 'parameter' ? part.name : []));
  const wantsBoth = !atLeast(xenVersion, '4.14') && names.join() !== 'strategy,policy';
  if (wantsBoth && draft.faults.length === 0) {
    const cure = 'Up to 4.13 xl takes no more and no less than strategy=host,policy=..., in this order.';
    draft.faults.push(faultAt(whole(draft), 'missing-key', 'ignored', { parameter: 'policy', cure }));
  }
  return finished(isTaken && !wantsBoth ? draft : { ...draft, fields: {} });
}

export const RDM: SpecLanguage<ParsedSpec<RdmFields>> = {
  options: ['rdm'],
  noun: 'policy for reserved memory',
  shape: 'text',
  separator: ',',
  parameters: RDM_PARAMETERS,
  wrongItem: 'ignored',
  createReader: readingEach(readSpec),
};
