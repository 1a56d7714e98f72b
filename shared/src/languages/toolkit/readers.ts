/** Readers of strings, and what they remember from one version of a document to the next. */
import type { ParsedSpec, SpecContext, SpecReader } from '../language.ts';

/** The strings of a list, read one by one, and which of them were in the list before. */
export interface ListReadings<Reading> {
  readonly readings: readonly Reading[];
  /** The same strings as before come up to `start`, and from `end` on, where `end` is counted from the end of the list. */
  readonly start: number;
  readonly end: number;
}

/** How many readings more than there are strings are kept, of texts that were typed on the way to others. */
const SPARE = 1000;

/**
 * Reads the strings of a list with `read`. What was in the list before is found at its old place first: after a
 * keystroke that is nearly all, and comparing costs less than looking up. The rest is looked up by its text.
 */
export function createListReader<Reading>(
  read: (text: string) => Reading,
): (texts: readonly string[]) => ListReadings<Reading> {
  const known = new Map<string, Reading>();
  let texts: readonly string[] = [];
  let readings: readonly Reading[] = [];
  const readingOf = (text: string): Reading => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const copy = copied(text);
    const reading = read(copy);
    known.set(copy, reading);
    return reading;
  };
  return (now) => {
    const { start, end } = commonEnds(texts, now);
    if (start < now.length || start < texts.length) {
      const changed = now.slice(start, now.length - end).map(readingOf);
      readings = [...readings.slice(0, start), ...changed, ...readings.slice(texts.length - end)];
      // Copies again: a piece of a text keeps all of it in memory.
      const copies = now.slice(start, now.length - end).map(copied);
      texts = [...texts.slice(0, start), ...copies, ...texts.slice(texts.length - end)];
    }
    if (known.size > 2 * now.length + SPARE) known.clear();
    return { readings, start, end };
  };
}

/** How many texts are the same at the start of both lists, and of the rest at the end. */
function commonEnds(
  before: readonly string[],
  after: readonly string[],
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

/** The same text, and no piece of a longer one, which it would keep in memory from version to version. */
const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** Reads each group with a reader of its own, as groups are edited one at a time. */
function readingGroups<Spec extends ParsedSpec>(
  createGroupReader: () => (texts: readonly string[]) => readonly Spec[],
): SpecReader<Spec> {
  const readers: ((texts: readonly string[]) => readonly Spec[])[] = [];
  return (groups) => {
    readers.length = Math.min(readers.length, groups.length);
    return groups.map((texts, at) => {
      readers[at] ??= createGroupReader();
      return readers[at](texts);
    });
  };
}

/** For a language in which each string stands for itself. */
export const readingEach =
  <Spec extends ParsedSpec>(read: (text: string, context: SpecContext) => Spec) =>
  (context: SpecContext): SpecReader<Spec> =>
    readingGroups(() => {
      const readList = createListReader((text) => read(text, context));
      return (texts) => readList(texts).readings;
    });

/**
 * For a language in which a string depends on those beside it: `read` gives what the string says by itself, `relate`
 * makes the specs of a group of these, and is called anew where one of them has changed.
 */
export const readingGroup =
  <Reading, Spec extends ParsedSpec>(
    read: (text: string, context: SpecContext) => Reading,
    createRelate: (context: SpecContext) => (list: ListReadings<Reading>) => readonly Spec[],
  ) =>
  (context: SpecContext): SpecReader<Spec> =>
    readingGroups(() => {
      const readList = createListReader((text) => read(text, context));
      const relate = createRelate(context);
      let last: { readonly readings: readonly Reading[]; readonly specs: readonly Spec[] } | undefined;
      return (texts) => {
        const list = readList(texts);
        if (last?.readings !== list.readings) last = { readings: list.readings, specs: relate(list) };
        return last.specs;
      };
    });
