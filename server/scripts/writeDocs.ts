/** Writes what is generated into `docs/` and `man/`: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { referencePages } from '@xlcfg/shared/src/docs/index.ts';
import { version } from '../package.json';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { manPage } from '../src/cli/manPage.ts';

for (const [name, content] of referencePages()) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), content);
}

const manual = new URL('../man/', import.meta.url);
mkdirSync(manual, { recursive: true });
writeFileSync(new URL('xlcfg.1', manual), manPage(COMMANDS, version));
