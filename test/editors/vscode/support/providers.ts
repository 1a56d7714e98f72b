/** Results of VS Code's provider commands, as JSON. */
import type * as vscode from 'vscode';
import type { Session } from './session.ts';

export interface Problem {
  readonly code: string;
  readonly severity: string;
  /** What it is about. */
  readonly text: string;
}

/** The problems of a document, in the order of the text. */
export const problemsOf = ({ host }: Session, file: string): Promise<Problem[]> =>
  host(async (api, path) => {
    const document = await api.workspace.openTextDocument(path);
    return api.languages.getDiagnostics(document.uri).map(({ code, severity, range }) => ({
      code: String(typeof code === 'object' ? code.value : code),
      severity: api.DiagnosticSeverity[severity],
      text: document.getText(range),
    }));
  }, file);

/**
 * Executes a provider command of VS Code for a document.
 *
 * @param rest the arguments after the document; a number is an offset, and is passed as a position
 */
export const executeProvider = <Answer>(
  { host }: Session,
  command: string,
  file: string,
  ...rest: readonly unknown[]
): Promise<Answer> =>
  host(
    async (api, name, path, args) => {
      const document = await api.workspace.openTextDocument(path);
      const given = args.map((one) => (typeof one === 'number' ? document.positionAt(one) : one));
      return await api.commands.executeCommand<Answer>(name, document.uri, ...given);
    },
    command,
    file,
    rest,
  );

/** The hover at an offset, in Markdown. */
export const hoverAt = ({ host }: Session, file: string, offset: number): Promise<string> =>
  host(
    async (api, path, at) => {
      const document = await api.workspace.openTextDocument(path);
      const hovers = await api.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(at),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
        .join('\n');
    },
    file,
    offset,
  );
