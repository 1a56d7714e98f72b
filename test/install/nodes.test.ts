/** The programs on every version of Node that they promise to run on, and what they say on an older one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../server/package.json';
import { thisMachine } from './support/machine.ts';
import { testPrograms } from './support/testPrograms.ts';

/** The first 18, and the last of each that is or was supported for long. */
const SUPPORTED = ['18.0.0', '18', '20', '22', '24'];
const TOO_OLD = ['0.12', '4', '16'];

const BIN = path.resolve(import.meta.dirname, '../../server/bin');
const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-nodes-'));
const nodeOf = (version: string): string => path.join(folder, `node_modules/node-${version}/bin/node`);

/** Node's own programs for this machine, as npm has them. */
beforeAll(() => {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [...SUPPORTED, ...TOO_OLD].map(
    (version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`,
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(SUPPORTED)('Node %s', (version) => {
  testPrograms(() => ({
    machine: thisMachine,
    folder: path.join(folder, `guests-${version}`),
    xlcfg: [nodeOf(version), path.join(BIN, 'xlcfg.cjs')],
    server: [nodeOf(version), path.join(BIN, 'xlcfg-language-server.cjs')],
  }));
});

describe.each(TOO_OLD)('Node %s is too old', (version) => {
  test.each(['xlcfg', 'xlcfg-language-server'])('for %s', (program) => {
    const { code, stdout, stderr } = thisMachine.run([nodeOf(version), path.join(BIN, `${program}.cjs`)]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      new RegExp(`^${program} needs Node\\.js \\d+ or newer; this is v${version}\\.[\\d.]+\\n$`),
    );
    expect(stderr).toContain(`Node.js ${/\d+/.exec(engines.node)?.[0]} or newer`);
    expect(code).toBe(2);
  });
});
