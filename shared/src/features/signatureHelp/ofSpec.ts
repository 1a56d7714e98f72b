/** The signature of any other language inside strings, and where in it the cursor is. */

import type { Notation, ParsedSpec, SpecLanguage, SpecPart } from '../../languages/language.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { touches } from '../../span.ts';
import { keyBefore, segmentAt } from './segment.ts';
import type { Entry } from './signature.ts';

const notationOf = ({ notations }: SpecLanguage, parameter: string): Notation | undefined =>
  notations?.[parameter];

/** What goes between the parameters of the signature: a string without a separator is one of them. */
export const separatorOf = ({ separator }: SpecLanguage): string =>
  separator === '' ? ' | ' : `${separator} `;

export const specEntries = (language: SpecLanguage, xenVersion: XenVersion): Entry[] =>
  language.parameters
    .filter((parameter) => existsIn(xenVersion, parameter))
    .map((parameter) => {
      const { form, name } = parameter;
      const written = { text: form === 'value' ? `${name}=` : name };
      return { parameter, ...(notationOf(language, name) ?? written) };
    });

/** The parameter that the decoded offset `at` is in; undefined where it is none yet. */
export function specParameterAt(language: SpecLanguage, spec: ParsedSpec, at: number): string | undefined {
  const part = spec.parts.findLast((one) => touches(one, at));
  if (part?.kind === 'parameter') return part.name;
  const segment = segmentAt(spec.text, language.separator, at);
  return (part && nameOf(part)) ?? keyBefore(spec.text, segment) ?? firstOf(language, spec.text);
}

const nameOf = (part: SpecPart): string | undefined => (part.kind === 'word' ? part.role : part.name);

/** A string that is still empty begins with what needs no key, where there is such a thing. */
const firstOf = (language: SpecLanguage, text: string): string | undefined => {
  const [first] = language.parameters;
  return first && text.trim() === '' && notationOf(language, first.name) ? first.name : undefined;
};
