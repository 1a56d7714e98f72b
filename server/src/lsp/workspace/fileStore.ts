/**
 * Which text of a file counts: that of the open document, else the one on disk. A file that is open under several URIs,
 * or found in several folders, counts once. Pure.
 */
import type { FileFacts, Workspace } from '@xlcfg/shared';
import { createIndex } from '@xlcfg/shared/start';
import type { FoundFile } from '../hostFiles.ts';
import { canonicalUri, isWithin } from '../uris.ts';

export interface FileStore {
  /** The files that are guests. */
  readonly workspace: Workspace;
  /** A document was opened or changed. Its facts are undefined if it isn't a guest. */
  readonly open: (uri: string, facts: FileFacts | undefined) => void;
  /** Sets the file id of an open document. Until then the document counts as its own file. */
  readonly identify: (uri: string, id: string) => void;
  readonly close: (uri: string) => void;
  /** A file of a folder was read. Its facts are undefined if it isn't a guest or doesn't exist any more. */
  readonly setOnDisk: (folder: string, file: FoundFile, facts: FileFacts | undefined) => void;
  /** Removes a file on disk. What is below a folder stays. */
  readonly removeFileFromDisk: (uri: string) => void;
  /** Removes what is on disk at a URI or below it. */
  readonly removeFromDisk: (uri: string) => void;
  /** Removes the files of a folder, except those with the given ids. */
  readonly retainInFolder: (folder: string, ids: ReadonlySet<string>) => void;
  /** A file on disk, by its id. */
  readonly fileOnDisk: (id: string) => FoundFile | undefined;
  /** One of the folders in which a file on disk was found. */
  readonly folderOf: (uri: string) => string | undefined;
  /** The URI by which an open document's file is in the workspace: its own, or another URI of the same file. */
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

/** @param onChange called after each change of the workspace */
export const createFileStore = (onChange: () => void): FileStore => {
  const index = createIndex();
  const openByUri = new Map<string, OpenEntry>();
  /** URIs of the open documents of a file, in the order in which they were opened. */
  const openUrisById = new Map<string, Set<string>>();
  const diskById = new Map<string, DiskEntry>();
  const diskIdByUri = new Map<string, string>();
  /** The facts in the index, by file id. */
  const indexed = new Map<string, FileFacts>();

  const updateIndex = (id: string): void => {
    const [openUri] = openUrisById.get(id) ?? [];
    const facts = openUri === undefined ? diskById.get(id)?.facts : openByUri.get(openUri)?.facts;
    const before = indexed.get(id);
    if (facts === before) return;
    if (before && before.uri !== facts?.uri) index.delete(before.uri);
    if (facts) {
      index.set(facts);
      indexed.set(id, facts);
    } else indexed.delete(id);
    onChange();
  };

  const removeOpen = ({ uri, id }: OpenEntry): void => {
    const uris = openUrisById.get(id);
    uris?.delete(uri);
    if (uris?.size === 0) openUrisById.delete(id);
    openByUri.delete(uri);
    updateIndex(id);
  };

  const addOpen = (entry: OpenEntry): void => {
    openByUri.set(entry.uri, entry);
    const uris = openUrisById.get(entry.id) ?? new Set<string>();
    openUrisById.set(entry.id, uris.add(entry.uri));
    updateIndex(entry.id);
  };

  const removeDiskEntry = (id: string): void => {
    const entry = diskById.get(id);
    if (!entry) return;
    diskById.delete(id);
    diskIdByUri.delete(canonicalUri(entry.file.uri));
    updateIndex(id);
  };

  return {
    workspace: index,
    open: (uri, facts) => addOpen({ uri, id: openByUri.get(uri)?.id ?? canonicalUri(uri), facts }),
    identify: (uri, id) => {
      const entry = openByUri.get(uri);
      if (!entry || entry.id === id) return;
      removeOpen(entry);
      addOpen({ ...entry, id });
    },
    close: (uri) => {
      const entry = openByUri.get(uri);
      if (entry) removeOpen(entry);
    },
    setOnDisk: (folder, file, facts) => {
      const entry = diskById.get(file.id);
      if (!facts) {
        removeDiskEntry(file.id);
        return;
      }
      const folders = new Set(entry?.folders).add(folder);
      if (entry) diskIdByUri.delete(canonicalUri(entry.file.uri));
      diskIdByUri.set(canonicalUri(file.uri), file.id);
      diskById.set(file.id, { file, facts, folders });
      updateIndex(file.id);
    },
    removeFileFromDisk: (uri) => removeDiskEntry(diskIdByUri.get(canonicalUri(uri)) ?? ''),
    removeFromDisk: (uri) => {
      const removed = canonicalUri(uri);
      const id = diskIdByUri.get(removed);
      if (id !== undefined) {
        removeDiskEntry(id);
        return;
      }
      // A deleted folder is reported without an event for each of its files.
      for (const [fileUri, fileId] of diskIdByUri) if (isWithin(removed, fileUri)) removeDiskEntry(fileId);
    },
    retainInFolder: (folder, ids) => {
      for (const [id, entry] of diskById) {
        if (ids.has(id) || !entry.folders.has(folder)) continue;
        const folders = new Set(entry.folders);
        folders.delete(folder);
        if (folders.size === 0) removeDiskEntry(id);
        else diskById.set(id, { ...entry, folders });
      }
    },
    fileOnDisk: (id) => diskById.get(id)?.file,
    folderOf: (uri) => {
      const [first] = diskById.get(diskIdByUri.get(canonicalUri(uri)) ?? '')?.folders ?? [];
      return first;
    },
    uriInWorkspace: (uri) => indexed.get(openByUri.get(uri)?.id ?? '')?.uri ?? uri,
  };
};
