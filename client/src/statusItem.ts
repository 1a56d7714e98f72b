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

type Row = Pick<LanguageStatusItem, 'text' | 'detail' | 'command' | 'severity' | 'busy'>;

interface StatusRow {
  readonly show: (row: Row) => void;
  readonly hide: () => void;
}

/**
 * A row for every document of our language. An item exists only while there is something to show: VS Code draws one without
 * text as an empty row. Only changes are passed on, because VS Code replaces the rows and animates `{ }` for each.
 */
const createRow = (name: PlatformSetting): StatusRow => {
  let item: LanguageStatusItem | undefined;
  let shown = '';
  return {
    show: (row) => {
      if (shown === JSON.stringify(row)) return;
      shown = JSON.stringify(row);
      item ??= languages.createLanguageStatusItem(`xlcfg.${name}`, { language: LANGUAGE });
      Object.assign(item, { name: PRODUCT, ...row });
    },
    hide: () => {
      item?.dispose();
      item = undefined;
      shown = '';
    },
  };
};

const platformRow = (name: PlatformSetting, { text, detail }: PlatformValue): Row => ({
  text,
  detail,
  command: { command: COMMANDS[name], title: 'Change' },
  severity: LanguageStatusSeverity.Information,
  busy: false,
});

const serverRow = (state: Exclude<ServerState, 'running'>): Row => ({
  text: PRODUCT,
  detail: WITHOUT_SERVER[state],
  command: { command: RESTART_SERVER, title: 'Restart' },
  severity: state === 'down' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information,
  busy: state === 'starting',
});

/** Shows the items, and keeps them up to date. Without the server there is one, with the server's state. */
export const createStatusItem = (server: LanguageServer): Disposable => {
  const rows = { xenVersion: createRow('xenVersion'), architecture: createRow('architecture') };
  const updates = debounceByKey(UPDATE_DELAY_MS);
  let latest: symbol | undefined;

  const update = async (): Promise<void> => {
    const attempt = Symbol('update');
    latest = attempt;
    const state = server.state();
    if (state !== 'running') {
      rows.xenVersion.show(serverRow(state));
      rows.architecture.hide();
      return;
    }
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    // The server may end while it is asked; then its state changes, too.
    const answer = await server.executeCommand('xlcfg.platform', [document.uri.toString()]).catch(() => null);
    const platform = readPlatform(answer);
    if (platform === undefined || latest !== attempt) return;
    for (const name of NAMES) rows[name].show(platformRow(name, platform[name]));
  };

  const soon = (): void => updates.schedule('', () => void update());
  const disposables: readonly Disposable[] = [
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
      for (const name of NAMES) rows[name].hide();
    },
  };
};
