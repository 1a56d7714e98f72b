/** Readers of strings, and what they remember from one version of a document to the next. */
import { commonEnds } from '../../commonEnds.ts';
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

/** A string and what was made of it. */
interface Read<Reading> {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * Reads the strings of a list with `read`. What was in the list before is found at its old place first: after a
 * keystroke that is nearly all, and comparing costs less than looking up. The rest is looked up by its text among those
 * that were there once and are not now, so that what is moved, or typed and deleted again, is not read anew.
 */
export function createListReader<Reading>(
  read: (text: string) => Reading,
): (texts: readonly string[]) => ListReadings<Reading> {
  // Most files are read once: the map is made when the first string goes.
  let gone: Map<string, Read<Reading>> | undefined;
  let current: readonly Read<Reading>[] = [];
  let readings: readonly Reading[] = [];
  const readOne = (text: string): Read<Reading> => {
    const before = gone?.get(text);
    if (before !== undefined) return before;
    const copy = copied(text);
    return { text: copy, reading: read(copy) };
  };
  return (texts) => {
    const { start, end } = commonEnds(current, texts, (one, text) => one?.text === text);
    if (start < texts.length || start < current.length) {
      gone ??= current.length > 0 ? new Map() : undefined;
      for (const one of current.slice(start, current.length - end)) gone?.set(one.text, one);
      const changed = texts.slice(start, texts.length - end).map(readOne);
      current = [...current.slice(0, start), ...changed, ...current.slice(current.length - end)];
      readings = current.map(({ reading }) => reading);
      if (gone !== undefined && gone.size > texts.length + SPARE) gone.clear();
    }
    return { readings, start, end };
  };
}

/** The same text, and no piece of a longer one, which it would keep in memory from version to version. */
const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** Reads each group with its own reader, as groups are edited one at a time. */
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

/** For a language in which no string depends on another. */
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
