/**
 * Bundles both programs into one ES module for QuickJS: `node buildEngine.mjs FILE`. The modules of Node are replaced by
 * those of `src/engine`; what these lack is an error.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { dedupeCjsPlugin } from './dedupeCjsPlugin.mjs';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const engine = (name) => path.join(here, 'src/engine', name);

await build({
  absWorkingDir: here,
  outfile: path.resolve(process.argv[2]),
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  platform: 'neutral',
  conditions: ['browser'],
  mainFields: ['module', 'main'],
  target: 'es2022',
  format: 'esm',
  external: ['qjs:*', 'xlcfg:*'],
  entryPoints: ['src/engine/main.ts'],
  alias: {
    'node:child_process': engine('none.ts'),
    'node:crypto': engine('crypto.ts'),
    'node:events': 'events',
    'node:fs': engine('fs.ts'),
    'node:fs/promises': engine('fsPromises.ts'),
    'node:net': engine('net.ts'),
    'node:os': engine('userFolder.ts'),
    'node:path': 'path-browserify',
    'node:process': engine('process.ts'),
    'node:timers/promises': engine('timers.ts'),
    'node:url': engine('url.ts'),
    'node:zlib': engine('zlib.ts'),
    'vscode-languageserver/node': engine('languageServer.ts'),
    'vscode-languageserver-types': fileURLToPath(import.meta.resolve('vscode-languageserver-types')),
  },
  plugins: [
    {
      name: 'docs-url',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/docsUrl\.ts$/ }, () => ({ path: engine('docsUrl.ts') })),
    },
    dedupeCjsPlugin({ 'vscode-languageserver': require('vscode-languageserver') }),
  ],
});
