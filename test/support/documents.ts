/** Texts as documents. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { openDocument } from '@xlcfg/shared/src/document/openDocument.ts';
import { DEFAULT_SETTINGS, type Settings } from '@xlcfg/shared/src/settings.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const URI = 'file:///etc/xen/web1.cfg';

/** The document of a text, under the default settings except for those given. */
export const open = (text: string, settings: Partial<Settings> = {}, uri = URI): XlDocument =>
  openDocument(TextDocument.create(uri, 'xlcfg', 1, text), { ...DEFAULT_SETTINGS, ...settings });
