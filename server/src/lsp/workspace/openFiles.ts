/** Keeps the workspace in step with the open documents. */
import { DEFAULT_SETTINGS, digest, type FileFacts, type Settings } from '@xlcfg/shared';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from '../documents.ts';
import type { HostFiles } from '../hostFiles.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import type { FileStore } from './fileStore.ts';

export interface OpenFiles {
  readonly documentChanged: (uri: string) => void;
  readonly documentClosed: (uri: string) => void;
  /** The settings have changed: what the documents say may be something else. */
  readonly settingsChanged: () => void;
  /** Takes up the newest versions, under the settings that are known. */
  readonly catchUp: () => void;
  /** The same, once the settings and the files of all documents are known. */
  readonly settle: () => Promise<void>;
}

export interface OpenFilesOptions {
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  /** Absent: a URI is a file. */
  readonly files?: Pick<HostFiles, 'isHostUri' | 'identityOf'>;
  readonly store: FileStore;
}

export const createOpenFiles = ({
  documents,
  settings: configuration,
  files,
  store,
}: OpenFilesOptions): OpenFiles => {
  const behind = new Set<string>();
  const settings = new Map<string, Settings>();
  /** Those that are to be left alone. */
  const ignored = new Set<string>();
  /** What is awaited for a document. */
  const asked = new Map<string, Promise<unknown>>();

  const factsOf = (text: TextDocument): FileFacts | undefined => {
    // Beside files there are only texts that will be some.
    if (files && !text.uri.startsWith('untitled:') && !files.isHostUri(text.uri)) return undefined;
    if (ignored.has(text.uri) || !documents.isGuest(text)) return undefined;
    const document = documents.analyze(text, settings.get(text.uri) ?? DEFAULT_SETTINGS);
    return document.kind.name === 'guest' ? digest(document) : undefined;
  };

  const catchUp = (): void => {
    for (const uri of behind) {
      const text = documents.get(uri);
      if (text) store.open(uri, factsOf(text));
    }
    behind.clear();
  };

  const askSettings = async (uri: string): Promise<void> => {
    const [answer, isIgnored] = await Promise.all([
      configuration.forDocument(uri),
      configuration.isIgnored(uri),
    ]);
    if (documents.get(uri) === undefined) return;
    if (settings.get(uri) === answer && ignored.has(uri) === isIgnored) return;
    settings.set(uri, answer);
    if (isIgnored) ignored.add(uri);
    else ignored.delete(uri);
    behind.add(uri);
  };

  const askIdentity = async (uri: string): Promise<void> => {
    const id = await files?.identityOf(uri);
    if (id !== undefined && documents.get(uri) !== undefined) {
      catchUp();
      store.identify(uri, id);
    }
  };

  /** In this order: with its settings at hand, it is analysed once and not first under others. */
  const askAbout = async (uri: string): Promise<void> => {
    await askSettings(uri);
    await askIdentity(uri);
  };

  return {
    documentChanged: (uri) => {
      behind.add(uri);
      if (!asked.has(uri)) asked.set(uri, askAbout(uri));
    },
    documentClosed: (uri) => {
      behind.delete(uri);
      settings.delete(uri);
      ignored.delete(uri);
      asked.delete(uri);
      store.close(uri);
    },
    settingsChanged: () => {
      for (const { uri } of documents.all()) asked.set(uri, Promise.all([asked.get(uri), askSettings(uri)]));
    },
    catchUp,
    settle: async () => {
      await Promise.all(asked.values());
      catchUp();
    },
  };
};
