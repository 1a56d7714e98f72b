/** Which parameter of a string the cursor is at. */
import {
  type ParsedSpec,
  readStrings,
  type SpecContext,
  type SpecLanguage,
  type SpecPart,
} from '../../languages/language.ts';
import { touches } from '../../span.ts';

/** Stand-ins for a value that is still to be typed: any text, and a number for languages that have nothing else. */
const PLACEHOLDERS = ['zzqx', '1'];

/**
 * The name of the parameter that the decoded offset `at` is in, or would be in once something is typed there; undefined
 * where it can be none, or one of many.
 */
export function parameterAt(
  language: SpecLanguage,
  { text, parts }: ParsedSpec,
  at: number,
  context: SpecContext,
): string | undefined {
  const { parameters, notations } = language;
  const known = (name: string | undefined): string | undefined =>
    parameters.find((parameter) => parameter.name === name)?.name;
  const typed = partAt(parts, at);
  if (typed?.kind === 'parameter') return known(typed.name);
  const found = known(roleOf(typed)) ?? known(keyAt(language, text, at));
  if (found !== undefined) return found;
  for (const placeholder of PLACEHOLDERS) {
    const [trial] = readStrings(language, [`${text.slice(0, at)}${placeholder}`], context);
    const tried = trial && known(roleOf(partAt(trial.parts, trial.text.length)));
    if (tried !== undefined) return tried;
  }
  // A string that is still empty begins with what needs no key, where there is such a thing.
  const [first] = parameters;
  return first && text.trim() === '' && notations?.[first.name] ? first.name : undefined;
}

/** The part that ends last of those that the offset touches. */
const partAt = (parts: readonly SpecPart[], at: number): SpecPart | undefined =>
  parts.findLast((one) => touches(one, at));

const roleOf = (part: SpecPart | undefined): string | undefined =>
  part?.kind === 'word' ? part.role : part?.name;

/** What stands before a `=` between the separators around the offset, whether the language reads it as a key or not. */
function keyAt({ separator }: SpecLanguage, text: string, at: number): string | undefined {
  const start = separator === '' || at === 0 ? 0 : text.lastIndexOf(separator, at - 1) + 1;
  const end = separator === '' ? -1 : text.indexOf(separator, at);
  const segment = text.slice(start, end < 0 ? undefined : end);
  const equals = segment.indexOf('=');
  return equals < 0 ? undefined : segment.slice(0, equals).trim();
}
