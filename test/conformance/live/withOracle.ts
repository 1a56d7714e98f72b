import { afterAll, beforeAll } from 'vitest';
import { type Oracle, startOracle } from '../oracle.ts';
import { BASE, type Release } from '../releases.ts';

/** Runs the programs of a release for as long as the tests of a file, or of a `describe`. */
export function withOracle(release: Release = BASE): () => Oracle {
  let oracle: Oracle | undefined;
  beforeAll(() => {
    oracle = startOracle(release);
  });
  afterAll(() => oracle?.stop());
  return () => {
    if (!oracle) throw new Error('asked before the tests began');
    return oracle;
  };
}
