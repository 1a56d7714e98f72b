/** Where configuration files are looked for, by URIs. */
import { IGNORE_FILE, PROJECT_CONFIG_FILE } from '../settings/projectConfig.ts';
import type { FolderTree } from '../settings/projectResolver.ts';
import type { HostFiles } from './hostFiles.ts';
import { canonicalUri } from './uris.ts';

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
export const isProjectFile = (uri: string): boolean => {
  const name = decoded(uri.slice(uri.lastIndexOf('/') + 1));
  return name === PROJECT_CONFIG_FILE || name === IGNORE_FILE;
};

/** Folders up to the home folder of the person, or else to the root. */
export const uriFolderTree = ({
  homeUri: home,
  isHostUri: holds,
  identityOf: identify,
  read,
}: HostFiles): FolderTree => {
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
    relativePath: (folder, uri) =>
      uri
        .slice(folder.length + 1)
        .split('/')
        .map(decoded)
        .join('/'),
    read: async (uri) => ((await isItself(uri)) ? read(uri) : undefined),
  };
};
