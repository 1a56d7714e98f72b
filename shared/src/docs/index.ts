/** The reference pages, generated from rules, schema and languages. Links in diagnostics and hovers lead to their sections. */

import { disksPage } from './disksPage.ts';
import { knowledgePage } from './knowledgePage.ts';
import { KNOWLEDGE_SCHEMA } from './knowledgeSchema.ts';
import { messagesPage } from './messagesPage.ts';
import { cpupoolPage, optionsPage, xlConfPage } from './optionsPage.ts';
import { projectConfigSchema } from './projectConfigSchema.ts';
import { rulesPage } from './rulesPage.ts';
import { settingsPage } from './settingsPage.ts';
import { specsPage } from './specsPage.ts';

/** File name and content of each page. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['rules.md', rulesPage()],
    ['messages.md', messagesPage()],
    ['options.md', optionsPage()],
    ['disks.md', disksPage()],
    ['specs.md', specsPage()],
    ['xl.conf.md', xlConfPage()],
    ['cpupool.md', cpupoolPage()],
    ['knowledge.md', knowledgePage()],
    ['knowledge.schema.json', `${JSON.stringify(KNOWLEDGE_SCHEMA, null, 2)}\n`],
    ['settings.md', settingsPage()],
    ['xlcfg.schema.json', projectConfigSchema()],
  ]);
