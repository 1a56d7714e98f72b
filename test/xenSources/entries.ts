/** Every entry that says where its facts come from. */
import { ALL_RULES } from '@xlcfg/shared';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { FILE_KINDS } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { parseSources, type Sourced } from '@xlcfg/shared/src/schema/source.ts';
import type { OptionSchema, ValueDoc } from '@xlcfg/shared/src/schema/types.ts';
import { type Lifetime, NEWEST_XEN_VERSION, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';

export interface SourcedEntry {
  readonly title: string;
  /** The name that Xen's sources must have, too. Absent: xl does not read it by its name. */
  readonly name?: string;
  readonly source: string;
  /** The version of Xen that has the sources which name none. */
  readonly xenVersion: XenVersion;
}

const entry = (
  title: string,
  { source, last = NEWEST_XEN_VERSION }: Sourced & Partial<Lifetime>,
  name?: string,
): SourcedEntry => ({ title, source, xenVersion: last, ...(name === undefined ? {} : { name }) });

/** Numbers and single characters have no name to look for. */
const isNamed = ({ name }: ValueDoc): boolean => /^[a-z].+/i.test(name);

/** The words that xl or libxl compares with; of others, QEMU and the guest judge. They have the sources of their option. */
const valuesOf = (
  title: string,
  { source, last, values = [], otherValues }: OptionSchema,
): readonly SourcedEntry[] =>
  values
    .filter((value) => otherValues !== undefined && otherValues !== 'startFails' && isNamed(value))
    .map((value) => entry(`${title}=${value.name}`, { source, ...(last && { last }), ...value }, value.name));

export const sourcedEntries = (): readonly SourcedEntry[] => [
  ...Object.values(FILE_KINDS).flatMap((kind) =>
    kind.options.flatMap((option) => {
      const title = `${kind.name}: ${option.name}`;
      return [entry(title, option, option.name), ...valuesOf(title, option)];
    }),
  ),
  ...SPEC_LANGUAGES.flatMap(({ options: [option = ''], parameters, prefixes = [] }) => [
    // A word alone has a name for what it is: `irq` for a number.
    ...parameters.map((one) =>
      entry(`${option}: ${one.name}`, one, one.form === 'value' ? one.name : undefined),
    ),
    ...prefixes.map((one) => entry(`${option}: ${one.name}:`, one, one.name)),
  ]),
  ...ALL_RULES.map((rule) => entry(rule.code, rule)),
];

/** A file, or a function in it, that an entry names. */
export interface NamedSource {
  readonly entry: SourcedEntry;
  readonly xenVersion: XenVersion;
  readonly file: string;
  /** Empty: the whole file. */
  readonly function: string;
}

/** What the entry names, one by one. */
export const sourcesOf = (entry: SourcedEntry): readonly NamedSource[] =>
  parseSources(entry.source).flatMap(({ file, functions, xenVersion = entry.xenVersion }) =>
    (functions.length > 0 ? functions : ['']).map((name) => ({ entry, xenVersion, file, function: name })),
  );
