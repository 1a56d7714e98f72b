/** What a refactoring is: another way to write the setting that the selection is in. One file each; see index.ts. */

import type { XlDocument } from '../../document/document.ts';
import type { Edit } from '../../edits/edit.ts';
import type { FileKindName } from '../../schema/kinds/index.ts';
import type { Span } from '../../span.ts';
import type { Setting, Value } from '../../syntax/index.ts';
import type { Workspace } from '../../workspace/facts.ts';

/** Random bytes that cannot be guessed. */
export type RandomBytes = (count: number) => Uint8Array;

/** What refactorings need from the environment. */
export interface RefactorTools {
  /** Absent: refactorings that need random bytes are not offered. */
  readonly random?: RandomBytes;
  /** The other files: what is generated must not be in one of them. */
  readonly workspace?: Workspace;
}

/** A setting with a value, both without syntax errors. */
export type CompleteSetting = Setting & { readonly value: Value };

export interface RefactorTarget extends RefactorTools {
  readonly doc: XlDocument;
  /** The one setting that the selection touches. */
  readonly setting: CompleteSetting;
  /** Without the whitespace at its ends; empty where it is a cursor. Offsets: UTF-16 code units into the file. */
  readonly selection: Span;
}

/** What can be done, or why it cannot be done here. Titles are imperative and have no full stop. */
export type Offer =
  | { readonly title: string; readonly edits: readonly Edit[] }
  | { readonly title: string; readonly disabled: string };

export interface Refactoring {
  /** The kinds of files that it is for. */
  readonly kinds: readonly FileKindName[];
  /** Linear in the text; never throws. */
  readonly offers: (target: RefactorTarget) => readonly Offer[];
}
