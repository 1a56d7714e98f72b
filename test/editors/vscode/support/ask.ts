/** Questions to the extension host, with answers that travel as JSON. The types of the API stay there. */
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
 * What VS Code answers by one of its commands about a document.
 *
 * @param rest what the command takes behind the document; a number is an offset and becomes a position
 */
export const ask = <Answer>(
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

/** What the hover at an offset says, in Markdown. */
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
