/** Host checks in the server: what it publishes, and that it waits for no disk. */
import type { HostFileSystem } from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../support/folder.ts';
import { type HostTree, hostTree } from '../../support/hostTree.ts';
import type { ClientOptions, TestClient } from '../support/client.ts';
import { changeParams } from '../support/client.ts';
import { PULL_CAPABILITIES, pullDiagnostics, sleep, URI } from '../support/guests.ts';
import { connectInProcess } from '../support/inProcess.ts';

const DOM0: HostTree = {
  '/proc/xen/capabilities': 'control_d\n',
  '/sys/hypervisor/type': 'xen\n',
  '/sys/hypervisor/version/major': '4\n',
  '/sys/hypervisor/version/minor': '17\n',
  '/sys/hypervisor/properties/capabilities': 'xen-3.0-x86_64\n',
  '/sys/class/net/br0/bridge': { kind: 'folder' },
};

const GUEST = `name = "web"\ntype = "hvm"\nmemory = 512\nvif = [ 'bridge=xenbr0' ]\n`;
const DISK = `name = "web"\ntype = "hvm"\nmemory = 512\ndisk = [ '/dev/vg/a,raw,xvda,rw' ]\n`;

const withHost = (settings: object = { host: true }): ClientOptions => ({
  initializationOptions: { settings: { xlcfg: settings } },
});

const connect = (
  files: HostFileSystem = hostTree(DOM0),
  options: ClientOptions = withHost(),
): Promise<TestClient> => connectInProcess(options, undefined, files);

const codesOf = (diagnostics: readonly { readonly code?: string | number }[]) =>
  diagnostics.map(({ code }) => code).filter((code) => String(code).startsWith('host-'));

/** Waits until diagnostics with these codes of host rules are published. */
const published = async (client: TestClient, codes: readonly string[]): Promise<void> => {
  for (;;) {
    const { diagnostics } = await client.nextDiagnostics(URI);
    if (JSON.stringify(codesOf(diagnostics)) === JSON.stringify(codes)) return;
  }
};

describe.concurrent('pushed diagnostics', () => {
  it('have what the host lacks', async () => {
    await using client = await connect();
    await client.open(URI, GUEST);
    await published(client, ['host-missing-bridge']);
    await client.notify('textDocument/didChange', changeParams(URI, 2, [3, 16], [3, 22], 'br0'));
    await published(client, []);
  });

  it('have nothing of it by default, nor where the server does not run on a dom0', async () => {
    for (const [tree, settings] of [
      [DOM0, {}],
      [{ '/sys/hypervisor/type': 'kvm\n', '/sys/class/net/br0/bridge': { kind: 'folder' } }, { host: true }],
    ] as const) {
      await using client = await connect(hostTree(tree), withHost(settings));
      await client.open(URI, GUEST);
      expect(codesOf((await client.nextDiagnostics(URI)).diagnostics)).toEqual([]);
    }
  });

  it('come without the host where that does not answer, and with it when it does', async () => {
    const tree = hostTree(DOM0);
    let answer = (): void => {};
    const answers = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow: HostFileSystem = {
      ...tree,
      list: async (...call) => {
        await answers;
        return tree.list(...call);
      },
    };
    await using client = await connect(slow);
    await client.open(URI, GUEST);
    await published(client, []);
    answer();
    await published(client, ['host-missing-bridge']);
  });

  it('tell two names of one disk, when the other file is opened', async () => {
    await using client = await connect(
      hostTree({
        ...DOM0,
        '/sys/class/mem/null/dev': '1:3\n',
        '/dev/dm-0': { block: '253:0' },
        '/dev/vg/a': { link: '../dm-0' },
      }),
    );
    await client.open(URI, DISK);
    await published(client, []);
    await client.open('file:///etc/xen/db.cfg', DISK.replace('"web"', '"db"').replace('vg/a', 'dm-0'));
    await published(client, ['host-shared-disk']);
  });
});

describe.concurrent('pulled diagnostics', () => {
  it('have what the host lacks once that is known, and the client is asked to pull again', async () => {
    const tree = hostTree(DOM0);
    const slow: HostFileSystem = {
      ...tree,
      list: async (...call) => {
        await sleep(50);
        return tree.list(...call);
      },
    };
    await using client = await connect(slow, {
      ...withHost(),
      capabilities: { ...PULL_CAPABILITIES, workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.open(URI, GUEST);
    const first = await pullDiagnostics(client);
    expect(first.kind === 'full' && codesOf(first.items)).toEqual([]);
    await client.nextMessage('workspace/diagnostic/refresh');
    const second = await pullDiagnostics(client);
    expect(second.kind === 'full' && codesOf(second.items)).toEqual(['host-missing-bridge']);
    // What is known by now is in the answer about the next version, too.
    await client.notify('textDocument/didChange', changeParams(URI, 2, [0, 0], [0, 0], '# x\n'));
    const third = await pullDiagnostics(client);
    expect(third.kind === 'full' && codesOf(third.items)).toEqual(['host-missing-bridge']);
  });

  it('of the whole workspace have what the host lacks for files that are not open', async () => {
    using folder = makeFolder({ 'web.cfg': GUEST });
    await using client = await connect(hostTree(DOM0), {
      ...withHost(),
      capabilities: { ...PULL_CAPABILITIES, workspace: { workspaceFolders: true } },
      folders: [`file://${folder.path}`],
    });
    for (;;) {
      const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
      const [file] = items;
      if (file?.kind !== 'full') continue;
      expect(codesOf(file.items)).toEqual(['host-missing-bridge']);
      return;
    }
  });
});

it('a quick fix offers what is there', async () => {
  await using client = await connect();
  await client.open(URI, GUEST);
  await published(client, ['host-missing-bridge']);
  const at = { line: 3, character: 18 };
  const actions = await client.request('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const fix = actions.find(({ title }) => title === 'Change to br0');
  expect(fix?.edit?.changes?.[URI]).toEqual([
    { range: { start: { line: 3, character: 16 }, end: { line: 3, character: 22 } }, newText: 'br0' },
  ]);
});

describe.concurrent('the Xen version and the architecture', () => {
  it.each([
    [{ host: true }, 'Xen 4.17', 'version of this host', 'x86', 'architecture of this host'],
    [
      { host: true, xenVersion: '4.14' },
      'Xen 4.14',
      "set in the editor's settings",
      'x86',
      'architecture of this host',
    ],
    [{}, 'Xen 4.22', 'newest known version', 'x86', 'assumed: no option is set that only Arm has'],
  ])('with %j', async (settings, version, why, architecture, whyThat) => {
    await using client = await connect(hostTree(DOM0), withHost(settings));
    await client.open(URI, 'name = "web"\nmemory = 512\n');
    const answer = await client.requestUntyped('workspace/executeCommand', {
      command: 'xlcfg.platform',
      arguments: [URI],
    });
    expect(answer).toMatchObject({
      xenVersion: { text: version, detail: why },
      architecture: { text: architecture, detail: whyThat },
    });
  });
});

describe.concurrent('on a dom0 the checks are offered', () => {
  const CAPABILITIES = {
    window: { showMessage: { messageActionItem: {} }, showDocument: { support: true } },
    workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  };

  const connectWith = (title: string | null, settings: object, tree: HostTree = DOM0): Promise<TestClient> =>
    connect(hostTree(tree), {
      ...withHost(settings),
      capabilities: CAPABILITIES,
      answerRequest: (method) => {
        if (method === 'window/showMessageRequest') return title === null ? null : { title };
        return method === 'workspace/applyEdit' ? { applied: true } : { success: true };
      },
    });

  it.each([
    ['Check', 'true'],
    ["Don't Ask Again", 'false'],
  ])('once, and %j writes it into .xlcfg.json', async (title, value) => {
    using folder = makeFolder({ 'web.cfg': GUEST, 'db.cfg': GUEST });
    await using client = await connectWith(title, {});
    await client.open(`file://${folder.path}/web.cfg`, GUEST);
    await client.open(`file://${folder.path}/db.cfg`, GUEST);
    expect(await client.nextMessage('window/showMessageRequest')).toMatchObject({
      message: expect.stringMatching(/^The server runs on a Xen dom0\. /),
    });
    expect(JSON.stringify(await client.nextMessage('workspace/applyEdit'))).toContain(`\\"host\\": ${value}`);
    expect(await client.nextMessage('window/showDocument')).toEqual({
      uri: `file://${folder.path}/.xlcfg.json`,
    });
    const asked = client.received.filter(({ method }) => method === 'window/showMessageRequest');
    expect(asked).toHaveLength(1);
  });

  it.each<readonly [why: string, settings: object, tree: HostTree, config: string | undefined]>([
    ['they are on', { host: true }, DOM0, undefined],
    ['it is no dom0', {}, { '/proc/version': 'Linux' }, undefined],
    ['a project file says no', {}, DOM0, '{ "host": false }'],
  ])('but not where %s', async (_, settings, tree, config) => {
    using folder = makeFolder({ 'web.cfg': GUEST, ...(config && { '.xlcfg.json': config }) });
    const uri = `file://${folder.path}/web.cfg`;
    await using client = await connectWith('Check', settings, tree);
    await client.open(uri, GUEST);
    await client.nextDiagnostics(uri);
    await client.requestUntyped('workspace/executeCommand', { command: 'xlcfg.platform', arguments: [uri] });
    await sleep(50);
    expect(client.received.filter(({ method }) => method === 'window/showMessageRequest')).toEqual([]);
  });
});
