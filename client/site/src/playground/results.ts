/** The tabs next to the editor. Only the visible one is kept up to date. */
import type { LSPClient } from '@codemirror/lsp-client';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import type { Range } from 'vscode-languageserver-protocol';
import { byId } from '../common/dom.ts';
import { installTabs, selectTab } from '../common/tabs.ts';
import type { OpenFile } from './files.ts';
import { showEffective, showExplanation, showUpgrade } from './panels.ts';
import { fillChoices } from './platform.ts';

/** Debian 11, which many hosts come from. */
const USUAL_START = '4.14';

/**
 * @returns brings the visible tab up to date
 */
export const installResults = (
  client: LSPClient,
  currentFile: () => OpenFile,
  onGoTo: (range: Range) => void,
  onError: (error: unknown) => void,
): (() => void) => {
  const from = byId('upgradeFrom', HTMLSelectElement);
  const to = byId('upgradeTo', HTMLSelectElement);
  const question = byId('explainText', HTMLTextAreaElement);
  const explanation = byId('explanation', HTMLElement);
  const newestFirst = [...XEN_VERSIONS].reverse();
  fillChoices(from, newestFirst, USUAL_START);
  fillChoices(to, newestFirst, newestFirst[0] ?? '');

  const explain = async (): Promise<void> => {
    const text = question.value.trim();
    if (text === '') explanation.replaceChildren();
    else await showExplanation(client, currentFile(), explanation, text);
  };

  const updates: Readonly<Record<string, () => Promise<void>>> = {
    effectiveTab: () => showEffective(client, currentFile(), byId('effective', HTMLElement), onGoTo),
    upgradeTab: () => showUpgrade(client, currentFile(), byId('upgrade', HTMLElement), from.value, to.value),
    // The same words mean something else for another version of Xen.
    explainTab: explain,
  };

  const tabList = byId('panelTabs', HTMLElement);
  let visible = 'effectiveTab';
  const update = (): void => {
    updates[visible]?.().catch(onError);
  };
  installTabs(tabList, (tab) => {
    visible = tab.id;
    selectTab(tabList, tab);
    for (const id of Object.keys(updates))
      byId(id.replace(/Tab$/, 'Panel'), HTMLElement).hidden = id !== visible;
    update();
  });
  for (const select of [from, to]) select.addEventListener('change', update);
  byId('explainForm', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    update();
  });
  return update;
};
