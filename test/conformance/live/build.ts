import { buildOracle } from '../oracle.ts';

/** Before the live tests. */
export default buildOracle;
