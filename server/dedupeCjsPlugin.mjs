/**
 * An esbuild plugin that imports each CommonJS module in one place of the bundle, from which all other files take its
 * exports. Without it, esbuild creates a namespace object per importing file, with a getter for each export: some ten
 * thousand getters, most of them for the protocol's library, are created before the server answers, and never freed.
 */

const NAME = 'dedupe-cjs';

/** @param modules the exports of each module, by import specifier */
export const dedupeCjsPlugin = (modules) => ({
  name: NAME,
  setup: (build) => {
    const filter = new RegExp(`^(?:${Object.keys(modules).join('|')})$`);
    build.onResolve({ filter }, ({ path, kind, namespace, resolveDir }) =>
      kind === 'import-statement' && namespace !== NAME
        ? { path, namespace: NAME, pluginData: { resolveDir } }
        : undefined,
    );
    build.onLoad({ filter, namespace: NAME }, ({ path, pluginData }) => ({
      contents: `export { ${Object.keys(modules[path]).join(', ')} } from ${JSON.stringify(path)};`,
      resolveDir: pluginData.resolveDir,
    }));
  },
});
