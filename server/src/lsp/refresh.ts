/** Tells the client that what it has asked for before may have changed. */
import type { Connection } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';

/** Asks the client, if it can be asked, to get hints and colours anew: they follow the settings. */
export const createRefresher = (connection: Connection, client: ClientSupport): (() => void) => {
  const { inlayHint, semanticTokens } = connection.languages;
  const requests = [
    ...(client.refreshesInlayHints ? [() => inlayHint.refresh()] : []),
    ...(client.refreshesSemanticTokens ? [() => semanticTokens.refresh()] : []),
  ];
  return () => {
    for (const request of requests) {
      request().catch((error: unknown) =>
        connection.console.warn(`The client did not refresh what it shows: ${error}`),
      );
    }
  };
};
