/** Paths of the host: those that are named for the same purpose, and the folders that they are in. */

import type { OfferedValue } from '../../languages/language.ts';
import { guestNameFor } from '../../model/guestName.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import { type KnownSource, known, knownKeys } from './knownSource.ts';

/** Paths and folders that are offered, each. */
const MOST = 10;
/** Names in the folder that is being typed. */
const MOST_TYPED = 200;
/** PATH_MAX of Linux. In UTF-16 code units. */
const LONGEST_PATH = 4096;

/**
 * The best first. A disk that one guest writes to must not be shared: for disks, new paths are offered instead.
 *
 * @param purpose as in the keys of `path` facts: `kernel`, `disk.target`
 */
export function knownPaths(source: KnownSource, purpose: string): readonly OfferedValue[] {
  const prefix = `${purpose}\n`;
  const paths = knownKeys(source, 'path', prefix).map((key) => key.slice(prefix.length));
  const isKnown = (path: string): boolean =>
    paths.includes(path) ||
    source.workspace?.isShared('path', `${prefix}${path}`, source.doc.text.uri) === true;
  const folders = [...new Set(paths.flatMap((path) => folderOf(path) ?? []))].slice(0, MOST);
  const isDisk = purpose === 'disk.target';
  const offered = isDisk ? paths.filter((path) => isOnlyRead(source, path)) : paths;
  return [
    ...(isDisk ? folders.map((folder) => known(newPath(source, folder, paths, isKnown), 'new')) : []),
    ...offered.slice(0, MOST).map((path) => known(path, 'in use')),
    ...folders.map((folder) => known(folder, 'folder')),
    ...contents(source, folders)
      .filter((path) => !isKnown(path) && (!isDisk || isOnlyRead(source, path)))
      .map((path) => known(path, path.endsWith('/') ? 'folder' : 'file')),
  ];
}

/** What is in the folders, and in the one that is being typed. */
function contents(source: KnownSource, folders: readonly string[]): readonly string[] {
  const typed = typedFolder(source);
  const all = new Set([...(typed === undefined ? [] : [typed]), ...folders]);
  return [...all].flatMap((folder) =>
    (source.folderContents(folder) ?? [])
      .filter((name) => !name.startsWith('.'))
      .slice(0, folder === typed ? MOST_TYPED : MOST)
      .map((name) => `${folder}${name}`),
  );
}

/** Of the path before the cursor; blanks, quotes and separators are in no path that is offered. */
function typedFolder({ doc, offset }: KnownSource): string | undefined {
  const before = doc.file.text.slice(Math.max(0, offset - LONGEST_PATH), offset);
  return folderOf(before.split(/[\s'",:=]/).at(-1) ?? '');
}

/** With the slash at its end; undefined for a name without a folder. */
const folderOf = (path: string): string | undefined => /^\/.*\//.exec(path)?.[0];

const isOnlyRead = ({ workspace }: KnownSource, path: string): boolean =>
  (workspace?.filesWith('diskTarget', `\n\n${path}`, { onlyWriters: true }) ?? []).length === 0;

/** A disk of this guest in a folder, named as the others there are: `/srv/web1.img` beside `/srv/web2.img`. */
function newPath(
  { doc }: KnownSource,
  folder: string,
  paths: readonly string[],
  isTaken: (path: string) => boolean,
): string {
  const beside = paths.find((path) => folderOf(path) === folder) ?? '';
  const [ending = ''] = /\.[a-z0-9]+$/.exec(beside) ?? [];
  const name = optionValuesOf(doc.guest, doc.settings.xenVersion).text('name');
  const stem = `${folder}${name || guestNameFor(doc.text.uri)}`;
  let path = `${stem}${ending}`;
  for (let number = 2; isTaken(path); number += 1) path = `${stem}-${number}${ending}`;
  return path;
}
