/**
 * Builds the site: `npm run build -w client/site`, after `npm run build -w server`. Everything is static, and every link
 * is relative, so that it works in any folder.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { homepage } from '../../server/package.json';
import { footer, header } from './src/pages/layout.ts';
import { scriptWith } from './src/pages/scriptWith.ts';
import { writePages } from './src/pages/writePages.ts';

const at = (...parts: readonly string[]): string => path.join(import.meta.dirname, ...parts);

const SERVER = at('../../server/dist/browserServer.js');
if (!existsSync(SERVER)) {
  process.stderr.write(
    'server/dist/browserServer.js is not there; it comes from `npm run build -w server`.\n',
  );
  process.exit(1);
}

const dist = at('dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await build({
  absWorkingDir: at(),
  entryPoints: {
    playground: 'src/playground/main.ts',
    'docs/docs': 'src/docs/main.ts',
    'docs/search': 'src/docs/search.ts',
  },
  outdir: dist,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  // Not modules: browsers load none from a file.
  format: 'iife',
  legalComments: 'none',
  loader: { '.cfg': 'text' },
  logLevel: 'warning',
});

writeFileSync(
  path.join(dist, 'languageServer.js'),
  scriptWith('xlcfgLanguageServer', readFileSync(SERVER, 'utf8')),
);

/** In the page: browsers load an icon at any time, and the page makes no request after it has loaded. */
const icon = `data:image/png;base64,${readFileSync(at('../icon.png'), 'base64')}`;

for (const name of readdirSync(at('static'))) {
  if (!name.endsWith('.html')) {
    cpSync(at('static', name), path.join(dist, name));
    continue;
  }
  const page = readFileSync(at('static', name), 'utf8')
    .replace('icon.png', icon)
    .replace('<!-- header -->', header('.', name))
    .replace('<!-- footer -->', footer(homepage));
  writeFileSync(path.join(dist, name), page);
}
await writePages(at('../../server/docs'), path.join(dist, 'docs'), { homepage, icon });
