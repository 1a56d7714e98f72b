/**
 * `npm run bench`: how long things take, in comparison with others that are measured in the same run. Promises nothing,
 * and cannot fail; what grows too fast fails in the suites. `npm run bench -- parsing` runs one part.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { buildBundles } from '../support/buildBundles.ts';
import { commandLine } from './commandLine.ts';
import { keystrokes } from './keystroke.ts';
import { formatRow, type Row } from './measure.ts';
import { parsing } from './parsing.ts';
import { serverRows } from './server.ts';

const bundles = buildBundles();

const size = async (): Promise<Row[]> =>
  ['server.cjs', 'language.cjs', 'cli.cjs'].map((file) => ({
    what: `size of ${file}`,
    measured: `${Math.round(statSync(path.join(bundles.folder, file)).size / 1000)} kB`,
  }));

const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  size,
  keystrokes: async () => keystrokes(bundles.folder),
  parsing: async () => parsing(bundles.folder),
  server: () => serverRows(bundles.server, bundles.folder),
  commandLine: () => commandLine(bundles.cli, bundles.folder),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
try {
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.\n`,
    );
    process.exitCode = 2;
  } else {
    for (const [name, part] of Object.entries(PARTS)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      for (const row of await part()) process.stdout.write(`${formatRow(row)}\n`);
    }
  }
} finally {
  bundles.remove();
}
