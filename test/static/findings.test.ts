/** The programs without Node find and fix the same as those of Node, on every architecture. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { version } from '../../server/package.json';
import { makeFolder } from '../support/folder.ts';
import { cliCommand } from '../support/programs.ts';
import { staticProgram } from './staticProgram.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['examples', 'test/conformance/files'];
const bundle = inject('bundles').cli;

type Words = readonly [string, ...string[]];
const NODE: Words = [process.execPath, bundle];
const EMULATED: Words = ['qemu-aarch64-static', staticProgram('aarch64')];

const output = ([program, ...args]: Words, call: readonly string[], cwd = ROOT): string => {
  const { stdout, stderr, status } = spawnSync(program, [...args, ...call], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return `${stdout}${stderr}${status}`;
};

describe('the findings', () => {
  const check = ['check', '--format', 'json', ...FOLDERS];
  const expected = output(NODE, check);

  test('are many', () => {
    expect(JSON.parse(expected.slice(0, -1)).summary.files).toBeGreaterThan(200);
  });

  test.each([
    ['x86-64', cliCommand],
    ['arm64', EMULATED],
  ] as const)('are the same on %s', (_, program) => {
    expect(output(program, check)).toBe(expected);
  });
});

test('the fixed files are the same', () => {
  const fixed = (program: Words): string[] => {
    using folder = makeFolder();
    for (const name of FOLDERS)
      cpSync(path.join(ROOT, name), path.join(folder.path, name), { recursive: true });
    output(program, ['fix', '.'], folder.path);
    return readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => path.join(folder.path, name))
      .filter((name) => statSync(name).isFile())
      .map((name) => readFileSync(name, 'latin1'));
  };
  expect(fixed(cliCommand)).toEqual(fixed(NODE));
});

test.each(['x86_64', 'aarch64'] as const)(
  'the file for %s is small, and needs no library',
  (architecture) => {
    const file = staticProgram(architecture);
    expect(statSync(file).size).toBeLessThan(4_000_000);
    const headers = execFileSync('readelf', ['--program-headers', '--wide', file], { encoding: 'utf8' });
    expect(headers).toContain('LOAD');
    expect(headers).not.toContain('INTERP');
  },
);

test('the name by which it is called tells which program is meant', () => {
  using folder = makeFolder();
  mkdirSync(path.join(folder.path, 'bin'));
  const server = path.join(folder.path, 'bin/xlcfg-language-server');
  copyFileSync(staticProgram('x86_64'), server);
  expect(output([server], ['--version'])).toBe(`${version}\n0`);
  expect(output([server], ['--help'])).toContain('--stdio');
});
