// Shows the main job: checks an example with deprecated disks, then prints the file as `xlcfg fix` leaves it.
// `node demo.mjs [PROGRAM]`; without it, the built program of this package.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('..', import.meta.url));
const program = process.argv[2] ?? path.join(server, 'bin/xlcfg.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-demo-'));

const xlcfg = (...args) => {
  console.log(`$ xlcfg ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    stdio: 'inherit',
  });
  // The example has nothing that xl rejects.
  if (status !== 0) throw new Error(`xlcfg ${args[0]} ended with ${status}`);
};

try {
  copyFileSync(path.join(server, 'examples/web1.cfg'), path.join(folder, 'web1.cfg'));
  xlcfg('check', 'web1.cfg');
  console.log();
  xlcfg('fix', 'web1.cfg');
  console.log('\n$ cat web1.cfg');
  console.log(readFileSync(path.join(folder, 'web1.cfg'), 'utf8'));
} finally {
  rmSync(folder, { recursive: true });
}
