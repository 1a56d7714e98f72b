/** Changes of a text. Offsets are UTF-16 code units into the file's text. */
import type { Span } from '../span.ts';

export interface Edit extends Span {
  readonly newText: string;
}

export interface Fix {
  /** Imperative, without a full stop: "Replace `tap:aio:` by the format `raw`". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one that the user most likely wants. */
  readonly preferred?: boolean;
  /** xl makes the same of the file before and after. Only such fixes are applied without being asked for one by one. */
  readonly safe?: boolean;
  /**
   * It changes line endings and nothing else. In an editor, line endings are a property of the document rather than
   * part of its text, so such a fix cannot be applied as text edits.
   */
  readonly changesLineEndings?: boolean;
}

/**
 * A fix that replaces the span of its problem by a text that must be new, and is therefore generated when somebody asks
 * for the fix. It is never preferred: of two that share what must be unique, either could keep it.
 */
export interface GeneratedFix {
  /** Imperative, without a full stop. */
  readonly title: string;
  readonly generates: 'mac' | 'uuid';
}
