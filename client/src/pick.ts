/** The server's request to let the user choose from a list. */
import { window } from 'vscode';

export const PICK = 'xlcfg/pick';

interface Choice {
  readonly title: string;
  readonly items: readonly string[];
}

/** The chosen item; null if the user cancels. */
export const pick = async ({ title, items }: Choice): Promise<string | null> =>
  (await window.showQuickPick(items, { title })) ?? null;
