/**
 * Bundles the server and the command line: `node build.mjs [FOLDER]`, by default into `dist` beside this file.
 * Prints the size of each file.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder of the package that a bundled file belongs to; undefined for our own files. */
const packageFolder = (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];

const notice = (folder) => {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e(\.|$)/i.test(file));
  if (licence === undefined) throw new Error(`${name}@${version} is bundled and has no licence file`);
  return `${name} ${version}\n\n${readFileSync(path.join(folder, licence), 'utf8').trim()}\n`;
};

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

const folders = [
  ...new Set(Object.keys(metafile.inputs).flatMap((input) => packageFolder(input) ?? [])),
].sort();
const notices = [...new Set(folders.map((folder) => notice(path.join(here, folder))))];
writeFileSync(
  path.join(outdir, 'THIRD_PARTY_NOTICES.txt'),
  `xlcfg contains the following software of others.\n\n${notices.join(`\n${'-'.repeat(78)}\n\n`)}`,
);

// npm packs the licence of the package's own folder only.
copyFileSync(path.join(here, '../LICENSE'), path.join(here, 'LICENSE'));

for (const file of readdirSync(outdir).sort()) {
  process.stdout.write(`${file} ${(statSync(path.join(outdir, file)).size / 1024).toFixed(0)} KiB\n`);
}
