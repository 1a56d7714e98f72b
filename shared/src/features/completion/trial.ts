/**
 * Trying out a candidate: it is put into the string, and the language reads the result. So versions, positions and parts
 * that exclude each other need no tables here. Offsets count in the decoded text.
 */
import type {
  ParsedSpec,
  SpecFault,
  SpecFaultKind,
  SpecLanguage,
  SpecPart,
} from '../../languages/language.ts';
import { memoizeByObject } from '../../memoize.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import type { Audience } from './values.ts';

/** The string at the cursor without what is typed of the field there. */
export interface EditedString extends Audience {
  readonly language: SpecLanguage;
  /** The option at the cursor: several may have the same language. */
  readonly option: string;
  readonly before: string;
  /** What a candidate needs after it: the separator of the language if a part follows immediately. */
  readonly separator: string;
  readonly after: string;
  /** `before` and `after`, read. */
  readonly spec: ParsedSpec;
  /** What the parts set, and those of the other strings of its group. */
  readonly usedFields: ReadonlySet<string>;
  /** The names of the parts in `after`, by their offset in it. */
  readonly following: ReadonlyMap<number, string>;
  /** See `CompletionTools`. */
  readonly suggestCommand: string | undefined;
  /** Reads the string with another text in it, among the strings of its group. */
  readonly read: (text: string) => ParsedSpec;
}

/** The string with a candidate in it, and where the candidate is. */
export interface Trial {
  readonly spec: ParsedSpec;
  readonly start: number;
  readonly end: number;
  /** The part that begins with the candidate. */
  readonly part: SpecPart | undefined;
}

/** Puts the candidate into the string. */
export function tryOut({ before, separator, after, read }: EditedString, candidate: string): Trial {
  const start = before.length;
  const spec = read(before + candidate + separator + after);
  return {
    spec,
    start,
    end: start + candidate.length,
    part: spec.parts.find((part) => part.start === start),
  };
}

/** The faults that a part has by itself. */
const OWN_FAULTS: ReadonlySet<SpecFaultKind> = new Set(['unknown-key', 'bad-form', 'bad-value']);

/** The faults of the candidate; those of the string as a whole are not its own. */
export const faultsOf = ({ spec, start, end }: Trial): readonly SpecFault[] =>
  spec.faults.filter(
    (fault) =>
      fault.effect !== 'none' &&
      OWN_FAULTS.has(fault.kind) &&
      fault.start < end &&
      fault.end > start &&
      !(fault.start < start && fault.end > end),
  );

/** What xl does not accept together. Where only the start of the guest fails, the rest may still be to come. */
const excludes = ({ kind, effect }: SpecFault): boolean =>
  kind === 'repeated' || (kind === 'conflict' && (effect === 'refused' || effect === 'crashes'));

/** Whether the candidate goes with what is in the string without it. */
export const fits = (edited: EditedString, trial: Trial): boolean =>
  trial.spec.faults.filter(excludes).length <= edited.spec.faults.filter(excludes).length &&
  keepsRest(edited, trial);

/** False where a part after the candidate becomes something else: in another position, or as a piece of a value. */
function keepsRest({ following, separator }: EditedString, { spec, end }: Trial): boolean {
  if (following.size === 0) return true;
  const names = namesFrom(spec, end + separator.length);
  return Array.from(following).every(([offset, name]) => names.get(offset) === name);
}

/** The names of the parts from an offset on, by their distance from it. */
export const namesFrom = ({ parts }: ParsedSpec, from: number): ReadonlyMap<number, string> =>
  new Map(
    parts.flatMap((part) => {
      const name = nameOf(part);
      return part.start >= from && name !== undefined ? [[part.start - from, name] as const] : [];
    }),
  );

const nameOf = (part: SpecPart): string | undefined => (part.kind === 'word' ? part.role : part.name);

/** What a part sets; undefined if xl does not know it. */
export function fieldOfPart(language: SpecLanguage, part: SpecPart): string | undefined {
  const name = nameOf(part);
  if (name === undefined) return undefined;
  const isPrefix = part.kind === 'word' && part.form === 'prefix';
  return fieldsByName(language).get(isPrefix ? `${name}:` : name) ?? name;
}

/** What a parameter sets. */
export const fieldOf = ({ name, field }: ParameterSchema): string => field ?? name;

/** What each parameter and prefix sets; the names of prefixes end with their colons. */
const fieldsByName = memoizeByObject(
  ({ parameters, prefixes = [] }: SpecLanguage): ReadonlyMap<string, string> =>
    new Map([
      ...prefixes.map(({ name, field }) => [`${name}:`, field ?? `${name}:`] as const),
      ...parameters.map((parameter) => [parameter.name, fieldOf(parameter)] as const),
    ]),
);
