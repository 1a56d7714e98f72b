/** The readers of a document's strings, handed on from version to version, so that no string is read twice. */
import type { SpecContext, SpecLanguage, SpecReader } from '../languages/language.ts';

export interface LanguageReaders {
  /** The reader of the option's strings in this context: the one of the version before, if nothing else is asked of it. */
  readonly readerFor: (option: string, language: SpecLanguage, context: SpecContext) => SpecReader;
}

interface Kept {
  readonly key: string;
  readonly reader: SpecReader;
}

export function createLanguageReaders(): LanguageReaders {
  const kept = new Map<string, Kept>();
  return {
    readerFor: (option, language, context) => {
      const numbers = new Map(language.dependsOn?.map((name) => [name, context.numberOf(name)]));
      const key = keyOf(context, numbers);
      const before = kept.get(option);
      if (before?.key === key) return before.reader;
      // What a reader does not say that it asks for is not there for it: it would be that of another version.
      const numberOf = (name: string): bigint | null => numbers.get(name) ?? null;
      const reader = language.createReader({ ...context, numberOf });
      kept.set(option, { key, reader });
      return reader;
    },
  };
}

/** All that a reader can know of its context. */
const keyOf = (
  { xenVersion, guestType, architecture, form, isWhole }: SpecContext,
  numbers: ReadonlyMap<string, bigint | null>,
): string => [xenVersion, guestType, architecture, form, isWhole, ...numbers.values()].join(' ');
