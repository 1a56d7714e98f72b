/** The readers of a document's strings, handed on from version to version, so that no string is read twice. */
import type { SpecContext, SpecLanguage, SpecReader } from '../languages/language.ts';
import { isSameContext } from '../schema/options/matching.ts';
import type { Encoding } from '../syntax/index.ts';

export interface LanguageReaders {
  /** The reader of the option's strings in this context: the one of the version before, if nothing else is asked of it. */
  readonly readerFor: (option: string, language: SpecLanguage, context: SpecContext) => SpecReader;
}

interface Kept {
  readonly context: SpecContext;
  readonly reader: SpecReader;
}

const NONE: readonly string[] = [];

/** @param encoding that of the document, in all its versions */
export function createLanguageReaders(encoding: Encoding): LanguageReaders {
  const kept = new Map<string, Kept>();
  return {
    readerFor: (option, language, context) => {
      const names = language.dependsOn ?? NONE;
      const before = kept.get(option);
      if (before && isSame(before.context, context, names)) return before.reader;
      // What a reader does not say that it asks for is not there for it: it would be that of another version.
      const numbers = names.map(context.numberOf);
      const numberOf = (name: string): bigint | null => numbers[names.indexOf(name)] ?? null;
      const own = { ...context, numberOf, encoding };
      const reader = language.createReader(own);
      kept.set(option, { context: own, reader });
      return reader;
    },
  };
}

/** Whether a reader that asks for the numbers of these options can see a difference. */
const isSame = (a: SpecContext, b: SpecContext, names: readonly string[]): boolean =>
  isSameContext(a, b) &&
  a.form === b.form &&
  a.isWhole === b.isWhole &&
  names.every((name) => a.numberOf(name) === b.numberOf(name));
