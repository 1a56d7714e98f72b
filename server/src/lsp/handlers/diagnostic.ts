import {
  DocumentDiagnosticRequest,
  ErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { hasUri } from '../params.ts';
import { type Handler, type RequestRegistration, uriOf } from './handler.ts';

const documentRequest: RequestRegistration = (connection, { pullDiagnostics }, assertRunning) => {
  connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
    assertRunning();
    uriOf(params);
    return pullDiagnostics(params, token);
  });
};

const arePreviousResultIds = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item: unknown) => hasUri(item) && 'value' in item && typeof item.value === 'string');

const workspaceRequest: RequestRegistration = (connection, { pullWorkspaceDiagnostics }, assertRunning) => {
  connection.onRequest(WorkspaceDiagnosticRequest.type, (params, token) => {
    assertRunning();
    if (!arePreviousResultIds(params?.previousResultIds)) {
      throw new ResponseError(ErrorCodes.InvalidParams, 'previousResultIds is missing, or is none.');
    }
    const { partialResultToken } = params;
    return pullWorkspaceDiagnostics(
      params,
      token,
      partialResultToken === undefined
        ? undefined
        : (part) =>
            void connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, part),
    );
  });
};

export const diagnosticHandler: Handler<'diagnosticProvider'> = {
  capability: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? { identifier: 'xlcfg', interFileDependencies: true, workspaceDiagnostics: true }
      : undefined,
  requests: [documentRequest, workspaceRequest],
};
