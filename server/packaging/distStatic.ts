/**
 * Makes only the programs for hosts without Node: `npm run dist:static [-- FOLDER]`. Needs apt with Debian's keyring, make,
 * gcc, and gcc-aarch64-linux-gnu with libc6-dev-arm64-cross.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './files.ts';
import { makeStatic, staticNames } from './formats/static.ts';
import { epochOfRelease } from './release.ts';

process.umask(0o022);

const output = path.resolve(ROOT, process.argv[2] ?? 'dist');
mkdirSync(output, { recursive: true });
const work = mkdtempSync(path.join(tmpdir(), 'xlcfg-static-'));
try {
  await makeStatic({ output, work, epoch: epochOfRelease() });
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const name of staticNames(output)) {
  process.stdout.write(`${name} ${(statSync(path.join(output, name)).size / 1024).toFixed(0)} KiB\n`);
}
