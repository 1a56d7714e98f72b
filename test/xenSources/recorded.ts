/** What Xen's sources have of what the entries name, as `record.ts` read it in a checkout. */
import { readFileSync } from 'node:fs';
import type { NamedSource } from './entries.ts';

/**
 * By version of Xen its tag, and its files by their paths: the functions that entries name, `''` for the whole file, each
 * with the names of entries that occur in it.
 */
export type RecordedSources = Readonly<
  Record<
    string,
    {
      readonly tag: string;
      readonly files: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    }
  >
>;

export const RECORD = new URL('recorded.json', import.meta.url);

export const readRecorded = (): RecordedSources => JSON.parse(readFileSync(RECORD, 'utf8'));

/** Whether the path is what a source calls `file`: the same path, or the same name where that is all. */
export const isFile = (path: string, file: string): boolean =>
  file.includes('/') ? path === file : path.endsWith(`/${file}`);

/** The names of entries that occur in the source; undefined where Xen does not have it. */
export function namesIn(recorded: RecordedSources, source: NamedSource): readonly string[] | undefined {
  const { files = {} } = recorded[source.xenVersion] ?? {};
  const path = Object.keys(files).find((one) => isFile(one, source.file));
  return path === undefined ? undefined : files[path]?.[source.function];
}
