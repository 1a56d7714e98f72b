import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver';
import { throwIfCancelled } from '../cancellation.ts';
import { COMMANDS } from '../commands/index.ts';
import { yieldToEventLoop } from '../scheduling.ts';
import type { Handler, RequestRegistration } from './handler.ts';

const request: RequestRegistration = (connection, session, assertRunning) => {
  connection.onRequest(ExecuteCommandRequest.type, async (params, token) => {
    assertRunning();
    const command = COMMANDS.find(({ name }) => name === params?.command);
    if (command === undefined) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        typeof params?.command === 'string'
          ? `There is no command ${params.command}.`
          : 'command is missing.',
      );
    }
    await yieldToEventLoop();
    throwIfCancelled(token);
    return command.run(Array.isArray(params.arguments) ? params.arguments : [], session, connection);
  });
};

export const executeCommandHandler: Handler<'executeCommandProvider'> = {
  capability: () => ({ commands: COMMANDS.map(({ name }) => name) }),
  requests: [request],
};
