/** The button that changes between light and dark. Without a choice, the page follows the system. */
import { byId } from './dom.ts';

const KEY = 'xlcfg-theme';

const isTheme = (value: unknown): value is 'light' | 'dark' => value === 'light' || value === 'dark';

/** Storage is denied in some browsers' private modes, and for pages that are files. */
const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

const store = (theme: string): void => {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice holds for this page.
  }
};

const root = document.documentElement;

/** Runs before the page is drawn. */
export const applyTheme = (): void => {
  const theme = stored();
  if (isTheme(theme)) root.dataset.theme = theme;
};

export const installThemeButton = (): void => {
  const button = byId('theme', HTMLButtonElement);
  const isDark = (): boolean =>
    isTheme(root.dataset.theme)
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
  const show = (): void => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    store(root.dataset.theme);
    show();
  });
  show();
};
