/** Installs the program of this machine's architecture under both of its names, as the README tells. */
import { chmodSync, copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { staticProgram } from './staticProgram.ts';

export default (): (() => void) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-programs-'));
  // Some tests run the programs as another user.
  chmodSync(folder, 0o755);
  copyFileSync(staticProgram('x86_64'), path.join(folder, 'xlcfg'));
  symlinkSync('xlcfg', path.join(folder, 'xlcfg-language-server'));
  process.env.XLCFG_PROGRAMS = folder;
  return () => rmSync(folder, { recursive: true });
};
