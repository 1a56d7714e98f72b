/** A Debian in a folder, made anew for each run by debootstrap. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianArchive } from '../../support/debianArchive.ts';
import { type Machine, machineIn, thisMachine } from './machine.ts';

export interface Debian extends Machine {
  /** Copies a file of this machine into the folder `/root` of that one. */
  readonly bring: (file: string) => string;
  readonly has: (file: string) => boolean;
  /** Runs a program on a terminal, types `keys`, and returns what it has written to the terminal. */
  readonly onTerminal: (command: readonly string[], keys: string) => string;
  readonly remove: () => void;
}

/** @param suite such as `bookworm` */
export const installDebian = (suite: string, packages: readonly string[]): Debian => {
  const root = mkdtempSync(path.join(tmpdir(), `xlcfg-${suite}-`));
  const remove = (): void => {
    spawnSync('umount', [path.join(root, 'proc')], { stdio: 'ignore' });
    rmSync(root, { recursive: true, force: true });
  };
  try {
    execFileSync(
      'debootstrap',
      ['--variant=minbase', `--include=${packages.join(',')}`, suite, root, debianArchive()],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    // Shells substitute processes by it.
    execFileSync('mount', ['-t', 'proc', 'proc', path.join(root, 'proc')]);
  } catch (error) {
    const log = readFileSync(path.join(root, 'debootstrap/debootstrap.log'), 'utf8');
    remove();
    throw new Error(log.slice(-2000), { cause: error });
  }
  return {
    ...machineIn(root),
    bring: (file) => {
      const name = `/root/${path.basename(file)}`;
      copyFileSync(file, path.join(root, name));
      return name;
    },
    has: (file) => existsSync(path.join(root, file)),
    // The terminal belongs to this machine: the other one has none.
    onTerminal: (command, keys) => {
      const inside = ['chroot', root, ...command].map((one) => `'${one}'`).join(' ');
      return thisMachine.run(['script', '-qec', inside, '/dev/null'], keys).stdout;
    },
    remove,
  };
};
