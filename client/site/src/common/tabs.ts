/** A row of tabs, as the ARIA Authoring Practices describe it: one tab stop, arrow keys, Home and End. */

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const tabsOf = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role=tab]'),
];

/** Marks a tab as the selected one. */
export const selectTab = (list: HTMLElement, selected: HTMLElement): void => {
  for (const tab of tabsOf(list)) {
    tab.setAttribute('aria-selected', String(tab === selected));
    tab.tabIndex = tab === selected ? 0 : -1;
  }
};

/** Calls `onSelect` for a tab that is clicked or reached with the keyboard. Tabs may be added and removed. */
export const installTabs = (list: HTMLElement, onSelect: (tab: HTMLElement) => void): void => {
  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[role=tab]') : null;
    if (tab !== null) onSelect(tab);
  });
  list.addEventListener('keydown', (event) => {
    const tabs = tabsOf(list);
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? tabs.indexOf(focused) : -1;
    const tab = tabs[STEPS[event.key]?.(at, tabs.length) ?? -1];
    if (at < 0 || tab === undefined) return;
    event.preventDefault();
    tab.focus();
    onSelect(tab);
  });
};
