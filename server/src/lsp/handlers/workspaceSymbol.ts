import { workspaceSymbols } from '@xlcfg/shared';
import { ErrorCodes, ResponseError, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { unlessCancelled } from '../cancellation.ts';
import type { Handler, RequestRegistration } from './handler.ts';

const request: RequestRegistration = (connection, { workspace }, assertRunning) => {
  connection.onRequest(WorkspaceSymbolRequest.type, async (params, token) => {
    assertRunning();
    const query: unknown = params?.query;
    if (typeof query !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'query is missing.');
    const files = await unlessCancelled(workspace.openFilesSettled(), token);
    return workspaceSymbols(files, query);
  });
};

export const workspaceSymbolHandler: Handler<'workspaceSymbolProvider'> = {
  capability: () => true,
  requests: [request],
};
