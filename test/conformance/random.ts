/** Random choices that are the same for the same seed. */

export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

/** A generator after Tommy Ettinger's mulberry32: 32 bits of state, enough for choosing among words. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

/** `n` things made by `make`. */
export const times = <Item>(n: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: n }, (_, at) => make(at));

/**
 * The random choices of one part of the live suite, from the run's seed and the part's name, so that each part has
 * the same ones whichever others run. vitest.config.ts sets the seed.
 */
export function randomFor(part: string): Random {
  const seed = Number(process.env.CONFORMANCE_SEED);
  if (!Number.isInteger(seed)) throw new Error('CONFORMANCE_SEED must be a whole number');
  return createRandom([...part].reduce((mixed, letter) => Math.imul(mixed, 31) + letter.charCodeAt(0), seed));
}

/** How much is generated: CONFORMANCE_SCALE times the usual, for a longer search. */
export const scaled = (usual: number): number =>
  Math.ceil(usual * Number(process.env.CONFORMANCE_SCALE ?? 1));
