/** The text of a file that isn't open in an editor. */
import { type FileKindName, openDocument, type Settings, type XlDocument } from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A text, and how bytes became it: xl reads bytes. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

/**
 * The analysis of a file with this content.
 *
 * @param kind derived from URI and text if absent
 */
export const openDecodedText = (
  uri: string,
  { text, encoding }: DecodedText,
  settings: Settings,
  kind?: FileKindName,
): XlDocument => openDocument(TextDocument.create(uri, 'xlcfg', 0, text), settings, kind, { encoding });
