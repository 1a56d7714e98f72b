/** What holds of refactorings of any text. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { composeEdits } from '@xlcfg/shared/src/edits/composeEdits.ts';
import type { Edit } from '@xlcfg/shared/src/edits/edit.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { modernizeEdits } from '@xlcfg/shared/src/features/codeActions.ts';
import { toCmdline } from '@xlcfg/shared/src/features/refactor/cmdline.ts';
import { refactoringsAt } from '@xlcfg/shared/src/features/refactor/index.ts';
import { joinList, splitList } from '@xlcfg/shared/src/features/refactor/listLines.ts';
import { switchQuotes, toDecimal } from '@xlcfg/shared/src/features/refactor/literals.ts';
import { mergeAdditions } from '@xlcfg/shared/src/features/refactor/mergeAdditions.ts';
import type { Offer, Refactoring } from '@xlcfg/shared/src/features/refactor/refactoring.ts';
import { reorderedItems } from '@xlcfg/shared/src/features/refactor/sortDisks.ts';
import { targetOf } from '@xlcfg/shared/src/features/refactor/target.ts';
import { type List, parseConfig, type Value } from '@xlcfg/shared/src/syntax/index.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { anyText, configText, law } from '../../../support/laws.ts';
import { countingBytes } from './offers.ts';

const cursors = (text: string): number[] => Array.from({ length: text.length + 1 }, (_, at) => at);

const editsOf = (offers: readonly Offer[]): (readonly Edit[])[] =>
  offers.flatMap((offer) => ('edits' in offer ? [offer.edits] : []));

const expectSound = (text: string): void => {
  const document = open(text);
  for (const at of cursors(text)) {
    const offers = refactoringsAt(document, { start: at, end: at }, { random: countingBytes() });
    for (const edits of editsOf(offers)) {
      const sorted = edits.toSorted((a, b) => a.start - b.start);
      for (const [index, { start, end }] of sorted.entries()) {
        expect(start).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  }
};

it('edits are within the text and do not overlap', () => {
  law(configText, expectSound);
  law(anyText, expectSound, 100);
});

/** What xl's library gives out: text, and lists of it. */
const meaningOf = (value: Value): unknown =>
  value.kind === 'list'
    ? value.items.map(meaningOf)
    : value.kind === 'string'
      ? value.content.text
      : value.text;

const settingsOf = ({ guest }: XlDocument): unknown =>
  [...guest.settings.values()].map(({ name, value }) => [
    name,
    value.kind === 'list' ? value.items.map(meaningOf) : value.kind === 'atom' ? value.text : undefined,
  ]);

interface Layout {
  readonly before: string;
  readonly between: string;
  readonly behind: string;
  /** By which to sort. */
  readonly key: number;
}

interface ListText {
  readonly items: readonly Layout[];
  readonly text: string;
}

/** Lists with lines, comments and commas of every sort; the items are the numbers of their places. */
const listText: fc.Arbitrary<ListText> = fc
  .tuple(
    fc.array(
      fc.record({
        before: fc.constantFrom('', ' ', '\n  ', '\n# a ,\n', ' # b\n# c\n\n  '),
        between: fc.constantFrom('', ' ', '\n'),
        behind: fc.constantFrom('', ' ', ' # d ]', '# e'),
        key: fc.nat(),
      }),
      { maxLength: 6 },
    ),
    fc.boolean(),
    fc.constantFrom('', ' ', '\n', '\n # f\n'),
  )
  .map(([items, hasLastComma, rest]) => {
    const inner = items.map(({ before, between, behind }, at) => {
      const comma = at === items.length - 1 && !hasLastComma ? '' : `${between},`;
      // A comment ends with its line.
      return `${before}"${at}"${comma}${behind}${behind.includes('#') ? '\n' : ''}`;
    });
    return { items, text: `[${inner.join('')}${rest}]` };
  });

/** Lists that are added to each other, beside any text. */
const additions = fc
  .tuple(listText, fc.constantFrom('\n', ' # x\n', ';', '\nname = "a"\n'), listText, listText)
  .map(([first, between, second, third]) => {
    const parts = [`vif = ${first.text}`, `vif += ${second.text}`, `vif += ${third.text}`];
    return `${parts.join(between)}\n`;
  });

const KEEPING: readonly (readonly [string, Refactoring])[] = [
  ['split', splitList],
  ['join', joinList],
  ['merge', mergeAdditions],
  ['quotes', switchQuotes],
];

/** The texts after what is offered anywhere, each once. */
function resultsOf({ offers }: Refactoring, document: XlDocument): string[] {
  const { text } = document.file;
  const edits = cursors(text).flatMap((at) => {
    const place = targetOf(document, { start: at, end: at }, {});
    return place ? editsOf(offers(place)) : [];
  });
  return [...new Set(edits.map((some) => applyEdits(text, some)))];
}

/** Blanks at the end of a line may go. */
const commentsOf = (text: string): string[] =>
  parseConfig(text)
    .comments.map((comment) => comment.text.trimEnd())
    .sort();

it.each(KEEPING)('%s keeps settings and comments', (_what, refactoring) => {
  const tried = { count: 0 };
  law(fc.oneof(configText, additions), (text) => {
    const document = open(text);
    for (const result of resultsOf(refactoring, document)) {
      tried.count++;
      const after = open(result);
      expect(settingsOf(after)).toEqual(settingsOf(document));
      expect(after.file.errors.length).toBe(document.file.errors.length);
      expect(commentsOf(result)).toEqual(commentsOf(text));
    }
  });
  expect(tried.count).toBeGreaterThan(0);
});

it.each([
  ['cmdline', toCmdline, 'root = "/a"\nextra = "b"\n'],
  ['decimal', toDecimal, 'memory = 0x10\n'],
  ['merge', mergeAdditions, 'vif = [ "a" ]\nvif += [ "b" ]\n'],
] as const)('%s: once done it is not offered again', (_what, refactoring, text) => {
  const results = resultsOf(refactoring, open(text));
  expect(results.length).toBe(1);
  expect(results.flatMap((result) => resultsOf(refactoring, open(result)))).toEqual([]);
});

const listIn = (text: string): List => {
  const { settings, errors } = parseConfig(text);
  const value = settings[0]?.value;
  if (value?.kind !== 'list' || errors.length > 0) throw new Error(`no list: ${JSON.stringify(text)}`);
  return value;
};

it('reordering a list keeps its items, comments and commas', () => {
  law(listText, ({ items, text }) => {
    const before = `x = ${text}\n`;
    const order = [...items.keys()].sort((a, b) => (items[a]?.key ?? 0) - (items[b]?.key ?? 0));
    const after = `x = [${reorderedItems(before, listIn(before), order)}]\n`;
    expect(listIn(after).items.map(meaningOf)).toEqual(order.map(String));
    expect(listIn(after).commas.length).toBe(listIn(before).commas.length);
    expect(commentsOf(after)).toEqual(commentsOf(before));
  });
});

it('reordering a list into its own order changes at most whitespace before commas', () => {
  const text = 'x = [ # all\n  "a", # a\n  # b\n  "b" # c\n ]\n';
  expect(reorderedItems(text, listIn(text), [0, 1])).toBe(text.slice(5, -2));
});

const edit = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(length), { maxLength: 6 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 3 }),
    )
    .map(([places, texts]) => {
      const sorted = places.toSorted((a, b) => a - b);
      const pairs = sorted.length >> 1;
      return Array.from({ length: pairs }, (_, at) => ({
        start: sorted[2 * at] ?? 0,
        end: sorted[2 * at + 1] ?? 0,
        newText: texts[at] ?? '',
      }));
    });

it('composed edits do what their steps do in turn', () => {
  law(
    fc.string({ maxLength: 20 }).chain((text) =>
      edit(text.length).chain((first) => {
        const once = applyEdits(text, first);
        return edit(once.length).map((second) => ({ text, first, second, twice: applyEdits(once, second) }));
      }),
    ),
    ({ text, first, second, twice }) => {
      const composed = composeEdits(text.length, [first, second]);
      expect(applyEdits(text, composed)).toBe(twice);
      for (const [index, { start }] of composed.entries()) {
        expect(start).toBeGreaterThanOrEqual(composed[index - 1]?.end ?? 0);
      }
    },
    1_000,
  );
});

it('modernizing a modernized file changes nothing', () => {
  law(configText, (text) => {
    const result = applyEdits(text, modernizeEdits(open(text)));
    expect(modernizeEdits(open(result))).toEqual([]);
  });
});
