/** Writes what is generated into `docs/`, `man/` and the READMEs: `npm run docs`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { referencePages } from '@xlcfg/shared/src/docs/index.ts';
import { version } from '../package.json';
import { manPage } from '../src/cli/command/manPage.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { READMES, withXenVersions } from './readmes.ts';

for (const [name, content] of referencePages()) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), content);
}

const manual = new URL('../man/', import.meta.url);
mkdirSync(manual, { recursive: true });
writeFileSync(new URL('xlcfg.1', manual), manPage(COMMANDS, version));

for (const path of READMES) {
  const readme = new URL(`../../${path}`, import.meta.url);
  writeFileSync(readme, withXenVersions(readFileSync(readme, 'utf8')));
}
