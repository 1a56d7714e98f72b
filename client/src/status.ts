/** The item behind the braces in the status bar: which release is judged against, and whether the server runs. */
import { type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import { LANGUAGE, PRODUCT } from './language.ts';
import type { Server, ServerState } from './server.ts';
import { SELECT_XEN_VERSION, xenVersionFor } from './xenVersion.ts';

export const RESTART_SERVER = 'xlcfg.restartServer';

interface Shown {
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly command: { readonly command: string; readonly title: string };
}

const SELECT = { command: SELECT_XEN_VERSION, title: 'Change' };

const SHOWN: Readonly<Record<ServerState, Shown>> = {
  starting: {
    detail: 'the language server starts',
    severity: LanguageStatusSeverity.Information,
    command: SELECT,
  },
  running: {
    detail: 'files are judged by its xl',
    severity: LanguageStatusSeverity.Information,
    command: SELECT,
  },
  down: {
    detail: 'the language server does not run',
    severity: LanguageStatusSeverity.Error,
    command: { command: RESTART_SERVER, title: 'Restart' },
  },
};

/** Shows the item beside every document of our language, and keeps it true. */
export const showStatus = (server: Server): Disposable => {
  const item = languages.createLanguageStatusItem('xlcfg.status', { language: LANGUAGE });
  item.name = PRODUCT;
  const update = (): void => {
    const state = server.state();
    const { detail, severity, command } = SHOWN[state];
    item.text = `Xen ${xenVersionFor(window.activeTextEditor?.document.uri)}`;
    item.detail = detail;
    item.severity = severity;
    item.command = command;
    item.busy = state === 'starting';
  };
  const events = [
    server.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(LANGUAGE)) update();
    }),
  ];
  update();
  return {
    dispose: () => {
      for (const one of [item, ...events]) one.dispose();
    },
  };
};
