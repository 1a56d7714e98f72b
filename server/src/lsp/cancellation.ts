import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

const cancelled = (): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');

/** Throws the error that answers a cancelled request. */
export const throwIfCancelled = (token: CancellationToken): void => {
  if (token.isCancellationRequested) {
    throw cancelled();
  }
};

/**
 * Waits for something that may never come, such as an answer of the client.
 *
 * @throws the error that answers a cancelled request, as soon as it is cancelled
 */
export const unlessCancelled = <T>(work: Promise<T>, token: CancellationToken): Promise<T> =>
  new Promise((resolve, reject) => {
    const listener = token.onCancellationRequested(() => reject(cancelled()));
    work.then(resolve, reject).finally(() => listener.dispose());
  });
