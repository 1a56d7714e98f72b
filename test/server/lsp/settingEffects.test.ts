/** Each setting changes what the server sends. A setting without a row doesn't compile. */
import type { SettingGroup, Settings } from '@xlcfg/shared';
import { expect, it } from 'vitest';
import { hostTree } from '../../support/hostTree.ts';
import type { TestClient } from '../support/client.ts';
import { PULL_CAPABILITIES, pullDiagnostics, URI } from '../support/guests.ts';
import { connectInProcess } from '../support/inProcess.ts';

type SettingName = {
  [Name in keyof Settings]: Name extends SettingGroup ? `${Name}.${keyof Settings[Name] & string}` : Name;
}[keyof Settings];

interface Row {
  /** Differs from the default. */
  readonly value: unknown;
  readonly observe: (client: TestClient) => Promise<unknown>;
}

const GUEST = `name = 'a'
memory = 2048
memroy = 1
vmtrace_buf_kb = 64
disk = [ '/dev/vg/a,raw,xvda,rw', "/dev/vg/b,raw,xvdb,rw" ]
`;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };

/** A dom0 without the disks of the guest. */
const DOM0 = hostTree({ '/proc/xen/capabilities': 'control_d\n', '/sys/class/mem/null/dev': '1:3\n' });

const diagnostics = (client: TestClient): Promise<unknown> => pullDiagnostics(client);

const inlayHints = (client: TestClient): Promise<unknown> =>
  client.request('textDocument/inlayHint', { textDocument: { uri: URI }, range: WHOLE });

const formatting = (client: TestClient): Promise<unknown> =>
  client.requestUntyped('textDocument/formatting', {
    textDocument: { uri: URI },
    options: { tabSize: 2, insertSpaces: true },
  });

const watchedFolders = async (client: TestClient): Promise<string[]> => {
  const registration = await client.nextMessage('client/registerCapability', (params) =>
    JSON.stringify(params).includes('didChangeWatchedFiles'),
  );
  return JSON.stringify(registration).match(/file:[^"]*/g) ?? [];
};

const ROWS: Readonly<Record<SettingName, Row>> = {
  enable: { value: false, observe: diagnostics },
  xenVersion: { value: '4.14', observe: diagnostics },
  architecture: { value: 'arm', observe: diagnostics },
  rules: { value: { 'unknown-option': 'off' }, observe: diagnostics },
  folders: { value: ['/srv/guests'], observe: watchedFolders },
  host: { value: true, observe: diagnostics },
  'inlayHints.fieldNames': { value: true, observe: inlayHints },
  'inlayHints.numbers': { value: true, observe: inlayHints },
  'inlayHints.backends': { value: false, observe: inlayHints },
  'inlayHints.defaults': { value: true, observe: inlayHints },
  'format.lineWidth': { value: 40, observe: formatting },
  'format.quotes': { value: 'double', observe: formatting },
  'format.lists': { value: 'split', observe: formatting },
};

/** `{ format: { quotes: 'double' } }` for `format.quotes`. */
const nested = (name: string, value: unknown): object => {
  const [outer = '', inner] = name.split('.');
  return { [outer]: inner === undefined ? value : { [inner]: value } };
};

const observeWith = async (settings: object, observe: Row['observe']): Promise<unknown> => {
  await using client = await connectInProcess(
    {
      capabilities: {
        ...PULL_CAPABILITIES,
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
      initializationOptions: { settings: { xlcfg: settings } },
    },
    undefined,
    DOM0,
  );
  await client.open(URI, GUEST);
  const observed = await observe(client);
  return JSON.parse(
    JSON.stringify(observed, (key, value: unknown) => (key === 'resultId' ? undefined : value)),
  );
};

it.each(Object.entries(ROWS))('%s has an effect', async (name, { value, observe }) => {
  const before = await observeWith({}, observe);
  expect(await observeWith({}, observe)).toEqual(before);
  expect(await observeWith(nested(name, value), observe)).not.toEqual(before);
});
