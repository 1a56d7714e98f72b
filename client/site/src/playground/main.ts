/** The playground: editors for files, the language server in a worker, and what it says about the files. */
import { formatDocument, renameSymbol } from '@codemirror/lsp-client';
import { EditorView, keymap } from '@codemirror/view';
import type { Range } from 'vscode-languageserver-protocol';
import { byId, create } from '../common/dom.ts';
import { applyTheme, installThemeButton } from '../common/theme.ts';
import { showActionMenu } from './actionMenu.ts';
import { createAnalysis } from './analysis.ts';
import { applyAction, type EditAction, requestActions, wholeRange } from './codeActions.ts';
import { createFiles } from './files.ts';
import { installFileToolbar } from './fileToolbar.ts';
import { findingItem } from './findings.ts';
import { createLanguageClient } from './languageClient.ts';
import { createPlatform } from './platform.ts';
import { spanOf } from './positions.ts';
import { installResults } from './results.ts';
import { decodeState, encodeState, type SharedState } from './sharedState.ts';
import { startServer } from './workerTransport.ts';

applyTheme();
installThemeButton();

const status = byId('status', HTMLElement);
const showStatus = (text: string): void => {
  status.textContent = text;
};
const showError = (error: unknown): void =>
  showStatus(`Something went wrong: ${error instanceof Error ? error.message : String(error)}`);

const language = createLanguageClient((params) => {
  analysis.diagnosticsPublished(params).catch(showError);
});
const { client, workspace } = language;

const fix = (action: EditAction): void => {
  applyAction(action, workspace);
  showStatus(`${action.title}: done.`);
};

const goTo = (uri: string, range: Range): void => {
  files.show(uri);
  const { view } = files.current();
  const { from, to } = spanOf(view.state.doc, range);
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  view.focus();
};

const findingList = byId('findings', HTMLElement);

const showFindings = (): void => {
  const { uri, view } = files.current();
  const found = analysis.findingsOf(uri);
  const items = found.map((finding) =>
    findingItem(uri, finding, {
      onGoTo: (place, { range }) => goTo(place, range),
      onFix: fix,
      onMore: ({ range }) => {
        goTo(uri, range);
        openActionMenu().catch(showError);
      },
    }),
  );
  const nothing = view.state.doc.length === 0 ? 'The file is empty.' : 'No findings.';
  findingList.replaceChildren(...(items.length > 0 ? items : [create('li', {}, nothing)]));
};

const analysis = createAnalysis(
  language,
  fix,
  (uri) => {
    files.setCount(uri, analysis.findingsOf(uri).length);
    if (uri === files.current().uri) showFindings();
  },
  (uri) => {
    if (uri === files.current().uri) updateResults();
  },
);

const openActionMenu = async (): Promise<void> => {
  const file = files.current();
  const diagnostics = analysis.findingsOf(file.uri).map(({ diagnostic }) => diagnostic);
  await showActionMenu(client, file, diagnostics, fix);
};

const editorKeys = keymap.of([
  {
    key: 'Mod-.',
    run: () => {
      openActionMenu().catch(showError);
      return true;
    },
  },
]);

const files = createFiles(language, editorKeys, () => {
  showFindings();
  updateResults();
});

const updateResults = installResults(
  client,
  files.current,
  (range) => goTo(files.current().uri, range),
  showError,
);

const platform = createPlatform(client, () => updateResults());

const open = (state: SharedState): void => {
  platform.set(state);
  files.replace(state.files);
};

installFileToolbar(files, open, showStatus);

/** Runs a source action on the whole file. */
const runSourceAction = async (kind: string, nothing: string): Promise<void> => {
  const { uri, view } = files.current();
  const [action] = await requestActions(client, uri, wholeRange(view), [], kind);
  if (action === undefined) showStatus(nothing);
  else fix(action);
};

const onClick = (id: string, run: () => Promise<void> | void): void => {
  byId(id, HTMLButtonElement).addEventListener('click', async () => {
    try {
      await run();
    } catch (error) {
      showError(error);
    }
  });
};

onClick('fixAll', () =>
  runSourceAction('source.fixAll.xlcfg', 'Nothing can be fixed without changing the guest.'),
);
onClick('modernize', () => runSourceAction('source.modernize.xlcfg', 'The file is modern already.'));
onClick('format', () => {
  formatDocument(files.current().view);
});
onClick('rename', () => {
  const { view } = files.current();
  view.focus();
  renameSymbol(view);
});
onClick('actions', openActionMenu);
onClick('link', async () => {
  const fragment = await encodeState({
    files: files.all().map(({ name, view }) => ({ name, text: view.state.doc.toString() })),
    ...platform.values(),
  });
  history.replaceState(null, '', `#${fragment}`);
  await navigator.clipboard.writeText(location.href).then(
    () => showStatus('Link copied. It contains the files themselves.'),
    () => showStatus('The link is in the address bar. It contains the files themselves.'),
  );
});

const openLink = async (): Promise<void> => {
  const state = await decodeState(location.hash);
  if (state === null) showStatus('The link is damaged: its files cannot be read.');
  if (state) open(state);
};
addEventListener('hashchange', () => openLink().catch(showError));

const start = async (): Promise<void> => {
  files.replace([]);
  await openLink();
  document.documentElement.dataset.editor = 'ready';
  performance.mark('editor');
  client.connect(await startServer(() => showStatus('The language server has crashed. Reload the page.')));
  await client.initializing;
  platform.set(platform.values());
  showStatus('Ready.');
  document.documentElement.dataset.server = 'ready';
  updateResults();
};

start().catch(showError);
