/** The parts of a TextMate grammar that are used. */

export interface Pattern {
  readonly name?: string;
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

export type Captures = Readonly<Record<number, Pattern>>;

export type Repository = Readonly<Record<string, Pattern>>;

/** A pattern with these scopes of our language, outermost first. */
export const scope = (...names: readonly string[]): Pattern => ({
  name: names.map((name) => `${name}.xlcfg`).join(' '),
});

/** The same, with the rule `content` applied to the captured text. */
export const scopeWith = (content: string, ...names: readonly string[]): Pattern => ({
  ...scope(...names),
  patterns: [{ include: content }],
});
