import { describe, expect, it } from 'vitest';
import { applyTextEdits, atCursor, changeParams } from '../../support/client.ts';
import { startInProcess } from '../../support/inProcess.ts';
import {
  BACKEND_GUEST,
  connectTo,
  FRONTEND_GUEST,
  makeTwoGuests,
  paramsAt,
} from '../../support/twoGuests.ts';

/** Where the name is in {@link BACKEND_GUEST}. */
const NAME = [0, 9] as const;

describe.concurrent('rename', () => {
  it('can be prepared', async () => {
    await using client = startInProcess({
      capabilities: { textDocument: { rename: { prepareSupport: true } } },
    });
    const { capabilities } = await client.initialize();
    expect(capabilities.renameProvider).toEqual({ prepareProvider: true });
    const uri = 'file:///etc/xen/net.cfg';
    await client.open(uri, BACKEND_GUEST);
    expect(await client.request('textDocument/prepareRename', paramsAt(uri, ...NAME))).toEqual({
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 11 } },
      placeholder: 'net',
    });
    expect(await client.request('textDocument/prepareRename', paramsAt(uri, 1, 1))).toBeNull();
  });

  it('changes open and closed files, with versions if the client supports them', async () => {
    using guests = makeTwoGuests();
    await using client = await connectTo(guests, {
      capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
    });
    await client.open(guests.backend, BACKEND_GUEST);
    const result = await client.request('textDocument/rename', {
      ...paramsAt(guests.backend, ...NAME),
      newName: 'lan',
    });
    expect(result?.documentChanges).toMatchObject([
      { textDocument: { uri: guests.backend, version: 1 } },
      { textDocument: { uri: guests.frontend, version: null } },
    ]);
  });

  it('edits the text of an open document rather than that on disk', async () => {
    using guests = makeTwoGuests();
    const { backend, frontend } = guests;
    await using client = await connectTo(guests);
    const { text, position } = atCursor('# moved\nname = "n|et"\n');
    await client.open(backend, text);
    await client.open(frontend, FRONTEND_GUEST);
    await client.notify('textDocument/didChange', changeParams(frontend, 2, [0, 0], [0, 0], '\n'));
    const result = await client.request('textDocument/rename', {
      textDocument: { uri: backend },
      position,
      newName: 'lan',
    });
    const renamed = (uri: string, before: string) => applyTextEdits(before, result?.changes?.[uri] ?? []);
    expect(renamed(backend, text)).toBe('# moved\nname = "lan"\n');
    expect(renamed(frontend, `\n${FRONTEND_GUEST}`)).toBe(
      `\n${FRONTEND_GUEST.replace('backend=net', 'backend=lan')}`,
    );
  });

  it('is rejected with a reason', async () => {
    using guests = makeTwoGuests();
    await using client = await connectTo(guests);
    await client.open(guests.backend, BACKEND_GUEST);
    const rename = (newName: string) =>
      client.request('textDocument/rename', { ...paramsAt(guests.backend, ...NAME), newName });
    await expect(rename('')).rejects.toThrow('The name is empty.');
    await expect(rename('web')).rejects.toThrow('The guest of web.cfg is called web already.');
  });
});
