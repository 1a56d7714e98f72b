import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver';
import { throwIfCancelled, unlessCancelled } from '../cancellation.ts';
import type { ClientSupport } from '../clientSupport.ts';
import { COMMANDS } from '../commands/index.ts';
import { yieldToEventLoop } from '../scheduling.ts';
import type { Handler, RequestRegistration } from './handler.ts';

const commandsFor = (client: ClientSupport) => COMMANDS.filter(({ isFor }) => isFor?.(client) ?? true);

const request: RequestRegistration = (connection, session, assertRunning) => {
  connection.onRequest(ExecuteCommandRequest.type, async (params, token) => {
    assertRunning();
    const command = commandsFor(session.client).find(({ name }) => name === params?.command);
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
    return unlessCancelled(
      command.run(Array.isArray(params.arguments) ? params.arguments : [], session, connection),
      token,
    );
  });
};

export const executeCommandHandler: Handler<'executeCommandProvider'> = {
  capability: (client) => ({ commands: commandsFor(client).map(({ name }) => name) }),
  requests: [request],
};
