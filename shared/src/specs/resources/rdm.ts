/**
 * Reserved memory of devices. Facts: xlu_rdm_parse of libxlu_pci.c from Xen 4.6 to 4.22. Whatever xl does not take, it
 * goes on without the option, and without a word on the file.
 */
import { atLeast, type Release } from '../../schema/releases.ts';
import { RDM_PARAMETERS } from '../../schema/specs/rdm.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../spec.ts';
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
} from './pieces.ts';

export interface RdmFields {
  readonly strategy?: string;
  readonly policy?: string;
}

const POLICIES = ['strict', 'relaxed'];

function readSpec(text: string, { release }: SpecContext): ParsedSpec<RdmFields> {
  const draft = draftOf<Record<string, string>>(text, {});
  const everything = pieceOf(text);
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals === -1) break;
    const comma = text.indexOf(',', equals);
    const end = comma === -1 ? text.length : comma;
    const name = within(everything, at, equals);
    const value = within(everything, equals + 1, end);
    draft.parts.push(parameterPart(name, value));
    readPair(draft, name, value, release);
    if (end === text.length) return done(draft, release);
    at = end + 1;
  }
  const rest = within(everything, Math.max(at - 1, 0));
  if (at < text.length) draft.parts.push(wordPart(within(everything, at)));
  const cure = 'Every part is written key=value, and nothing follows the last one.';
  draft.faults.push(faultAt(text === '' ? whole(draft) : rest, 'bad-form', 'ignored', { cure }));
  return finished({ ...draft, fields: {} });
}

function readPair(draft: Draft<Record<string, string>>, name: Piece, value: Piece, release: Release): void {
  if (name.text === 'strategy') {
    if (value.text === 'host') draft.fields.strategy = 'host';
    else draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: 'strategy' }));
  } else if (name.text === 'policy') readPolicy(draft, value, release);
  else {
    const place = { start: name.start, end: name.end };
    draft.faults.push(faultAt(place, 'unknown-key', 'ignored', { parameter: name.text }));
  }
}

/** Since 4.15 the test is the wrong way round: what it knows it refuses, and what it does not know passes with a message. */
function readPolicy(draft: Draft<Record<string, string>>, value: Piece, release: Release): void {
  const inverted = atLeast(release, '4.15');
  const known = POLICIES.includes(inverted ? value.text.toLowerCase() : value.text);
  if (known && !inverted) draft.fields.policy = value.text;
  else if (inverted) {
    const cure =
      'Because of a wrong test in xl since 4.15 a valid policy makes it pass over the whole option, in silence. Leave ' +
      'the policy out, or write rdm_policy= in pci.';
    draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: 'policy', cure }));
  } else draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: 'policy' }));
}

/** Up to 4.13 there had to be a strategy and a policy, in this order. */
function done(draft: Draft<Record<string, string>>, release: Release): ParsedSpec<RdmFields> {
  const names = draft.parts.flatMap((part) => (part.kind === 'parameter' ? part.name : []));
  if (!atLeast(release, '4.14') && draft.faults.length === 0 && names.join() !== 'strategy,policy') {
    const cure = 'Up to 4.13 xl takes no more and no less than strategy=host,policy=..., in this order.';
    draft.faults.push(faultAt(whole(draft), 'missing-key', 'ignored', { parameter: 'policy', cure }));
  }
  return finished(draft.faults.length > 0 ? { ...draft, fields: {} } : draft);
}

export const RDM: SpecLanguage<RdmFields> = {
  options: ['rdm'],
  noun: 'policy for reserved memory',
  shape: 'text',
  separator: ',',
  parameters: RDM_PARAMETERS,
  wrongItem: 'ignored',
  parse: (texts, context) => texts.map((text) => readSpec(text, context)),
};
