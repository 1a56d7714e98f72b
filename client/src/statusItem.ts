/**
 * The language status items (`{ }` in the status bar): the Xen version and the architecture that the active document is
 * validated against, where they come from, and the state of the server.
 */
import {
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
  workspace,
} from 'vscode';
import { debounceByKey } from './debounce.ts';
import { LANGUAGE, PRODUCT } from './language.ts';
import type { LanguageServer, ServerState } from './languageServer.ts';
import { type PlatformSetting, type PlatformValue, readPlatform } from './platform.ts';
import { SELECT_ARCHITECTURE, SELECT_XEN_VERSION } from './platformSettings.ts';

export const RESTART_SERVER = 'xlcfg.restartServer';

/** Since the last keystroke: the file itself may tell its architecture. */
const UPDATE_DELAY_MS = 300;

const COMMANDS: Readonly<Record<PlatformSetting, string>> = {
  xenVersion: SELECT_XEN_VERSION,
  architecture: SELECT_ARCHITECTURE,
};

const WITHOUT_SERVER: Readonly<Record<Exclude<ServerState, 'running'>, string>> = {
  starting: 'The language server is starting',
  down: 'The language server is not running',
};

const NAMES: readonly PlatformSetting[] = ['xenVersion', 'architecture'];

const show = (item: LanguageStatusItem, command: string, { text, detail }: PlatformValue): void => {
  item.text = text;
  item.detail = detail;
  item.command = { command, title: 'Change' };
};

/** Shows the items for every document of our language, and keeps them up to date. */
export const createStatusItem = (server: LanguageServer): Disposable => {
  const create = (name: PlatformSetting): LanguageStatusItem => {
    const item = languages.createLanguageStatusItem(`xlcfg.${name}`, { language: LANGUAGE });
    item.name = PRODUCT;
    return item;
  };
  const items = { xenVersion: create('xenVersion'), architecture: create('architecture') };
  const updates = debounceByKey(UPDATE_DELAY_MS);
  let latest: symbol | undefined;

  const update = async (): Promise<void> => {
    const attempt = Symbol('update');
    latest = attempt;
    const state = server.state();
    items.xenVersion.severity =
      state === 'down' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    items.xenVersion.busy = state === 'starting';
    if (state !== 'running') {
      items.xenVersion.text = PRODUCT;
      items.xenVersion.detail = WITHOUT_SERVER[state];
      items.xenVersion.command = { command: RESTART_SERVER, title: 'Restart' };
      return;
    }
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    // The server may end while it is asked; then its state changes, too.
    const answer = await server.executeCommand('xlcfg.platform', [document.uri.toString()]).catch(() => null);
    const platform = readPlatform(answer);
    if (platform === undefined || latest !== attempt) return;
    for (const name of NAMES) show(items[name], COMMANDS[name], platform[name]);
  };

  const soon = (): void => updates.schedule('', () => void update());
  const disposables: readonly Disposable[] = [
    items.xenVersion,
    items.architecture,
    updates,
    server.onDidChangeState(() => void update()),
    server.onDidChangeSettings(() => void update()),
    window.onDidChangeActiveTextEditor(() => void update()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document && document.languageId === LANGUAGE) soon();
    }),
  ];
  void update();
  return {
    dispose: () => {
      for (const disposable of disposables) disposable.dispose();
    },
  };
};
