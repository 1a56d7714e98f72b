/** The language status item (`{ }` in the status bar): the Xen version and architecture in use, and the state of the server. */
import { type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import { LANGUAGE, PRODUCT } from './language.ts';
import type { LanguageServer, ServerState } from './languageServer.ts';
import { architectureFor, SELECT_XEN_VERSION, xenVersionFor } from './xenVersion.ts';

export const RESTART_SERVER = 'xlcfg.restartServer';

interface Appearance {
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly command: { readonly command: string; readonly title: string };
}

const SELECT_VERSION = { command: SELECT_XEN_VERSION, title: 'Change' };

const APPEARANCES: Readonly<Record<ServerState, Appearance>> = {
  starting: {
    detail: 'the language server starts',
    severity: LanguageStatusSeverity.Information,
    command: SELECT_VERSION,
  },
  running: {
    detail: 'files are judged by its xl',
    severity: LanguageStatusSeverity.Information,
    command: SELECT_VERSION,
  },
  down: {
    detail: 'the language server does not run',
    severity: LanguageStatusSeverity.Error,
    command: { command: RESTART_SERVER, title: 'Restart' },
  },
};

/** What is shown of the setting `xlcfg.architecture`: nothing where each file decides. */
const ARCHITECTURES: Readonly<Record<string, readonly string[]>> = { x86: ['(x86)'], arm: ['(Arm)'] };

/** Shows the item for every document of our language, and keeps it up to date. */
export const createStatusItem = (server: LanguageServer): Disposable => {
  const item = languages.createLanguageStatusItem('xlcfg.status', { language: LANGUAGE });
  item.name = PRODUCT;
  const update = (): void => {
    const state = server.state();
    const { detail, severity, command } = APPEARANCES[state];
    const uri = window.activeTextEditor?.document.uri;
    item.text = ['Xen', xenVersionFor(uri), ...(ARCHITECTURES[architectureFor(uri)] ?? [])].join(' ');
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
      for (const disposable of [item, ...events]) disposable.dispose();
    },
  };
};
