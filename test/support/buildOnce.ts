/** Builds the bundles before the first test, again after changes in watch mode, and removes them after the last test. */
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
