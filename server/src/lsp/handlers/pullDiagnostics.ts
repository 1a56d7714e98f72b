import {
  DocumentDiagnosticRequest,
  ErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { type Handler, uriOf } from './handler.ts';

export const pullDiagnosticsHandler: Handler = {
  capability: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'xlcfg',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  register: (connection, { pullDiagnostics, pullWorkspaceDiagnostics }, guard) => {
    connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
      guard();
      uriOf(params);
      return pullDiagnostics(params, token);
    });
    connection.onRequest(WorkspaceDiagnosticRequest.type, (params, token) => {
      guard();
      if (!Array.isArray(params?.previousResultIds)) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'previousResultIds is missing.');
      }
      const { partialResultToken } = params;
      return pullWorkspaceDiagnostics(
        params,
        token,
        partialResultToken === undefined
          ? undefined
          : (part) =>
              void connection.sendProgress(
                WorkspaceDiagnosticRequest.partialResult,
                partialResultToken,
                part,
              ),
      );
    });
  },
};
