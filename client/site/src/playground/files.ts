/** The open files and their tabs. */
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { byId, create } from '../common/dom.ts';
import { installTabs, selectTab } from '../common/tabs.ts';
import { createEditor } from './editor.ts';
import { freeName, uriOf } from './fileNames.ts';
import type { LanguageClient } from './languageClient.ts';
import type { SharedFile } from './sharedState.ts';

export interface OpenFile {
  readonly uri: string;
  readonly name: string;
  readonly view: EditorView;
}

interface Tabbed extends OpenFile {
  readonly tab: HTMLElement;
  readonly panel: HTMLElement;
}

export interface Files {
  readonly current: () => OpenFile;
  readonly all: () => readonly OpenFile[];
  readonly find: (uri: string) => OpenFile | undefined;
  /** Adds files, and shows the first of them. */
  readonly add: (files: readonly SharedFile[]) => void;
  /** Closes all files and opens others. */
  readonly replace: (files: readonly SharedFile[]) => void;
  readonly close: () => void;
  readonly rename: (name: string) => void;
  readonly show: (uri: string) => void;
  /** Marks the tab of a file with the number of its findings. */
  readonly setCount: (uri: string, count: number) => void;
}

export const EMPTY_FILE: SharedFile = { name: 'guest.cfg', text: '' };

/**
 * @param extensions of every editor
 * @param onShow called after another tab is shown
 */
export const createFiles = (
  { client, workspace }: LanguageClient,
  extensions: Extension,
  onShow: () => void,
): Files => {
  const tabList = byId('fileTabs', HTMLElement);
  const editors = byId('editors', HTMLElement);
  let files: readonly Tabbed[] = [];
  let shown: Tabbed | undefined;
  let lastId = 0;

  const current = (): Tabbed => {
    if (shown === undefined) throw new Error('No file is open');
    return shown;
  };

  const find = (uri: string): Tabbed | undefined => files.find((file) => file.uri === uri);

  const show = (uri: string): void => {
    const file = find(uri);
    if (file === undefined || file === shown) return;
    shown = file;
    for (const { panel } of files) panel.hidden = panel !== file.panel;
    selectTab(tabList, file.tab);
    onShow();
  };

  const open = ({ name: wanted, text }: SharedFile): Tabbed => {
    const name = freeName(
      wanted,
      files.map((file) => file.name),
    );
    const uri = uriOf(name);
    lastId += 1;
    const [tabId, panelId] = [`fileTab${lastId}`, `filePanel${lastId}`];
    const panel = create('div', { role: 'tabpanel', id: panelId, 'aria-labelledby': tabId, hidden: true });
    const tab = create(
      'button',
      { type: 'button', role: 'tab', id: tabId, 'aria-controls': panelId, 'data-uri': uri },
      name,
      create('span', { class: 'count' }),
    );
    editors.append(panel);
    tabList.append(tab);
    const view = createEditor(client, uri, name, text, panel, extensions);
    const file = { uri, name, view, tab, panel };
    files = [...files, file];
    return file;
  };

  const remove = ({ view, tab, panel, uri }: Tabbed): void => {
    files = files.filter((file) => file.uri !== uri);
    view.destroy();
    tab.remove();
    panel.remove();
  };

  const add = (added: readonly SharedFile[]): void => {
    const [first] = added.map(open);
    if (first !== undefined) show(first.uri);
  };

  const replace = (others: readonly SharedFile[]): void => {
    for (const file of files) remove(file);
    shown = undefined;
    add(others.length > 0 ? others : [EMPTY_FILE]);
  };

  const close = (): void => {
    const at = files.indexOf(current());
    remove(current());
    shown = undefined;
    const next = files[Math.min(at, files.length - 1)];
    if (next === undefined) add([EMPTY_FILE]);
    else show(next.uri);
  };

  const rename = (name: string): void => {
    const file = current();
    if (name === file.name) return;
    const text = file.view.state.doc.toString();
    remove(file);
    shown = undefined;
    add([{ name, text }]);
  };

  installTabs(tabList, (tab) => show(tab.dataset.uri ?? ''));
  workspace.show = show;

  return {
    current,
    all: () => files,
    find,
    add,
    replace,
    close,
    rename,
    show,
    setCount: (uri, count) => {
      const badge = find(uri)?.tab.querySelector('.count');
      if (badge) badge.textContent = count === 0 ? '' : ` ${count}`;
    },
  };
};
