/** Writes the files that colour without a server. Run it after an option, a key or a value is added. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { highlightingFiles } from './highlighting/files.ts';

for (const { path, text } of highlightingFiles()) {
  const file = new URL(`../${path}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
