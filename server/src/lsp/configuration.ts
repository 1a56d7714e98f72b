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
import { createProjects } from '../settings/projects.ts';
import { type SettingValues, withValues } from '../settings/values.ts';
import type { ClientFeatures } from './client.ts';
import { pathOf } from './documents.ts';
import type { HostFiles } from './files.ts';
import { complaintMessage, type ReadSettings, readSettings, SECTION, sectionOf } from './settings.ts';
import { uriPlace } from './uriPlace.ts';

export interface Configuration {
  /** The settings for a document: those of the client, and of the files beside it. Never rejects. */
  readonly of: (uri: string) => Promise<Settings>;
  /**
   * The client's settings for a document or a folder, or for the whole window. Never rejects: without an answer of use
   * they are the initial ones.
   */
  readonly ofClient: (uri?: string) => Promise<Settings>;
  /** The settings with those of the files beside a file. Never rejects. */
  readonly inPlace: (settings: Settings, uri: string) => Promise<Settings>;
  /** Whether the files beside a file say that it is to be left alone. Never rejects. */
  readonly ignores: (uri: string) => Promise<boolean>;
  /** Forgets what is known of a document that was closed. */
  readonly forget: (uri: string) => void;
  /** Takes up a change: `payload` is the `settings` of workspace/didChangeConfiguration. */
  readonly change: (payload: unknown) => void;
  /** Takes up that configuration files have changed. */
  readonly filesChanged: () => void;
  /** Asks the client to report changes, where it waits to be asked. */
  readonly register: () => void;
}

/** A message is one line. */
const MAX_SHOWN = 3;

/** @param files absent where there are none: then only the client has settings */
export const createConfiguration = (
  connection: Connection,
  client: ClientFeatures,
  files?: HostFiles,
): Configuration => {
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
    createProjects(uriPlace(files), (uri, complaints) => {
      const shown = complaints
        .slice(0, MAX_SHOWN)
        .map(({ line, column, message }) => `${line}:${column}: ${message}`);
      const more = complaints.length > MAX_SHOWN ? `; and ${complaints.length - MAX_SHOWN} more` : '';
      tell(`${pathOf(uri)}: ${shown.join('; ')}${more}.`);
    });

  /** The settings of a section, after the person was told, once, what in it is not used. */
  const use = (read: ReadSettings): Settings => {
    const message = complaintMessage(read);
    if (message !== undefined) tell(message);
    return read.settings;
  };

  // Not read before somebody asks: `initialize` is to be answered first.
  const initial = (): unknown => sectionOf(client.initialSettings);
  let sent: Settings | undefined;

  const ask = async (uri: string | undefined): Promise<Settings> => {
    try {
      const section: unknown = await connection.workspace.getConfiguration({
        ...(uri !== undefined && { scopeUri: uri }),
        section: SECTION,
      });
      return use(readSettings(section ?? initial()));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      connection.console.warn(
        `The client's settings for ${uri ?? 'the window'} are not known (${reason}); the initial ones are used.`,
      );
      return use(readSettings(initial()));
    }
  };

  const ofClient = (uri?: string): Promise<Settings> => {
    if (!client.configuration) {
      sent ??= use(readSettings(initial()));
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
    const known = made.get(key) ?? withValues(settings, key === 'ignored' ? { enable: false } : key);
    made.set(key, known);
    return known;
  };

  const inPlace = async (settings: Settings, uri: string): Promise<Settings> => {
    if (!projects) return settings;
    const { values, ignoredBy } = await projects.of(uri);
    const own = Object.keys(values).length === 0 ? settings : layered(settings, values);
    return ignoredBy === undefined ? own : layered(own, 'ignored');
  };

  return {
    of: (uri) => {
      const known = byUri.get(uri) ?? ofClient(uri).then((settings) => inPlace(settings, uri));
      byUri.set(uri, known);
      return known;
    },
    ofClient,
    inPlace,
    ignores: async (uri) => (await projects?.of(uri))?.ignoredBy !== undefined,
    forget: (uri) => {
      asked.delete(uri);
      byUri.delete(uri);
      // Nobody tells of changes of files: closing and opening the document reads them anew.
      if (!client.watchesFiles) projects?.forget();
    },
    filesChanged: () => {
      projects?.forget();
      byUri.clear();
    },
    change: (payload) => {
      projects?.forget();
      asked.clear();
      byUri.clear();
      if (!client.configuration) sent = use(readSettings(sectionOf(payload) ?? initial()));
    },
    register: () => {
      if (!client.registersConfiguration) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SECTION })
        .catch((error: unknown) =>
          connection.console.warn(`Changes of the settings will not be seen: ${error}`),
        );
    },
  };
};
