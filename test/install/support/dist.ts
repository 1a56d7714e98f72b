/** The packages in `dist`, which `npm run dist` has made. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

export const DIST = path.resolve(import.meta.dirname, '../../../dist');

/** The path of the only package whose name has this ending. Throws if there isn't one. */
export const packageFile = (ending: string): string => {
  const found = readdirSync(DIST).filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`${DIST} has ${found.length} files *${ending}: run npm run dist`);
  return path.join(DIST, ...found);
};
