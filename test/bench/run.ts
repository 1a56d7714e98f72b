/**
 * `npm run bench`: how long things take, in comparison with others that are measured in the same run. Promises nothing,
 * and cannot fail; what grows too fast fails in the suites. `npm run bench -- parsing` runs one part, `-- peers` installs
 * the servers for other formats first. The figures are written to `latest.json` beside this file; those that are worse than the
 * accepted ones are told. `-- --accept` accepts them.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { buildBundles } from '../support/buildBundles.ts';
import { commandLine } from './commandLine.ts';
import { accept, changesForTheWorse, readAccepted, writeLatest } from './figures.ts';
import { keystrokes } from './keystroke.ts';
import { bytesAs, formatRow, type Row } from './measure.ts';
import { parsing } from './parsing.ts';
import { installPeers, peers } from './peers.ts';
import { serverRows } from './server.ts';

const ACCEPT = '--accept';

const args = process.argv.slice(2);
const chosen = args.filter((name) => name !== ACCEPT);
if (chosen.includes('peers')) installPeers();
// Node reads these certificates when it starts, which takes longer than all that a small server does.
delete process.env.NODE_EXTRA_CA_CERTS;

const bundles = buildBundles();

const size = async (): Promise<Row[]> =>
  ['server.cjs', 'language.cjs', 'cli.cjs'].map((file) => ({
    what: `size of ${file}`,
    value: bytesAs('kB', statSync(path.join(bundles.folder, file)).size),
    unit: 'kB',
  }));

const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  size,
  keystrokes: async () => keystrokes(bundles.folder),
  parsing: async () => parsing(bundles.folder),
  server: () => serverRows(bundles.server, bundles.folder),
  commandLine: () => commandLine(bundles.cli, bundles.folder),
  peers: () => peers(bundles.server, bundles.folder),
};

/** Parts that are measured only when they are named. */
const ON_REQUEST: readonly string[] = ['peers'];

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function measure(names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of names) {
    for (const row of (await PARTS[name]?.()) ?? []) {
      print(formatRow(row));
      rows.push(row);
    }
  }
  return rows;
}

const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
try {
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.\n`,
    );
    process.exitCode = 2;
  } else {
    const names = Object.keys(PARTS).filter((name) =>
      chosen.length > 0 ? chosen.includes(name) : !ON_REQUEST.includes(name),
    );
    const rows = await measure(names);
    for (const { what, was, is } of changesForTheWorse(rows, readAccepted()))
      print(`Worse than accepted: ${what}: ${is.toFixed(2)}, was ${was.toFixed(2)}`);
    writeLatest(rows);
    if (args.includes(ACCEPT)) accept(rows);
  }
} finally {
  bundles.remove();
}
