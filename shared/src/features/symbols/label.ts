/** Short texts for lists of symbols. */
import { printable, shorten } from '../../text/printable.ts';

/** In UTF-16 code units. */
const LONGEST = 60;

/** Text of the file on one line, cut where it is long. */
export const label = (text: string): string => printable(shorten(text.trim(), LONGEST));

/** The same for a place that must not be empty. */
export const nameOf = (text: string, otherwise: string): string => label(text) || otherwise;
