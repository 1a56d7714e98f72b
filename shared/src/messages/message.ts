/** The definition of a message that xl prints. All known messages are listed in index.ts. */

/** Who prints it: xl itself, its library for config files, or the library that creates the domain. */
export type Program = 'xl' | 'libxlutil' | 'libxl';

/**
 * A message of xl, libxlutil or libxl of Xen 4.14, 4.17 or 4.20 that a config file can cause. What follows from one
 * that was printed before is known, too, so that it can be told from a cause.
 */
export interface XlMessage {
  /**
   * The message without the prefix of libxl or of the file and its line. A word in braces is a placeholder for what varies:
   * `{number}` for a number, `{option}` for the name of an option, `{string}` for a string or value of `option`, and any
   * other word for any text.
   */
  readonly text: string;
  /** The codes of the rules that find the cause in a file. */
  readonly rules?: readonly string[];
  /** The option that it is about. */
  readonly option?: string;
  /** What it means and what to write, where the rules do not say it of this message. Markdown. */
  readonly means?: string;
  /** True where an earlier message has the cause. */
  readonly isConsequence?: true;
}

export type KnownMessage = XlMessage & { readonly program: Program };

/** A message whose cause is found by rules. */
export const ruled = (
  text: string,
  rules: string,
  more: Omit<XlMessage, 'text' | 'rules'> = {},
): XlMessage => ({
  text,
  rules: rules.split(' '),
  ...more,
});

/** A message whose cause is not in the file alone. */
export const unruled = (text: string, means: string, option?: string): XlMessage => ({
  text,
  means,
  ...(option === undefined ? {} : { option }),
});

/** A message that only says that something failed before. */
export const consequence = (text: string, means: string): XlMessage => ({ text, means, isConsequence: true });
