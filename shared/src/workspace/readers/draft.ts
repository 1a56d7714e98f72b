/** What the readers of facts are given, and what they give. */
import type { Guest } from '../../model/guest.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { Span } from '../../span.ts';
import type { Fact } from '../facts.ts';

/** What a fact says, without where. */
export type About = Omit<Fact, 'range' | keyof Span>;

/** A fact whose place is not yet one of lines and characters. */
export interface DraftFact extends Span {
  readonly about: About;
}

/** `about`, said at a place. */
export const at = ({ start, end }: Span, about: About): DraftFact => ({ start, end, about });

export interface ReaderInput {
  readonly guest: Guest;
  readonly specs: GuestSpecs;
  /** What xl gets when it asks for an option. */
  readonly read: OptionValues;
}

export type FactReader = (input: ReaderInput) => Iterable<DraftFact>;
