/** What a rule says of a file, without any editor's types. Offsets are UTF-16 code units into the file's text. */
import type { Span } from '../span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Edit extends Span {
  readonly newText: string;
}

export interface Fix {
  /** Imperative, without a full stop: "Replace `tap:aio:` by the format `raw`". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one that a person most likely wants. */
  readonly preferred?: boolean;
  /** xl makes the same of the file before and after. Only such fixes are applied without being asked for one by one. */
  readonly safe?: boolean;
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
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}
