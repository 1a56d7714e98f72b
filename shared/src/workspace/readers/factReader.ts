/** What a fact reader reads, and what it finds. */
import type { FactContent } from '../../languages/facts.ts';
import type { Guest } from '../../model/guest.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { Span } from '../../span.ts';
import type { Fact } from '../facts.ts';

/** A fact at a span. Written out: a spread takes ten times as long, which matters in files of thousands of strings. */
export function factAt({ start, end }: Span, content: FactContent): Fact {
  const { kind, key, text, option, part, writable, fixed } = content;
  const fact: { -readonly [Name in keyof Fact]: Fact[Name] } = { start, end, kind, key, text, option };
  if (part !== undefined) fact.part = part;
  if (writable !== undefined) fact.writable = writable;
  if (fixed !== undefined) fact.fixed = fixed;
  return fact;
}

export interface FactSource {
  readonly guest: Guest;
  readonly specs: GuestSpecs;
  /** What xl gets when it asks for an option. */
  readonly values: OptionValues;
}

export type FactReader = (source: FactSource) => Iterable<Fact>;
