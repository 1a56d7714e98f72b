/** Signature help: the parameters of the string that is being typed, with the one at the cursor. */

import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { type SpecString, settingContext, specLanguageOf, specStringAt } from '../document/specStrings.ts';
import { decodedOffset } from '../syntax/index.ts';
import { parameterAt } from './signatureHelp/parameterAt.ts';
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
