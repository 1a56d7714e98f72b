/** Signature help at a `|` in a text. */
import { signatureHelp } from '@xlcfg/shared/src/features/signatureHelp.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import type { SignatureHelp } from 'vscode-languageserver-types';
import { open } from '../../../support/documents.ts';
import { withCursor } from '../../../support/markers.ts';

export const helpAt = (source: string, settings: Partial<Settings> = {}): SignatureHelp | null => {
  const { text, offset } = withCursor(source);
  const doc = open(text, settings);
  return signatureHelp(doc, doc.text.positionAt(offset));
};

/** The parameter at the cursor as the label has it; null where there is none. */
export const activeIn = (help: SignatureHelp | null): string | null => {
  const [signature] = help?.signatures ?? [];
  const label = signature?.parameters?.[help?.activeParameter ?? -1]?.label;
  return Array.isArray(label) ? (signature?.label.slice(...label) ?? null) : null;
};
