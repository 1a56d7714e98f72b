import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import { type Handler, uriOf } from './handler.ts';

export const pullDiagnosticsHandler: Handler = {
  capability: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'xlcfg',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register: (connection, { pullDiagnostics }, guard) => {
    connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
      guard();
      uriOf(params);
      return pullDiagnostics(params, token);
    });
  },
};
