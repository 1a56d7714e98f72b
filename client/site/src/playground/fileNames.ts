/** The names of the open files, and their URIs. Pure. */

/** Below no folder of the server's workspace: it only sees what is open. */
const FOLDER = 'file:///playground/';

export const uriOf = (name: string): string => FOLDER + encodeURIComponent(name);

export const nameOf = (uri: string): string => decodeURIComponent(uri.slice(FOLDER.length));

/** The last part of a path, without what the names of files cannot have. */
const baseName = (path: string): string =>
  path
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .trim() ?? '';

/** A name that no file has yet: `web1.cfg`, `web1-2.cfg`, ... */
export const freeName = (wanted: string, taken: readonly string[]): string => {
  const name = baseName(wanted) || 'guest.cfg';
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem}-${number}${extension}`;
    if (!taken.includes(candidate)) return candidate;
  }
};
