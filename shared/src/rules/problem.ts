/** What a rule says of a file. Offsets are UTF-16 code units into the file's text. */
import type { Range } from 'vscode-languageserver-types';
import type { Fix, GeneratedFix } from '../edits/edit.ts';
import type { Severity } from '../severity.ts';
import type { Span } from '../span.ts';

/** Another place that has a part in a problem. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The file that the span is in, and where in it, as an editor counts. Absent: the file of the problem. */
  readonly location?: { readonly uri: string; readonly range: Range };
}

export interface Problem {
  /** The code of the rule, a section of the rules' documentation. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** Where its fixes are offered; absent: at the span. A whole disk spec, for one of its fields. */
  readonly scope?: Span;
  /** What is wrong, what xl does about it, what to write instead. */
  readonly message: string;
  readonly tag?: 'deprecated' | 'unnecessary';
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly generatedFix?: GeneratedFix;
}
