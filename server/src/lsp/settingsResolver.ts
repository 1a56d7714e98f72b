/** The settings of each document: the client's, overridden by the project config that applies to the document. */
import { type Platform, SETTINGS, type Settings, type XenHost } from '@xlcfg/shared';
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
  /**
   * What follows from the host, given the settings of the client and of the project config: the version and the architecture,
   * where neither sets them. Never rejects.
   */
  readonly hostPlatform: (client: Settings, project?: SettingValues) => Promise<SettingValues>;
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

const NO_PROJECT: ProjectSettings = { values: {} };

/** The values where host checks are asked for, and the server does not run on a dom0. */
const NOT_HERE: SettingValues = { host: false };

/** The values of a file that a project file ignores. */
const IGNORED: SettingValues = { enable: false };

/** In milliseconds. Until a client answers, nothing of a document can be shown. */
const MAX_WAIT = 2000;

export interface SettingsResolverOptions {
  /** Absent if the server has no access to files: then there are no project files. */
  readonly files?: HostFiles | undefined;
  /** Which Xen the host of the server runs. */
  readonly xen: () => Promise<XenHost>;
  /** Called where settings that were given out turn out to be others. */
  readonly onCorrection: () => void;
}

export const createSettingsResolver = (
  connection: Connection,
  client: ClientSupport,
  { files, xen, onCorrection }: SettingsResolverOptions,
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
  const overriddenSettings = memoizeByObject((_settings: Settings) => new Map<SettingValues, Settings>());

  const override = (settings: Settings, values: SettingValues): Settings => {
    const results = overriddenSettings(settings);
    const result = results.get(values) ?? applySettingValues(settings, values);
    results.set(values, result);
    return result;
  };

  /** What the host gives to settings that ask for it, by which of them are set: the same object each time. */
  const hostValues = new Map<string, SettingValues>();

  const hostPlatform: SettingsResolver['hostPlatform'] = async (client, project = {}) => {
    if (!(project.host ?? client.host)) return {};
    const { isDom0, xenVersion, architecture } = await xen();
    if (!isDom0) return NOT_HERE;
    const isFree = (name: keyof Platform): boolean =>
      project[name] === undefined && client[name] === SETTINGS[name].default;
    const values: SettingValues = {
      ...(xenVersion && isFree('xenVersion') && { xenVersion }),
      ...(architecture && isFree('architecture') && { architecture }),
    };
    const key = JSON.stringify(values);
    const known = hostValues.get(key) ?? values;
    hostValues.set(key, known);
    return known;
  };

  const withProjectSettings = async (settings: Settings, uri: string): Promise<Settings> => {
    const { values, ignoredBy } = (await projects?.resolve(uri)) ?? NO_PROJECT;
    const merged = Object.keys(values).length === 0 ? settings : override(settings, values);
    const ofHost = await hostPlatform(settings, values);
    const onHost = Object.keys(ofHost).length === 0 ? merged : override(merged, ofHost);
    return ignoredBy === undefined ? onHost : override(onHost, IGNORED);
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
    hostPlatform,
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
