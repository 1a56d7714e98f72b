/** Tells the user that a project file has issues: one sentence with a button, and the details in the log. */
import {
  type Connection,
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
  ShowMessageRequest,
} from 'vscode-languageserver';
import type { LocatedIssue } from '../settings/projectConfig.ts';
import type { ClientSupport } from './clientSupport.ts';
import { pathOfUri } from './uris.ts';

const OPEN = 'Open File';

/** Of the first issue only: a notification has room for a sentence. */
const sentence = (name: string, { line, message }: LocatedIssue, count: number): string =>
  count === 1
    ? `${name}, line ${line}: ${message}.`
    : `${name} has ${count} problems, the first on line ${line}: ${message}.`;

const showDocument = (
  connection: Connection,
  uri: string,
  { line, column }: LocatedIssue,
): Promise<unknown> => {
  const position = { line: line - 1, character: column - 1 };
  return connection.sendRequest(ShowDocumentRequest.type, {
    uri,
    takeFocus: true,
    selection: { start: position, end: position },
  });
};

/** @param issues at least one */
export const reportProjectIssues = async (
  connection: Connection,
  { showsButtons, showsDocuments }: Pick<ClientSupport, 'showsButtons' | 'showsDocuments'>,
  uri: string,
  issues: readonly LocatedIssue[],
): Promise<void> => {
  const [first] = issues;
  if (first === undefined) return;
  const path = pathOfUri(uri);
  for (const { line, column, message } of issues)
    connection.console.warn(`${path}:${line}:${column}: ${message}`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const message = sentence(name, first, issues.length);
  if (!showsButtons || !showsDocuments) {
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    return;
  }
  const answer = await connection.sendRequest(ShowMessageRequest.type, {
    type: MessageType.Warning,
    message,
    actions: [{ title: OPEN }],
  });
  if (answer?.title === OPEN) await showDocument(connection, uri, first);
};
