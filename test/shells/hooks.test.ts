/** The hooks, run by pre-commit and by git in repositories with guests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { installProgram, makeSandbox, type Sandbox } from './support/sandbox.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HOOKS = readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8');
const PAGE = readFileSync(path.join(ROOT, 'server/docs/ci.md'), 'utf8');

const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl rejects this domain type. */
const BAD = GOOD.replace('pvh', 'xyz');
const OLD = `${GOOD}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
const WIDE = GOOD.replace('memory = 512', 'memory   =512');
/** A file of another format with the same extension. */
const SETUP = '[metadata]\nname = tool\n';

/** The code block of the page that starts with this text. */
const blockOf = (first: string): string => {
  const [, block] = PAGE.split(`\`\`\`${first}`);
  return block?.split('```')[0]?.trim() ?? '';
};

const succeed = ({ sh }: Sandbox, script: string, folder: string): void => {
  const { code, output } = sh(script, { folder });
  expect(code, output).toBe(0);
};

/** A repository for guests, with xlcfg on the PATH. */
const makeGuests = (): Sandbox => {
  const place = makeSandbox();
  installProgram(place, 'xlcfg', `#!/bin/sh\nexec "${process.execPath}" "${built.cli}" "$@"\n`);
  place.write('guests/README', 'Guests\n');
  succeed(place, 'git init -q && git add . && git commit -qm Begin', 'guests');
  return place;
};

describe('pre-commit', () => {
  /** As on the page, with the hooks of this repository. */
  const install = (place: Sandbox): void => {
    place.write('hooks/.pre-commit-hooks.yaml', HOOKS);
    succeed(place, 'git init -q && git add . && git commit -qm Hooks && git tag v0.1.0', 'hooks');
    const config = blockOf('yaml\n# .pre-commit-config.yaml').replace(/https:\S+/, place.at('hooks'));
    expect(config).toContain(place.at('hooks'));
    place.write('guests/.pre-commit-config.yaml', `${config}\n`);
    succeed(place, 'git add . && git commit -qm Hooks && pre-commit install', 'guests');
  };

  const commit = ({ sh }: Sandbox) => sh('git add . && git commit -m Change', { folder: 'guests' });

  test('accepts a valid guest, and files of other formats', () => {
    using place = makeGuests();
    install(place);
    place.write('guests/web.cfg', GOOD);
    place.write('guests/setup.cfg', SETUP);
    const { code, output } = commit(place);
    expect(output).toMatch(/xlcfg fix\.+Passed\nxlcfg format\.+Passed\nxlcfg check\.+Passed\n/);
    expect(code).toBe(0);
  });

  test('stops a guest that xl rejects', () => {
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
  ])('%s, stops once, and then accepts', (_, before, output, after) => {
    using place = makeGuests();
    install(place);
    place.write('guests/web.cfg', before);
    const first = commit(place);
    expect(first.output).toMatch(output);
    expect(first.code).toBe(1);
    expect(readFileSync(place.at('guests/web.cfg'), 'utf8')).toContain(after);
    const second = commit(place);
    expect(second.code, second.output).toBe(0);
  });
});

describe('the git hook', () => {
  test.each([
    ['accepts what xl accepts', { 'web 1.cfg': GOOD, 'setup.cfg': SETUP, 'notes.txt': 'x' }, 0],
    ['accepts a commit without guests', { 'notes.txt': 'x' }, 0],
    ['stops what xl rejects', { 'web 1.cfg': BAD }, 1],
  ])('%s', (_, files, outcome) => {
    using place = makeGuests();
    place.write('guests/.git/hooks/pre-commit', `${blockOf('sh\n').trim()}\n`);
    succeed(place, 'chmod +x .git/hooks/pre-commit', 'guests');
    for (const [name, content] of Object.entries(files)) place.write(`guests/${name}`, content);
    const { code, output } = place.sh('git add . && git commit -qm Change', { folder: 'guests' });
    expect(code, output).toBe(outcome);
  });
});
