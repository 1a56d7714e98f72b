/** The settings of each document: the client's, overridden by the project config that applies to the document. */
import type { Settings } from '@xlcfg/shared';
import { memoizeByObject } from '@xlcfg/shared/start';
import {
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { createProjectResolver, type ProjectSettings } from '../settings/projectResolver.ts';
import { applySettingValues, type SettingValues } from '../settings/settingValues.ts';
import {
  type ClientSettings,
  findSection,
  ignoredValuesMessage,
  readClientSettings,
  SETTINGS_SECTION,
} from './clientSettings.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { HostFiles } from './hostFiles.ts';
import { reportProjectIssues } from './projectIssues.ts';
import { afterFreeTime } from './scheduling.ts';
import { uriFolderTree } from './uriFolderTree.ts';

export interface SettingsResolver {
  /** The effective settings of a document. Never rejects. */
  readonly forDocument: (uri: string) => Promise<Settings>;
  /**
   * The client's settings for a document or folder, or for the whole window. Never rejects: if the client doesn't
   * answer, these are the settings it sent with `initialize`.
   */
  readonly fromClient: (uri?: string) => Promise<Settings>;
  /** Settings overridden by the project config that applies to a file. Never rejects. */
  readonly withProjectSettings: (settings: Settings, uri: string) => Promise<Settings>;
  /** What the project files say about a file; undefined if the server has no access to files. Never rejects. */
  readonly project: (uri: string) => Promise<ProjectSettings | undefined>;
  /** Whether anything is done for a document. It is for one that a project file ignores: only problems are not reported. Never rejects. */
  readonly isEnabled: (uri: string) => Promise<boolean>;
  /** Whether a project file ignores the file. Never rejects. */
  readonly isIgnored: (uri: string) => Promise<boolean>;
  /** Drops the cached settings of a closed document. */
  readonly forget: (uri: string) => void;
  /** Handles `workspace/didChangeConfiguration`; `payload` is its `settings`. */
  readonly clientSettingsChanged: (payload: unknown) => void;
  /** Drops what was read from project files. */
  readonly projectFilesChanged: () => void;
  /** Registers for `workspace/didChangeConfiguration` with clients that require it. */
  readonly registerForChanges: () => void;
}

/** In milliseconds. Until a client answers, nothing of a document can be shown. */
const MAX_WAIT = 2000;

export interface SettingsResolverOptions {
  /** Absent if the server has no access to files: then there are no project files. */
  readonly files?: HostFiles | undefined;
  /** Called where settings that were given out turn out to be others. */
  readonly onCorrection: () => void;
}

export const createSettingsResolver = (
  connection: Connection,
  client: ClientSupport,
  { files, onCorrection }: SettingsResolverOptions,
): SettingsResolver => {
  const clientSettings = new Map<string | undefined, Promise<Settings>>();
  const documentSettings = new Map<string, Promise<Settings>>();
  const shownMessages = new Set<string>();
  const reportedIssues = new Set<string>();

  const showOnce = (message: string): void => {
    if (shownMessages.has(message)) return;
    shownMessages.add(message);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };

  const projects =
    files &&
    createProjectResolver(uriFolderTree(files), (uri, issues) => {
      const key = JSON.stringify([uri, issues]);
      if (reportedIssues.has(key)) return;
      reportedIssues.add(key);
      // The client may end before the user has answered.
      reportProjectIssues(connection, client, uri, issues).catch(() => {});
    });

  const accept = (read: ClientSettings): Settings => {
    const message = ignoredValuesMessage(read);
    if (message !== undefined) showOnce(message);
    return read.settings;
  };

  // Read on demand: validation needs the language bundle, which is loaded after `initialize` is answered.
  const initialSection = (): unknown => findSection(client.initialSettings);
  let pushedSettings: Settings | undefined;

  /** The initial settings, in place of those that are not known for a reason. */
  const standIn = (uri: string | undefined, reason: string): Settings => {
    connection.console.warn(
      `The client's settings for ${uri ?? 'the window'} are not known (${reason}); the initial ones are used.`,
    );
    return accept(readClientSettings(initialSection()));
  };

  const ask = async (uri: string | undefined): Promise<Settings> => {
    try {
      const section: unknown = await connection.workspace.getConfiguration({
        ...(uri !== undefined && { scopeUri: uri }),
        section: SETTINGS_SECTION,
      });
      return accept(readClientSettings(section ?? initialSection()));
    } catch (error) {
      return standIn(uri, error instanceof Error ? error.message : String(error));
    }
  };

  /** Gives out the initial settings where the client takes too long, and corrects them when it answers. */
  const request = (uri: string | undefined): Promise<Settings> =>
    new Promise((resolve) => {
      let isLate = false;
      const stopWaiting = afterFreeTime(MAX_WAIT, () => {
        isLate = true;
        resolve(standIn(uri, `no answer within ${MAX_WAIT / 1000} s`));
      });
      void ask(uri).then((settings) => {
        stopWaiting();
        resolve(settings);
        if (!isLate || !clientSettings.has(uri)) return;
        clientSettings.set(uri, Promise.resolve(settings));
        documentSettings.clear();
        onCorrection();
      });
    });

  const fromClient = (uri?: string): Promise<Settings> => {
    if (!client.answersConfiguration) {
      pushedSettings ??= accept(readClientSettings(initialSection()));
      return Promise.resolve(pushedSettings);
    }
    const settings = clientSettings.get(uri) ?? request(uri);
    clientSettings.set(uri, settings);
    return settings;
  };

  /** Equal settings must be the same object, because analyses are cached by the identity of their settings. */
  const overriddenSettings = memoizeByObject(
    (_settings: Settings) => new Map<SettingValues | 'ignored', Settings>(),
  );

  const override = (settings: Settings, key: SettingValues | 'ignored'): Settings => {
    const results = overriddenSettings(settings);
    const result =
      results.get(key) ?? applySettingValues(settings, key === 'ignored' ? { enable: false } : key);
    results.set(key, result);
    return result;
  };

  const withProjectSettings = async (settings: Settings, uri: string): Promise<Settings> => {
    if (!projects) return settings;
    const { values, ignoredBy } = await projects.resolve(uri);
    const merged = Object.keys(values).length === 0 ? settings : override(settings, values);
    return ignoredBy === undefined ? merged : override(merged, 'ignored');
  };

  return {
    forDocument: (uri) => {
      const settings =
        documentSettings.get(uri) ?? fromClient(uri).then((general) => withProjectSettings(general, uri));
      documentSettings.set(uri, settings);
      return settings;
    },
    fromClient,
    withProjectSettings,
    project: async (uri) => projects?.resolve(uri),
    isEnabled: async (uri) => (await projects?.resolve(uri))?.values.enable ?? (await fromClient(uri)).enable,
    isIgnored: async (uri) => (await projects?.resolve(uri))?.ignoredBy !== undefined,
    forget: (uri) => {
      clientSettings.delete(uri);
      documentSettings.delete(uri);
      // Without a file watcher, reopening the document is the only way to have changed project files read again.
      if (!client.registersFileWatchers) projects?.clear();
    },
    projectFilesChanged: () => {
      projects?.clear();
      documentSettings.clear();
    },
    clientSettingsChanged: (payload) => {
      projects?.clear();
      clientSettings.clear();
      documentSettings.clear();
      if (!client.answersConfiguration) {
        pushedSettings = accept(readClientSettings(findSection(payload) ?? initialSection()));
      }
    },
    registerForChanges: () => {
      if (!client.registersSettingsChanges) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
        .catch((error: unknown) =>
          connection.console.warn(`Changes of the settings will not be seen: ${error}`),
        );
    },
  };
};
