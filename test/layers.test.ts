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

/** Files at the root of the language that import no room, and that everything may import. */
const FOUNDATIONS = [
  'binarySearch.ts',
  'cNumbers.ts',
  'commonEnds.ts',
  'lines.ts',
  'listMap.ts',
  'memoize.ts',
  'severity.ts',
  'snippet.ts',
  'span.ts',
  'tally.ts',
];

/** Each room and each other file at the root of the language, and what it may import in addition to itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  schema: [],
  messages: [],
  text: [],
  'settings.ts': ['schema'],
  edits: ['syntax'],
  languages: ['schema', 'syntax', 'text'],
  model: ['syntax', 'schema', 'languages', 'text'],
  effective: ['syntax', 'schema', 'languages', 'model'],
  directives: ['syntax', 'text', 'edits'],
  rules: ['syntax', 'schema', 'languages', 'model', 'text', 'edits', 'directives', 'settings.ts'],
  detect: ['schema'],
  templates: ['schema'],
  workspace: [
    'syntax',
    'schema',
    'languages',
    'model',
    'text',
    'edits',
    'directives',
    'rules',
    'settings.ts',
    'document',
  ],
  host: [
    'syntax',
    'schema',
    'languages',
    'model',
    'text',
    'edits',
    'directives',
    'rules',
    'workspace',
    'document',
    'settings.ts',
  ],
  /** Every rule, whatever it is about. */
  'allRules.ts': ['rules', 'workspace', 'host'],
  document: ['syntax', 'schema', 'languages', 'model', 'edits', 'detect', 'rules', 'settings.ts'],
  upgrade: ['syntax', 'schema', 'model', 'effective', 'text', 'edits', 'rules', 'document'],
  prose: ['syntax', 'schema', 'languages', 'model', 'text', 'document'],
  features: [
    'syntax',
    'schema',
    'languages',
    'messages',
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
    'upgrade',
    'prose',
    'host',
    'allRules.ts',
    'settings.ts',
  ],
  docs: [
    'schema',
    'languages',
    'messages',
    'text',
    'rules',
    'workspace',
    'host',
    'allRules.ts',
    'prose',
    'settings.ts',
  ],
  /** What the server needs before the language is loaded: constants of features, and the index of files. */
  'start.ts': ['features', 'workspace', 'schema', 'settings.ts'],
  'index.ts': [
    'syntax',
    'text',
    'schema',
    'languages',
    'model',
    'rules',
    'detect',
    'workspace',
    'document',
    'edits',
    'upgrade',
    'features',
    'docs',
    'host',
    'allRules.ts',
    'settings.ts',
  ],
};

/** The room of a file of the language, or its name if it is at the root. */
const roomOf = (file: string): string | undefined => /^shared\/src\/([^/]+)/.exec(file)?.[1];

/** What the files of a room import that they may not, as `importer -> imported`. */
const forbiddenImports = (room: string, allowed: readonly string[]): string[] =>
  sources('shared/src')
    .filter((file) => roomOf(file) === room)
    .flatMap((file) =>
      imports(file)
        .filter((target) => target.startsWith('shared/') && !allowed.includes(roomOf(target) ?? ''))
        .map((target) => `${file} -> ${target}`),
    );

describe('imports point one way', () => {
  test.each(Object.entries(ROOMS))('shared/src/%s', (room, others) => {
    expect(forbiddenImports(room, [room, ...others, ...FOUNDATIONS])).toEqual([]);
  });

  test.each(FOUNDATIONS)('shared/src/%s imports no room', (file) => {
    expect(forbiddenImports(file, FOUNDATIONS)).toEqual([]);
  });

  test('every folder and file of the language has its place', () => {
    expect(readdirSync(path.join(root, 'shared/src')).sort()).toEqual(
      [...Object.keys(ROOMS), ...FOUNDATIONS].sort(),
    );
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

  test('server and command line use the public entries of the language', () => {
    const inside = sources('server/src').flatMap((file) =>
      imports(file).filter((target) => /^(?:shared\/|@xlcfg\/shared\/(?!start$))/.test(target)),
    );
    expect(inside).toEqual([]);
  });

  test('the protocol room knows no transport', () => {
    const node = sources('server/src/lsp').flatMap((file) =>
      imports(file).filter((target) => target.startsWith('node:') || target === 'vscode-languageserver/node'),
    );
    expect(node).toEqual([]);
  });

  test('the room of disks has one door: models, rules and features come in by model/disks.ts', () => {
    const room = 'shared/src/languages/disk/';
    const inside = sources('shared/src').flatMap((file) =>
      !file.startsWith(room) && imports(file).some((target) => target.startsWith(room)) ? [file] : [],
    );
    const doors = ['shared/src/index.ts', 'shared/src/languages/index.ts', 'shared/src/model/disks.ts'];
    expect(inside.filter((file) => !file.startsWith('shared/src/docs/') && !doors.includes(file))).toEqual(
      [],
    );
  });

  test('the output formats of the command line are pure: no files, no process', () => {
    const allowed = [
      ...['@xlcfg/shared', '@xlcfg/shared/start'],
      'node:crypto',
      'node:path',
      'node:url',
      'picocolors',
      'sarif',
      'server/package.json',
      'vscode-languageserver-textdocument',
      'server/src/terminalText.ts',
      ...['notice', 'paths', 'pluralize'].map((name) => `server/src/cli/common/${name}.ts`),
    ];
    const others = sources('server/src/cli/report').flatMap((file) =>
      imports(file).filter(
        (target) => !target.startsWith('server/src/cli/report/') && !allowed.includes(target),
      ),
    );
    expect(others).toEqual([]);
  });

  test('the client starts the bundle and imports neither', () => {
    const inside = sources('client/src').flatMap((file) =>
      imports(file).filter((target) => /^(?:shared|server)\/|^@xlcfg\//.test(target)),
    );
    expect(inside).toEqual([]);
  });
});

/** The scripts of the website. */
const SITE_SCRIPTS = ['playground/main.ts', 'docs/main.ts', 'docs/search.ts'].map(
  (name) => `client/site/src/${name}`,
);

/** The entry points of bundles and scripts, and the public modules of the language. */
const ENTRY_POINTS = [
  'shared/src/index.ts',
  'shared/src/start.ts',
  'server/src/node/main.ts',
  'server/src/browser/main.ts',
  'server/src/cli/main.ts',
  'client/src/extension.ts',
  'client/src/browser.ts',
  ...sources('server/scripts'),
  ...sources('client/scripts'),
  'client/site/build.ts',
  'client/site/serve.ts',
  ...SITE_SCRIPTS,
  ...engineModules(),
];

/** What replaces Node's modules in the programs that run without Node, and what these start with. */
function engineModules(): readonly string[] {
  const script = readFileSync(path.join(root, 'server/buildEngine.mjs'), 'utf8');
  return [
    'server/src/engine/main.ts',
    ...[...script.matchAll(/engine\('([^']+)'\)/g)].map(([, name]) => `server/src/engine/${name}`),
  ];
}

/** The file that an import of another package of the workspace stands for. */
const resolved = (target: string): string =>
  target
    .replace(/^@xlcfg\/shared\/src\//, 'shared/src/')
    .replace(/^@xlcfg\/shared(?:\/.*)?$/, 'shared/src/index.ts');

test('every file is imported, directly or not, by an entry point', () => {
  const reached = new Set<string>();
  const pending = [...ENTRY_POINTS];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (reached.has(file) || !file.endsWith('.ts')) continue;
    reached.add(file);
    pending.push(...imports(file).map(resolved));
  }
  const all = ['shared/src', 'server/src', 'client/src', 'client/site/src'].flatMap(sources);
  expect(all.filter((file) => !reached.has(file) && !file.endsWith('.d.ts'))).toEqual([]);
});
