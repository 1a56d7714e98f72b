import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

const IMPORT = /^(?:import|export)\b[^;']*\bfrom\s*'([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

const imports = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT)].map(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? '';
    return specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : specifier;
  });

/** Each room of the language, and the rooms that it may look into beside itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  schema: [],
  text: [],
  edits: ['syntax'],
  languages: ['schema', 'syntax'],
  model: ['syntax', 'schema', 'languages'],
  effective: ['syntax', 'schema', 'languages', 'model'],
  directives: ['syntax', 'text', 'edits'],
  rules: ['syntax', 'schema', 'languages', 'model', 'text', 'edits', 'directives'],
  detect: ['schema'],
  templates: ['schema'],
  workspace: ['syntax', 'schema', 'languages', 'model', 'text', 'edits', 'directives', 'rules'],
  document: ['syntax', 'schema', 'languages', 'model', 'detect', 'rules'],
  prose: ['syntax', 'schema', 'languages', 'model', 'text', 'document'],
  features: [
    'syntax',
    'schema',
    'languages',
    'model',
    'effective',
    'text',
    'edits',
    'directives',
    'rules',
    'detect',
    'templates',
    'workspace',
    'document',
    'prose',
  ],
  docs: ['schema', 'languages', 'text', 'rules', 'workspace', 'prose'],
};

/** What every room may use: files of no room of their own. */
const COMMON = [
  'shared/src/span.ts',
  'shared/src/binarySearch.ts',
  'shared/src/cNumbers.ts',
  'shared/src/memoize.ts',
  'shared/src/settings.ts',
  'shared/src/snippet.ts',
];

const roomOf = (file: string): string | undefined => /^shared\/src\/([^/]+)\//.exec(file)?.[1];

describe('imports point one way', () => {
  test.each(Object.entries(ROOMS))('shared/src/%s', (room, others) => {
    const strangers = sources(`shared/src/${room}`).flatMap((file) =>
      imports(file)
        .filter((target) => target.startsWith('shared/') && !COMMON.includes(target))
        .filter((target) => ![room, ...others].includes(roomOf(target) ?? ''))
        .map((target) => `${file} -> ${target}`),
    );
    expect(strangers).toEqual([]);
  });

  test('every folder of the language is a room', () => {
    const folders = readdirSync(path.join(root, 'shared/src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(ROOMS).sort());
  });

  test('the language is pure: no module of Node, no connection', () => {
    const allowed = [
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
      'fastest-levenshtein',
    ];
    const packages = sources('shared/src').flatMap((file) =>
      imports(file).filter((target) => !target.startsWith('shared/') && !allowed.includes(target)),
    );
    expect(packages).toEqual([]);
  });

  test('server and command line use the public index of the language', () => {
    const inside = sources('server/src').flatMap((file) =>
      imports(file).filter((target) => target.startsWith('shared/')),
    );
    expect(inside).toEqual([]);
  });

  test('the protocol room knows no transport', () => {
    const node = sources('server/src/lsp').flatMap((file) =>
      imports(file).filter((target) => target.startsWith('node:') || target === 'vscode-languageserver/node'),
    );
    expect(node).toEqual([]);
  });

  test('the client starts the bundle and imports neither', () => {
    const inside = sources('client/src').flatMap((file) =>
      imports(file).filter((target) => /^(?:shared|server)\/|^@xlcfg\//.test(target)),
    );
    expect(inside).toEqual([]);
  });
});
