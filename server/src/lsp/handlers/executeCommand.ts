import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver';
import { throwIfCancelled } from '../cancellation.ts';
import { COMMANDS } from '../commands/index.ts';
import { yieldToEventLoop } from '../scheduling.ts';
import type { Handler } from './feature.ts';

export const executeCommandHandler: Handler = {
  capability: () => ({ executeCommandProvider: { commands: COMMANDS.map(({ name }) => name) } }),
  register: (connection, session, guard) => {
    connection.onRequest(ExecuteCommandRequest.type, async (params, token) => {
      guard();
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
      return command.run(Array.isArray(params.arguments) ? params.arguments : [], session);
    });
  },
};
