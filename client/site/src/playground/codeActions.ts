/** Code actions: asked for, and applied. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type {
  CodeAction,
  CodeActionParams,
  Diagnostic,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { rangeOf, spanOf } from './positions.ts';
import type { TabbedWorkspace } from './workspace.ts';

/** An action with an edit. The page has no use for the others. */
export type EditAction = CodeAction & Required<Pick<CodeAction, 'edit'>>;

const hasEdit = (action: CodeAction): action is EditAction => action.edit !== undefined;

export const requestActions = async (
  client: LSPClient,
  uri: string,
  range: Range,
  diagnostics: Diagnostic[],
  only?: string,
): Promise<readonly EditAction[]> => {
  client.sync();
  const params: CodeActionParams = {
    textDocument: { uri },
    range,
    context: { diagnostics, ...(only !== undefined && { only: [only] }) },
  };
  const actions = await client.request<CodeActionParams, CodeAction[] | null>(
    'textDocument/codeAction',
    params,
  );
  return (actions ?? []).filter(hasEdit);
};

/** The fix that the server prefers for each diagnostic, in their order. */
export const preferredFixes = (
  client: LSPClient,
  uri: string,
  diagnostics: readonly Diagnostic[],
): Promise<readonly (EditAction | undefined)[]> =>
  Promise.all(
    diagnostics.map(async (diagnostic) => {
      const actions = await requestActions(client, uri, diagnostic.range, [diagnostic], 'quickfix');
      return actions.find(
        ({ isPreferred, diagnostics: fixed = [] }) =>
          isPreferred === true && fixed.some(({ code }) => code === diagnostic.code),
      );
    }),
  );

/** All of a document. */
export const wholeRange = ({ state: { doc } }: EditorView): Range => rangeOf(doc, 0, doc.length);

const applyTo = (view: EditorView, edits: readonly TextEdit[]): void =>
  view.dispatch({
    changes: edits.map(({ range, newText }) => ({ ...spanOf(view.state.doc, range), insert: newText })),
    userEvent: 'fix',
  });

/** Applies the edit of an action, which must be for the text as it is now. */
export const applyAction = ({ edit }: EditAction, workspace: TabbedWorkspace): void => {
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
    const view = workspace.getFile(uri)?.getView();
    if (view) applyTo(view, edits);
  }
};
