/** The hooks, run by the real pre-commit and by git, in repositories of guests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { installProgram, makeWorkplace, type Workplace } from './support/commands.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HOOKS = readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8');
const PAGE = readFileSync(path.join(ROOT, 'server/docs/ci.md'), 'utf8');

const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl knows no such domain type. */
const BAD = GOOD.replace('pvh', 'xyz');
const OLD = `${GOOD}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
const WIDE = GOOD.replace('memory = 512', 'memory   =512');
/** A file of another kind that has the same ending. */
const SETUP = '[metadata]\nname = tool\n';

/** The block of the page that begins with this line. */
const blockOf = (first: string): string => {
  const [, block] = PAGE.split(`\`\`\`${first}`);
  return block?.split('```')[0]?.trim() ?? '';
};

const succeed = ({ sh }: Workplace, script: string, folder: string): void => {
  const { code, output } = sh(script, { folder });
  expect(code, output).toBe(0);
};

/** A repository of guests, and the program. */
const makeGuests = (): Workplace => {
  const place = makeWorkplace();
  installProgram(place, 'xlcfg', `#!/bin/sh\nexec "${process.execPath}" "${built.cli}" "$@"\n`);
  place.write('guests/README', 'Guests\n');
  succeed(place, 'git init -q && git add . && git commit -qm Begin', 'guests');
  return place;
};

describe('pre-commit', () => {
  /** As on the page, with the hooks of this tree. */
  const install = (place: Workplace): void => {
    place.write('hooks/.pre-commit-hooks.yaml', HOOKS);
    succeed(place, 'git init -q && git add . && git commit -qm Hooks && git tag v0.1.0', 'hooks');
    const config = blockOf('yaml\n# .pre-commit-config.yaml').replace(/https:\S+/, place.at('hooks'));
    expect(config).toContain(place.at('hooks'));
    place.write('guests/.pre-commit-config.yaml', `${config}\n`);
    succeed(place, 'git add . && git commit -qm Hooks && pre-commit install', 'guests');
  };

  const commit = ({ sh }: Workplace) => sh('git add . && git commit -m Change', { folder: 'guests' });

  test('takes a good guest, and files of other kinds', () => {
    using place = makeGuests();
    install(place);
    place.write('guests/web.cfg', GOOD);
    place.write('guests/setup.cfg', SETUP);
    const { code, output } = commit(place);
    expect(output).toMatch(/xlcfg fix\.+Passed\nxlcfg format\.+Passed\nxlcfg check\.+Passed\n/);
    expect(code).toBe(0);
  });

  test('stops a guest that xl refuses', () => {
    using place = makeGuests();
    install(place);
    place.write('guests/web.cfg', BAD);
    const { code, output } = commit(place);
    expect(output).toMatch(/xlcfg check\.+Failed\n[\s\S]*web\.cfg:2:8: error /);
    expect(code).toBe(1);
    expect(place.sh('git log --format=%s', { folder: 'guests' }).output).not.toContain('Change');
  });

  test.each([
    ['fixes', OLD, /xlcfg fix\.+Failed\n[\s\S]*files were modified by this hook/, ",raw,xvda,rw'"],
    ['formats', WIDE, /xlcfg format\.+Failed\n[\s\S]*files were modified by this hook/, 'memory = 512'],
  ])('%s, stops once, and takes it then', (_, before, told, after) => {
    using place = makeGuests();
    install(place);
    place.write('guests/web.cfg', before);
    const first = commit(place);
    expect(first.output).toMatch(told);
    expect(first.code).toBe(1);
    expect(readFileSync(place.at('guests/web.cfg'), 'utf8')).toContain(after);
    const second = commit(place);
    expect(second.code, second.output).toBe(0);
  });
});

describe('the hook of git alone', () => {
  test.each([
    ['takes what xl takes', { 'web 1.cfg': GOOD, 'setup.cfg': SETUP, 'notes.txt': 'x' }, 0],
    ['takes a commit without guests', { 'notes.txt': 'x' }, 0],
    ['stops what xl refuses', { 'web 1.cfg': BAD }, 1],
  ])('%s', (_, files, outcome) => {
    using place = makeGuests();
    place.write('guests/.git/hooks/pre-commit', `${blockOf('sh\n').trim()}\n`);
    succeed(place, 'chmod +x .git/hooks/pre-commit', 'guests');
    for (const [name, content] of Object.entries(files)) place.write(`guests/${name}`, content);
    const { code, output } = place.sh('git add . && git commit -qm Change', { folder: 'guests' });
    expect(code, output).toBe(outcome);
  });
});
