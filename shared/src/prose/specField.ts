/** Hovers on the key and on the value of one part of a string in a small language. */

import type { XlDocument } from '../document/document.ts';
import type { SpecLanguage } from '../languages/language.ts';
import type { ParameterSchema, ValueDoc } from '../schema/types.ts';
import { listed } from '../text/sentences.ts';
import { specParameterDocumentation, valueDocumentation, versionNote } from './documentation.ts';
import { code, paragraphs, plain } from './markdown.ts';

/** The documentation of a key or word, whether the release has it, and what is wrong with it here. Markdown. */
export const specParameterHover = (
  doc: XlDocument,
  language: SpecLanguage,
  parameter: ParameterSchema,
  faults: readonly string[] = [],
): string =>
  specParameterDocumentation(language, parameter, [
    ...versionNote(doc.settings.xenVersion, parameter),
    ...faults,
  ]);

/** What this value means, then the key that it is for. Markdown. */
export const specValueHover = (
  doc: XlDocument,
  language: SpecLanguage,
  parameter: ParameterSchema,
  written: string,
  faults: readonly string[],
): string =>
  paragraphs([
    `${code(written)} (${plain(parameter.name)} of the ${plain(language.noun)})`,
    specValueMeaning(doc, parameter, written),
    ...faults,
    '---',
    specParameterHover(doc, language, parameter),
  ]);

/** The value that the text is to xl, or but for its case: whether that counts is said by the faults. */
function valueNamed({ values = [] }: ParameterSchema, written: string): ValueDoc | undefined {
  const lower = written.toLowerCase();
  return (
    values.find(({ name }) => name === written) ?? values.find(({ name }) => name.toLowerCase() === lower)
  );
}

/** What this value of the key means, where it is one of the words that the schema knows. Markdown. */
export function specValueMeaning(
  doc: XlDocument,
  parameter: ParameterSchema,
  written: string,
): string | undefined {
  const value = valueNamed(parameter, written);
  if (!value) return undefined;
  const { guestTypes } = value;
  const { type } = doc.guest;
  const unfit = guestTypes && !guestTypes.includes(type);
  return paragraphs([
    valueDocumentation(value),
    ...(unfit ? [`**Not for this ${type} guest**, only for ${listed(guestTypes.map(code), 'and')}.`] : []),
    ...versionNote(doc.settings.xenVersion, value, parameter),
  ]);
}
