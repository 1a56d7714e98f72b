/** Texts as documents. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { XlDocument } from '../../shared/src/features/document.ts';
import { openDocument } from '../../shared/src/features/open.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/src/settings.ts';

export const URI = 'file:///etc/xen/web1.cfg';

/** The document of a text, under the default settings except for those given. */
export const open = (text: string, settings: Partial<Settings> = {}, uri = URI): XlDocument =>
  openDocument(TextDocument.create(uri, 'xlcfg', 1, text), { ...DEFAULT_SETTINGS, ...settings });
