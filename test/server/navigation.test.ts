/** Definition, references and rename over a real connection, in files that are open and in files that are not. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyTextEdits, atCursor, type ClientOptions, change, type TestClient } from './support/client.ts';
import { startHere } from './support/here.ts';

vi.setConfig({ testTimeout: 20_000 });

const NET = 'name = "net"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\n';
const WEB =
  'name = "web"\nvif = [ "backend=net" ]\nroot = "/dev/xvda1"\ndisk = [ "/dev/vg/web,raw,xvda,rw" ]\n';
const LINKS = { textDocument: { definition: { linkSupport: true }, declaration: { linkSupport: true } } };
const EDITS = { workspace: { workspaceEdit: { documentChanges: true } } };

let folder: string;

const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

/** A client whose workspace is the folder. */
const connect = async (options: ClientOptions = {}): Promise<TestClient> => {
  const settings = { folders: [folder] };
  const client = startHere({ initializationOptions: { settings }, ...options });
  await client.initialize();
  return client;
};

const at = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-navigation-'));
  writeFileSync(path.join(folder, 'net.cfg'), NET);
  writeFileSync(path.join(folder, 'web.cfg'), WEB);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.concurrent('definition', () => {
  it('leads to the disk as a link, or as a place for a client without links', async () => {
    const disk = { start: { line: 3, character: 26 }, end: { line: 3, character: 30 } };
    await using links = await connect({ capabilities: LINKS });
    await links.open(uriOf('web.cfg'), WEB);
    for (const method of ['textDocument/definition', 'textDocument/declaration'] as const) {
      expect(await links.request(method, at(uriOf('web.cfg'), 2, 14))).toMatchObject([
        {
          originSelectionRange: { start: { line: 2, character: 13 }, end: { line: 2, character: 18 } },
          targetUri: uriOf('web.cfg'),
          targetSelectionRange: disk,
        },
      ]);
    }
    await using plain = await connect();
    await plain.open(uriOf('web.cfg'), WEB);
    expect(await plain.request('textDocument/definition', at(uriOf('web.cfg'), 2, 14))).toEqual([
      { uri: uriOf('web.cfg'), range: disk },
    ]);
  });

  it('leads to a file that is not open', async () => {
    await using client = await connect();
    await client.open(uriOf('web.cfg'), WEB);
    expect(await client.request('textDocument/definition', at(uriOf('web.cfg'), 1, 18))).toEqual([
      { uri: uriOf('net.cfg'), range: { start: { line: 0, character: 8 }, end: { line: 0, character: 11 } } },
    ]);
  });
});

describe.concurrent('references', () => {
  it('are in all files, with the definition or without', async () => {
    await using client = await connect();
    await client.open(uriOf('net.cfg'), NET);
    const ask = (includeDeclaration: boolean) =>
      client.request('textDocument/references', {
        ...at(uriOf('net.cfg'), 0, 9),
        context: { includeDeclaration },
      });
    const uris = (places: readonly { uri: string }[]) => places.map(({ uri }) => uri);
    expect(uris(await ask(true))).toEqual([uriOf('net.cfg'), uriOf('web.cfg')]);
    expect(uris(await ask(false))).toEqual([uriOf('web.cfg')]);
  });
});

describe.concurrent('rename', () => {
  const NAME = [0, 9] as const;

  it('is prepared for clients that ask', async () => {
    await using client = startHere({
      capabilities: { textDocument: { rename: { prepareSupport: true } } },
    });
    const { capabilities } = await client.initialize();
    expect(capabilities.renameProvider).toEqual({ prepareProvider: true });
    await client.open(uriOf('net.cfg'), NET);
    expect(await client.request('textDocument/prepareRename', at(uriOf('net.cfg'), ...NAME))).toEqual({
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 11 } },
      placeholder: 'net',
    });
    expect(await client.request('textDocument/prepareRename', at(uriOf('net.cfg'), 1, 1))).toBeNull();
  });

  it('changes open files and others, with versions for clients that know them', async () => {
    await using client = await connect({ capabilities: EDITS });
    await client.open(uriOf('net.cfg'), NET);
    const result = await client.request('textDocument/rename', {
      ...at(uriOf('net.cfg'), ...NAME),
      newName: 'lan',
    });
    expect(result?.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf('net.cfg'), version: 1 } },
      { textDocument: { uri: uriOf('web.cfg'), version: null } },
    ]);
  });

  it('goes by the text that is open, not by that of the file', async () => {
    await using client = await connect();
    const { text, position } = atCursor('# moved\nname = "n|et"\n');
    await client.open(uriOf('net.cfg'), text);
    await client.open(uriOf('web.cfg'), WEB);
    await client.notify('textDocument/didChange', change(uriOf('web.cfg'), 2, [0, 0], [0, 0], '\n'));
    const result = await client.request('textDocument/rename', {
      textDocument: { uri: uriOf('net.cfg') },
      position,
      newName: 'lan',
    });
    const changed = (uri: string, before: string) => applyTextEdits(before, result?.changes?.[uri] ?? []);
    expect(changed(uriOf('net.cfg'), text)).toBe('# moved\nname = "lan"\n');
    expect(changed(uriOf('web.cfg'), `\n${WEB}`)).toBe(`\n${WEB.replace('backend=net', 'backend=lan')}`);
  });

  it('is refused with a reason', async () => {
    await using client = await connect();
    await client.open(uriOf('net.cfg'), NET);
    const ask = (newName: string) =>
      client.request('textDocument/rename', { ...at(uriOf('net.cfg'), ...NAME), newName });
    await expect(ask('')).rejects.toThrow('The name is empty.');
    await expect(ask('web')).rejects.toThrow('The guest of web.cfg is called web already.');
  });
});
