/** The files of each package: no sources, no source maps, no tests. */

const PAGES = [
  'ci.md',
  'command-line.md',
  'cpupool.md',
  'disks.md',
  'knowledge.md',
  'knowledge.schema.json',
  'messages.md',
  'options.md',
  'rules.md',
  'settings.md',
  'specs.md',
  'xl.conf.md',
  'xlcfg.schema.json',
];

const pages = (folder: string): string[] => PAGES.map((page) => `${folder}/${page}`);

/** The npm package, by the paths in its archive. */
export const NPM_FILES: readonly string[] = [
  'LICENSE',
  'README.md',
  'bin/start.cjs',
  'bin/xlcfg-language-server.cjs',
  'bin/xlcfg.cjs',
  'dist/THIRD_PARTY_NOTICES.txt',
  'dist/cli.cjs',
  'dist/language.cjs',
  'dist/server.cjs',
  ...pages('docs'),
  'man/xlcfg-language-server.1',
  'man/xlcfg.1',
  'package.json',
];

/** The extension, by the paths in its archive. The first two are added by vsce. */
export const VSIX_FILES: readonly string[] = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/THIRD_PARTY_NOTICES-server.txt',
  'extension/dist/THIRD_PARTY_NOTICES.txt',
  'extension/dist/browser.js',
  'extension/dist/browserServer.js',
  'extension/dist/extension.cjs',
  'extension/dist/language.cjs',
  'extension/dist/server.cjs',
  ...pages('extension/docs'),
  'extension/icon.png',
  'extension/language-configuration.json',
  'extension/package.json',
  'extension/readme.md',
  'extension/syntaxes/xlcfg.tmLanguage.json',
  'extension/walkthrough/effective.md',
  'extension/walkthrough/open.md',
  'extension/walkthrough/problems.md',
  'extension/walkthrough/release.md',
  'extension/walkthrough/upgrade.md',
];

/** Each bundle, with its entry point and its file of third-party notices. */
export const BUNDLES = [
  { entry: 'shared/src/index.ts', platform: 'node', notices: 'server/dist/THIRD_PARTY_NOTICES.txt' },
  { entry: 'server/src/node/main.ts', platform: 'node', notices: 'server/dist/THIRD_PARTY_NOTICES.txt' },
  { entry: 'server/src/cli/main.ts', platform: 'node', notices: 'server/dist/THIRD_PARTY_NOTICES.txt' },
  {
    entry: 'server/src/browser/main.ts',
    platform: 'browser',
    notices: 'server/dist/THIRD_PARTY_NOTICES.txt',
  },
  { entry: 'client/src/extension.ts', platform: 'node', notices: 'client/dist/THIRD_PARTY_NOTICES.txt' },
  { entry: 'client/src/browser.ts', platform: 'browser', notices: 'client/dist/THIRD_PARTY_NOTICES.txt' },
] as const;
