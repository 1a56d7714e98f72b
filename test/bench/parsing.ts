/** Parsing and binding, against the parser of libxlutil and against their own time for other sizes. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Row, timeOf } from './measure.ts';
import { guestText } from './texts.ts';

type Language = typeof import('@xlcfg/shared');

const KB = 1024;

/** A program that parses with libxlutil; undefined where there is no compiler or no library. */
const buildNative = (folder: string): string | undefined => {
  const program = path.join(folder, 'parse');
  const source = path.join(import.meta.dirname, 'native/parse.c');
  const made = spawnSync('cc', ['-O2', '-o', program, source, '-lxlutil', '-lxenlight']);
  return made.status === 0 ? program : undefined;
};

/** What the program does with a file. */
type Work = 'parse' | 'bind';

/** In milliseconds. */
const timeOfNative = (program: string, work: Work, file: string, runs: number): number =>
  Number(spawnSync(program, [work, file, String(runs)], { encoding: 'utf8' }).stdout) / 1e6;

const open = ({ openDocument, DEFAULT_SETTINGS }: Language, text: string) =>
  openDocument(TextDocument.create('file:///a.cfg', 'xlcfg', 0, text), DEFAULT_SETTINGS, 'guest');

/** All that is worked out of a file: its problems, and what other files may have to do with it. */
const check = (language: Language, text: string): void => {
  const document = open(language, text);
  language.digest(document);
  void document.problems;
};

const againstNative = (
  language: Language,
  program: string | undefined,
  folder: string,
  size: number,
  name: string,
): Row[] => {
  const text = guestText(size);
  const file = path.join(folder, 'guest.cfg');
  writeFileSync(file, text);
  const runs = size > 100 * KB ? 15 : 200;
  const parsed = timeOf(() => language.parseConfig(text), runs);
  const bound = timeOf(() => open(language, text).guest, runs);
  const withDisks = timeOf(() => open(language, text).specs, runs);
  const row = (what: string, own: number, work: Work, wanted?: string): Row => {
    const native = program === undefined ? undefined : timeOfNative(program, work, file, runs);
    const to = work === 'parse' ? 'libxlutil, the file' : 'libxlutil, with disks';
    return {
      what,
      value: own,
      unit: 'ms',
      ...(native && {
        compared: { to, value: native },
        ...(wanted !== undefined && { wanted }),
      }),
    };
  };
  return [
    row(`parse ${name}`, parsed, 'parse', 'x1.00 or less'),
    row(`parse and bind ${name}`, bound, 'parse', 'x1.00 or less'),
    row(`the same, and every disk of it, ${name}`, withDisks, 'bind'),
  ];
};

const GROWTH = [1, 10, 100, 1000, 10_000];

/** The time for each KB, against that of the size before. */
const growth = (language: Language): Row[] => {
  const times = GROWTH.map((size) => {
    const text = guestText(size * KB);
    return timeOf(() => check(language, text), size > 5000 ? 2 : size > 500 ? 5 : 20) / size;
  });
  return GROWTH.slice(1).map((size, at) => ({
    what: `all checks of ${size} KB, for each KB`,
    value: times[at + 1] ?? Number.NaN,
    unit: 'ms',
    compared: { to: `of ${GROWTH[at]} KB`, value: times[at] ?? Number.NaN },
    wanted: 'about x1',
  }));
};

/** @param folder where the bundles are */
export const parsing = (folder: string): Row[] => {
  // As it is shipped: what runs TypeScript gives every function a name when it is made, which is slow.
  const language: Language = createRequire(import.meta.url)(path.join(folder, 'language.cjs'));
  const program = buildNative(folder);
  return [
    ...againstNative(language, program, folder, 10 * KB, 'a guest of 10 KB'),
    ...againstNative(language, program, folder, 1024 * KB, 'a guest of 1 MB'),
    ...growth(language),
  ];
};
