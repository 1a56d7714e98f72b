/** Builds the bundles before the first test of a run, again when files have changed, and removes them after the last. */
import type { TestProject } from 'vitest/node';
import { type Bundles, buildBundles } from './buildBundles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly bundles: Omit<Bundles, 'remove'>;
  }
}

export default (project: TestProject): (() => void) => {
  let remove = (): void => {};
  const build = (): void => {
    remove();
    const { remove: removeThese, ...bundles } = buildBundles();
    remove = removeThese;
    project.provide('bundles', bundles);
  };
  project.onTestsRerun(build);
  build();
  return () => remove();
};
