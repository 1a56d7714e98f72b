/** The reference pages, generated from rules, schema and languages. Links in diagnostics and hovers lead to their sections. */
import { disksPage } from './disksPage.ts';
import { cpupoolPage, optionsPage, xlConfPage } from './optionsPage.ts';
import { rulesPage } from './rulesPage.ts';
import { settingsPage } from './settingsPage.ts';
import { specsPage } from './specsPage.ts';

/** File name and content of each page. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['rules.md', rulesPage()],
    ['options.md', optionsPage()],
    ['disks.md', disksPage()],
    ['specs.md', specsPage()],
    ['xl.conf.md', xlConfPage()],
    ['cpupool.md', cpupoolPage()],
    ['settings.md', settingsPage()],
  ]);
