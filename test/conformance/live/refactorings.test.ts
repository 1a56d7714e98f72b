/** What xl makes of a file before and after a refactoring, asked for at every place of the file. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { modernizeEdits } from '@xlcfg/shared/src/features/codeActions.ts';
import { toCmdline } from '@xlcfg/shared/src/features/refactor/cmdline.ts';
import { addMacs, newUuid } from '@xlcfg/shared/src/features/refactor/identity.ts';
import { joinList, splitList } from '@xlcfg/shared/src/features/refactor/listLines.ts';
import { switchQuotes, toDecimal } from '@xlcfg/shared/src/features/refactor/literals.ts';
import { mergeAdditions } from '@xlcfg/shared/src/features/refactor/mergeAdditions.ts';
import type { Refactoring } from '@xlcfg/shared/src/features/refactor/refactoring.ts';
import { rewriteDisks } from '@xlcfg/shared/src/features/refactor/rewriteDisks.ts';
import { sortDisks } from '@xlcfg/shared/src/features/refactor/sortDisks.ts';
import { targetOf } from '@xlcfg/shared/src/features/refactor/target.ts';
import type { Value } from '@xlcfg/shared/src/syntax/index.ts';
import { expect, test } from 'vitest';
import { decode, encode } from '../bytes.ts';
import { readFileCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateDiskFile } from '../generate/diskFiles.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { open } from '../judge.ts';
import { type Random, randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

interface Guest {
  readonly c_info?: { readonly uuid?: unknown };
  readonly disks?: readonly unknown[];
  readonly nics?: readonly { readonly mac?: unknown }[];
}

type Json = Guest | null;

const itself = (json: Json): unknown => json;

const withoutUuid = (json: Json): unknown => json && { ...json, c_info: { ...json.c_info, uuid: undefined } };

const withoutMacs = (json: Json): unknown =>
  json?.nics ? { ...json, nics: json.nics.map((nic) => ({ ...nic, mac: undefined })) } : json;

const withSortedDisks = (json: Json): unknown =>
  json?.disks ? { ...json, disks: json.disks.map((disk) => JSON.stringify(disk)).sort() } : json;

/** What stays the same of xl's answer, and how many files are generated: more where few have a place for it. */
const REFACTORINGS: readonly (readonly [string, Refactoring, (json: Json) => unknown, number])[] = [
  ['root and extra as cmdline', toCmdline, itself, 2_000],
  ['numbers in decimal', toDecimal, itself, 6_000],
  ['disks by name and by position', rewriteDisks, itself, 3_000],
  ['lists split', splitList, itself, 2_000],
  ['lists joined', joinList, itself, 6_000],
  ['additions merged', mergeAdditions, itself, 5_000],
  ['quotes', switchQuotes, itself, 1_000],
  ['disks sorted', sortDisks, withSortedDisks, 12_000],
  ['interfaces with a MAC', addMacs, withoutMacs, 8_000],
  ['a UUID', newUuid, withoutUuid, 1_000],
];

/** Where a person would ask: on the name, on the value, on each item of a list. */
const placesIn = ({ file }: XlDocument): number[] =>
  file.settings.flatMap(({ name, value }) => [name.start, ...(value ? startsIn(value) : [])]);

const startsIn = (value: Value): number[] => [
  value.start,
  ...(value.kind === 'list' ? value.items.map(({ start }) => start) : []),
];

/** The texts that a refactoring offers, each once. */
function resultsOf({ offers }: Refactoring, text: string): string[] {
  const document = open(text);
  const { below } = randomFor(text);
  const random = (count: number): Uint8Array => new Uint8Array(count).map(() => below(256));
  const edits = placesIn(document).flatMap((at) => {
    const place = targetOf(document, { start: at, end: at }, { random });
    return place ? offers(place).flatMap((offer) => ('edits' in offer ? [offer.edits] : [])) : [];
  });
  return [...new Set(edits.map((some) => applyEdits(text, some)))];
}

/** The answers to each text, and to what becomes of it. */
const comparison =
  (results: (text: string) => string[], kept: (json: Json) => unknown): Comparison =>
  async (texts) => {
    const before = await oracle().dryRun(texts.map(encode));
    const after = texts.map((text, at) => (before[at]?.verdict === 'accept' ? results(text) : []));
    const answers = await oracle().dryRun(after.flat().map(encode));
    let next = 0;
    return texts.map((text, at) => {
      const own = after[at] ?? [];
      const wanted = kept((before[at]?.json ?? null) as Json);
      const found = own.map((result, index) => {
        const one = differ(text, wanted, kept((answers[next + index]?.json ?? null) as Json));
        return one && { ...one, ours: `${JSON.stringify(result)}: ${one.ours}` };
      });
      next += own.length;
      return found.find((one) => one !== undefined);
    });
  };

const written = (): string[] => readFileCases().map(({ bytes }) => decode(bytes));

/** Files of which each option stands in two parts now and then, and some of whose lists take several lines. */
function generated(part: string, count: number): string[] {
  const random = randomFor(part);
  return times(scaled(count), (at) => {
    const text = at % 2 === 0 ? generateDiskFile(random) : generateGuestFile(random);
    return random.chance(0.3) ? withAddition(text, random) : text;
  });
}

const withAddition = (text: string, random: Random): string => {
  const line = random.pick(text.split('\n'));
  const [, name, value] = /^([a-z_0-9]+) *=(.*)$/.exec(line) ?? [];
  return name === undefined ? text : `${text.replace(/\n?$/, '\n')}${name} +=${value}\n`;
};

test.each(REFACTORINGS)('%s: xl makes the same of it', async (what, refactoring, kept, count) => {
  const texts = [...written(), ...generated(what, count)].filter(
    (text) => resultsOf(refactoring, text).length > 0,
  );
  expect(texts.length).toBeGreaterThan(0);
  await settleAll(
    `files with ${what}`,
    texts,
    comparison((text) => resultsOf(refactoring, text), kept),
  );
});

test("a file in today's syntax is the same guest", async () => {
  const results = (text: string): string[] => {
    const edits = modernizeEdits(open(text));
    return edits.length > 0 ? [applyEdits(text, edits)] : [];
  };
  const texts = [...written(), ...generated('today', 4_000)].filter((text) => results(text).length > 0);
  expect(texts.length).toBeGreaterThan(0);
  await settleAll("files brought to today's syntax", texts, comparison(results, itself));
});
