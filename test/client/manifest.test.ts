import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../client/package.json' with { type: 'json' };
import { manifestSettings } from '../../client/scripts/manifestSettings.ts';
import server from '../../server/package.json' with { type: 'json' };
import { RULES } from '../../shared/src/index.ts';
import { NEWEST_RELEASE, RELEASES } from '../../shared/src/schema/releases.ts';
import { DEFAULT_SETTINGS } from '../../shared/src/settings.ts';

const client = fileURLToPath(new URL('../../client', import.meta.url));
const { contributes } = manifest;
const settings = contributes.configuration.properties;
const [language] = contributes.languages;
if (language === undefined) throw new Error('The manifest has no language.');

describe('settings', () => {
  test('are as `npm run sync -w client` writes them, with the one of the client library', () => {
    const { 'xlcfg.trace.server': trace, ...own } = settings;
    expect(own).toEqual(manifestSettings);
    expect(Object.keys(own)).toEqual(Object.keys(manifestSettings));
    expect(trace).toBeDefined();
  });

  test('have the defaults of the server', () => {
    const tree = Object.entries(manifestSettings).reduce<Record<string, unknown>>((whole, [name, one]) => {
      const [, first = '', second] = name.split('.');
      const value = second === undefined ? one.default : { ...Object(whole[first]), [second]: one.default };
      return { ...whole, [first]: value };
    }, {});
    expect(tree).toEqual(DEFAULT_SETTINGS);
  });

  test('xenVersion offers every release, the newest first', () => {
    expect(settings['xlcfg.xenVersion'].enum).toEqual([...RELEASES].reverse());
    expect(settings['xlcfg.xenVersion'].enum[0]).toBe(NEWEST_RELEASE);
  });

  test('rules has every rule with its summary', () => {
    const described = Object.entries<{ description: string }>(settings['xlcfg.rules'].properties);
    expect(described.map(([code, { description }]) => [code, description])).toEqual(
      RULES.map(({ code, summary }) => [code, summary]),
    );
  });
});

describe('which files are ours', () => {
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
    language.filenamePatterns.some((glob) => regExp(glob).test(file));

  test.each([
    '/etc/xen/web.cfg',
    '/etc/xen/win.hvm',
    '/etc/xen/guests/web.pv',
    '/etc/xen/auto/10-web',
    '/etc/xen/xlexample.pvhlinux',
    '/etc/xen/xmexample1',
    '/srv/web.pvlinux',
  ])('%s is', (file) => {
    expect(isOurs(file)).toBe(true);
  });

  test.each([
    '/etc/xen/xl.conf',
    '/etc/xen/oxenstored.conf',
    '/etc/xen/cpupool',
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

describe('the extension', () => {
  const files = [
    language.configuration,
    ...contributes.grammars.map((grammar) => grammar.path),
    ...contributes.snippets.map((snippets) => snippets.path),
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

  test('starts the server as a bundle and imports nothing of it', () => {
    const sources = readdirSync(path.join(client, 'src')).map((file) =>
      readFileSync(path.join(client, 'src', file), 'utf8'),
    );
    const imports = sources.flatMap((source) =>
      [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(
      imports.filter((from) => !/^(?:vscode|vscode-languageclient\/node|\.\/\w+\.ts)$/.test(from ?? '')),
    ).toEqual([]);
  });
});
