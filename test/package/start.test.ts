/** What a built server does before it answers. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const SERVER = path.resolve(import.meta.dirname, '../../server/dist/server.cjs');

/** How many properties a bundle defines one by one while it is loaded: each is a function or two, and stays in memory. */
const definitionsOf = (bundle: string): number => {
  const script = `
    const { defineProperty } = Object;
    let count = 0;
    Object.defineProperty = (...args) => {
      count += 1;
      return defineProperty(...args);
    };
    process.argv = [process.execPath, 'server', '--version'];
    process.stdout.write = () => true;
    process.on('exit', () => require('node:fs').writeSync(1, String(count)));
    require(${JSON.stringify(bundle)});
  `;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
};

test("each library's names are made once, not once for each file that needs some of them", () => {
  const count = definitionsOf(SERVER);
  // The protocol's library by itself comes to some 2,700; with names for each file it was five times as many.
  expect(count).toBeGreaterThan(1000);
  expect(count).toBeLessThan(5000);
});
