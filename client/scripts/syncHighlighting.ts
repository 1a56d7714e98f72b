/** Writes the files for highlighting without a server: `npm run sync`, after a change of the schema. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { highlightingFiles } from './highlighting/files.ts';

for (const { path, text } of highlightingFiles()) {
  const file = new URL(`../${path}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
