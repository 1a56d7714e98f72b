/** The settings of each document: asked of the client where it answers, else what it has sent. */

import type { Settings } from '@xlcfg/shared';
import {
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client.ts';
import { complaintMessage, type ReadSettings, readSettings, SECTION, sectionOf } from './settings.ts';

export interface Configuration {
  /**
   * The settings for a document or a folder, or for the whole window. Never rejects: without an answer of use they are
   * the initial ones.
   */
  readonly of: (uri?: string) => Promise<Settings>;
  /** Forgets what is known of a document that was closed. */
  readonly forget: (uri: string) => void;
  /** Takes up a change: `payload` is the `settings` of workspace/didChangeConfiguration. */
  readonly change: (payload: unknown) => void;
  /** Asks the client to report changes, where it waits to be asked. */
  readonly register: () => void;
}

export const createConfiguration = (connection: Connection, client: ClientFeatures): Configuration => {
  const byUri = new Map<string | undefined, Promise<Settings>>();
  const told = new Set<string>();

  /** The settings of a section, after the person was told, once, what in it is not used. */
  const use = (read: ReadSettings): Settings => {
    const message = complaintMessage(read);
    if (message !== undefined && !told.has(message)) {
      told.add(message);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    return read.settings;
  };

  const initial = sectionOf(client.initialSettings);
  let sent = client.configuration ? undefined : use(readSettings(initial));

  const ask = async (uri: string | undefined): Promise<Settings> => {
    try {
      const section: unknown = await connection.workspace.getConfiguration({
        ...(uri !== undefined && { scopeUri: uri }),
        section: SECTION,
      });
      return use(readSettings(section ?? initial));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      connection.console.warn(
        `The client's settings for ${uri ?? 'the window'} are not known (${reason}); the initial ones are used.`,
      );
      return use(readSettings(initial));
    }
  };

  return {
    of: (uri) => {
      if (sent !== undefined) return Promise.resolve(sent);
      const known = byUri.get(uri) ?? ask(uri);
      byUri.set(uri, known);
      return known;
    },
    forget: (uri) => byUri.delete(uri),
    change: (payload) => {
      byUri.clear();
      if (sent !== undefined) sent = use(readSettings(sectionOf(payload) ?? initial));
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
