/** Looks up project files by URI. */
import type { FolderTree } from '../settings/folderTree.ts';
import { IGNORE_FILE, PROJECT_CONFIG_FILE } from '../settings/projectConfig.ts';
import type { HostFiles } from './hostFiles.ts';
import { canonicalUri, decodeUriPart, parentUri } from './uris.ts';

/** True for a `.xlcfg.json` or `.xlcfgignore`. */
export const isProjectFile = (uri: string): boolean => {
  const name = decodeUriPart(uri.slice(uri.lastIndexOf('/') + 1));
  return name === PROJECT_CONFIG_FILE || name === IGNORE_FILE;
};

/** The folders above a file, up to the user's home folder or the root. */
export const uriFolderTree = ({ homeUri, isHostUri, identityOf, read }: HostFiles): FolderTree => {
  const top = homeUri === undefined ? undefined : canonicalUri(homeUri);

  /** False for a symbolic link: its target may be outside the user's workspace. */
  const isRegular = async (uri: string): Promise<boolean> => {
    const parent = parentUri(uri);
    if (parent === undefined) return false;
    const [file, folder] = await Promise.all([identityOf(uri), identityOf(parent)]);
    return canonicalUri(file) === canonicalUri(`${folder}${uri.slice(parent.length)}`);
  };

  return {
    parent: (uri) => (!isHostUri(uri) || canonicalUri(uri) === top ? undefined : parentUri(uri)),
    join: (folder, name) => `${folder}/${name}`,
    relativePath: (folder, uri) =>
      uri
        .slice(folder.length + 1)
        .split('/')
        .map(decodeUriPart)
        .join('/'),
    read: async (uri) => ((await isRegular(uri)) ? (await read(uri))?.text : undefined),
  };
};
