/** Guests are written in VS Code key by key: nothing is in the file that was neither typed nor chosen. */
import { expect, test } from 'vitest';
import { GUESTS, NEIGHBOURS, readable } from '../typing/guests.ts';
import { strokesOf } from '../typing/keys.ts';
import { typeInto } from './support/typist.ts';
import { useSession } from './support/useSession.ts';
import { showAt, textOf } from './support/workbench.ts';

const current = useSession({
  files: { ...NEIGHBOURS, ...Object.fromEntries(GUESTS.map(({ name }) => [`${name}.cfg`, ''])) },
  settings: { 'editor.quickSuggestionsDelay': 0 },
});

test.each(GUESTS)('$name', async ({ name, keys, text }) => {
  const file = `${current().workspace}/${name}.cfg`;
  await showAt(current(), file);
  await typeInto(current(), strokesOf(keys));
  expect(readable(await textOf(current(), file))).toBe(text);
});
