/** One version of one document, with what is computed of it at most once. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Guest } from '../model/guest.ts';
import type { GuestSpecs } from '../model/guestSpecs.ts';
import type { Problem } from '../rules/problem.ts';
import type { FileKind } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import type { ConfigFile, Encoding } from '../syntax/index.ts';

export interface XlDocument {
  readonly text: TextDocument;
  readonly encoding: Encoding;
  readonly settings: Settings;
  /** The kind of file it is, with the options of such files. */
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly guest: Guest;
  /** The strings of its options, read in their languages. */
  readonly specs: GuestSpecs;
  /** What the rules say, silenced and re-graded as settings and comments ask. In the order of the text. */
  readonly problems: readonly Problem[];
}
