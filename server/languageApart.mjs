/**
 * Leaves the language in a file of its own, `language.cjs`, which is loaded when something of it is first used: a client
 * has its answer to `initialize` before.
 */

const FILE = './language.cjs';

/** A module with the names of the language, each of which loads the language when it is asked for. */
const standIn = (names) => `
let language;
const load = () => (language ??= require(${JSON.stringify(FILE)}));
for (const name of ${JSON.stringify(names)}) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
}
`;

/**
 * The plugin of esbuild.
 *
 * @param language the exports of the file
 */
export const languageApart = (language) => ({
  name: 'language apart',
  setup: (build) => {
    build.onResolve({ filter: /^@xlcfg\/shared$/ }, () => ({ path: FILE, namespace: 'language' }));
    build.onResolve({ filter: /^\.\/language\.cjs$/, namespace: 'language' }, () => ({
      path: FILE,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'language' }, () => ({
      contents: standIn(Object.keys(language)),
    }));
  },
});
