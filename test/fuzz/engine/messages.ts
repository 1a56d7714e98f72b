/** What the threads of the fuzzer say to each other. */
import type { Finding, Progress } from './engine.ts';

export interface Order {
  readonly seed: number;
  /** How many inputs to try. */
  readonly runs: number;
  /** For how long at most. */
  readonly seconds: number;
  /** The names of the targets; empty: all. */
  readonly only: readonly string[];
  /** See board.ts. */
  readonly memory: SharedArrayBuffer;
}

export type Report =
  | { readonly kind: 'progress'; readonly counts: readonly (readonly [target: string, Progress])[] }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'done' };
