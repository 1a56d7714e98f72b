/** What the walkthrough knows of the guests that are open. */
import { commands, type Disposable, window } from 'vscode';
import { LANGUAGE } from './language.ts';

/** Whether a guest is in the active editor. VS Code's own `editorLangId` is known to editors, but not to walkthroughs. */
const GUEST_IS_ACTIVE = 'xlcfg.guestIsActive';

/** Keeps the context key up to date, whose value completes a step. */
export const observeActiveGuest = (): Disposable => {
  const update = (): void => {
    const isGuest = window.activeTextEditor?.document.languageId === LANGUAGE;
    void commands.executeCommand('setContext', GUEST_IS_ACTIVE, isGuest);
  };
  update();
  return window.onDidChangeActiveTextEditor(update);
};
