import type { Release } from '@xlcfg/shared/src/schema/releases.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { DEVICE_LANGUAGES } from '@xlcfg/shared/src/specs/devices/index.ts';
import type { ParsedSpec, SpecFault, SpecLanguage } from '@xlcfg/shared/src/specs/spec.ts';

export function languageOf(option: string): SpecLanguage {
  const language = DEVICE_LANGUAGES.find(({ options }) => options.includes(option));
  if (!language) throw new Error(`no language for ${option}`);
  return language;
}

export interface Reader {
  readonly release?: Release;
  readonly guestType?: GuestType;
}

/** The strings of a list, read by the xl of 4.17 for a pvh guest, or as said. */
export const readAll = (
  option: string,
  texts: readonly string[],
  { release = '4.17', guestType = 'pvh' }: Reader = {},
): readonly ParsedSpec[] => languageOf(option).parse(texts, { release, guestType, numberOf: () => null });

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

/** `bridge=a,|foo|=b: unknown-key ignored foo` */
export const describeFault = (text: string, fault: SpecFault): string =>
  [`${marked(text, fault)}:`, fault.kind, fault.effect, ...(fault.parameter ? [fault.parameter] : [])].join(
    ' ',
  );

export const faultsOf = (option: string, text: string, reader?: Reader): readonly string[] => {
  const { faults } = read(option, text, reader);
  return faults.map((fault) => describeFault(text, fault));
};

export type Verdict = 'accept' | 'reject' | 'crash';

/** What `xl create -n` says of the list. */
export function verdictOf(option: string, texts: readonly string[], reader?: Reader): Verdict {
  const faults = readAll(option, texts, reader).flatMap((spec) => spec.faults);
  const fatal = faults.find(({ effect }) => ['refused', 'crashes', 'createFails'].includes(effect));
  return fatal === undefined ? 'accept' : fatal.effect === 'crashes' ? 'crash' : 'reject';
}
