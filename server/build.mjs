/**
 * Bundles the server, for Node and for a web worker, and the command line: `node build.mjs [FOLDER]`, by default into
 * `dist` beside this file. For Node the language is a file of its own, that server and command line have in common.
 * Prints the size of each file.
 */
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { importedOnce } from './importedOnce.mjs';
import { languageApart } from './languageApart.mjs';
import { notices } from './notices.mjs';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));

const outdir = path.resolve(process.argv[2] ?? path.join(here, 'dist'));
mkdirSync(outdir, { recursive: true });

const common = {
  absWorkingDir: here,
  outdir,
  bundle: true,
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // The library brings a release of its own, which would be bundled beside this one.
  alias: { 'vscode-languageserver-types': fileURLToPath(import.meta.resolve('vscode-languageserver-types')) },
};

const forNode = {
  ...common,
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node20',
  format: 'cjs',
};

const language = await build({ ...forNode, entryPoints: { language: '@xlcfg/shared' } });
const languageExports = require(path.join(outdir, 'language.cjs'));

const library = { 'vscode-languageserver': require('vscode-languageserver') };
const libraryForNode = { ...library, 'vscode-languageserver/node': require('vscode-languageserver/node') };

const results = await Promise.all([
  language,
  build({
    ...forNode,
    entryPoints: { server: 'src/node/main.ts', cli: 'src/cli/main.ts' },
    plugins: [
      importedOnce({ ...libraryForNode, '@xlcfg/shared': languageExports }),
      languageApart(languageExports),
    ],
  }),
  build({
    ...common,
    entryPoints: { browserServer: 'src/browser/main.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    plugins: [importedOnce(library)],
  }),
]);

writeFileSync(
  path.join(outdir, 'THIRD_PARTY_NOTICES.txt'),
  `xlcfg contains the following software of others.\n\n${notices(
    results.map(({ metafile }) => metafile),
    here,
  )}`,
);

// npm packs the licence of the package's own folder only.
copyFileSync(path.join(here, '../LICENSE'), path.join(here, 'LICENSE'));

for (const file of readdirSync(outdir).sort()) {
  process.stdout.write(`${file} ${(statSync(path.join(outdir, file)).size / 1024).toFixed(0)} KiB\n`);
}
