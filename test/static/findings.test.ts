/** The programs without Node find and fix the same as those of Node, on every architecture. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { version } from '../../server/package.json';
import { parseTxtar } from '../conformance/txtar.ts';
import { makeFolder } from '../support/folder.ts';
import { cliCommand } from '../support/programs.ts';
import { staticProgram } from './staticProgram.ts';

const FILES = path.resolve(import.meta.dirname, '../conformance/files');
const bundle = inject('bundles').cli;

type Words = readonly [string, ...string[]];
const NODE: Words = [process.execPath, bundle];
const EMULATED: Words = ['qemu-aarch64-static', staticProgram('aarch64')];

const output = ([program, ...args]: Words, call: readonly string[], cwd: string): string => {
  const { stdout, stderr, status } = spawnSync(program, [...args, ...call], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return `${stdout}${stderr}${status}`;
};

/** Writes all conformance files, those of archives one by one. Returns their number. */
const writeFiles = (folder: string): number => {
  const names = readdirSync(FILES, { recursive: true, encoding: 'utf8' });
  let count = 0;
  for (const name of names.filter((one) => statSync(path.join(FILES, one)).isFile())) {
    const content = readFileSync(path.join(FILES, name));
    const files = name.endsWith('.txtar') ? parseTxtar(content.toString()) : [{ text: content }];
    for (const { text } of files) {
      writeFileSync(path.join(folder, `${count}.cfg`), text);
      count += 1;
    }
  }
  return count;
};

test.each([
  ['x86-64', cliCommand],
  ['arm64', EMULATED],
] as const)('the findings are the same on %s', (_, program) => {
  using folder = makeFolder();
  expect(writeFiles(folder.path)).toBeGreaterThan(300);
  const call = ['check', '--format', 'json', '.'];
  expect(output(program, call, folder.path)).toBe(output(NODE, call, folder.path));
});

test('the fixed files are the same', () => {
  const fixed = (program: Words): string[] => {
    using folder = makeFolder();
    writeFiles(folder.path);
    output(program, ['fix', '.'], folder.path);
    return readdirSync(folder.path)
      .sort()
      .map((name) => readFileSync(path.join(folder.path, name), 'latin1'));
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
  expect(output([server], ['--version'], folder.path)).toBe(`${version}\n0`);
  expect(output([server], ['--help'], folder.path)).toContain('--stdio');
});
