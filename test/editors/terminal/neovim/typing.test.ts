/** Guests are written in Neovim key by key: nothing is in the file that was neither typed nor chosen. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GUESTS, NEIGHBOURS, readable } from '../../typing/guests.ts';
import { type Stroke, strokesOf } from '../../typing/keys.ts';
import { type Home, makeHome } from '../support/home.ts';
import { installFromSuite } from '../support/installFromSuite.ts';
import { findBlock } from '../support/page.ts';
import { runPastedLines } from '../support/runPastedLines.ts';
import { openTerminal } from '../support/terminal.ts';

const TYPIST = path.join(import.meta.dirname, 'typist.lua');

let home: Home;
let command: readonly string[];

beforeAll(() => {
  home = makeHome();
  const root = installFromSuite('forky', 'neovim', 'usr/bin/nvim');
  command = [
    'env',
    `VIMRUNTIME=${path.join(root, 'usr/share/nvim/runtime')}`,
    path.join(root, 'usr/bin/nvim'),
  ];
  runPastedLines(home, findBlock('neovim.md', 'File type and colors', 'sh'));
  home.write(
    '.config/nvim/init.lua',
    findBlock('neovim.md', 'Neovim 0.11 and newer', 'lua') +
      findBlock('neovim.md', 'Completion as you type', 'lua'),
  );
  for (const [name, text] of Object.entries(NEIGHBOURS)) home.write(`etc/xen/${name}`, text);
});
afterAll(() => home.remove());

interface Typed {
  readonly text: string;
  /** The lines of the signature at the cursor, if they were asked for. */
  readonly signature?: readonly string[];
}

/** What is there after the strokes in an empty file. */
const typeIn = async (name: string, strokes: readonly Stroke[], asks = ''): Promise<Typed> => {
  const file = home.write(`etc/xen/${name}.cfg`, '');
  const seen = path.join(home.folder, `${name}.json`);
  const terminal = openTerminal(home, [...command, '-c', `luafile ${TYPIST}`, file], {
    XLCFG_STROKES: home.write(`${name}.strokes.json`, JSON.stringify(strokes)),
    XLCFG_SEEN: seen,
    XLCFG_ASKS: asks,
  });
  try {
    await terminal.waitFor('the typed guest', () => existsSync(seen) || !terminal.running());
    const { error, ...typed } = JSON.parse(readFileSync(seen, 'utf8'));
    if (error !== undefined) throw new Error(`${error}\n${terminal.screen()}`);
    return typed;
  } finally {
    terminal.close();
  }
};

test.each(GUESTS)('$name', async ({ name, keys, text }) => {
  const typed = await typeIn(name, strokesOf(keys));
  expect(readable(typed.text)).toBe(text);
});

test('signature help is a line and a sentence', async () => {
  const { signature = [] } = await typeIn(
    'sketch',
    strokesOf("disk = [ '/dev/vg0/a,raw,xvda,rw,backendtype="),
    'signature',
  );
  const lines = signature.filter((line) => !/^(?:```.*|─*|)$/.test(line));
  expect(lines).toEqual([expect.stringMatching(/backendtype=/), expect.stringMatching(/^[A-Z].*\.$/)]);
});
