/** Creates documents from texts. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { openDocument } from '@xlcfg/shared/src/document/openDocument.ts';
import { DEFAULT_SETTINGS, type Settings } from '@xlcfg/shared/src/settings.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const URI = 'file:///etc/xen/web1.cfg';

/**
 * The default settings, with the Xen version that tests describe unless they name one. It stays the same when a newer
 * version is added; tests of the differences name the newer version.
 */
export const TEST_SETTINGS: Settings = { ...DEFAULT_SETTINGS, xenVersion: '4.22' };

/** The document of a text, with the settings of the tests except for those given. */
export const open = (text: string, settings: Partial<Settings> = {}, uri = URI): XlDocument =>
  openDocument(TextDocument.create(uri, 'xlcfg', 1, text), { ...TEST_SETTINGS, ...settings });
