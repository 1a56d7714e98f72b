/** The script of a reference page: the theme, and a search that is loaded when it is first used. */
import { byId } from '../common/dom.ts';
import { loadScript } from '../common/loadScript.ts';
import { applyTheme, installThemeButton } from '../common/theme.ts';
import type { SearchProgram } from './search.ts';

declare global {
  /** What `search.js` sets. */
  var xlcfgSearch: SearchProgram | undefined;
}

applyTheme();
installThemeButton();

const form = byId('search', HTMLFormElement);
const input = byId('query', HTMLInputElement);
const results = byId('searchResults', HTMLElement);
const status = byId('searchStatus', HTMLElement);

let loading: Promise<void> | undefined;
const load = (): Promise<void> => {
  loading ??= loadScript('searchIndex.js').then(() => loadScript('search.js'));
  return loading;
};

const search = async (): Promise<void> => {
  const query = input.value;
  await load();
  // Other letters may have been typed since.
  if (query === input.value) globalThis.xlcfgSearch?.show(query, results, status);
};

const searchOrSay = (): void => {
  search().catch(() => {
    status.textContent = 'The search cannot be loaded.';
  });
};

input.addEventListener('focus', () => load().catch(() => {}));
input.addEventListener('input', searchOrSay);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  searchOrSay();
});
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  input.focus();
});
