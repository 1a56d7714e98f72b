/**
 * Bundles the server, for Node and as a web worker, and the command line: `node build.mjs [FOLDER]`. The default folder
 * is `dist`, next to this file. In Node, server and command line share the language as a separate file. Prints the size
 * of each file.
 */
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { dedupeCjsPlugin } from './dedupeCjsPlugin.mjs';
import { lazyLanguagePlugin } from './lazyLanguagePlugin.mjs';
import { thirdPartyNotices } from './thirdPartyNotices.mjs';

const require = createRequire(import.meta.url);
const { engines } = require('./package.json');
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
  // The library depends on another version of this package, which would be bundled in addition.
  alias: { 'vscode-languageserver-types': fileURLToPath(import.meta.resolve('vscode-languageserver-types')) },
};

const forNode = {
  ...common,
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  // The oldest Node that the package accepts.
  target: `node${/\d+/.exec(engines.node)[0]}`,
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
      dedupeCjsPlugin({ ...libraryForNode, '@xlcfg/shared': languageExports }),
      lazyLanguagePlugin(languageExports),
    ],
  }),
  build({
    ...common,
    entryPoints: { browserServer: 'src/browser/main.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    plugins: [dedupeCjsPlugin(library)],
  }),
]);

writeFileSync(
  path.join(outdir, 'THIRD_PARTY_NOTICES.txt'),
  `xlcfg contains the following software of others.\n\n${thirdPartyNotices(
    results.map(({ metafile }) => metafile),
    here,
  )}`,
);

// npm packs the licence only if it is in the package's own folder.
copyFileSync(path.join(here, '../LICENSE'), path.join(here, 'LICENSE'));

for (const file of readdirSync(outdir).sort()) {
  process.stdout.write(`${file} ${(statSync(path.join(outdir, file)).size / 1024).toFixed(0)} KiB\n`);
}
