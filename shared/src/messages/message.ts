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

/**
 * What is known of a message: what it means and what to write; or the codes of the rules that find its cause in a file,
 * and what it means where they do not say it of this message.
 */
type Account = string | readonly [rules: string, means?: string];

type Accounts = Readonly<Record<string, Account>>;

/** Messages by their texts. `option`: what they are about. */
export const messages = (accounts: Accounts, option?: string): readonly XlMessage[] =>
  Object.entries(accounts).map(([text, account]) => {
    const [rules, means] = typeof account === 'string' ? [undefined, account] : account;
    return {
      text,
      ...(rules === undefined ? {} : { rules: rules.split(' ') }),
      ...(option === undefined ? {} : { option }),
      ...(means === undefined ? {} : { means }),
    };
  });

export const messagesByOption = (byOption: Readonly<Record<string, Accounts>>): readonly XlMessage[] =>
  Object.entries(byOption).flatMap(([option, accounts]) => messages(accounts, option));

/** Messages that only say that something failed before: what each means, by its text. */
export const consequences = (meanings: Readonly<Record<string, string>>): readonly XlMessage[] =>
  Object.entries(meanings).map(([text, means]) => ({ text, means, isConsequence: true }));
