/** What loading the server's bundle costs. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const SERVER = path.resolve(import.meta.dirname, '../../server/dist/server.cjs');

/** The number of calls of Object.defineProperty while a bundle is loaded. Each creates functions that stay in memory. */
const countDefinedProperties = (bundle: string): number => {
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

test('creates the exports of each library once, not once per importing file', () => {
  const count = countDefinedProperties(SERVER);
  // The protocol's library has some 2,700 exports. Without the plugin, the count is five times as high.
  expect(count).toBeGreaterThan(1000);
  expect(count).toBeLessThan(5000);
});
