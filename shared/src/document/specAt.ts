/** The strings of a document that are in a small language, read: as part of the guest, or each for itself. */

import { languageOf } from '../languages/index.ts';
import { type ParsedSpec, readStrings, type SpecContext, type SpecLanguage } from '../languages/language.ts';
import { asString } from '../model/effectiveSettings.ts';
import { numberOf } from '../model/optionValues.ts';
import type { Atom, Setting, StringLiteral } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

/**
 * The language of an option's strings in files of this kind; undefined where they are plain text, disks, or words that
 * the option itself has the documentation of.
 */
export function specLanguageOf({ kind }: XlDocument, option: string): SpecLanguage | undefined {
  const language = kind.name === 'guest' ? languageOf(option) : undefined;
  return language && language.parameters.length > 0 ? language : undefined;
}

/** Where and for whom the specs of this document are read; `form`: what the value is, as a whole. */
export const specContextOf = (
  { guest, settings }: XlDocument,
  form: NonNullable<SpecContext['form']>,
): SpecContext => ({
  form,
  xenVersion: settings.xenVersion,
  guestType: guest.type,
  numberOf: (option) => numberOf(guest.settings.get(option)),
});

export interface SpecAt {
  readonly node: StringLiteral;
  readonly spec: ParsedSpec;
  /** True where xl reads this string for the guest. */
  readonly counts: boolean;
}

/** What a value of the option says in the language, whether it counts or not. */
export function specAt(
  doc: XlDocument,
  option: string,
  language: SpecLanguage,
  setting: Setting,
  value: Atom,
): SpecAt {
  const found = doc.specs.specs.find(({ node }) => node.start === value.start && node.end === value.end);
  if (found) return { ...found, counts: true };
  const node = asString(value);
  const { text } = node.content;
  const context = specContextOf(doc, setting.value?.kind === 'list' ? 'list' : 'text');
  const [spec = { text, parts: [], faults: [], fields: undefined }] = readStrings(language, [text], context);
  return { node, spec, counts: isPieceOfText(doc, option, setting) };
}

/** A text that `+=` puts together is in no single place, but it counts. */
function isPieceOfText({ guest }: XlDocument, option: string, setting: Setting): boolean {
  const effective = guest.settings.get(option);
  return effective?.value.kind === 'atom' && effective.parts.includes(setting) && effective.parts.length > 1;
}
