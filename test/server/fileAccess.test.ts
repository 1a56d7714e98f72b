/** The server reads only the workspace and project files, writes nothing, and runs nothing that a guest names. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../support/built.ts';
import { changeParams } from './support/client.ts';
import { DOCUMENT_REQUESTS } from './support/documentRequests.ts';
import { startServerProcess } from './support/serverProcess.ts';

const RECORD_CALLS = path.join(import.meta.dirname, 'support/recordCalls.cjs');

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'xlcfg-security-')));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface RecordedCall {
  /** Module and function. */
  readonly name: string;
  /** The first argument. */
  readonly target: string;
}

/** A guest in which everything that can name a file, a program or a network address does so. */
const HOSTILE_GUEST = [
  'import os; os.system("touch pwned")',
  'name = "$(touch pwned)"',
  'type = "hvm"',
  'memory = 512',
  'kernel = "/etc/hostname"',
  'firmware_override = "//attacker.example/share/x"',
  'bios_path_override = "\\\\\\\\attacker.example\\\\share\\\\x"',
  'bootloader = "/usr/bin/id"',
  'device_model_override = "`id`"',
  'extra = "http://attacker.example/"',
  'include = "../outside/secret.cfg"',
  'disk = [ "script=block-evil,target=http://attacker.example/a.img,xvda,rw", "/etc/shadow,raw,xvdb,rw", "../outside/secret,raw,xvdc,rw" ]',
  'vif = [ "script=/bin/sh,bridge=br0" ]',
  'vnclisten = "attacker.example"',
  'serial = "tcp:attacker.example:80"',
  '# man xl.cfg(5), https://attacker.example/ file:///etc/passwd',
  '# xlcfg-disable-line ../../../etc/passwd',
  '',
].join('\n');

describe('a session over a hostile workspace', () => {
  let calls: readonly RecordedCall[];
  let workspace: string;
  let outside: string;

  beforeAll(async () => {
    workspace = path.join(root, 'workspace');
    outside = path.join(root, 'outside');
    mkdirSync(path.join(workspace, 'deep'), { recursive: true });
    mkdirSync(path.join(outside, 'folder'), { recursive: true });
    writeFileSync(path.join(workspace, 'web.cfg'), HOSTILE_GUEST);
    writeFileSync(path.join(workspace, 'deep/db.cfg'), 'name = "db"\ntype = "pvh"\n');
    writeFileSync(path.join(outside, 'secret.cfg'), 'name = "secret"\n');
    writeFileSync(path.join(outside, 'folder/secret.cfg'), 'name = "secret"\n');
    symlinkSync(path.join(outside, 'secret.cfg'), path.join(workspace, 'link.cfg'));
    symlinkSync('../../outside/secret.cfg', path.join(workspace, 'deep/up.cfg'));
    symlinkSync(path.join(outside, 'folder'), path.join(workspace, 'folder'));
    symlinkSync('.', path.join(workspace, 'loop'));
    execFileSync('mkfifo', [path.join(workspace, 'pipe.cfg')]);

    const watched = path.join(root, 'calls');
    const before = process.env.RECORD_FILE;
    process.env.RECORD_FILE = watched;
    const folder = pathToFileURL(workspace).href;
    const uri = `${folder}/web.cfg`;
    await using client = startServerProcess({
      // Evaluating a string as code would throw.
      nodeArgs: ['--require', RECORD_CALLS, '--disallow-code-generation-from-strings'],
      folders: [folder],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    });
    if (before === undefined) delete process.env.RECORD_FILE;
    else process.env.RECORD_FILE = before;
    await client.initialize();
    await client.open(uri, HOSTILE_GUEST);
    await client.open('file:///etc/passwd', 'name = "x"\n');
    await client.open('http://attacker.example/web.cfg', HOSTILE_GUEST);
    await client.open('file://attacker.example/share/web.cfg', HOSTILE_GUEST);
    const lines = HOSTILE_GUEST.split('\n');
    for (const name of [uri, 'http://attacker.example/web.cfg', 'file://attacker.example/share/web.cfg']) {
      for (const asked of Object.values(DOCUMENT_REQUESTS).flat()) {
        for (const [line, text] of lines.entries()) {
          const position = { line, character: Math.floor(text.length / 2) };
          await client
            .requestUntyped(asked.method, asked.params(name, position, { line: lines.length, character: 0 }))
            .catch(() => {});
        }
      }
      await client.requestUntyped('workspace/executeCommand', {
        command: 'xlcfg.effectiveConfiguration',
        arguments: [name],
      });
    }
    for (const command of ['xlcfg.templates', 'workbench.action.terminal.new', 'touch pwned'])
      await client.requestUntyped('workspace/executeCommand', { command, arguments: [uri] }).catch(() => {});
    const found = await client.requestUntyped('workspace/symbol', { query: '' });
    expect(JSON.stringify(found)).toContain('deep/db.cfg');
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(
      JSON.stringify(await client.request('workspace/diagnostic', { previousResultIds: [] })),
    ).not.toContain('secret');
    await client.notify('textDocument/didChange', changeParams(uri, 2, [0, 0], [1, 0], ''));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        'file:///etc/shadow',
        'file:///etc/xen/no.cfg',
        `${folder}/link.cfg`,
        `${folder}/../outside/secret.cfg`,
      ].map((one) => ({ uri: one, type: 2 })),
    });
    expect(JSON.stringify(await client.requestUntyped('workspace/symbol', { query: '' }))).not.toContain(
      'secret',
    );
    await client.requestUntyped('shutdown');
    await client.notify('exit');
    expect(await client.exit).toBe(0);
    expect(client.stderr()).toBe('');
    calls = readFileSync(watched, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RecordedCall);
  });

  const pathOf = (target: string): string =>
    target.startsWith('file://') ? target.slice('file://'.length) : target;
  const isBelow = (folder: string, target: string): boolean => {
    const file = pathOf(target);
    return file === folder || file.startsWith(`${folder}/`);
  };
  const fileCalls = (): readonly RecordedCall[] => calls.filter(({ name }) => name.startsWith('fs.'));

  it('reads the workspace, which shows that calls are recorded', () => {
    expect(
      fileCalls().some(
        ({ name, target }) => /readFile|open/.test(name) && target === path.join(workspace, 'deep/db.cfg'),
      ),
    ).toBe(true);
  });

  it('starts no process, opens no connection and loads no code', () => {
    expect(calls.filter(({ name }) => !name.startsWith('fs.'))).toEqual([]);
  });

  it('writes nothing', () => {
    const writing = /write|append|mkdir|mkdtemp|rm|unlink|rename|copy|cp|link|chmod|chown|utimes|truncate/i;
    // The pattern also matches readlink and realpath.
    expect(fileCalls().filter(({ name }) => writing.test(name) && !/readlink|realpath/.test(name))).toEqual(
      [],
    );
  });

  /** Functions that return whether a file exists, its kind, or its real path, but not its contents. */
  const METADATA = /access|realpath|stat/i;
  const LIST_NAMES = 'fs.promises.opendir';
  const PROJECT_FILE = /^\.xlcfg(?:\.json|ignore)$/;

  it('reads only the workspace, and project files in the folders above its documents', () => {
    const beyond = fileCalls().filter(
      ({ name, target }) =>
        !METADATA.test(name) &&
        name !== LIST_NAMES &&
        !isBelow(workspace, target) &&
        !isBelow(path.dirname(built.folder), target) &&
        !PROJECT_FILE.test(path.basename(target)),
    );
    expect(beyond).toEqual([]);
  });

  it('lists names outside of it only in the folders of files that guests name, for completion', () => {
    const listed = fileCalls().filter(
      ({ name, target }) => name === LIST_NAMES && !isBelow(workspace, target),
    );
    const folders = [...new Set(listed.map(({ target }) => target))].sort();
    expect(folders).toEqual(['/bin/', '/etc/']);
  });

  it('queries metadata outside of it only for files that guests name, targets of links, and open documents', () => {
    const named = [
      ...['/etc/hostname', '/attacker.example/share/x', '/usr/bin/id', '/etc/shadow', '/bin/sh'],
      ...['/etc/passwd', '/etc', path.join(outside, 'secret.cfg')],
    ];
    const beyond = fileCalls().filter(
      ({ name, target }) =>
        METADATA.test(name) &&
        !isBelow(workspace, target) &&
        !isBelow(path.dirname(built.folder), target) &&
        !PROJECT_FILE.test(path.basename(target)) &&
        !named.includes(pathOf(target)) &&
        // Folders above the workspace.
        !isBelow(pathOf(target), workspace) &&
        pathOf(target) !== '/',
    );
    expect(beyond).toEqual([]);
  });

  it('follows no link out of the workspace, and reads no pipe', () => {
    const reading = fileCalls()
      .filter(({ name }) => /readFile|open|createReadStream|readdir/.test(name))
      .map(({ target }) => path.relative(workspace, pathOf(target)));
    expect(reading.filter((name) => /link\.cfg|up\.cfg|folder|loop|pipe/.test(name))).toEqual([]);
  });
});
