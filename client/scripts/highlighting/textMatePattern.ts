/** The shape of a TextMate grammar, as far as ours needs it. */

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

/** The scopes of our language with these names, outermost first. */
export const scope = (...names: readonly string[]): Pattern => ({
  name: names.map((name) => `${name}.xlcfg`).join(' '),
});

/** The same, read further by the rule `content`. */
export const scopeWith = (content: string, ...names: readonly string[]): Pattern => ({
  ...scope(...names),
  patterns: [{ include: content }],
});
