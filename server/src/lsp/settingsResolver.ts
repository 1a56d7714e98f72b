/**
 * The settings of each document: asked of the client where it answers, else what it has sent; and on them those of the
 * configuration file that lies beside the document.
 */

import type { Settings } from '@xlcfg/shared';
import {
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { createProjectResolver } from '../settings/projectResolver.ts';
import { applySettingValues, type SettingValues } from '../settings/settingValues.ts';
import {
  type ClientSettings,
  findSection,
  readClientSettings,
  SETTINGS_SECTION,
  unusedSettingsMessage,
} from './clientSettings.ts';
import type { ClientSupport } from './clientSupport.ts';
import { pathOfUri } from './documents.ts';
import type { HostFiles } from './hostFiles.ts';
import { uriFolderTree } from './uriFolderTree.ts';

export interface SettingsResolver {
  /** The settings for a document: those of the client, and of the files beside it. Never rejects. */
  readonly forDocument: (uri: string) => Promise<Settings>;
  /**
   * The client's settings for a document or a folder, or for the whole window. Never rejects: without an answer of use
   * they are the initial ones.
   */
  readonly fromClient: (uri?: string) => Promise<Settings>;
  /** The settings with those of the files beside a file. Never rejects. */
  readonly withProjectSettings: (settings: Settings, uri: string) => Promise<Settings>;
  /** Whether the files beside a file say that it is to be left alone. Never rejects. */
  readonly isIgnored: (uri: string) => Promise<boolean>;
  /** Forgets what is known of a document that was closed. */
  readonly forget: (uri: string) => void;
  /** Takes up a change: `payload` is the `settings` of workspace/didChangeConfiguration. */
  readonly clientSettingsChanged: (payload: unknown) => void;
  /** Takes up that configuration files have changed. */
  readonly projectFilesChanged: () => void;
  /** Asks the client to report changes, where it waits to be asked. */
  readonly watchClientSettings: () => void;
}

/** A message is one line. */
const MAX_SHOWN = 3;

/** @param files absent where there are none: then only the client has settings */
export const createSettingsResolver = (
  connection: Connection,
  client: ClientSupport,
  files?: HostFiles,
): SettingsResolver => {
  const asked = new Map<string | undefined, Promise<Settings>>();
  const byUri = new Map<string, Promise<Settings>>();
  const told = new Set<string>();

  const tell = (message: string): void => {
    if (told.has(message)) return;
    told.add(message);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };

  const projects =
    files &&
    createProjectResolver(uriFolderTree(files), (uri, complaints) => {
      const shown = complaints
        .slice(0, MAX_SHOWN)
        .map(({ line, column, message }) => `${line}:${column}: ${message}`);
      const more = complaints.length > MAX_SHOWN ? `; and ${complaints.length - MAX_SHOWN} more` : '';
      tell(`${pathOfUri(uri)}: ${shown.join('; ')}${more}.`);
    });

  /** The settings of a section, after the person was told, once, what in it is not used. */
  const use = (read: ClientSettings): Settings => {
    const message = unusedSettingsMessage(read);
    if (message !== undefined) tell(message);
    return read.settings;
  };

  // Not read before somebody asks: `initialize` is to be answered first.
  const initial = (): unknown => findSection(client.initialSettings);
  let sent: Settings | undefined;

  const ask = async (uri: string | undefined): Promise<Settings> => {
    try {
      const section: unknown = await connection.workspace.getConfiguration({
        ...(uri !== undefined && { scopeUri: uri }),
        section: SETTINGS_SECTION,
      });
      return use(readClientSettings(section ?? initial()));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      connection.console.warn(
        `The client's settings for ${uri ?? 'the window'} are not known (${reason}); the initial ones are used.`,
      );
      return use(readClientSettings(initial()));
    }
  };

  const ofClient = (uri?: string): Promise<Settings> => {
    if (!client.answersConfiguration) {
      sent ??= use(readClientSettings(initial()));
      return Promise.resolve(sent);
    }
    const known = asked.get(uri) ?? ask(uri);
    asked.set(uri, known);
    return known;
  };

  /** What was made of settings: analyses are told by the identity of theirs. */
  const layers = new WeakMap<Settings, Map<SettingValues | 'ignored', Settings>>();

  const layered = (settings: Settings, key: SettingValues | 'ignored'): Settings => {
    const made = layers.get(settings) ?? new Map<SettingValues | 'ignored', Settings>();
    layers.set(settings, made);
    const known = made.get(key) ?? applySettingValues(settings, key === 'ignored' ? { enable: false } : key);
    made.set(key, known);
    return known;
  };

  const inPlace = async (settings: Settings, uri: string): Promise<Settings> => {
    if (!projects) return settings;
    const { values, ignoredBy } = await projects.resolve(uri);
    const own = Object.keys(values).length === 0 ? settings : layered(settings, values);
    return ignoredBy === undefined ? own : layered(own, 'ignored');
  };

  return {
    forDocument: (uri) => {
      const known = byUri.get(uri) ?? ofClient(uri).then((settings) => inPlace(settings, uri));
      byUri.set(uri, known);
      return known;
    },
    fromClient: ofClient,
    withProjectSettings: inPlace,
    isIgnored: async (uri) => (await projects?.resolve(uri))?.ignoredBy !== undefined,
    forget: (uri) => {
      asked.delete(uri);
      byUri.delete(uri);
      // Nobody tells of changes of files: closing and opening the document reads them anew.
      if (!client.registersFileWatchers) projects?.clear();
    },
    projectFilesChanged: () => {
      projects?.clear();
      byUri.clear();
    },
    clientSettingsChanged: (payload) => {
      projects?.clear();
      asked.clear();
      byUri.clear();
      if (!client.answersConfiguration) sent = use(readClientSettings(findSection(payload) ?? initial()));
    },
    watchClientSettings: () => {
      if (!client.registersSettingsChanges) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
        .catch((error: unknown) =>
          connection.console.warn(`Changes of the settings will not be seen: ${error}`),
        );
    },
  };
};
