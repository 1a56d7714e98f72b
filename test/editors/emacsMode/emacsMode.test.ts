/** The generated major mode in Emacs itself. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { afterAll, expect, test } from 'vitest';
import { CONFIG_FILES, syntaxHighlights } from '../../support/highlighting.ts';
import { WAIT_MS } from '../../support/limits.ts';

const MODE = path.resolve(import.meta.dirname, '../../../client/editors/emacs/xlcfg-mode.el');
const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-emacs-'));
const at = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const emacs = (...args: readonly string[]): string =>
  execFileSync('emacs', ['-Q', '--batch', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: folder, XLCFG_TEXTS: at('texts'), XLCFG_RESULT: at('result') },
    timeout: WAIT_MS,
  });

/** From `start` to `end`, in characters. */
type Stretch = readonly [start: number, end: number, face: string];

const show = (texts: readonly string[]): readonly (readonly Stretch[])[] => {
  writeFileSync(at('texts'), JSON.stringify(texts));
  emacs('-l', MODE, '-l', path.join(import.meta.dirname, 'read.el'));
  return JSON.parse(readFileSync(at('result'), 'utf8'));
};

/** `face(text)` of each stretch, quotes and signs alone left out. */
const described = (text: string, stretches: readonly Stretch[] = []): string =>
  stretches
    .map(([start, end, face]) => ({
      text: text.slice(start, end).trim(),
      face: face.replace(/^font-lock-(.*)-face$/, '$1'),
    }))
    .filter(
      ({ text: piece, face }) =>
        face !== 'comment-delimiter' && (/[^\s,:="']/.test(piece) || face === 'warning'),
    )
    .map(({ text: piece, face }) => `${face}(${piece})`)
    .join(' ');

const LINES: readonly (readonly [string, string])[] = [
  ['memory = 512 # MiB', 'function-name(memory) constant(512) comment(MiB)'],
  ['memory=512;vcpus += 0x2', 'function-name(memory) constant(512) function-name(vcpus) constant(0x2)'],
  ['memroy = 512', 'constant(512)'],
  ["builder = 'hvm'", "preprocessor(builder) string('hvm')"],
  ['name = "a # b"', 'function-name(name) string("a # b")'],
  ['Memory = -1', 'warning(Memory) warning(-1)'],
  ['memory = 512MB', 'function-name(memory) warning(512MB)'],
  ['name = "open # text', 'function-name(name) warning(") string(open # text)'],
  ['disk = "/a,raw,xvda,w"', 'function-name(disk) string("/a,raw,xvda,w")'],
  [
    "disk = [ '/dev/vg/a,raw,xvda,rw' ]",
    "function-name(disk) string('/dev/vg/a,) constant(raw) type(xvda) builtin(rw)",
  ],
  [
    'disk += [ "tap:aio:/srv/a.img,ioemu:xvda,w!", ",hdc:cdrom,r" ]',
    'function-name(disk) preprocessor(tap:aio:) string(/srv/a.img,) preprocessor(ioemu:) type(xvda) builtin(w!) ' +
      'type(hdc) constant(cdrom) builtin(r)',
  ],
  [
    "disk = [ 'format=qcow2, vdev=xvdb, access=ro, discard, target=/a,b=c' ]",
    'function-name(disk) variable-name(format) constant(qcow2) variable-name(vdev) type(xvdb) variable-name(access) ' +
      "builtin(ro) keyword(discard) variable-name(target) string(=/a,b=c')",
  ],
  [
    "vif = [ 'mac=00:16:3e:00:00:01, bridge=br0,brigde=1,untrusted' ]",
    'function-name(vif) variable-name(mac) string(=00:16:3e:00:00:01,) variable-name(bridge) string(=br0,brigde=1,) ' +
      'keyword(untrusted)',
  ],
  ['vnuma = [ [ "pnode=0" ] ]', 'function-name(vnuma) variable-name(pnode) string(=0")'],
  ['cpus = "all,^1"', 'function-name(cpus) keyword(all) string(,^1")'],
];

test('compiles without a warning', () => {
  copyFileSync(MODE, at('xlcfg-mode.el'));
  emacs('--eval', '(setq byte-compile-error-on-warn t)', '-f', 'batch-byte-compile', at('xlcfg-mode.el'));
  expect(readFileSync(at('xlcfg-mode.elc'), 'latin1')).toMatch(/^;ELC/);
});

test('highlights each kind of text', () => {
  const shown = show(LINES.map(([line]) => `${line}\n`));
  expect(LINES.map(([line], index) => [line, described(line, shown[index])])).toEqual(LINES);
});

test('ends an unclosed string at the line end', () => {
  const text = 'name = "open\nmemory = 512\n';
  expect(described(text, show([text])[0])).toBe(
    'function-name(name) warning(") string(open) function-name(memory) constant(512)',
  );
});

test('agrees with the parser for all files of the project', () => {
  // Emacs counts characters, the parser UTF-16 code units. Emacs keeps a lone CR.
  const files = CONFIG_FILES.filter(
    ({ text }) => /^[\n\t -\ud7ff]*$/.test(text) && parseConfig(text).errors.length === 0,
  );
  expect(files.length).toBeGreaterThan(300);
  const shown = show(files.map(({ text }) => text));
  const wrong = files.flatMap(({ name, text }, index) => {
    const faces = Array<string>(text.length).fill('');
    for (const [start, end, face] of shown[index] ?? []) faces.fill(face, start, end);
    const isComment = (face: string): boolean => face.startsWith('font-lock-comment');
    const comments = syntaxHighlights(text).filter(({ kind }) => kind === 'comment');
    const others = syntaxHighlights(text).filter(({ kind }) => kind !== 'comment');
    return [
      ...comments.filter(({ start, end }) => !faces.slice(start, end).every(isComment)),
      ...others.filter(({ start, end }) => faces.slice(start, end).some(isComment)),
      ...syntaxHighlights(text).filter(
        ({ start, end, kind }) => kind === 'string' && faces.slice(start, end).some((face) => face === ''),
      ),
      ...syntaxHighlights(text).filter(({ start, end }) =>
        faces.slice(start, end).includes('font-lock-warning-face'),
      ),
    ].map(({ start, end, kind }) => `${name}: ${kind} ${JSON.stringify(text.slice(start, end))}`);
  });
  expect(wrong).toEqual([]);
});
