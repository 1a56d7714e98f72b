/** What was meant by a name that xl does not read. */

import { memoizeInContext } from '../../memoize.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { synonymOf, wordOf } from '../../schema/index.ts';
import type { FileKind } from '../../schema/kinds/index.ts';
import { type OtherFile, otherFileOf } from '../../schema/kinds/otherFiles.ts';
import { isSameContext, type SchemaContext } from '../../schema/options/matching.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { type Candidate, candidateOf, nearestOf, slipsInName } from '../../text/nearest.ts';
import type { RuleSource } from '../rule.ts';

export type NameMeaning =
  | {
      readonly kind: 'option';
      readonly option: string;
      /** What to write instead of name and value, as Markdown. Absent: the option takes the value as it is. */
      readonly instead?: string;
      /** True for the name of a switch: turned off, it asks for nothing. */
      readonly isSwitch?: true;
      /** Whether the file does not set the option yet. */
      readonly isFree: boolean;
      /** True where there is no doubt about the meaning: another spelling, or the word of another tool. */
      readonly isCertain: boolean;
    }
  | { readonly kind: 'otherFile'; readonly file: OtherFile };

interface ReadableNames {
  readonly candidates: readonly Candidate[];
  /** By their letters and digits. */
  readonly byWord: ReadonlyMap<string, string>;
}

/** The names that xl reads: candidates for suggestions. */
const readableNames = memoizeInContext(({ options }: FileKind, context: SchemaContext): ReadableNames => {
  const { guestType, xenVersion } = context;
  const names = options
    .filter((option) => existsIn(xenVersion, option) && option.guestTypes.includes(guestType))
    .map(({ name }) => name);
  return {
    candidates: names.map(candidateOf),
    byWord: new Map(names.map((name) => [wordOf(name), name])),
  };
}, isSameContext);

/**
 * What was meant by the name: another spelling of an option, the word of another tool for one, an option of another file,
 * or the nearest option. Null where nothing is near.
 */
export function meaningOf(name: string, source: RuleSource): NameMeaning | null {
  const { kind, guest, settings } = source;
  const context = schemaContext(guest, settings);
  const { candidates, byWord } = readableNames(kind, context);
  const isFree = (option: string): boolean => !guest.settings.has(option);
  const spelling = byWord.get(wordOf(name));
  if (spelling !== undefined && spelling !== name)
    return { kind: 'option', option: spelling, isFree: isFree(spelling), isCertain: true };
  const synonym = kind.name === 'guest' ? synonymOf(name) : undefined;
  if (synonym) {
    const options = synonym.options.filter(
      (option) => byWord.has(wordOf(option)) && (synonym.notWith?.[option] ?? []).every(isFree),
    );
    const option = options.find(isFree) ?? options[0];
    if (option === undefined) return null;
    const { instead, isSwitch } = synonym;
    return {
      kind: 'option',
      option,
      isFree: isFree(option),
      isCertain: true,
      ...(instead ? { instead } : {}),
      ...(isSwitch ? { isSwitch } : {}),
    };
  }
  const file = otherFileOf(name, kind.name);
  if (file) return { kind: 'otherFile', file };
  return nearestOption(name.toLowerCase(), candidates, isFree);
}

/** One that is not set yet is preferred to a nearer one that is. */
function nearestOption(
  name: string,
  candidates: readonly Candidate[],
  isFree: (option: string) => boolean,
): NameMeaning | null {
  const any = nearestOf(name, candidates, { slips: slipsInName });
  if (any === null) return null;
  const free = isFree(any) ? any : nearestOf(name, candidates, { slips: slipsInName, eligible: isFree });
  return { kind: 'option', option: free ?? any, isFree: free !== null, isCertain: false };
}
