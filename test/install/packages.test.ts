/** What `npm run dist` has made: the contents of each package, and that it makes the same again. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, version } from '../../server/package.json';
import { epochOfRelease } from '../../server/packaging/release.ts';
import { workingTree } from '../support/workingTree.ts';
import { DIST, packageFile } from './support/dist.ts';
import { thisMachine } from './support/machine.ts';
import { testPrograms } from './support/testPrograms.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-packages-'));
const at = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const output = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

test('the checksums are those of the packages', () => {
  const sums = readFileSync(path.join(DIST, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const names = readdirSync(DIST).filter((name) => name.startsWith('xlcfg'));
  expect(names).toHaveLength(7);
  expect(sums).toEqual(
    names.sort().map((name) => {
      const sum = createHash('sha256')
        .update(readFileSync(path.join(DIST, name)))
        .digest('hex');
      return `${sum}  ${name}`;
    }),
  );
});

test('lintian has no errors and no warnings', () => {
  const { status, stdout, stderr } = spawnSync(
    'lintian',
    ['--allow-root', '--fail-on', 'error,warning', packageFile('.deb')],
    { encoding: 'utf8' },
  );
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});

describe('the package for Fedora', () => {
  const rpm = (...args: readonly string[]): string => output('rpm', '--root', at('fedora'), ...args);

  beforeAll(() => {
    // Debian's rpm wants to be told that it is meant.
    rpm('--force-debian', '--nodeps', '--install', packageFile('.rpm'));
  });

  testPrograms(() => ({
    machine: thisMachine,
    folder: at('guests'),
    xlcfg: [process.execPath, at('fedora/usr/bin/xlcfg')],
    server: [process.execPath, at('fedora/usr/bin/xlcfg-language-server')],
  }));

  test('needs the Node that the programs need', () => {
    const oldest = /\d+/.exec(engines.node)?.[0];
    expect(rpm('--query', '--requires', 'xlcfg')).toContain(`nodejs(engine) >= ${oldest}`);
    expect(rpm('--query', '--queryformat', '%{VERSION}', 'xlcfg')).toBe(version);
  });

  test('has the files of the package for Debian', () => {
    const files = rpm('--query', '--list', 'xlcfg').trim().split('\n');
    const moved = (name: string): string =>
      name
        .replace(
          '/etc/emacs/site-start.d/50xlcfg.el',
          '/usr/share/emacs/site-lisp/site-start.d/xlcfg-init.el',
        )
        .replace('zsh/vendor-completions', 'zsh/site-functions')
        .replace('doc/xlcfg/changelog.gz', 'doc/xlcfg/CHANGELOG.md');
    const inDeb = output('dpkg-deb', '--contents', packageFile('.deb'))
      .split('\n')
      .filter((line) => /^[-l]/.test(line))
      .map((line) => moved(/ \.(\/\S+)/.exec(line)?.[1] ?? ''));
    expect(inDeb.length).toBeGreaterThan(30);
    expect(files.filter((file) => inDeb.includes(file)).sort()).toEqual(inDeb.sort());
  });

  test('leaves nothing when it is erased', () => {
    rpm('--nodeps', '--erase', 'xlcfg');
    const left = readdirSync(at('fedora'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('xlcfg'))).toEqual([]);
  });
});

test('another clone, elsewhere and by somebody else, makes the same bytes', () => {
  for (const name of workingTree()) cpSync(path.join(ROOT, name), at(`clone/${name}`));
  const script = 'umask 077 && npm ci --prefer-offline --no-audit --no-fund && npm run dist';
  const { status, stderr } = spawnSync('sh', ['-ec', script], {
    cwd: at('clone'),
    encoding: 'utf8',
    env: {
      ...process.env,
      SOURCE_DATE_EPOCH: String(epochOfRelease()),
      TZ: 'Asia/Tokyo',
      LANG: 'tr_TR.UTF-8',
    },
  });
  expect(status, stderr).toBe(0);
  const sums = (name: string): string => readFileSync(path.join(name, 'SHA256SUMS'), 'utf8');
  expect(sums(at('clone/dist'))).toBe(sums(DIST));
});
