/** Paths of the suite. */
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The package under test. */
export const VSIX = process.env.XLCFG_VSIX ?? path.join(root, 'client/xlcfg.vsix');

/** Debian's, unless the environment names another. */
export const CHROMIUM = process.env.XLCFG_CHROMIUM ?? '/usr/bin/chromium';

/** Downloads that are shared by all runs. */
export const CACHE = path.join(root, 'node_modules/.cache/xlcfg');

/** The path of a screenshot. */
export const pictureOf = (name: string): string => path.join(root, 'test-results/vscode', `${name}.png`);

export const DRIVER = path.join(import.meta.dirname, '../driver');
