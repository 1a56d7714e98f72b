import path from 'node:path';
import { build } from 'esbuild';

/** Bundles the server that does nothing, as ours is. @returns its file */
export const buildIdleServer = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, 'idle.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'idleServer.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
  });
  return outfile;
};
