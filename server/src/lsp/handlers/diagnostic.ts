import {
  DocumentDiagnosticRequest,
  ErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { hasUri } from '../params.ts';
import { type Handler, uriOf } from './feature.ts';

const arePrevious = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one: unknown) => hasUri(one) && 'value' in one && typeof one.value === 'string');

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
      if (!arePrevious(params?.previousResultIds)) {
        throw new ResponseError(ErrorCodes.InvalidParams, 'previousResultIds is missing, or is none.');
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
