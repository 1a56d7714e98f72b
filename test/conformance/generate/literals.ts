/** Strings as they stand in a file. */
import type { Random } from '../random.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' };

/** In quotes of either kind; what cannot stand between them is escaped. */
export function literal(text: string, random: Random): string {
  const mark = random.pick(['"', "'"]);
  return mark + text.replace(/["'\\\n\r\t\v]/g, (c) => ESCAPES[c] ?? `\\${c}`) + mark;
}
