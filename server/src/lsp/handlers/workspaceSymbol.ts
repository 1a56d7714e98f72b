import { workspaceSymbols } from '@xlcfg/shared';
import { ErrorCodes, ResponseError, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { throwIfCancelled } from '../cancellation.ts';
import type { Handler } from './feature.ts';

export const workspaceSymbolHandler: Handler = {
  capability: () => ({ workspaceSymbolProvider: true }),
  register: (connection, { workspace }, guard) => {
    connection.onRequest(WorkspaceSymbolRequest.type, async (params, token) => {
      guard();
      const query: unknown = params?.query;
      if (typeof query !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'query is missing.');
      const files = await workspace.scanned();
      throwIfCancelled(token);
      return workspaceSymbols(files, query);
    });
  },
};
