/** The tests of both programs, wherever they are installed: short, but every part of them is loaded once. */
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { clientOf } from '../../server/support/client.ts';
import type { Machine } from './machine.ts';

export interface Installed {
  readonly machine: Machine;
  /** A folder of that machine, which is there or can be made. */
  readonly folder: string;
  /** How the command line is called. */
  readonly xlcfg: readonly string[];
  /** How the server is called. */
  readonly server: readonly string[];
}

const OLD =
  "name = 'web'\ntype = 'hvm'\nmemory = 512\ndisk = [ 'tap:aio:/srv/a.img,xvda,w' ]\nvif = [ 'bridge=br0' ]\n";
const MODERN = OLD.replace('tap:aio:/srv/a.img,xvda,w', '/srv/a.img,raw,xvda,rw');
const BROKEN = 'name = web\n';

/** @param installed returns what is installed; called in tests only */
export const testPrograms = (installed: () => Installed): void => {
  const run = (args: readonly string[], input?: string) => {
    const { machine, xlcfg } = installed();
    return machine.run([...xlcfg, ...args], input);
  };
  const write = (name: string, text: string): string => {
    const { machine, folder } = installed();
    machine.write(`${folder}/${name}`, text);
    return `${folder}/${name}`;
  };

  test('xlcfg check reports an old disk, and accepts the file', () => {
    const { code, stdout, stderr } = run(['check', write('old.cfg', OLD)]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/old\.cfg:4:11: info\w* disk-deprecated-prefix: /);
    expect(code).toBe(0);
  });

  test('xlcfg check rejects what xl rejects', () => {
    expect(run(['check', write('broken.cfg', BROKEN)])).toMatchObject({ code: 1, stderr: '' });
  });

  test('xlcfg check reads standard input', () => {
    expect(run(['check', '-'], BROKEN)).toMatchObject({ code: 1, stderr: '' });
    expect(run(['check', '-'], MODERN)).toMatchObject({ code: 0, stderr: '' });
  });

  test('xlcfg check follows the project file', () => {
    const { code, stdout } = run(['check', '--format', 'sarif', write('project/a.cfg', OLD)]);
    expect(JSON.parse(stdout).runs[0].results).not.toEqual([]);
    write('project/.xlcfg.json', '{ "rules": { "disk-deprecated-prefix": "error" } }');
    expect([code, run(['check', write('project/a.cfg', OLD)]).code]).toEqual([0, 1]);
  });

  test('xlcfg fix rewrites the disk', () => {
    const file = write('fixed.cfg', OLD);
    expect(run(['fix', file])).toMatchObject({ code: 0, stderr: '' });
    expect(installed().machine.read(file)).toBe(MODERN);
  });

  test.each([['show'], ['format'], ['fix', '--diff']])('xlcfg %s', (...command) => {
    const { code, stdout, stderr } = run([...command, write('any.cfg', OLD)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });

  test('xlcfg explain', () => {
    expect(run(['explain', 'tap:aio:/srv/a.img,xvda,w']).stdout).toContain('/srv/a.img');
  });

  test('the server has a session', async () => {
    const { machine, server, folder } = installed();
    await using client = clientOf(machine.start([...server, '--stdio']), {
      capabilities: {
        textDocument: {
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
    const { capabilities } = await client.initialize();
    expect(capabilities.hoverProvider).toBeTruthy();
    const uri = pathToFileURL(`${folder}/session.cfg`).href;
    await client.open(uri, OLD);
    const { diagnostics } = await client.nextDiagnostics(uri);
    expect(diagnostics.map(({ code }) => code)).toContain('disk-deprecated-prefix');

    const document = { textDocument: { uri } };
    const hover = await client.request('textDocument/hover', {
      ...document,
      position: { line: 3, character: 2 },
    });
    expect(JSON.stringify(hover)).toContain('disk');
    const at = { line: 4, character: 10 };
    const actions = await client.request('textDocument/codeAction', {
      ...document,
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    // Its bytes are random.
    expect(JSON.stringify(actions)).toMatch(/mac=00:16:3e(:[0-9a-f]{2}){3}/);
    for (const feature of ['documentSymbol', 'semanticTokens/full', 'foldingRange', 'documentLink']) {
      await client.requestUntyped(`textDocument/${feature}`, document);
    }

    await client.request('shutdown', undefined);
    await client.notify('exit');
    expect(await client.exit).toBe(0);
    expect(client.stderr()).toBe('');
  });
};
