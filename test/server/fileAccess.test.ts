/** What the server never does: reach beyond what was named to it, or make text of a file act. */
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
import { patient } from '../support/patient.ts';
import { changeParams } from './support/client.ts';
import { DOCUMENT_REQUESTS } from './support/documentRequests.ts';
import { startServerProcess } from './support/serverProcess.ts';

const WATCH = path.join(import.meta.dirname, 'support/recordCalls.cjs');

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'xlcfg-security-')));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Act {
  readonly what: string;
  readonly first: string;
}

/** Everything in a guest that names a file, a program or a place on the network. */
const HOSTILE = [
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

describe('a session over a hostile workspace', patient, () => {
  let acts: readonly Act[];
  let workspace: string;
  let outside: string;

  beforeAll(async () => {
    workspace = path.join(root, 'workspace');
    outside = path.join(root, 'outside');
    mkdirSync(path.join(workspace, 'deep'), { recursive: true });
    mkdirSync(path.join(outside, 'folder'), { recursive: true });
    writeFileSync(path.join(workspace, 'web.cfg'), HOSTILE);
    writeFileSync(path.join(workspace, 'deep/db.cfg'), 'name = "db"\ntype = "pvh"\n');
    writeFileSync(path.join(outside, 'secret.cfg'), 'name = "secret"\n');
    writeFileSync(path.join(outside, 'folder/secret.cfg'), 'name = "secret"\n');
    symlinkSync(path.join(outside, 'secret.cfg'), path.join(workspace, 'link.cfg'));
    symlinkSync('../../outside/secret.cfg', path.join(workspace, 'deep/up.cfg'));
    symlinkSync(path.join(outside, 'folder'), path.join(workspace, 'folder'));
    symlinkSync('.', path.join(workspace, 'loop'));
    execFileSync('mkfifo', [path.join(workspace, 'pipe.cfg')]);

    const watched = path.join(root, 'acts');
    const before = process.env.WATCH_FILE;
    process.env.WATCH_FILE = watched;
    const folder = pathToFileURL(workspace).href;
    const uri = `${folder}/web.cfg`;
    await using client = startServerProcess({
      // A text that became code would be an error.
      nodeArgs: ['--require', WATCH, '--disallow-code-generation-from-strings'],
      folders: [folder],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    });
    if (before === undefined) delete process.env.WATCH_FILE;
    else process.env.WATCH_FILE = before;
    await client.initialize();
    await client.open(uri, HOSTILE);
    await client.open('file:///etc/passwd', 'name = "x"\n');
    await client.open('http://attacker.example/web.cfg', HOSTILE);
    await client.open('file://attacker.example/share/web.cfg', HOSTILE);
    const lines = HOSTILE.split('\n');
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
    acts = readFileSync(watched, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Act);
  });

  const pathOf = (first: string): string =>
    first.startsWith('file://') ? first.slice('file://'.length) : first;
  const isBelow = (folder: string, first: string): boolean => {
    const file = pathOf(first);
    return file === folder || file.startsWith(`${folder}/`);
  };
  const files = (): readonly Act[] => acts.filter(({ what }) => what.startsWith('fs.'));

  it('was watched: the workspace was read', () => {
    expect(
      files().some(
        ({ what, first }) => /readFile|open/.test(what) && first === path.join(workspace, 'deep/db.cfg'),
      ),
    ).toBe(true);
  });

  it('starts no process, opens no connection, loads no code', () => {
    expect(acts.filter(({ what }) => !what.startsWith('fs.'))).toEqual([]);
  });

  it('writes nothing', () => {
    const writing = /write|append|mkdir|mkdtemp|rm|unlink|rename|copy|cp|link|chmod|chown|utimes|truncate/i;
    // Reading a link is no writing.
    expect(files().filter(({ what }) => writing.test(what) && !/readlink|realpath/.test(what))).toEqual([]);
  });

  /** Asks whether a file is there, what kind it is, and where it leads; not what is in it. */
  const ASKING = /access|realpath|stat/i;
  const SETTINGS_FILE = /^\.xlcfg(?:\.json|ignore)$/;

  it('reads nothing but the workspace, and settings in the folders above its documents', () => {
    const beyond = files().filter(
      ({ what, first }) =>
        !ASKING.test(what) &&
        !isBelow(workspace, first) &&
        !isBelow(path.dirname(built.folder), first) &&
        !SETTINGS_FILE.test(path.basename(first)),
    );
    expect(beyond).toEqual([]);
  });

  it('asks beyond it only for what guests name, where links lead, and what is open', () => {
    const named = [
      ...['/etc/hostname', '/attacker.example/share/x', '/usr/bin/id', '/etc/shadow', '/bin/sh'],
      ...['/etc/passwd', '/etc', path.join(outside, 'secret.cfg')],
    ];
    const beyond = files().filter(
      ({ what, first }) =>
        ASKING.test(what) &&
        !isBelow(workspace, first) &&
        !isBelow(path.dirname(built.folder), first) &&
        !SETTINGS_FILE.test(path.basename(first)) &&
        !named.includes(pathOf(first)) &&
        // The way to the workspace itself.
        !isBelow(pathOf(first), workspace) &&
        pathOf(first) !== '/',
    );
    expect(beyond).toEqual([]);
  });

  it('follows no link out of the workspace, and reads no pipe', () => {
    const reading = files()
      .filter(({ what }) => /readFile|open|createReadStream|readdir/.test(what))
      .map(({ first }) => path.relative(workspace, pathOf(first)));
    expect(reading.filter((name) => /link\.cfg|up\.cfg|folder|loop|pipe/.test(name))).toEqual([]);
  });
});
