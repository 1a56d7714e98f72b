/**
 * Which text of a file counts, and what it says: the one that is open, else the one on the disk. A file that is open
 * under several names, or found in several folders, is one file. Pure.
 */
import type { FileFacts, Workspace } from '@xlcfg/shared';
import { createIndex } from '@xlcfg/shared/start';
import type { FoundFile } from '../hostFiles.ts';
import { canonicalUri, isBelow } from '../uris.ts';

export interface FileStore {
  /** The files that describe a guest. */
  readonly workspace: Workspace;
  /** A document is open and says this; no facts: it describes no guest. */
  readonly open: (uri: string, facts: FileFacts | undefined) => void;
  /** What tells the file of an open document from others; until then it is taken for one of its own. */
  readonly identify: (uri: string, id: string) => void;
  readonly close: (uri: string) => void;
  /** A file of a folder says this on the disk; no facts: it describes no guest, or is no longer there. */
  readonly setOnDisk: (folder: string, file: FoundFile, facts: FileFacts | undefined) => void;
  /** Forgets what is on the disk at a URI or below it. */
  readonly removeFromDisk: (uri: string) => void;
  /** Forgets the files of a folder, except those of the given ids. */
  readonly retainInFolder: (folder: string, ids: ReadonlySet<string>) => void;
  /** The way by which a file on the disk was found. */
  readonly fileOnDisk: (id: string) => FoundFile | undefined;
  /** A folder that a file on the disk was found in. */
  readonly folderOf: (uri: string) => string | undefined;
  /** The URI by which the file of an open document is in the workspace: its own, or that of another way to it. */
  readonly uriInWorkspace: (uri: string) => string;
}

interface DiskEntry {
  readonly file: FoundFile;
  readonly facts: FileFacts;
  readonly folders: ReadonlySet<string>;
}

interface OpenEntry {
  readonly uri: string;
  readonly id: string;
  readonly facts: FileFacts | undefined;
}

/** @param changed called after each change of what the workspace has */
export const createFileStore = (changed: () => void): FileStore => {
  const index = createIndex();
  const openByUri = new Map<string, OpenEntry>();
  const openById = new Map<string, Set<string>>();
  const onDisk = new Map<string, DiskEntry>();
  const idOnDisk = new Map<string, string>();
  /** By id: what of the file is in the index. */
  const shown = new Map<string, FileFacts>();

  /** Puts into the index what counts of a file now. */
  const update = (id: string): void => {
    const [first] = openById.get(id) ?? [];
    const facts = first === undefined ? onDisk.get(id)?.facts : openByUri.get(first)?.facts;
    const before = shown.get(id);
    if (facts === before) return;
    if (before && before.uri !== facts?.uri) index.delete(before.uri);
    if (facts) {
      index.set(facts);
      shown.set(id, facts);
    } else shown.delete(id);
    changed();
  };

  const leave = ({ uri, id }: OpenEntry): void => {
    const uris = openById.get(id);
    uris?.delete(uri);
    if (uris?.size === 0) openById.delete(id);
    openByUri.delete(uri);
    update(id);
  };

  const enter = (open: OpenEntry): void => {
    openByUri.set(open.uri, open);
    const uris = openById.get(open.id) ?? new Set<string>();
    openById.set(open.id, uris.add(open.uri));
    update(open.id);
  };

  const forget = (id: string): void => {
    const known = onDisk.get(id);
    if (!known) return;
    onDisk.delete(id);
    idOnDisk.delete(canonicalUri(known.file.uri));
    update(id);
  };

  return {
    workspace: index,
    open: (uri, facts) => enter({ uri, id: openByUri.get(uri)?.id ?? canonicalUri(uri), facts }),
    identify: (uri, id) => {
      const known = openByUri.get(uri);
      if (!known || known.id === id) return;
      leave(known);
      enter({ ...known, id });
    },
    close: (uri) => {
      const known = openByUri.get(uri);
      if (known) leave(known);
    },
    setOnDisk: (folder, file, facts) => {
      const known = onDisk.get(file.id);
      if (!facts) {
        forget(file.id);
        return;
      }
      const folders = new Set(known?.folders).add(folder);
      if (known) idOnDisk.delete(canonicalUri(known.file.uri));
      idOnDisk.set(canonicalUri(file.uri), file.id);
      onDisk.set(file.id, { file, facts, folders });
      update(file.id);
    },
    removeFromDisk: (uri) => {
      const gone = canonicalUri(uri);
      const id = idOnDisk.get(gone);
      if (id !== undefined) {
        forget(id);
        return;
      }
      // A folder: its files are not told of one by one.
      for (const [known, one] of idOnDisk) if (isBelow(gone, known)) forget(one);
    },
    retainInFolder: (folder, ids) => {
      for (const [id, known] of onDisk) {
        if (ids.has(id) || !known.folders.has(folder)) continue;
        const folders = new Set(known.folders);
        folders.delete(folder);
        if (folders.size === 0) forget(id);
        else onDisk.set(id, { ...known, folders });
      }
    },
    fileOnDisk: (id) => onDisk.get(id)?.file,
    folderOf: (uri) => {
      const [first] = onDisk.get(idOnDisk.get(canonicalUri(uri)) ?? '')?.folders ?? [];
      return first;
    },
    uriInWorkspace: (uri) => shown.get(openByUri.get(uri)?.id ?? '')?.uri ?? uri,
  };
};
