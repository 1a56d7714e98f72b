/** What is fuzzed: one surface, as a function of a text. */
import type { Mutation } from './mutate.ts';

export interface Target {
  readonly name: string;
  /** Inputs to begin with; further ones are made from them. */
  readonly seeds: readonly string[];
  /** Words and marks that mean something on this surface. */
  readonly words: readonly string[];
  /** How much of all inputs it gets, beside the others. */
  readonly share: number;
  /** How inputs are made from others. Absent: by pieces of text, whatever they mean. */
  readonly mutations?: readonly Mutation[];
  /** Inputs are not made longer, in UTF-16 code units. */
  readonly longest: number;
  /**
   * Tries one input. Throws where what must hold does not. What it gives are traits of the input: an input with a trait
   * that none had before is as interesting as one that reaches new code.
   */
  readonly run: (input: string) => Iterable<string> | Promise<Iterable<string>>;
}

/** Throws with the text where the condition does not hold. */
export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
