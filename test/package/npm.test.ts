/** The npm package, installed from its archive into an empty folder without network access. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { WAIT_MS } from '../support/limits.ts';
import { NPM_FILES } from './contents.ts';

const SERVER = path.resolve(import.meta.dirname, '../../server');
const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-npm-'));
const at = (name: string): string => path.join(folder, name);

/** Runs without any network if permitted. In any case, npm's registry is unreachable. */
const WITHOUT_NETWORK = spawnSync('unshare', ['-n', 'true']).status === 0 ? ['unshare', '-n'] : [];

const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: folder,
  npm_config_cache: at('cache'),
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_update_notifier: 'false',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

const run = (...command: readonly string[]) => {
  const [program = '', ...args] = [...WITHOUT_NETWORK, ...command];
  return spawnSync(program, args, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', timeout: WAIT_MS });
};

let packed: { filename: string; files: { path: string }[] };

beforeAll(() => {
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: SERVER,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  [packed] = JSON.parse(output);
  writeFileSync(at('package.json'), '{ "private": true }\n');
  const { status, stderr } = run('npm', 'install', '--offline', at(packed.filename));
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('contains exactly these files', () => {
  expect(packed.files.map((file) => file.path).sort()).toEqual([...NPM_FILES].sort());
});

test('installs no other packages', () => {
  expect(readdirSync(at('node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['xlcfg']);
});

test('installs its manual page when it is installed globally', () => {
  const prefix = at('global');
  const { status, stderr } = run(
    'npm',
    'install',
    '--offline',
    '--global',
    '--prefix',
    prefix,
    at(packed.filename),
  );
  expect(status, stderr).toBe(0);
  expect(readFileSync(path.join(prefix, 'share/man/man1/xlcfg.1'), 'utf8')).toMatch(/^\.TH xlcfg 1/im);
});

describe('the package', () => {
  const read = (name: string): string => readFileSync(at(`node_modules/xlcfg/${name}`), 'utf8');

  test('has metadata', () => {
    const metadata = JSON.parse(read('package.json'));
    expect(metadata).toMatchObject({
      name: 'xlcfg',
      license: 'MIT',
      engines: { node: '>=18' },
    });
    expect(metadata.private).toBeUndefined();
    expect(metadata.dependencies).toBeUndefined();
    expect(Object.keys(metadata.bin)).toEqual(['xlcfg', 'xlcfg-language-server']);
    expect(metadata.keywords).toContain('xen');
    expect(metadata.description.length).toBeGreaterThan(20);
  });

  test('has a README that names both programs', () => {
    expect(read('README.md')).toMatch(/npx xlcfg check[\s\S]*xlcfg-language-server --stdio/);
  });

  test('has no source maps', () => {
    const scripts = NPM_FILES.filter((name) => /\.c?js$/.test(name));
    expect(scripts.filter((name) => read(name).includes('sourceMappingURL'))).toEqual([]);
  });
});

describe('the installed package', () => {
  test('checks and fixes files', () => {
    writeFileSync(
      at('web1.cfg'),
      "name = 'a'\ntype = 'hvm'\nmemory = 512\ndisk = [ 'tap:aio:/a.img,xvda,w' ]\n",
    );
    const check = run('npx', '--no-install', 'xlcfg', 'check', 'web1.cfg');
    expect(check.stdout).toContain('web1.cfg:4:11: info disk-deprecated-prefix');
    expect(check.status).toBe(0);
    expect(run('npx', '--no-install', 'xlcfg', 'fix', 'web1.cfg').status).toBe(0);
    expect(readFileSync(at('web1.cfg'), 'utf8')).toContain("disk = [ '/a.img,raw,xvda,rw' ]");
  });

  test('exits with 1 for a file that xl rejects', () => {
    writeFileSync(at('bad.cfg'), 'name = web\n');
    expect(run('npx', '--no-install', 'xlcfg', 'check', 'bad.cfg').status).toBe(1);
  });

  test('runs the language server', async () => {
    const [program = '', ...args] = [
      ...WITHOUT_NETWORK,
      at('node_modules/.bin/xlcfg-language-server'),
      '--stdio',
    ];
    const server = spawn(program, args, { cwd: folder, env: ENVIRONMENT });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const diagnostics = new Promise((resolve) =>
      connection.onNotification('textDocument/publishDiagnostics', resolve),
    );
    connection.listen();
    const answer = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(answer).toMatchObject({ capabilities: { hoverProvider: expect.anything() } });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///etc/xen/a.cfg', languageId: 'xlcfg', version: 1, text: 'memory = "a\n' },
    });
    expect(await diagnostics).toMatchObject({
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'unclosed-string' })]),
    });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    connection.dispose();
  });
});
