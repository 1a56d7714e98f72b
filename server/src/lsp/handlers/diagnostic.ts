import {
  DocumentDiagnosticRequest,
  ErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { unlessCancelled } from '../cancellation.ts';
import { hasUri } from '../params.ts';
import { type Handler, type RequestRegistration, uriOf } from './handler.ts';

const documentRequest: RequestRegistration = (connection, { pullDiagnostics }, assertRunning) => {
  connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
    assertRunning();
    uriOf(params);
    return unlessCancelled(pullDiagnostics(params, token), token);
  });
};

const arePreviousResultIds = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item: unknown) => hasUri(item) && 'value' in item && typeof item.value === 'string');

const workspaceRequest: RequestRegistration = (connection, { pullWorkspaceDiagnostics }, assertRunning) => {
  connection.onRequest(WorkspaceDiagnosticRequest.type, (params, token) => {
    assertRunning();
    if (!arePreviousResultIds(params?.previousResultIds)) {
      throw new ResponseError(ErrorCodes.InvalidParams, 'previousResultIds is missing or invalid.');
    }
    const { partialResultToken } = params;
    const sendPart =
      partialResultToken === undefined || partialResultToken === null
        ? undefined
        : (part: WorkspaceDiagnosticReportPartialResult) =>
            void connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, part);
    return unlessCancelled(pullWorkspaceDiagnostics(params, token, sendPart), token);
  });
};

export const diagnosticHandler: Handler<'diagnosticProvider'> = {
  capability: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? { identifier: 'xlcfg', interFileDependencies: true, workspaceDiagnostics: true }
      : undefined,
  requests: [documentRequest, workspaceRequest],
};
