import type { Connection } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';

/** Returns a function that has the client request inlay hints and semantic tokens again: both depend on the settings. */
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
