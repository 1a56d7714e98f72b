import type { Setting } from '../syntax/index.ts';
import type { Edit } from './edit.ts';

/** An edit that adds a line with a setting after that of another one, or before it where something follows on its line. */
export function addSettingAfter(text: string, { name, end }: Setting, line: string): Edit {
  const [rest = '', newline] = /[ \t]*(?:#[^\r\n]*)?(\r?\n)?/y.exec(text.slice(end)) ?? [];
  const [at, newText] = newline ? [end + rest.length, `${line}${newline}`] : [name.start, `${line}\n`];
  return { start: at, end: at, newText };
}
