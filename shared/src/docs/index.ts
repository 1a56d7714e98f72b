/** The reference pages, generated from rules and schema. Links in diagnostics and hovers lead to their sections. */
import { disksPage } from './disksPage.ts';
import { cpupoolPage, optionsPage, xlConfPage } from './optionsPage.ts';
import { rulesPage } from './rulesPage.ts';

/** File name and content of each page. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['rules.md', rulesPage()],
    ['options.md', optionsPage()],
    ['disks.md', disksPage()],
    ['xl.conf.md', xlConfPage()],
    ['cpupool.md', cpupoolPage()],
  ]);
