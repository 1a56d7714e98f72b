import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { HANDLERS } from '../../../../server/src/lsp/handlers/index.ts';
import { startInProcess } from '../../support/inProcess.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../server/src/lsp/handlers');

/** The names of the handlers that a file exports. */
const exportedHandlers = (file: string): string[] =>
  [...readFileSync(path.join(FOLDER, file), 'utf8').matchAll(/^export const (\w+Handler)\b/gm)].map(
    ([, name = '']) => name,
  );

it('has a row for each exported handler', () => {
  const table = readFileSync(path.join(FOLDER, 'index.ts'), 'utf8');
  const handlers = readdirSync(FOLDER).flatMap(exportedHandlers);
  expect(handlers.length).toBeGreaterThan(10);
  expect(handlers.filter((name) => !table.includes(`Provider: ${name},`))).toEqual([]);
});

it('announces exactly the features that have a handler', async () => {
  await using client = startInProcess({ capabilities: { textDocument: { diagnostic: {} } } });
  const { capabilities } = await client.initialize();
  const announced = Object.keys(capabilities).filter((name) => name.endsWith('Provider'));
  const handled = Object.entries(HANDLERS).flatMap(([name, handler]) => (handler ? [name] : []));
  expect(announced.sort()).toEqual(handled.sort());
});
