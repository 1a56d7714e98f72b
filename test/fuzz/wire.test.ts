/** The largest texts, over the wire: each request about them is answered, and the server lives. */
import { expect, it } from 'vitest';
import { DOCUMENT_REQUESTS } from '../server/support/documentRequests.ts';
import { startServerProcess } from '../server/support/serverProcess.ts';

const URI = 'file:///etc/xen/huge.cfg';
const MIDDLE = { line: 0, character: 5000 };

it.each<readonly [what: string, text: () => string]>([
  ['lists nested 100,000 deep', () => `a = ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
  ['open lists nested 100,000 deep', () => `disk = ${'['.repeat(100_000)}`],
  ['a line of 10 MB', () => `name = "${'x'.repeat(10_000_000)}"\n`],
  ['a line of 10 MB that never ends', () => `disk = [ "${'phy:'.repeat(2_500_000)}`],
  ['a million settings', () => Array.from({ length: 1_000_000 }, (_, at) => `a${at} = 1\n`).join('')],
  ['one setting 100,000 times', () => 'memory = 1\n'.repeat(100_000)],
  [
    'a million NULs, marks, halves of characters and ends of lines',
    () => 'name = "\0\ufeff\ud800"\r\n\r'.repeat(100_000),
  ],
])('%s', async (_, text) => {
  await using client = startServerProcess({
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
  });
  await client.initialize();
  const whole = text();
  await client.open(URI, whole);
  const end = { line: whole.split('\n').length - 1, character: 0 };
  for (const asked of Object.values(DOCUMENT_REQUESTS).flat()) {
    await expect(
      client.requestUntyped(asked.method, asked.params(URI, MIDDLE, end)),
      asked.method,
    ).resolves.toBeDefined();
  }
  expect(
    await client.requestUntyped('workspace/executeCommand', {
      command: 'xlcfg.effectiveConfiguration',
      arguments: [URI],
    }),
  ).toBeDefined();
  expect(client.stderr()).toBe('');
});
