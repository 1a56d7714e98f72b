/** What rules report. Offsets are UTF-16 code units into the text of the file. */
import type { Range } from 'vscode-languageserver-types';
import type { Fix, GeneratedFix } from '../edits/edit.ts';
import type { CreateStage } from '../schema/types.ts';
import type { Severity } from '../severity.ts';
import type { Span } from '../span.ts';

/** Another position that a problem involves. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** Where the span is in another file. Absent: it is in the file of the problem. */
  readonly location?: { readonly uri: string; readonly range: Range };
}

export interface Problem {
  /** The code of the rule, a section of the rules' documentation. */
  readonly code: string;
  readonly severity: Severity;
  /**
   * The part of `xl create` that fails because of it. Absent: `defaults`. An error is a warning where a bootloader or
   * QEMU runs before: the file alone does not decide what happens then.
   */
  readonly stage?: CreateStage;
  readonly span: Span;
  /** Where its fixes are offered, such as the whole disk spec for one of its fields. Absent: at the span. */
  readonly scope?: Span;
  /** What is wrong, what xl does, what to write instead. */
  readonly message: string;
  readonly tag?: 'deprecated' | 'unnecessary';
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly generatedFix?: GeneratedFix;
}
