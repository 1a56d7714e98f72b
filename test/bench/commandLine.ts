/** `xlcfg check` of a fleet, against reading its files and starting Node for nothing. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inTurn, median, type Row } from './measure.ts';
import { fleetText } from './texts.ts';

const FILES = 10_000;
const FILES_IN_A_FOLDER = 500;

/** Reads what `check` reads, and does nothing with it. */
const READER = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
for (const folder of readdirSync(process.argv[1]))
  for (const file of readdirSync(join(process.argv[1], folder))) readFileSync(join(process.argv[1], folder, file));
`;

const writeFleet = (folder: string): string => {
  const fleet = path.join(folder, 'fleet');
  for (let index = 0; index < FILES; index += 1) {
    const inner = path.join(fleet, `host${Math.floor(index / FILES_IN_A_FOLDER)}`);
    if (index % FILES_IN_A_FOLDER === 0) mkdirSync(inner, { recursive: true });
    writeFileSync(path.join(inner, `web${index}.cfg`), fleetText(index));
  }
  return fleet;
};

const timeOfProcess = async (args: readonly string[]): Promise<number> => {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
};

export const commandLine = async (cli: string, folder: string): Promise<Row[]> => {
  const fleet = writeFleet(folder);
  const [check = [], read = [], help = []] = await inTurn(
    [
      () => timeOfProcess([cli, 'check', fleet]),
      () => timeOfProcess(['-e', READER, fleet]),
      () => timeOfProcess([cli, '--help']),
    ],
    3,
  );
  const [nothing = []] = await inTurn([() => timeOfProcess(['-e', '0'])], 3);
  const compared = (to: string, a: readonly number[], b: readonly number[]) => ({
    value: median(a),
    unit: 'ms' as const,
    compared: { to, value: median(b) },
  });
  return [
    {
      what: `xlcfg check of ${FILES} guests of 1 KB`,
      ...compared('reading the files', check, read),
      wanted: 'x2.00 or less',
    },
    { what: 'xlcfg --help', ...compared('Node without a use', help, nothing) },
  ];
};
