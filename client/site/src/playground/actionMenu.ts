/** The menu of all code actions at the cursor. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { button, byId, create } from '../common/dom.ts';
import { type EditAction, requestActions } from './codeActions.ts';
import type { OpenFile } from './files.ts';
import { rangeOf } from './positions.ts';

/** Shows the menu. The dialog is modal, so the text cannot change before an action is chosen. */
export const showActionMenu = async (
  client: LSPClient,
  { uri, view }: OpenFile,
  diagnostics: Diagnostic[],
  onChoose: (action: EditAction) => void,
): Promise<void> => {
  const dialog = byId('actionMenu', HTMLDialogElement);
  const list = byId('actionList', HTMLElement);
  const { doc, selection } = view.state;
  const range = rangeOf(doc, selection.main.from, selection.main.to);
  const actions = await requestActions(client, uri, range, diagnostics);
  const choose = (action: EditAction) => (): void => {
    dialog.close();
    if (view.state.doc === doc) onChoose(action);
    view.focus();
  };
  list.replaceChildren(
    ...(actions.length === 0
      ? [create('p', {}, 'There are no actions for the text at the cursor.')]
      : actions.map((action) => button(action.title, choose(action)))),
  );
  dialog.showModal();
};
