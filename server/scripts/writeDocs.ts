/** Writes the reference pages into `docs/`: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { referencePages } from '../../shared/src/docs/index.ts';

for (const [name, content] of referencePages()) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), content);
}
