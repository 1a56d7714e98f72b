/** What the readers of facts are given, and what they give. */
import type { Guest } from '../../model/guest.ts';
import type { Readings } from '../../model/readings.ts';
import type { GuestSpecs } from '../../model/specs.ts';
import type { Fact } from '../facts.ts';

/** A fact whose place is not yet one of lines and characters. */
export type DraftFact = Omit<Fact, 'range'>;

export interface ReaderInput {
  readonly guest: Guest;
  readonly specs: GuestSpecs;
  /** What xl gets when it asks for an option. */
  readonly read: Readings;
}

export type FactReader = (input: ReaderInput) => Iterable<DraftFact>;
