import { afterAll, beforeAll } from 'vitest';
import { type Oracle, startOracle } from '../oracle.ts';

/** Runs the programs for as long as the tests of a file. */
export function withOracle(): () => Oracle {
  let oracle: Oracle | undefined;
  beforeAll(() => {
    oracle = startOracle();
  });
  afterAll(() => oracle?.stop());
  return () => {
    if (!oracle) throw new Error('asked before the tests began');
    return oracle;
  };
}
