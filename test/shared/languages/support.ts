/** Reads strings of devices and resources, and says what was found, for the tables of the tests. */

import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import {
  type ParsedSpec,
  readStrings,
  type SpecContext,
  type SpecFault,
  type SpecLanguage,
} from '@xlcfg/shared/src/languages/language.ts';
import type { Architecture } from '@xlcfg/shared/src/schema/platform.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';

export function languageOf(option: string): SpecLanguage {
  const language = SPEC_LANGUAGES.find(({ options }) => options.includes(option));
  if (!language) throw new Error(`no language for ${option}`);
  return language;
}

export interface Reader extends Pick<SpecContext, 'encoding'> {
  readonly xenVersion?: XenVersion;
  readonly guestType?: GuestType;
  readonly architecture?: Architecture;
  readonly form?: 'text' | 'list';
  /** Numbers of other options. */
  readonly numbers?: Readonly<Record<string, number>>;
}

export const contextOf = ({
  xenVersion = '4.17',
  guestType = 'pvh',
  architecture = 'x86',
  form,
  numbers = {},
  encoding,
}: Reader): SpecContext => ({
  xenVersion,
  guestType,
  architecture,
  numberOf: (option) => {
    const number = numbers[option];
    return number === undefined ? null : BigInt(number);
  },
  ...(form ? { form } : {}),
  ...(encoding ? { encoding } : {}),
});

/** The strings of a list, read by the xl of 4.17 for a pvh guest, or as said. */
export const readAll = (
  option: string,
  texts: readonly string[],
  reader: Reader = {},
): readonly ParsedSpec[] => readStrings(languageOf(option), texts, contextOf(reader));

export function read(option: string, text: string, reader?: Reader): ParsedSpec {
  const [spec] = readAll(option, [text], reader);
  if (!spec) throw new Error('nothing read');
  return spec;
}

/** A text with a bar at either end of what a fault is about; none where it is about the whole. */
export function marked(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  if (start === 0 && end === text.length) return text;
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

/** `bdf=0:1.2,|foo|=b: unknown-key refused foo` */
const describeFault = (text: string, fault: SpecFault): string =>
  [`${marked(text, fault)}:`, fault.kind, fault.effect, ...(fault.parameter ? [fault.parameter] : [])].join(
    ' ',
  );

export const faultsOf = (option: string, text: string, reader?: Reader): readonly string[] =>
  read(option, text, reader).faults.map((fault) => describeFault(text, fault));

export const faultsOfAll = (option: string, texts: readonly string[], reader?: Reader): readonly string[] =>
  readAll(option, texts, reader).flatMap(({ text, faults }) =>
    faults.map((fault) => describeFault(text, fault)),
  );

export type Verdict = 'accept' | 'reject' | 'crash';

const verdict = (specs: readonly ParsedSpec[]): Verdict => {
  const faults = specs.flatMap((spec) => spec.faults);
  const fatal = faults.find(({ effect }) => ['refused', 'crashes', 'createFails'].includes(effect));
  return fatal === undefined ? 'accept' : fatal.effect === 'crashes' ? 'crash' : 'reject';
};

/** What `xl create` says of the list, or of the one text. */
export const verdictOf = (option: string, texts: string | readonly string[], reader: Reader = {}): Verdict =>
  typeof texts === 'string'
    ? verdict(readAll(option, [texts], { form: 'text', ...reader }))
    : verdict(readAll(option, texts, { form: 'list', ...reader }));

/** The strings of a list of lists, as the model of a file reads them. */
export const readGroups = (
  language: SpecLanguage,
  groups: readonly (readonly string[])[],
  context: SpecContext,
): readonly (readonly ParsedSpec[])[] =>
  language.createReader({ form: 'list', isWhole: true, ...context })(groups);

/** The faults of a list of lists, each behind the number of its list. */
export function faultsOfGroups(
  option: string,
  groups: readonly (readonly string[])[],
  reader: Reader = {},
): string[] {
  return readGroups(languageOf(option), groups, contextOf(reader)).flatMap((specs, index) =>
    specs.flatMap(({ text, faults }) => faults.map((fault) => `${index}: ${describeFault(text, fault)}`)),
  );
}

/** Fields with large numbers as text, to be shown in the names of tests. */
export const plain = (fields: unknown): unknown =>
  JSON.parse(JSON.stringify(fields, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)));
