/** Readers of strings, and what they remember. */
import type { ParsedSpec, SpecContext, SpecReader } from '../language.ts';

/** Results of reading, by the text that was read. */
export interface Memory<Result> {
  /** What is known of the text, or else what `read` makes of it. */
  readonly of: (text: string, read: (text: string) => Result) => Result;
  /** Forgets everything once there is much more than the strings that were read in the end. */
  readonly tidy: (strings: number) => void;
}

/** How many results more than there are strings are kept, of texts that were typed on the way to others. */
const SPARE = 1000;

export function createMemory<Result>(): Memory<Result> {
  const known = new Map<string, Result>();
  return {
    of: (text, read) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const copy = copied(text);
      const result = read(copy);
      known.set(copy, result);
      return result;
    },
    tidy: (strings) => {
      if (known.size > 2 * strings + SPARE) known.clear();
    },
  };
}

/** The same text, and no piece of a longer one, which it would keep in memory from version to version. */
const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** `now`, or the array before where it has the same elements. */
const stable = <Item>(now: readonly Item[], before: readonly Item[] | undefined): readonly Item[] =>
  before?.length === now.length && now.every((item, at) => item === before[at]) ? before : now;

/** Makes readers that read group by group, and hand out the same array for a group without a change. */
export function readerOf<Spec extends ParsedSpec>(
  readGroup: (texts: readonly string[]) => readonly Spec[],
  tidy: (strings: number) => void,
): SpecReader<Spec> {
  let before: readonly (readonly Spec[])[] = [];
  return (groups) => {
    before = groups.map((texts, at) => stable(readGroup(texts), before[at]));
    tidy(groups.reduce((sum, { length }) => sum + length, 0));
    return before;
  };
}

/** For a language in which each string stands for itself. */
export const readingEach =
  <Spec extends ParsedSpec>(read: (text: string, context: SpecContext) => Spec) =>
  (context: SpecContext): SpecReader<Spec> => {
    const memory = createMemory<Spec>();
    const readOne = (text: string): Spec => read(text, context);
    return readerOf((texts) => texts.map((text) => memory.of(text, readOne)), memory.tidy);
  };

/**
 * For a language in which a string depends on those beside it: `read` gives what the string says by itself, `relate`
 * makes the specs of a group of these. `relate` gives the same object for what is related as before.
 */
export const readingGroup =
  <Reading, Spec extends ParsedSpec>(
    read: (text: string, context: SpecContext) => Reading,
    relate: (readings: readonly Reading[], context: SpecContext) => readonly Spec[],
  ) =>
  (context: SpecContext): SpecReader<Spec> => {
    const memory = createMemory<Reading>();
    const readOne = (text: string): Reading => read(text, context);
    return readerOf(
      (texts) =>
        relate(
          texts.map((text) => memory.of(text, readOne)),
          context,
        ),
      memory.tidy,
    );
  };
