/** Writes what is generated into `docs/`, `man/`, the READMEs and package.json: `npm run docs`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { referencePages } from '@xlcfg/shared/src/docs/index.ts';
import { version } from '../package.json';
import { manPage } from '../src/cli/command/manPage.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { PROJECT_PAGES, projectFields, withProject } from './project.ts';
import { READMES, withXenVersions } from './readmes.ts';
import { serverManPage } from './serverManPage.ts';

for (const [name, content] of referencePages()) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), content);
}

const manual = new URL('../man/', import.meta.url);
mkdirSync(manual, { recursive: true });
writeFileSync(new URL('xlcfg.1', manual), manPage(COMMANDS, version));
writeFileSync(new URL('xlcfg-language-server.1', manual), serverManPage(version));

const rewrite = (path: string, change: (text: string) => string): void => {
  const file = new URL(`../../${path}`, import.meta.url);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

for (const path of READMES) rewrite(path, withXenVersions);
for (const path of PROJECT_PAGES) rewrite(path, withProject);
rewrite('server/package.json', (text) => {
  const manifest = { ...JSON.parse(text), ...projectFields('server') };
  return `${JSON.stringify(manifest, null, 2)}\n`;
});
