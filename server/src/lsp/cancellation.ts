import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Throws the error that answers a cancelled request. */
export const throwIfCancelled = (token: CancellationToken): void => {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
};
