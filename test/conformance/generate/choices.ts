/** Lines with choices in them, so that a table of files stays short. */
import type { Random } from '../random.ts';

/** `<a|b|>` becomes one of `a`, `b` and nothing. Choices do not nest. */
export const fillIn = (text: string, random: Random): string =>
  text.replace(/<([^<>]*)>/g, (_, choices: string) => random.pick(choices.split('|')));
