import type { Edit } from './edit.ts';

/** How far around a setting the ends of its line are looked for; with a deeper indentation an empty line stays. */
const MAX_CONTEXT = 200;

/** An edit that removes a setting: the whole line where it is alone on it, else just the setting. */
export function removeSetting(text: string, start: number, end: number): Edit {
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, start - MAX_CONTEXT), start))?.[1];
  const rest = /^[ \t]*\n/.exec(text.slice(end, end + MAX_CONTEXT))?.[0];
  return indent !== undefined && rest !== undefined
    ? { start: start - indent.length, end: end + rest.length, newText: '' }
    : { start, end, newText: '' };
}
