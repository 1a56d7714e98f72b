/** One version of one document, with what is computed of it at most once. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiskSpec } from '../languages/disk/ast.ts';
import type { Guest } from '../model/guest.ts';
import type { GuestSpecs } from '../model/guestSpecs.ts';
import type { Problem } from '../rules/problem.ts';
import type { FileKind } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import type { ConfigFile, StringLiteral } from '../syntax/index.ts';

export interface XlDocument {
  readonly text: TextDocument;
  readonly settings: Settings;
  /** The kind of file it is, with the options of such files. */
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly guest: Guest;
  /** The spec of a string in a `disk` list, in an overridden setting too. Undefined for any other string. */
  diskSpec(node: StringLiteral): DiskSpec | undefined;
  /** The strings of the options that are no disks, read in their languages. */
  readonly specs: GuestSpecs;
  /** What the rules say, silenced and re-graded as settings and comments ask. In the order of the text. */
  readonly problems: readonly Problem[];
}
