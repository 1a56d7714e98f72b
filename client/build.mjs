/**
 * Bundles the extension and copies what it ships: the built server, the reference pages, the licence. Run by
 * `npm run build -w vscode-xlcfg`, after `npm run build -w server`.
 */
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyNotices } from '../server/thirdPartyNotices.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(here, ...parts);

/** Files from other folders of the repository, and what creates them. */
const COPIES = [
  { from: '../server/dist/server.cjs', to: 'dist/server.cjs', by: '`npm run build -w server`' },
  { from: '../server/dist/language.cjs', to: 'dist/language.cjs', by: '`npm run build -w server`' },
  { from: '../server/dist/browserServer.js', to: 'dist/browserServer.js', by: '`npm run build -w server`' },
  {
    from: '../server/dist/THIRD_PARTY_NOTICES.txt',
    to: 'dist/THIRD_PARTY_NOTICES-server.txt',
    by: '`npm run build -w server`',
  },
  { from: '../server/docs', to: 'docs', by: 'the repository' },
  { from: '../CHANGELOG.md', to: 'CHANGELOG.md', by: 'the repository' },
  { from: '../LICENSE', to: 'LICENSE', by: 'the repository' },
];

const missing = COPIES.filter(({ from }) => !existsSync(at(from)));
if (missing.length > 0) {
  for (const { from, by } of missing) {
    process.stderr.write(`${path.join('client', from)} is not there; it comes from ${by}.\n`);
  }
  process.exit(1);
}

for (const folder of ['dist', 'docs']) rmSync(at(folder), { recursive: true, force: true });

const common = {
  absWorkingDir: here,
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const results = await Promise.all([
  build({
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20',
  }),
  // In a browser, VS Code only finds the entry point if it ends in `.js`.
  build({ ...common, entryPoints: { browser: 'src/browser.ts' }, platform: 'browser', target: 'es2022' }),
]);

for (const { from, to } of COPIES) cpSync(at(from), at(to), { recursive: true });

writeFileSync(
  at('dist/THIRD_PARTY_NOTICES.txt'),
  `The extension contains the following software of others; that of the server is in THIRD_PARTY_NOTICES-server.txt.\n\n${thirdPartyNotices(
    results.map(({ metafile }) => metafile),
    here,
  )}`,
);

for (const file of readdirSync(at('dist')).sort()) {
  process.stdout.write(`${file} ${(statSync(at('dist', file)).size / 1024).toFixed(0)} KiB\n`);
}
