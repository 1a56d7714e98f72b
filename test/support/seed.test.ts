import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedOf } from './seed.ts';

test('takes a number', () => {
  expect(seedOf('745179232')).toBe(745179232);
});

test.each(['', ' ', 'x', '1.5', '-1', '4294967296'])('rejects %j', (given) => {
  expect(() => seedOf(given)).toThrow('A seed is a whole number');
});

test('makes up a number when it is to be fresh', () => {
  expect(seedOf(String(seedOf('fresh')))).toBeLessThan(2 ** 32);
});

test('is the same for the same commit, another one for another, and needs none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-seed-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const commit = (message: string): string => {
    git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  try {
    expect(seedOf(undefined, folder)).toBe(20260731);
    git('init', '--quiet');
    expect(seedOf(undefined, folder)).toBe(20260731);
    for (const message of ['one', 'two']) {
      const hash = commit(message);
      expect(seedOf(undefined, folder)).toBe(Number.parseInt(hash.slice(0, 8), 16));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('is what fast-check goes by', () => {
  expect(fc.readConfigureGlobal()?.seed).toBe(Number(process.env.LAW_SEED));
  expect(fc.sample(fc.integer(), 3)).toEqual(fc.sample(fc.integer(), 3));
});
