/** Answers messages that are none of JSON-RPC 2.0, which the library would only log. */
import { ErrorCodes, type Message, type MessageReader, type MessageWriter } from 'vscode-languageserver';
import { isObject } from '../guards.ts';

const isId = (id: unknown): id is string | number => typeof id === 'string' || Number.isInteger(id);

/** Parameters are by position or by name; null means none. */
const areParams = (params: unknown): boolean =>
  params === undefined || params === null || typeof params === 'object';

/** What is wrong with a message, as a sentence; undefined for a valid one. */
const faultOf = (message: unknown): string | undefined => {
  if (Array.isArray(message)) return 'Batches are not part of the protocol.';
  if (!isObject(message)) return 'A message is an object.';
  if ('method' in message) {
    const { jsonrpc, method, params, id } = message;
    if (jsonrpc !== '2.0') return 'jsonrpc is "2.0".';
    if (typeof method !== 'string') return 'method is a string.';
    if ('id' in message && !isId(id)) return 'id is a string or an integer.';
    return areParams(params) ? undefined : 'params is an object or an array.';
  }
  if (!isId(message.id) && message.id !== null) return 'A message has a method or an id.';
  return 'result' in message || 'error' in message ? undefined : 'A response has a result or an error.';
};

const idOf = (message: unknown): string | number | null =>
  isObject(message) && isId(message.id) ? message.id : null;

/** The reader without invalid messages: each is answered with an error instead. */
export const withoutInvalidMessages = (reader: MessageReader, writer: MessageWriter): MessageReader => ({
  onError: reader.onError,
  onClose: reader.onClose,
  onPartialMessage: reader.onPartialMessage,
  dispose: () => reader.dispose(),
  listen: (callback) =>
    reader.listen((message) => {
      const fault = faultOf(message);
      if (fault === undefined) {
        callback(message);
        return;
      }
      const error = { code: ErrorCodes.InvalidRequest, message: `The message is invalid. ${fault}` };
      const response: Message & { id: string | number | null; error: typeof error } = {
        jsonrpc: '2.0',
        id: idOf(message),
        error,
      };
      writer.write(response).catch(() => {});
    }),
});
