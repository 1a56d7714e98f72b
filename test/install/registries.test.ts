/** The files for registries, each read by what will read it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import { homepage, version } from '../../server/package.json';
import { readYaml } from '../shells/support/sandbox.ts';
import { WAIT_MS } from '../support/limits.ts';
import { DIST, packageFile } from './support/dist.ts';

const FOLDER = path.join(DIST, 'registries');
const at = (name: string): string => path.join(FOLDER, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const json = (name: string): unknown => JSON.parse(read(name));

const SERVER = ['xlcfg-language-server', '--stdio'];

const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-registries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program that writes JSON to the file in its environment's SEEN, and returns that. */
const seenBy = (program: string, ...args: readonly string[]): unknown => {
  const seen = path.join(folder, 'seen.json');
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, SEEN: seen },
    timeout: WAIT_MS,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return JSON.parse(readFileSync(seen, 'utf8'));
};

test('the page names every place', () => {
  const page = readFileSync(path.join(DIST, '../server/packaging/registries/README.md'), 'utf8');
  const named = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(readdirSync(FOLDER).sort());
});

test('nvim-lspconfig: Neovim reads the configuration', () => {
  const script = `
    local config = dofile('${at('nvim-lspconfig/lsp/xlcfg.lua')}')
    vim.fn.writefile({ vim.fn.json_encode({ config.cmd, config.filetypes }) }, vim.env.SEEN)`;
  const file = path.join(folder, 'read.lua');
  writeFileSync(file, script);
  const seen = seenBy('nvim', '--headless', '-u', 'NONE', '-c', `luafile ${file}`, '-c', 'qall!');
  expect(seen).toEqual([SERVER, ['xlcfg']]);
  expect(read('nvim-lspconfig/lsp/xlcfg.lua')).toMatch(/^---@brief\n/);
});

test('mason: the package is that of npm', () => {
  expect(readYaml(read('mason-registry/packages/xlcfg/package.yaml'))).toMatchObject({
    name: 'xlcfg',
    homepage,
    licenses: ['MIT'],
    source: { id: `pkg:npm/xlcfg@${version}` },
    bin: { xlcfg: 'npm:xlcfg', 'xlcfg-language-server': 'npm:xlcfg-language-server' },
    neovim: { lspconfig: 'xlcfg' },
  });
});

test('ALE registers the linter', () => {
  const script = path.join(folder, 'ale.vim');
  writeFileSync(
    script,
    `set runtimepath^=${at('ale')}
packadd ale
let s:linters = ale#linter#GetAll(['xlcfg'])
call writefile([json_encode(map(s:linters, {_, one -> [one.name, one.lsp, one.executable, one.command]}))], $SEEN)
qall!
`,
  );
  const seen = seenBy('vim', '-u', 'NONE', '-es', '-N', '-S', script);
  expect(seen).toEqual([['xlcfg', 'stdio', 'xlcfg-language-server', '%e --stdio']]);
});

describe('vim-lsp-settings', () => {
  test('registers the server', () => {
    const script = path.join(folder, 'settings.vim');
    // What the plugin has: its settings, or the given default; the path of an installed program; a command.
    const plugin = path.join(folder, 'plugin/autoload/lsp_settings.vim');
    mkdirSync(path.dirname(plugin), { recursive: true });
    writeFileSync(
      plugin,
      `function! lsp_settings#get(name, key, default) abort
  return a:default
endfunction
function! lsp_settings#exec_path(name) abort
  return a:name
endfunction
function! lsp_settings#root_uri(name) abort
  return 'file:///'
endfunction
function! lsp_settings#server_config(name) abort
  return {}
endfunction
`,
    );
    writeFileSync(
      script,
      `set runtimepath^=${path.join(folder, 'plugin')}
command! -nargs=1 LspRegisterServer let g:server = <args>
source ${at('vim-lsp-settings/settings/xlcfg-language-server.vim')}
call writefile([json_encode([g:server.name, g:server.cmd({}), g:server.root_uri({}), g:server.allowlist])], $SEEN)
qall!
`,
    );
    const seen = seenBy('vim', '-u', 'NONE', '-es', '-N', '-S', script);
    expect(seen).toEqual(['xlcfg-language-server', SERVER, 'file:///', ['xlcfg']]);
  });

  test('installs the package of npm', () => {
    execFileSync('sh', ['-n', at('vim-lsp-settings/installer/install-xlcfg-language-server.sh')]);
    for (const kind of ['sh', 'cmd']) {
      const script = read(`vim-lsp-settings/installer/install-xlcfg-language-server.${kind}`);
      expect(script).toMatch(/npm_install\S* xlcfg-language-server xlcfg\r?\n$/);
    }
    expect(json('vim-lsp-settings/settings.json')).toMatchObject({
      xlcfg: [{ command: 'xlcfg-language-server', requires: ['npm'] }],
    });
  });
});

test('lsp-mode registers the client', () => {
  const script = path.join(folder, 'client.el');
  writeFileSync(
    script,
    `(load "${at('lsp-mode/clients/lsp-xlcfg.el')}" nil t)
(let ((client (gethash 'xlcfg lsp-clients)))
  (with-temp-file (getenv "SEEN")
    (insert (json-encode (vector (lsp--client-server-id client) lsp-xlcfg-server-command
                                 (alist-get 'xlcfg-mode lsp-language-id-configuration))))))`,
  );
  expect(seenBy('emacs', '--batch', '--load', script)).toEqual(['xlcfg', SERVER, 'xlcfg']);
  expect(json('lsp-mode/docs/lsp-clients.json')).toMatchObject({ name: 'xlcfg', 'server-url': homepage });
});

test('Helix: the tables are TOML', () => {
  const program = 'import json, sys, tomllib; json.dump(tomllib.load(sys.stdin.buffer), sys.stdout)';
  const toml = execFileSync('python3', ['-c', program], {
    input: read('helix/languages.toml'),
    encoding: 'utf8',
  });
  expect(JSON.parse(toml)).toMatchObject({
    'language-server': { xlcfg: { command: SERVER[0], args: SERVER.slice(1) } },
    language: [{ name: 'xlcfg', 'language-servers': ['xlcfg'] }],
  });
});

test('Kate: the mode of the server is the name of the highlighting', () => {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'language') names.push(String(attributes.name));
  });
  parser.write(read('syntax-highlighting/data/syntax/xlcfg.xml')).close();
  expect(names).toEqual(['xlcfg']);
  expect(json('kate/addons/lspclient/settings.json')).toMatchObject({
    servers: { xlcfg: { command: SERVER, highlightingModeRegex: '^xlcfg$' } },
  });
});

test('Sublime Text: the selector is the scope of the grammar', () => {
  const grammar = JSON.parse(
    readFileSync(path.join(DIST, '../client/syntaxes/xlcfg.tmLanguage.json'), 'utf8'),
  );
  expect(json('sublime-lsp/LSP.sublime-settings')).toMatchObject({
    clients: { xlcfg: { command: SERVER, selector: grammar.scopeName } },
  });
});

test('LSP4IJ: template and installer start the same server', () => {
  const template = 'lsp4ij/src/main/resources/templates/lsp/xlcfg';
  expect(json(`${template}/template.json`)).toMatchObject({
    id: 'xlcfg',
    programArgs: { default: SERVER.join(' ') },
    fileTypeMappings: [{ languageId: 'xlcfg' }],
  });
  expect(read(`${template}/installer.json`)).toContain(`/.bin/${SERVER.join(' ')}"`);
});

test('SchemaStore: the schema accepts its example and rejects the other one', () => {
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(json('schemastore/src/schemas/json/xlcfg.json') as object);
  expect(validate(json('schemastore/src/test/xlcfg/xlcfg.json')), JSON.stringify(validate.errors)).toBe(true);
  expect(validate(json('schemastore/src/negative_test/xlcfg/severity.json'))).toBe(false);
});

test('nixpkgs: Nix parses the package', () => {
  execFileSync('nix-instantiate', ['--parse', at('nixpkgs/pkgs/by-name/xl/xlcfg/package.nix')], {
    env: { ...process.env, HOME: folder, NIX_STATE_DIR: folder, NIX_STORE_DIR: path.join(folder, 'store') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, hash = ''] =
    /hash = "sha256-([^"]+)"/.exec(read('nixpkgs/pkgs/by-name/xl/xlcfg/package.nix')) ?? [];
  expect(Buffer.from(hash, 'base64').toString('hex')).toBe(sumOf(packageFile('.tar.gz')));
});

/** The checksum of a file of the release, by sha256sum. */
const sumOf = (file: string): string =>
  execFileSync('sha256sum', [file], { encoding: 'utf8' }).split(' ')[0] ?? '';

test('AUR: the package is made of the tarball', () => {
  const built = path.join(folder, 'aur');
  mkdirSync(built);
  const script = `
    . '${at('aur/PKGBUILD')}'
    [ "$sha256sums" = ${sumOf(packageFile('.tar.gz'))} ]
    tar -xzf '${packageFile('.tar.gz')}'
    pkgdir=$PWD/package
    package
    printf '%s\\n' "$source"
    "$pkgdir/usr/bin/xlcfg" --version`;
  const output = execFileSync('bash', ['-euc', script], { cwd: built, encoding: 'utf8' });
  const [url, printed] = output.trimEnd().split('\n');
  expect(printed).toBe(version);
  expect(read('aur/.SRCINFO')).toContain(`\tsource = ${url}\n`);
});

test('Homebrew: Ruby parses the formula', () => {
  execFileSync('ruby', ['-c', at('homebrew-core/Formula/x/xlcfg.rb')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(read('homebrew-core/Formula/x/xlcfg.rb')).toContain(sumOf(packageFile('.tar.gz')));
});
