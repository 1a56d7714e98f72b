/** Where configuration files are looked for, by URIs. */
import { CONFIGURATION_FILE, IGNORE_FILE } from '../settings/configurationFile.ts';
import type { Place } from '../settings/projects.ts';
import type { HostFiles } from './files.ts';
import { canonicalUri } from './workspace/uris.ts';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The URI without its last part; undefined where only scheme and authority are left. */
const parentOf = (uri: string): string | undefined => {
  const scheme = uri.indexOf('://');
  const path = scheme < 0 ? -1 : uri.indexOf('/', scheme + '://'.length);
  return path < 0 ? undefined : uri.slice(0, uri.lastIndexOf('/'));
};

/** Whether the file of a URI says something of the files beside it. */
export const isConfiguration = (uri: string): boolean => {
  const name = decoded(uri.slice(uri.lastIndexOf('/') + 1));
  return name === CONFIGURATION_FILE || name === IGNORE_FILE;
};

/** Folders up to the home folder of the person, or else to the root. */
export const uriPlace = ({ home, holds, identify, read }: HostFiles): Place => {
  const top = home === undefined ? undefined : canonicalUri(home);
  /** Not by a link: what is behind it may be none of the person's workspace. */
  const isItself = async (uri: string): Promise<boolean> => {
    const parent = parentOf(uri);
    if (parent === undefined) return false;
    const [file, folder] = await Promise.all([identify(uri), identify(parent)]);
    return canonicalUri(file) === canonicalUri(`${folder}${uri.slice(parent.length)}`);
  };
  return {
    parent: (uri) => (!holds(uri) || canonicalUri(uri) === top ? undefined : parentOf(uri)),
    join: (folder, name) => `${folder}/${name}`,
    way: (folder, uri) =>
      uri
        .slice(folder.length + 1)
        .split('/')
        .map(decoded)
        .join('/'),
    read: async (uri) => ((await isItself(uri)) ? read(uri) : undefined),
  };
};
