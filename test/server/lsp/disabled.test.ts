/** `xlcfg.enable` switches every feature off; files that a project ignores keep all but problems. */
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { makeFolder } from '../../support/folder.ts';
import type { ClientOptions } from '../support/client.ts';
import { connectInProcess } from '../support/inProcess.ts';

const GUEST = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 0x800\nmemroy = 1\n';

/** What a client sees of the guest: whether there is a hover, and the numbers of other answers. */
const answers = async (files: Readonly<Record<string, string>>, settings: object) => {
  using folder = makeFolder(files);
  const options: ClientOptions = {
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { settings: { xlcfg: { inlayHints: { numbers: true }, ...settings } } },
    folders: [pathToFileURL(folder.path).href],
  };
  await using client = await connectInProcess(options);
  const uri = pathToFileURL(folder.at('a.cfg')).href;
  await client.open(uri, GUEST);
  const document = { textDocument: { uri } };
  const position = { line: 3, character: 2 };
  const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
  const report = await client.request('textDocument/diagnostic', document);
  return {
    problems: report.kind === 'full' && report.items.length > 0,
    hover: (await client.request('textDocument/hover', { ...document, position })) !== null,
    completion: JSON.stringify(
      await client.request('textDocument/completion', { ...document, position }),
    ).includes('"label"'),
    hints: (await client.request('textDocument/inlayHint', { ...document, range })).length > 0,
    colors: (await client.request('textDocument/semanticTokens/full', document)).data.length > 0,
  };
};

const all = (value: boolean) => ({
  problems: value,
  hover: value,
  completion: value,
  hints: value,
  colors: value,
});

it.each([
  ['by default, everything is on', {}, {}, all(true)],
  ['the setting switches everything off', {}, { enable: false }, all(false)],
  ['a project config switches everything off', { '.xlcfg.json': '{ "enable": false }' }, {}, all(false)],
  [
    'a project config switches everything on again',
    { '.xlcfg.json': '{ "enable": true }' },
    { enable: false },
    all(true),
  ],
  [
    'a file that the project ignores has no problems, but all other features',
    { '.xlcfgignore': 'a.cfg\n' },
    {},
    { ...all(true), problems: false },
  ],
])('%s', async (_, files, settings, expected) => {
  expect(await answers(files, settings)).toEqual(expected);
});
