/** The command line as it is shipped, built for the tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import { type Bundles, buildBundles } from '../../server/support/bundles.ts';
import { execute, type Run, type RunOptions } from './program.ts';

export interface BuiltProgram {
  /** What was built, once the tests run. */
  readonly bundles: () => Bundles;
  readonly run: (args: readonly string[], options?: RunOptions, encoding?: BufferEncoding) => Promise<Run>;
}

/** The command line as it is shipped, for the tests of a file: built before them, removed after them. */
export const useProgram = (): BuiltProgram => {
  let built: Bundles | undefined;
  beforeAll(() => {
    built = buildBundles();
  });
  afterAll(() => built?.remove());
  const bundles = (): Bundles => {
    if (built === undefined) throw new Error('The program is built before the first test, not before that.');
    return built;
  };
  return {
    bundles,
    run: (args, options, encoding) => execute(process.execPath, [bundles().cli, ...args], options, encoding),
  };
};
