/**
 * Bundles the server and the command line: `node build.mjs [FOLDER]`, by default into `dist` beside this file.
 * Prints the size of each file.
 */
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const outdir = path.resolve(process.argv[2] ?? path.join(here, 'dist'));
mkdirSync(outdir, { recursive: true });

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { server: 'src/node/main.ts', cli: 'src/cli/main.ts' },
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

writeFileSync(
  path.join(outdir, 'THIRD_PARTY_NOTICES.txt'),
  `xlcfg contains the following software of others.\n\n${notices(metafile, here)}`,
);

// npm packs the licence of the package's own folder only.
copyFileSync(path.join(here, '../LICENSE'), path.join(here, 'LICENSE'));

for (const file of readdirSync(outdir).sort()) {
  process.stdout.write(`${file} ${(statSync(path.join(outdir, file)).size / 1024).toFixed(0)} KiB\n`);
}
