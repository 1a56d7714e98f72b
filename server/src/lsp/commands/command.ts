/** What a command is: something that the server does, or tells, when the person asks for it by name. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from '../session.ts';

export interface Command {
  /** As in `workspace/executeCommand`. No client command may have it: the client's library takes the name for itself. */
  readonly name: string;
  /** Answers in JSON. Throws the error that the client gets where the arguments are not those of the command. */
  readonly run: (args: readonly unknown[], session: Session) => Promise<unknown>;
}

/** The error for arguments that the command does not have. */
export const invalidArguments = (message: string): ResponseError<never> =>
  new ResponseError(ErrorCodes.InvalidParams, message);
