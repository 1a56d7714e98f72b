import path from 'node:path';
import { version } from '../../server/package.json';

/** The folder in which `npm run dist:static` has made the programs. */
const DIST = path.resolve(import.meta.dirname, '../..', process.env.XLCFG_DIST ?? 'dist');

export const staticProgram = (architecture: 'x86_64' | 'aarch64'): string =>
  path.join(DIST, `xlcfg-${version}-linux-${architecture}`);
