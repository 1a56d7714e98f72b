/**
 * An esbuild plugin that keeps `@xlcfg/shared` out of the bundle and loads it from `language.cjs` when one of its exports
 * is first used. The server answers `initialize` before that.
 */

const FILE = './language.cjs';

/** The source of a module with the given exports, each of which loads the language when it is read. */
const lazyModule = (names) => `
let language;
const load = () => (language ??= require(${JSON.stringify(FILE)}));
for (const name of ${JSON.stringify(names)}) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
}
`;

/** @param language the exports of `language.cjs` */
export const lazyLanguagePlugin = (language) => ({
  name: 'lazy-language',
  setup: (build) => {
    build.onResolve({ filter: /^@xlcfg\/shared$/ }, () => ({ path: FILE, namespace: 'language' }));
    build.onResolve({ filter: /^\.\/language\.cjs$/, namespace: 'language' }, () => ({
      path: FILE,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'language' }, () => ({
      contents: lazyModule(Object.keys(language)),
    }));
  },
});
