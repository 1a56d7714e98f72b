/** Random numbers that come again with their seed. */

export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T | undefined;
  /** True once in `times`. */
  readonly once: (times: number) => boolean;
}

/** Marsaglia's xorshift with 32 bits: fast, and good enough for choosing. */
export function createRandom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return { below, pick: (from) => from[below(from.length)], once: (times) => below(times) === 0 };
}
