/** Signature help: the parameters of the string that is being typed, with the one at the cursor. */

import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { type SpecString, settingContext, specLanguageOf, specStringAt } from '../document/specStrings.ts';
import {
  type ParsedSpec,
  readStrings,
  type SpecContext,
  type SpecLanguage,
  type SpecPart,
} from '../languages/language.ts';
import { touches } from '../span.ts';
import { decodedOffset } from '../syntax/index.ts';
import { type Signature, signatureOf } from './signatureHelp/signature.ts';

/** Where the next parameter may begin, or a string. */
export const SIGNATURE_TRIGGERS = ["'", '"', ',', '=', ':'] as const;
/** Once it is shown: what leads to another parameter without being a separator. */
export const SIGNATURE_RETRIGGERS = ['@', ' '] as const;

/**
 * The signature for a position inside the quotes of a string with parameters; null elsewhere. Labels
 * of parameters are offsets into that of the signature. `activeParameter` is null where the cursor is at none of them.
 */
export function signatureHelp(doc: XlDocument, position: Position): SignatureHelp | null {
  const offset = doc.text.offsetAt(position);
  const string = specStringAt(doc, offset);
  if (!string || !isInside(string, offset)) return null;
  const signature = signatureFor(doc, string, decodedOffset(string.node.content, offset));
  if (!signature) return null;
  const { information, active = null } = signature;
  return { signatures: [information], activeSignature: 0, activeParameter: active };
}

/** Between the quotes, not on them; a bare number has none. */
const isInside = ({ node: { start, content } }: SpecString, offset: number): boolean =>
  content.start > start && content.start <= offset && offset <= content.end;

function signatureFor(doc: XlDocument, { setting, spec }: SpecString, at: number): Signature | undefined {
  const option = setting.name.text;
  const language = specLanguageOf(doc, option);
  if (!language) return undefined;
  const active = parameterAt(language, spec, at, settingContext(doc, setting));
  return signatureOf(language, doc.settings.xenVersion, active);
}

/** Stand-ins for a value that is still to be typed: any text, and a number for languages that have nothing else. */
const PLACEHOLDERS = ['zzqx', '1'];

/**
 * The name of the parameter that the decoded offset `at` is in, or would be in once something is typed there; undefined
 * where it can be none, or one of many.
 */
function parameterAt(
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
