/** What a keystroke in a list of strings costs, against reading the file as if it were new. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { median, type Row } from './measure.ts';
import { listText } from './texts.ts';

type Language = typeof import('@xlcfg/shared');

/** Milliseconds of one version: reading its strings, and everything that the server works out of it. */
interface Cost {
  readonly strings: number;
  readonly all: number;
}

const KB = 1024;
const WARM_UP = 5;

/** Types and deletes a letter in the middle of the text, `runs` times in all. */
function type(language: Language, text: string, runs: number, remembers: boolean): Cost {
  const middle = text.indexOf(',', text.length / 2);
  const typed = `${text.slice(0, middle)}x${text.slice(middle)}`;
  const costs: Cost[] = [];
  let before: ReturnType<typeof language.openDocument> | undefined;
  for (let run = -WARM_UP; run < runs; run += 1) {
    const version = TextDocument.create('file:///a.cfg', 'xlcfg', run, run % 2 === 0 ? text : typed);
    const start = performance.now();
    const document = language.openDocument(version, language.DEFAULT_SETTINGS, 'guest', {
      before: remembers ? before : undefined,
    });
    void document.guest;
    const opened = performance.now();
    void document.specs;
    const read = performance.now();
    void document.problems;
    language.digest(document);
    const end = performance.now();
    before = document;
    if (run >= 0) costs.push({ strings: read - opened, all: end - start });
  }
  return {
    strings: median(costs.map(({ strings }) => strings)),
    all: median(costs.map(({ all }) => all)),
  };
}

const rows = (language: Language, option: 'vif' | 'disk', size: number, name: string): Row[] => {
  const text = listText(option, size);
  const runs = size > 100 * KB ? 15 : 100;
  const anew = type(language, text, runs, false);
  const typed = type(language, text, runs, true);
  const row = (what: string, cost: keyof Cost, wanted: string): Row => ({
    what: `a keystroke in ${name} of ${option}s: ${what}`,
    value: typed[cost],
    unit: 'ms',
    compared: { to: 'the file as new', value: anew[cost] },
    wanted,
  });
  return [row('its strings', 'strings', 'x0.10 or less'), row('everything', 'all', 'x0.33 or less')];
};

/** @param folder where the bundles are */
export const keystrokes = (folder: string): Row[] => {
  const language: Language = createRequire(import.meta.url)(path.join(folder, 'language.cjs'));
  return [
    ...rows(language, 'vif', 10 * KB, '10 KB'),
    ...rows(language, 'vif', 1024 * KB, '1 MB'),
    ...rows(language, 'disk', 1024 * KB, '1 MB'),
  ];
};
