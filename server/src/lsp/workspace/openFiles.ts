/** Keeps the file store up to date with the open documents. */
import { DEFAULT_SETTINGS, digest, type FileFacts, type Settings } from '@xlcfg/shared';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from '../documents.ts';
import type { HostFiles } from '../hostFiles.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import type { FileStore } from './fileStore.ts';

export interface OpenFiles {
  readonly documentChanged: (uri: string) => void;
  readonly documentClosed: (uri: string) => void;
  readonly settingsChanged: () => void;
  /** Updates the store with the current versions of the documents, under the settings that are known so far. */
  readonly update: () => void;
  /** Waits for the settings and identities of all documents, then updates the store. */
  readonly settle: () => Promise<void>;
}

export interface OpenFilesOptions {
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  /** Absent if the server has no access to files. Then each URI counts as a separate file. */
  readonly files?: Pick<HostFiles, 'isHostUri' | 'identityOf'>;
  readonly store: FileStore;
}

export const createOpenFiles = ({ documents, settings, files, store }: OpenFilesOptions): OpenFiles => {
  /** Documents whose facts in the store are out of date. */
  const outdated = new Set<string>();
  const settingsByUri = new Map<string, Settings>();
  const ignored = new Set<string>();
  /** The pending lookups of a document's settings and identity. */
  const pending = new Map<string, Promise<unknown>>();

  const factsOf = (text: TextDocument): FileFacts | undefined => {
    // On a host with files, other schemes show versions of a file that is counted already.
    if (files && !text.uri.startsWith('untitled:') && !files.isHostUri(text.uri)) return undefined;
    if (ignored.has(text.uri) || !documents.isGuest(text)) return undefined;
    const document = documents.analyze(text, settingsByUri.get(text.uri) ?? DEFAULT_SETTINGS);
    return document.kind.name === 'guest' ? digest(document) : undefined;
  };

  const update = (): void => {
    for (const uri of outdated) {
      const text = documents.get(uri);
      if (text) store.open(uri, factsOf(text));
    }
    outdated.clear();
  };

  const lookUpSettings = async (uri: string): Promise<void> => {
    const [documentSettings, isIgnored] = await Promise.all([
      settings.forDocument(uri),
      settings.isIgnored(uri),
    ]);
    if (documents.get(uri) === undefined) return;
    if (settingsByUri.get(uri) === documentSettings && ignored.has(uri) === isIgnored) return;
    settingsByUri.set(uri, documentSettings);
    if (isIgnored) ignored.add(uri);
    else ignored.delete(uri);
    outdated.add(uri);
  };

  const lookUpIdentity = async (uri: string): Promise<void> => {
    const id = await files?.identityOf(uri);
    if (id !== undefined && documents.get(uri) !== undefined) {
      update();
      store.identify(uri, id);
    }
  };

  /** In this order, because identifying updates the store: the document is analyzed once, under its own settings. */
  const lookUp = async (uri: string): Promise<void> => {
    await lookUpSettings(uri);
    await lookUpIdentity(uri);
  };

  return {
    documentChanged: (uri) => {
      outdated.add(uri);
      if (!pending.has(uri)) pending.set(uri, lookUp(uri));
    },
    documentClosed: (uri) => {
      outdated.delete(uri);
      settingsByUri.delete(uri);
      ignored.delete(uri);
      pending.delete(uri);
      store.close(uri);
    },
    settingsChanged: () => {
      for (const { uri } of documents.all()) {
        pending.set(uri, Promise.all([pending.get(uri), lookUpSettings(uri)]));
      }
    },
    update,
    settle: async () => {
      await Promise.all(pending.values());
      update();
    },
  };
};
