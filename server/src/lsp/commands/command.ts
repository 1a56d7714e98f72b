/** Commands of `workspace/executeCommand`. */
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ClientSupport } from '../clientSupport.ts';
import type { Session } from '../session.ts';

export interface Command {
  /** Must not be the name of a command of the VS Code extension: the client's library registers this one itself. */
  readonly name: string;
  /** Whether the client needs it. Absent: every client may use it. */
  readonly isFor?: (client: ClientSupport) => boolean;
  /** Returns JSON. Throws the error that answers the request if the arguments are invalid. */
  readonly run: (args: readonly unknown[], session: Session, connection: Connection) => Promise<unknown>;
}

export const invalidArguments = (message: string): ResponseError<never> =>
  new ResponseError(ErrorCodes.InvalidParams, message);
