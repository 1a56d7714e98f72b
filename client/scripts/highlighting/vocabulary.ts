/** The words of the schema, for highlighting without a server. All lists are sorted and without duplicates. */
import {
  DISK_PARAMETERS,
  DISK_PREFIXES,
  type DiskParameterSchema,
} from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import { FILE_KINDS } from '@xlcfg/shared/src/schema/kinds/index.ts';
import type { ParameterSchema } from '@xlcfg/shared/src/schema/types.ts';

/** Words by status. */
export interface Words {
  readonly current: readonly string[];
  readonly deprecated: readonly string[];
}

export interface DiskVocabulary {
  /** Without their colons. */
  readonly prefixes: readonly string[];
  readonly flags: readonly string[];
  /** The key whose value extends to the end of the string. */
  readonly target: string;
  /** The other keys. */
  readonly keys: readonly string[];
  /** The values of each key, except numbers. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A string language other than disks. */
export interface SpecVocabulary {
  /** Unique among all languages: the name of its first option. */
  readonly name: string;
  readonly options: readonly string[];
  /** Whether the value of an option can be a single string. */
  readonly isText: boolean;
  readonly isList: boolean;
  /** Empty if a string is one field. */
  readonly separator: string;
  readonly keys: Words;
  readonly flags: readonly string[];
}

export interface Vocabulary {
  /** Of guests, xl.conf and CPU pools, which have one language id. */
  readonly options: Words;
  readonly disk: DiskVocabulary;
  readonly specs: readonly SpecVocabulary[];
}

interface Named {
  readonly name: string;
  readonly deprecated?: unknown;
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

const namesOf = (items: readonly Named[]): readonly string[] => sorted(items.map(({ name }) => name));

/** A name with two meanings is deprecated if both are. */
const wordsOf = (items: readonly Named[]): Words => {
  const current = namesOf(items.filter(({ deprecated }) => deprecated === undefined));
  const names = namesOf(items);
  return { current, deprecated: names.filter((name) => !current.includes(name)) };
};

const withForm = (
  parameters: readonly ParameterSchema[],
  form: ParameterSchema['form'],
): readonly ParameterSchema[] => parameters.filter((parameter) => parameter.form === form);

const valuesOf = ({ values = [] }: DiskParameterSchema): readonly string[] =>
  namesOf(values).filter((name) => !/^[0-9]/.test(name));

function diskVocabulary(): DiskVocabulary {
  const keys = namesOf(withForm(DISK_PARAMETERS, 'value'));
  const target = DISK_PARAMETERS.find(({ field }) => field === 'pdev_path')?.name ?? '';
  return {
    prefixes: namesOf(DISK_PREFIXES),
    flags: namesOf(withForm(DISK_PARAMETERS, 'flag')),
    target,
    keys: keys.filter((name) => name !== target),
    values: new Map(
      DISK_PARAMETERS.map((parameter) => [parameter.name, valuesOf(parameter)] as const).filter(
        ([, values]) => values.length > 0,
      ),
    ),
  };
}

const specVocabulary = (language: SpecLanguage): SpecVocabulary => ({
  name: language.options[0] ?? '',
  options: language.options,
  isText: language.shape.startsWith('text'),
  isList: language.shape !== 'text',
  separator: language.separator,
  keys: wordsOf(withForm(language.parameters, 'value')),
  flags: language.separator === '' ? [] : namesOf(withForm(language.parameters, 'flag')),
});

/** The vocabulary of the schema. */
export const vocabulary = (): Vocabulary => ({
  options: wordsOf(Object.values(FILE_KINDS).flatMap(({ options }) => options)),
  disk: diskVocabulary(),
  specs: SPEC_LANGUAGES.filter(({ page }) => page === undefined)
    .map(specVocabulary)
    .filter(({ keys, flags }) => keys.current.length + keys.deprecated.length + flags.length > 0),
});
