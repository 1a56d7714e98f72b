/**
 * Has each CommonJS module imported by one file of the bundle, from which the others take it by name. Without it, every
 * file that imports the module gets an object of its own with a getter for each of its names: some ten thousand getters,
 * most of them for the protocol's library, that are made before a server says its first word, and kept.
 */

const NAMESPACE = 'imported once';

/**
 * The plugin of esbuild.
 *
 * @param modules what each module exports, by the name that it is imported by
 */
export const importedOnce = (modules) => ({
  name: NAMESPACE,
  setup: (build) => {
    const filter = new RegExp(`^(?:${Object.keys(modules).join('|')})$`);
    build.onResolve({ filter }, ({ path, kind, namespace, resolveDir }) =>
      kind === 'import-statement' && namespace !== NAMESPACE
        ? { path, namespace: NAMESPACE, pluginData: { resolveDir } }
        : undefined,
    );
    build.onLoad({ filter, namespace: NAMESPACE }, ({ path, pluginData }) => ({
      contents: `export { ${Object.keys(modules[path]).join(', ')} } from ${JSON.stringify(path)};`,
      resolveDir: pluginData.resolveDir,
    }));
  },
});
