/**
 * The time of every regular expression of the sources grows with the text. It is measured: an expression that tries
 * each beginning, or each way to part a run in two, takes a thousand times as long as it should.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Found {
  readonly source: string;
  readonly flags: string;
}

const sources = ['shared/src', 'server/src', 'client/src'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name)),
);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The literals of a tree, in their order. */
function literalsIn(tree: unknown): Found[] {
  const found: Found[] = [];
  const waiting: unknown[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isObject(next)) continue;
    const regex: unknown = Reflect.get(next, 'regex');
    if (isObject(regex) && 'pattern' in regex && 'flags' in regex)
      found.push({ source: String(regex.pattern), flags: String(regex.flags) });
    else waiting.push(...Object.values(next).filter((child) => child !== null && child !== undefined));
  }
  return found.reverse();
}

const literalsOf = (file: string): Found[] =>
  literalsIn(
    parseAst(
      transformSync(readFileSync(path.join(ROOT, file), 'utf8'), { loader: 'ts', target: 'node20' }).code,
    ),
  );

/** Those that are put together when a module is loaded. */
async function constructed(): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, [source, flags], as) => {
      const made: RegExp = Reflect.construct(target, [source, flags], as);
      found.set(String(made), { source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of sources.filter((name) => name.startsWith('shared/'))) {
      // A module that was loaded before is loaded anew by another name.
      await import(`${path.join(ROOT, file)}?regexes`);
    }
  } finally {
    globalThis.RegExp = Real;
  }
  return [...found.values()];
}

const LENGTH = 10_000;
/** A walk through so many characters takes a tenth of that; walking anew from each takes a hundred times as long. */
const TOO_LONG_MS = 15;
const ATTEMPTS = 4;

/** What is repeated: characters that the expression names, two of them, and some of each kind. */
function pumpsFor(source: string): string[] {
  const named = [
    ...new Set(
      source
        .replace(/\\u\{?[\da-f]+\}?|\\[pP]\{[^}]*\}|\\x[\da-f]{2}|\\[a-zA-Z]/g, '')
        .match(/[^\\()|*+?]/g) ?? [],
    ),
  ];
  const words = source.match(/[A-Za-z]{2,}/g) ?? [];
  const single = [...new Set([...named, ...' \t\r\n\v"\'`\\/.,:;=#[](){}<*_-+0a', 'é', '\u00a0'])];
  const pairs = named
    .slice(0, 8)
    .flatMap((one) => [' ', 'a', ...named.slice(0, 4)].map((other) => one + other));
  return [...single, ...pairs, ...words, ...words.map((word) => `${word} `)];
}

/** Milliseconds of the quickest of some attempts, as soon as one is quick. */
function quickest(regex: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && best > TOO_LONG_MS; attempt++) {
    const began = process.cpuUsage();
    // All matches, as the global ones are used; the first one of others.
    text.replace(regex, '');
    const { user } = process.cpuUsage(began);
    best = Math.min(best, user / 1000);
  }
  return best;
}

const ENDS = [
  ['', '\0'],
  ['a', '\0a'],
  ['0', '!'],
  [' ', '\n\0'],
  ['${0|', ''],
] as const;

/** The first text found that the expression is slow on, and how slow; undefined where there is none. */
function slowTextFor({ source, flags }: Found): string | undefined {
  const regex = new RegExp(source, flags);
  for (const pump of pumpsFor(source)) {
    const run = pump.repeat(Math.ceil(LENGTH / pump.length));
    for (const [before, after] of ENDS) {
      const took = quickest(regex, before + run + after);
      if (took > TOO_LONG_MS)
        return `${JSON.stringify(pump)} after ${JSON.stringify(before)}: ${took.toFixed(0)} ms`;
    }
  }
  return undefined;
}

/** Each expression once, wherever it stands. */
const slowOnes = (all: readonly Found[]): string[] =>
  [...new Map(all.map((found) => [`/${found.source}/${found.flags}`, found]))].flatMap(([shown, found]) => {
    const slow = slowTextFor(found);
    return slow === undefined ? [] : [`${shown} on ${slow}`];
  });

describe('the time of an expression grows with the text', () => {
  it('as it stands in the sources', () => {
    const all = sources.flatMap(literalsOf);
    expect(all.length).toBeGreaterThan(100);
    expect(slowOnes(all)).toEqual([]);
  });

  it('put together from pieces', async () => {
    const all = await constructed();
    const written = sources
      .filter((name) => name.startsWith('shared/'))
      .flatMap(
        (name) =>
          readFileSync(path.join(ROOT, name), 'utf8').match(/^(?:export )?const \w+ = new RegExp\(/gm) ?? [],
      );
    expect(written.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThanOrEqual(written.length);
    expect(slowOnes(all)).toEqual([]);
  });

  it.each(['[ \\t]*$', '\\[([^\\]]*)\\]\\(', '^([^=]*?)[ \\t]*='])(
    'is seen here where it does not: %s',
    (source) => {
      expect(slowOnes([{ source, flags: 'g' }])).toHaveLength(1);
    },
  );
});
