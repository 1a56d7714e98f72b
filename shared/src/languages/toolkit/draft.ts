/** What a reader fills in while it goes through one string. */
import type { Span } from '../../span.ts';
import type { ParsedSpec, SpecEffect, SpecFault, SpecParameter, SpecPart } from '../language.ts';
import { type Slice, wholeOf } from './slice.ts';

export interface Draft<Fields> extends ParsedSpec<Fields> {
  readonly parts: SpecPart[];
  readonly faults: SpecFault[];
  fields: Fields;
}

export const draftOf = <Fields>(text: string, fields: Fields): Draft<Fields> => ({
  text,
  parts: [],
  faults: [],
  fields,
});

/** Adds a part without a key, unless it is empty. Without a role it is one that xl does not know. */
export function addWord({ parts }: Draft<unknown>, { text, start, end }: Slice, role?: string): void {
  if (end > start) parts.push({ kind: 'word', start, end, text, ...(role === undefined ? {} : { role }) });
}

export const parameterOf = (name: Slice, value: Slice): SpecParameter => ({
  kind: 'parameter',
  start: name.start,
  end: value.end,
  name: name.text,
  nameSpan: { start: name.start, end: name.end },
  value: value.text,
  valueSpan: { start: value.start, end: value.end },
});

export type FaultDetails = Partial<
  Pick<SpecFault, 'parameter' | 'value' | 'message' | 'advice' | 'additions' | 'replacement' | 'stage'>
>;

export const faultAt = (
  { start, end }: Span,
  kind: SpecFault['kind'],
  effect: SpecEffect,
  details?: FaultDetails,
): SpecFault => ({ kind, effect, start, end, ...details });

export function addFault(
  { faults }: Draft<unknown>,
  at: Span,
  kind: SpecFault['kind'],
  effect: SpecEffect,
  details?: FaultDetails,
): void {
  faults.push(faultAt(at, kind, effect, details));
}

/** The spec with one fault more. */
export const withFault = <Spec extends ParsedSpec>(
  spec: Spec,
  ...fault: Parameters<typeof faultAt>
): Spec => ({ ...spec, faults: [...spec.faults, faultAt(...fault)] });

/** Adds the whole string as a part that xl cannot read, for which it rejects the file. */
export function rejectAll<Fields>(draft: Draft<Fields>, advice: string): Draft<Fields> {
  const whole = wholeOf(draft.text);
  addWord(draft, whole);
  addFault(draft, whole, 'bad-form', 'refused', { advice });
  return draft;
}
