import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_RULES, SEMANTIC_TOKENS_LEGEND } from '@xlcfg/shared';
import { NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { DEFAULT_SETTINGS } from '@xlcfg/shared/src/settings.ts';
import { describe, expect, test } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };
import { galleryFields, manifestSettings, restrictedSettings } from '../../client/scripts/manifest.ts';
import { withTables } from '../../client/scripts/readme.ts';
import server from '../../server/package.json' with { type: 'json' };
import { SET_LINE_ENDINGS } from '../../server/src/lsp/adapt.ts';
import { COMMANDS } from '../../server/src/lsp/commands/index.ts';
import { PROJECT_CONFIG_FILE } from '../../server/src/settings/projectConfig.ts';

const client = fileURLToPath(new URL('../../client', import.meta.url));
const sources = readdirSync(path.join(client, 'src')).map((file) =>
  readFileSync(path.join(client, 'src', file), 'utf8'),
);
/** What the website asks the server. */
const panels = readFileSync(path.join(client, 'site/src/playground/panels.ts'), 'utf8');
const { contributes } = manifest;
const settings = contributes.configuration.properties;
const [language] = contributes.languages;
if (language === undefined) throw new Error('The manifest has no language.');

describe('settings', () => {
  test('are those that `npm run sync` generates, and one of the client library', () => {
    const { 'xlcfg.trace.server': trace, ...own } = settings;
    expect(own).toEqual(manifestSettings);
    expect(Object.keys(own)).toEqual(Object.keys(manifestSettings));
    expect(trace).toBeDefined();
  });

  test('have the defaults of the server', () => {
    const tree: Record<string, unknown> = {};
    for (const [name, { default: value }] of Object.entries(manifestSettings)) {
      const [, first = '', second] = name.split('.');
      tree[first] = second === undefined ? value : { ...Object(tree[first]), [second]: value };
    }
    expect(tree).toEqual(DEFAULT_SETTINGS);
  });

  test('xenVersion offers every version, newest first', () => {
    expect(settings['xlcfg.xenVersion'].enum).toEqual([...XEN_VERSIONS].reverse());
    expect(settings['xlcfg.xenVersion'].enum[0]).toBe(NEWEST_XEN_VERSION);
  });

  test('rules describes every rule', () => {
    const described = Object.entries<{ description: string }>(settings['xlcfg.rules'].properties);
    expect(described.map(([code, { description }]) => [code, description])).toEqual(
      ALL_RULES.map(({ code, summary }) => [code, summary]),
    );
  });
});

test('walkthrough steps wait for commands, settings and context keys of the extension', () => {
  const events = contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ completionEvents }) => completionEvents),
  );
  const known = new Set([
    ...contributes.commands.map(({ command }) => `onCommand:${command}`),
    ...Object.keys(settings).map((name) => `onSettingChanged:${name}`),
    ...sources.flatMap((source) =>
      [...source.matchAll(/'(xlcfg\.\w+)'/g)].map(([, name]) => `onContext:${name}`),
    ),
  ]);
  expect(events.filter((event) => event.includes(':xlcfg.') && !known.has(event))).toEqual([]);
  // `editorLangId` and its like belong to one editor: a walkthrough never sees them.
  expect(events.filter((event) => /^onContext:(?!xlcfg\.)/.test(event))).toEqual([]);
});

describe('what a gallery shows', () => {
  test('follows from the manifest of the server (npm run sync)', () => {
    expect(manifest).toMatchObject(galleryFields);
  });

  test('the README has all commands and settings (npm run sync)', () => {
    const readme = readFileSync(path.join(client, 'README.md'), 'utf8');
    expect(withTables(readme, contributes.commands)).toBe(readme);
    for (const { command } of contributes.commands) expect(readme).toContain(`\`${command}\``);
    for (const name of Object.keys(manifestSettings)) expect(readme).toContain(`| \`${name}\` |`);
  });

  test('the README has pictures that exist', () => {
    const readme = readFileSync(path.join(client, 'README.md'), 'utf8');
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]*)\)/g)].map(([, url = '']) => url);
    expect(pictures.length).toBeGreaterThan(2);
    for (const url of pictures) {
      const [, file = ''] = url.split(`${server.homepage}/raw/HEAD/`);
      expect(existsSync(path.join(client, '..', file)), url).toBe(true);
    }
  });
});

describe('semantic tokens', () => {
  const { semanticTokenModifiers, semanticTokenScopes, semanticTokenTypes } = contributes;
  const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;
  const scopes = Object.entries(semanticTokenScopes[0]?.scopes ?? {});
  /** What VS Code has a colour for by itself. */
  const OWN_TYPES = [
    'property',
    'parameter',
    'type',
    'enumMember',
    'keyword',
    'namespace',
    'string',
    'number',
  ];

  test('declare types and modifiers that VS Code does not have, types with a standard supertype', () => {
    const others = tokenTypes.filter((type) => ![...OWN_TYPES, 'operator'].includes(type));
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual(others);
    expect(semanticTokenTypes.filter(({ superType }) => !OWN_TYPES.includes(superType))).toEqual([]);
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(
      tokenModifiers.filter((modifier) => modifier !== 'deprecated'),
    );
  });

  test('map every type of the legend to scopes, in its order', () => {
    const selectors = scopes.map(([selector]) => selector.split('.'));
    expect(selectors.filter(([, modifier]) => modifier === undefined).flat()).toEqual([...tokenTypes]);
    const strangers = selectors.filter(
      ([type, modifier]) =>
        !tokenTypes.some((one) => one === type) ||
        (modifier !== undefined && !tokenModifiers.some((one) => one === modifier)),
    );
    expect(strangers).toEqual([]);
  });

  test('map to scopes of the grammar, so that colors stay the same when the tokens arrive', () => {
    const grammar = readFileSync(path.join(client, 'syntaxes/xlcfg.tmLanguage.json'), 'utf8');
    const plain = scopes.filter(([selector]) => !selector.includes('.'));
    const unknown = plain.flatMap(([, names]) =>
      names.filter(
        (name) => !['"', ' '].some((sign) => grammar.includes(`${sign}${name.replace(/\.xlcfg$/, '')}.`)),
      ),
    );
    expect(unknown).toEqual([]);
  });
});

describe('language detection', () => {
  /** As VS Code reads the few signs that our patterns have. */
  const regExp = (glob: string): RegExp =>
    new RegExp(
      `^${glob
        .replaceAll('.', '\\.')
        .replaceAll('**/', '(?:.*/)?')
        .replaceAll(/(?<!\.)\*/g, '[^/]*')}$`,
    );
  const isOurs = (file: string): boolean =>
    language.extensions.some((extension) => file.endsWith(extension)) ||
    language.filenames.some((name) => file.endsWith(`/${name}`)) ||
    language.filenamePatterns.some((glob) => regExp(glob).test(file));

  test.each([
    '/etc/xen/web.cfg',
    '/etc/xen/win.hvm',
    '/etc/xen/guests/web.pv',
    '/etc/xen/auto/10-web',
    '/etc/xen/xlexample.pvhlinux',
    '/etc/xen/xmexample1',
    '/srv/web.pvlinux',
    '/etc/xen/xl.conf',
    '/srv/templates/xl.conf',
    '/etc/xen/cpupool',
    '/etc/xen/cpupool-credit2',
  ])('%s is', (file) => {
    expect(isOurs(file)).toBe(true);
  });

  test.each([
    '/etc/xen/oxenstored.conf',
    '/etc/xen/README',
    '/etc/xen/README.incompatibilities',
    '/etc/xen/xend-config.sxp',
    '/etc/xen/scripts/block',
    '/etc/xen/scripts/vif-bridge',
    '/etc/xen/scripts/locking.sh',
    '/etc/hvm',
  ])('%s is not', (file) => {
    expect(isOurs(file)).toBe(false);
  });

  test.each([
    ['name = "web"', true],
    ["name='web' # a comment", true],
    ['name = "web";', true],
    ['kernel = "/boot/vmlinuz"', true],
    ["builder = 'hvm'", true],
    ['type = "pvh"', true],
    ['# Example HVM guest configuration', true],
    ['# /etc/xen/web.cfg', true],
    ['# see xl.cfg(5)', true],
    ['type = "module"', false],
    ['name = web', false],
    ['name: "web"', false],
    ['#!/bin/sh', false],
    ['# Configuration of the web server', false],
    ['[global]', false],
    ['', false],
  ])('a file without an ending that starts with %j: %j', (line, expected) => {
    expect(new RegExp(language.firstLine).test(line)).toBe(expected);
  });
});

describe('commands', () => {
  const named = contributes.commands.map(({ command }) => command);
  /** Commands in code actions of the server. */
  const forServer = [SET_LINE_ENDINGS, 'xlcfg.openDocumentation'];
  /** Commands of the server in its own code actions. */
  const ofActions = ['xlcfg.setSeverity', 'xlcfg.showDocumentation'];

  test('in the manifest are exactly those that are registered', () => {
    const constants = new Map(
      sources.flatMap((source) =>
        [...source.matchAll(/const (\w+) = '(xlcfg\.\w+)'/g)].map(
          ([, name, value]) => [name, value] as const,
        ),
      ),
    );
    const registered = sources.flatMap((source) =>
      [...source.matchAll(/registerCommand\((?:'([^']+)'|(\w+)),/g)].map(
        ([, text, name]) => text ?? constants.get(name),
      ),
    );
    expect(registered.toSorted()).toEqual([...named, ...forServer].toSorted());
  });

  test('do not clash with commands of the server, which the library registers', () => {
    const taken = new Set(COMMANDS.map(({ name }) => name));
    expect(taken.size).toBeGreaterThan(0);
    expect([...named, ...forServer].filter((name) => taken.has(name))).toEqual([]);
  });

  test('of the server are all used by the client or the website', () => {
    const executed = sources.flatMap((source) =>
      [...source.matchAll(/executeCommand\('(xlcfg\.[^']+)'/g)].map(([, name]) => name),
    );
    const onWebsite = [...panels.matchAll(/'(xlcfg\.\w+)'/g)].map(([, name]) => name);
    const general = COMMANDS.filter(({ isFor }) => isFor === undefined);
    expect(new Set([...executed, ...onWebsite, ...ofActions])).toEqual(
      new Set(general.map(({ name }) => name)),
    );
  });

  test('in menus and walkthrough exist', () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const inSteps = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ description }) =>
        [...description.matchAll(/\(command:(xlcfg\.\w+)\)/g)].map(([, command]) => command),
      ),
    );
    expect([...inMenus, ...inSteps].filter((command) => !named.includes(command ?? ''))).toEqual([]);
    expect(new Set(inSteps)).toEqual(new Set(named.filter((name) => name !== 'xlcfg.restartServer')));
  });
});

test('the project config is validated by the shipped schema', () => {
  expect(contributes.jsonValidation).toEqual([
    { fileMatch: PROJECT_CONFIG_FILE, url: './docs/xlcfg.schema.json' },
  ]);
  expect(existsSync(path.join(client, '../server/docs/xlcfg.schema.json'))).toBe(true);
});

describe('an untrusted workspace', () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;

  test('cannot set the personal settings', () => {
    expect(restrictedConfigurations).toEqual(restrictedSettings);
    expect(restrictedConfigurations).toContain('xlcfg.folders');
    expect(Object.keys(settings)).toEqual(expect.arrayContaining(restrictedConfigurations));
    // The editor only reads the list with this value.
    expect(supported).toBe('limited');
  });
});

describe('the extension host', () => {
  const build = readFileSync(path.join(client, 'build.mjs'), 'utf8');

  test('is the one next to the files, or the browser', () => {
    // An extension with a browser entry also runs in a browser, where there is no Node.
    expect(manifest.extensionKind).toEqual(['workspace']);
    // In a browser, the editor only finds this file extension.
    expect(manifest.browser).toMatch(/^\.\/dist\/\w+\.js$/);
  });

  test.each([
    [manifest.main, 'extension', 'src/extension.ts'],
    [manifest.browser, 'browser', 'src/browser.ts'],
  ])('%s is built', (entry, name, source) => {
    expect(path.basename(entry).split('.')[0]).toBe(name);
    expect(build).toContain(`entryPoints: { ${name}: '${source}' }`);
  });
});

describe('the extension', () => {
  const files = [
    language.configuration,
    ...contributes.grammars.map((grammar) => grammar.path),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    manifest.icon,
  ];
  test.each(files)('%s exists and is shipped', (file) => {
    expect(existsSync(path.join(client, file))).toBe(true);
    const [top] = path.normalize(file).split('/');
    expect(readFileSync(path.join(client, '.vscodeignore'), 'utf8')).toMatch(
      new RegExp(`^!${top}(?:/\\*\\*)?$`, 'm'),
    );
  });

  test('has the version of the server', () => {
    expect(manifest.version).toBe(server.version);
  });

  test('starts the bundled server and imports nothing from it', () => {
    const imports = sources.flatMap((source) =>
      [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(
      imports.filter(
        (from) => !/^(?:vscode|vscode-languageclient(?:\/(?:browser|node))?|\.\/\w+\.ts)$/.test(from ?? ''),
      ),
    ).toEqual([]);
  });
});

test('Node is only needed to start the server', () => {
  const ofNode = readdirSync(path.join(client, 'src')).filter((file) =>
    /from '(?:node:|vscode-languageclient\/node)/.test(readFileSync(path.join(client, 'src', file), 'utf8')),
  );
  expect(ofNode).toEqual(['extension.ts']);
});
