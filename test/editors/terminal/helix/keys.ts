/** Key presses in Helix, and what to wait for after them. */
import { existsSync, readFileSync } from 'node:fs';
import type { Answers } from '../support/answers.ts';
import { GUEST, type GuestPosition, QUESTIONS } from '../support/guest.ts';
import type { Home } from '../support/home.ts';
import type { Terminal } from '../support/terminal.ts';
import { messagesOn, popupsOn, severityOf, textOn } from './screen.ts';

/** Delay between keys: a key right after Escape counts as Alt plus that key. */
const PATIENCE_MS = 3000;

const isNormal = (screen: string): boolean => screen.includes(' NOR ') && popupsOn(screen).length === 0;

/** Answers the questions about the open guest, one after the other. */
export const answerQuestions = async (home: Home, terminal: Terminal): Promise<Partial<Answers>> => {
  const { keys, type, waitFor } = terminal;

  /** Twice, because the first Escape may only close a popup. */
  const leave = async (): Promise<void> => {
    let pressed = 0;
    await waitFor('the end of a menu', (screen) => {
      const done = isNormal(screen);
      if (!done && Date.now() - pressed > PATIENCE_MS) {
        keys('Escape');
        pressed = Date.now();
      }
      return done;
    });
  };
  const command = (line: string): void => {
    type(`:${line}`);
    keys('Enter');
  };
  const go = async ({ line, character }: GuestPosition): Promise<void> => {
    command(`goto ${line + 1}`);
    type(`gh${character > 0 ? `${character}l` : ''}`);
    await waitFor('the cursor', (screen) => screen.includes(` ${line + 1}:${character + 1}`));
  };
  const box = async (what: string, fits: (rows: string[]) => boolean): Promise<string[]> => {
    const found = (screen: string) => popupsOn(screen).find(fits);
    return found(await waitFor(what, (screen) => found(screen) !== undefined)) ?? [];
  };
  const saved = async (what: string, fits: (text: string) => boolean): Promise<string> => {
    await waitFor(what, (screen) => screen.includes('[+]') && isNormal(screen));
    command('write');
    // For a moment there is no file, and then an empty one: Helix puts the old one aside first.
    const text = (): string => (existsSync(home.guest) ? readFileSync(home.guest, 'utf8') : '');
    await waitFor(
      `${what}, in the file`,
      (screen) => !screen.includes('[+]') && text() !== '' && fits(text()),
    );
    return text();
  };
  /** The text after a change, which is then undone. */
  const changed = async (what: string): Promise<string> => {
    const after = await saved(what, (text) => text !== GUEST);
    type('u');
    await saved(`what was before ${what}`, (text) => text === GUEST);
    return after;
  };

  const shown = await waitFor('problems', (screen) => messagesOn(screen).length > 0);
  type(' d');
  const { length } = messagesOn(shown);
  const list = await box('the list of problems', (rows) =>
    rows.some((row) => row.includes(`${length}/${length}`)),
  );
  await leave();

  const hinted = textOn(await waitFor('inlay hints', (screen) => textOn(screen).length > GUEST.length));

  await go(QUESTIONS.hover);
  type(' k');
  const hover = await box('the hover', () => true);
  await leave();

  await go(QUESTIONS.fix);
  type(' a');
  const [fix = ''] = await box('the actions', () => true);
  keys('Enter');
  const fixed = await changed('the quick fix');

  await go(QUESTIONS.completion);
  type('i');
  await waitFor('insert mode', (screen) => screen.includes(' INS '));
  keys('C-x');
  const isMenu = (rows: string[]): boolean =>
    rows.every((row) => row.trim().startsWith(QUESTIONS.completion.typed));
  const menu = await box('completion', isMenu);
  keys('Tab', 'Enter');
  await waitFor('the choice', (screen) => !popupsOn(screen).some(isMenu));
  await leave();
  const completed = await changed('completion');

  await go(QUESTIONS.rename);
  type(' r');
  await waitFor('the old name', (screen) => screen.includes('rename-to:'));
  keys('C-u');
  type(QUESTIONS.rename.to);
  keys('Enter');
  const renamed = await changed('renaming');

  command('format');
  const formatted = await changed('formatting');

  return {
    diagnostics: messagesOn(shown).map((one) => ({ ...one, severity: severityOf(list, one.message) })),
    hinted,
    hover: hover.join('\n'),
    fix: fix.trim(),
    fixed,
    completion: menu.map((row) => row.trim().split(/\s+/)[0] ?? ''),
    completed,
    renamed,
    formatted,
  };
};
