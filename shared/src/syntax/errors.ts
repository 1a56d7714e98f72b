/** What xl's parser rejects (libxlu_cfg_l.l, libxlu_cfg_y.y, libxlu_cfg.c), named after the mistake. */
import type { Span } from '../span.ts';

export type ParseErrorCode =
  | 'unexpected-character'
  | 'unexpected-token'
  | 'carriage-return'
  | 'byte-order-mark'
  | 'comment-at-end'
  | 'unclosed-string'
  | 'nul-in-string'
  | 'bad-escape'
  | 'bad-name'
  | 'missing-operator'
  | 'missing-value'
  | 'bare-value'
  | 'missing-comma'
  | 'unexpected-comma'
  | 'unclosed-list'
  | 'nested-too-deep'
  | 'mixed-addition'
  | 'triple-quotes'
  | 'nested-quotes'
  | 'line-continuation'
  | 'python-code';

/** The text of the error is the business of the rule of that code; `detail` is what it needs beside the place. */
export interface ParseError extends Span {
  readonly code: ParseErrorCode;
  /** The offending text where it differs from the span's text, or a word that tells variants apart. */
  readonly detail?: string;
  /** Another place that belongs to the error: where a list was opened, the earlier setting. */
  readonly related?: Span;
}
