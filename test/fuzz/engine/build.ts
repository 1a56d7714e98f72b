/** The fuzzer as one file, with counters in the sources of the project. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { COUNTER_LIMIT, COUNTERS } from './counters.ts';
import { instrument } from './instrument.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const OWN_SOURCES = /\/(?:shared|server)\/src\/.*\.ts$/;
const TEST_SOURCES = /\/test\/.*\.ts$/;

/** Bundles the worker into `folder` and gives the path of the file. */
export async function buildWorker(folder: string): Promise<string> {
  const outfile = path.join(folder, 'worker.mjs');
  let counters = 0;
  const next = (): number => {
    counters += 1;
    if (counters > COUNTER_LIMIT) throw new Error('There are more places to count than counters.');
    return counters - 1;
  };
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(import.meta.dirname, 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    // Some of what is bundled is CommonJS and calls this.
    banner: {
      js:
        `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});` +
        `const ${COUNTERS} = globalThis.${COUNTERS} = new Uint32Array(${COUNTER_LIMIT});`,
    },
    plugins: [
      {
        name: 'counters',
        setup: ({ onLoad }) => {
          // The tests' own files read others that lie beside them.
          onLoad({ filter: TEST_SOURCES }, async ({ path: file }) => ({
            contents: (await readFile(file, 'utf8'))
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
              .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))),
            loader: 'ts',
          }));
          onLoad({ filter: OWN_SOURCES }, async ({ path: file }) => {
            const { code } = await transform(await readFile(file, 'utf8'), {
              loader: 'ts',
              sourcemap: 'inline',
              sourcefile: file,
              target: 'node20',
            });
            return { contents: instrument(code, next), loader: 'js' };
          });
        },
      },
    ],
  });
  return outfile;
}
