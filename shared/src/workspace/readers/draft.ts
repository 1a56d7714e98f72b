/** What the readers of facts are given, and what they give. */

import type { FactContent } from '../../languages/facts.ts';
import type { Guest } from '../../model/guest.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { Span } from '../../span.ts';

/** A fact whose place is not yet one of lines and characters. */
export interface DraftFact extends Span {
  readonly content: FactContent;
}

/** `content`, said at a place. */
export const at = ({ start, end }: Span, content: FactContent): DraftFact => ({ start, end, content });

export interface ReaderInput {
  readonly guest: Guest;
  readonly specs: GuestSpecs;
  /** What xl gets when it asks for an option. */
  readonly read: OptionValues;
}

export type FactReader = (input: ReaderInput) => Iterable<DraftFact>;
