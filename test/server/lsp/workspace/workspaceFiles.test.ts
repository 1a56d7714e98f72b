import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import { changeParams } from '../../support/client.ts';
import {
  connectToFolders,
  filesSharingMac,
  folderUri,
  guestWithMac,
  notifyFileChange,
  untilSharesMacWith,
  uriIn,
} from '../../support/crossFile.ts';
import { startInProcess } from '../../support/inProcess.ts';

describe.concurrent('another file', () => {
  it('counts while it is closed', async () => {
    using folder = makeFolder({ 'sub/b.cfg': guestWithMac('b', '01') });
    await using client = await connectToFolders([folder]);
    const a = uriIn(folder, 'a.cfg');
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, [uriIn(folder, 'sub/b.cfg')]);
  });

  it('counts as it is in the editor, and as it is on disk once it is closed', async () => {
    using folder = makeFolder({ 'b.cfg': guestWithMac('b', '02') });
    await using client = await connectToFolders([folder]);
    const [a, b] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg')];
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, []);
    await client.open(b, guestWithMac('b', '01'));
    await untilSharesMacWith(client, a, [b]);
    await untilSharesMacWith(client, b, [a]);
    await client.notify('textDocument/didChange', changeParams(b, 2, [0, 0], [0, 0], '\n'));
    await untilSharesMacWith(client, a, [b]);
    await client.notify('textDocument/didClose', { textDocument: { uri: b } });
    await untilSharesMacWith(client, a, []);
  });

  it('no longer has the same MAC address after a quick fix', async () => {
    using folder = makeFolder({ 'b.cfg': guestWithMac('b', '01') });
    await using client = await connectToFolders([folder]);
    const a = uriIn(folder, 'a.cfg');
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, [uriIn(folder, 'b.cfg')]);
    const position = { line: 3, character: 20 };
    const [action] = await client.request('textDocument/codeAction', {
      textDocument: { uri: a },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['duplicate-mac']);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: a, version: 2 },
      contentChanges: (action?.edit?.changes?.[a] ?? []).map(({ range, newText }) => ({
        range,
        text: newText,
      })),
    });
    await untilSharesMacWith(client, a, []);
  });

  it('no longer counts once its open document has changed', async () => {
    await using client = await connectToFolders([]);
    const [a, b] = ['file:///etc/xen/a.cfg', 'file:///etc/xen/b.cfg'];
    await client.open(a, guestWithMac('a', '01'));
    await client.open(b, guestWithMac('b', '01'));
    await untilSharesMacWith(client, a, [b]);
    await client.notify('textDocument/didChange', changeParams(b, 2, [3, 27], [3, 29], '07'));
    await untilSharesMacWith(client, a, []);
  });

  it('is read again after a change on disk', async () => {
    using folder = makeFolder({ 'b.cfg': guestWithMac('b', '02') });
    await using client = await connectToFolders([folder]);
    const [a, b, c] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg'), uriIn(folder, 'c.cfg')];
    const registered = await client.nextMessage('client/registerCapability', (params) =>
      JSON.stringify(params).includes('workspace/didChangeWatchedFiles'),
    );
    expect(JSON.stringify(registered)).toContain('"globPattern":"**/*"');
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, []);
    folder.write('b.cfg', guestWithMac('b', '01'));
    await notifyFileChange(client, b, 'changed');
    await untilSharesMacWith(client, a, [b]);
    folder.write('c.cfg', guestWithMac('c', '01'));
    await notifyFileChange(client, c, 'created');
    await untilSharesMacWith(client, a, [b, c]);
    rmSync(folder.at('b.cfg'));
    await notifyFileChange(client, b, 'deleted');
    await untilSharesMacWith(client, a, [c]);
  });

  it('has any name, and stays when the client reports a change of its folder', async () => {
    using folder = makeFolder({
      'auto/web1': guestWithMac('web1', '01'),
      'x.conf': guestWithMac('x', '01'),
      'notes.txt': guestWithMac('notes', '01'),
      Makefile: 'all:\n\tmake\n',
    });
    await using client = await connectToFolders([folder]);
    const a = uriIn(folder, 'a.cfg');
    const others = [uriIn(folder, 'auto/web1'), uriIn(folder, 'x.conf')];
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, others);
    await notifyFileChange(client, uriIn(folder, 'auto'), 'changed');
    folder.write('z2', guestWithMac('z2', '01'));
    await notifyFileChange(client, uriIn(folder, 'z2'), 'created');
    await untilSharesMacWith(client, a, [...others, uriIn(folder, 'z2')]);
  });

  it('is removed with its folder', async () => {
    using folder = makeFolder({ 'sub/b.cfg': guestWithMac('b', '01') });
    await using client = await connectToFolders([folder]);
    const a = uriIn(folder, 'a.cfg');
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, [uriIn(folder, 'sub/b.cfg')]);
    rmSync(folder.at('sub'), { recursive: true });
    await notifyFileChange(client, uriIn(folder, 'sub'), 'deleted');
    await untilSharesMacWith(client, a, []);
  });

  it('is not read outside the folders, nor through a link out of them', async () => {
    using outside = makeFolder({ 'b.cfg': guestWithMac('b', '01') });
    using folder = makeFolder({ 'note.txt': guestWithMac('t', '01'), '.git/c.cfg': guestWithMac('c', '01') });
    folder.link('b.cfg', outside.at('b.cfg'));
    await using client = await connectToFolders([folder]);
    const a = uriIn(folder, 'a.cfg');
    await notifyFileChange(client, uriIn(outside, 'b.cfg'), 'changed');
    await notifyFileChange(client, uriIn(folder, 'b.cfg'), 'changed');
    await notifyFileChange(client, uriIn(folder, '.git/c.cfg'), 'changed');
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, []);
    // Once this file is known, the events above have been handled.
    const last = uriIn(folder, 'z.cfg');
    folder.write('z.cfg', guestWithMac('z', '01'));
    await notifyFileChange(client, last, 'created');
    await untilSharesMacWith(client, a, [last]);
  });

  it('is not compared with a document that shows an old version of it', async () => {
    using folder = makeFolder({ 'a.cfg': guestWithMac('a', '01') });
    await using client = await connectToFolders([folder]);
    const a = uriIn(folder, 'a.cfg');
    const oldVersion = a.replace('file:', 'git:');
    await client.open(oldVersion, guestWithMac('a', '01'));
    expect((await client.nextDiagnostics(oldVersion)).diagnostics).toEqual([]);
    await client.open(a, guestWithMac('a', '01'));
    expect((await client.nextDiagnostics(a)).diagnostics).toEqual([]);
    await client.open('untitled:new', guestWithMac('b', '01'), 'xlcfg');
    await untilSharesMacWith(client, a, ['untitled:new']);
  });

  it('counts once if several links lead to it', async () => {
    using folder = makeFolder({ 'a.cfg': guestWithMac('a', '01'), 'b.cfg': guestWithMac('b', '01') });
    folder.link('auto/a.cfg', '../a.cfg');
    await using client = await connectToFolders([folder]);
    const [link, b] = [uriIn(folder, 'auto/a.cfg'), uriIn(folder, 'b.cfg')];
    await client.open(link, guestWithMac('a', '01'));
    await untilSharesMacWith(client, link, [b]);
    await client.open(uriIn(folder, 'a.cfg'), guestWithMac('a', '01'));
    await untilSharesMacWith(client, uriIn(folder, 'a.cfg'), [b]);
    await client.open(b, guestWithMac('b', '01'));
    const { diagnostics } = await client.nextDiagnostics(b);
    expect(filesSharingMac(diagnostics)).toEqual([link]);
  });
});

describe.concurrent('folders', () => {
  it('can be added and removed', async () => {
    using one = makeFolder({ 'b.cfg': guestWithMac('b', '01') });
    using two = makeFolder({ 'c.cfg': guestWithMac('c', '01') });
    await using client = await connectToFolders([one]);
    const [a, b, c] = [uriIn(one, 'a.cfg'), uriIn(one, 'b.cfg'), uriIn(two, 'c.cfg')];
    const workspaceFolder = (folder: Folder) => ({ uri: folderUri(folder), name: 'x' });
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, [b]);
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [workspaceFolder(two)], removed: [] },
    });
    await untilSharesMacWith(client, a, [b, c].sort());
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [workspaceFolder(one)] },
    });
    await untilSharesMacWith(client, a, [c]);
  });

  it('include the root of a client without workspace folders', async () => {
    using folder = makeFolder({ 'b.cfg': guestWithMac('b', '01') });
    await using client = startInProcess({ rootUri: folderUri(folder) });
    await client.initialize();
    await client.open('file:///etc/xen/a.cfg', guestWithMac('a', '01'));
    await untilSharesMacWith(client, 'file:///etc/xen/a.cfg', [uriIn(folder, 'b.cfg')]);
  });

  it('include those in the settings, which can change', async () => {
    using folder = makeFolder({ 'b.cfg': guestWithMac('b', '01') });
    await using client = await connectToFolders([], {
      initializationOptions: { settings: { xlcfg: { folders: [folder.path] } } },
    });
    const a = 'file:///etc/xen/a.cfg';
    await client.open(a, guestWithMac('a', '01'));
    await untilSharesMacWith(client, a, [uriIn(folder, 'b.cfg')]);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: { folders: [] } } });
    await untilSharesMacWith(client, a, []);
  });

  it('in the settings are watched if the client supports that', async () => {
    using folder = makeFolder();
    await using client = await connectToFolders([], {
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
      initializationOptions: { settings: { xlcfg: { folders: [folder.path] } } },
    });
    const registered = await client.nextMessage('client/registerCapability', (params) =>
      JSON.stringify(params).includes('workspace/didChangeWatchedFiles'),
    );
    expect(JSON.stringify(registered)).toContain(
      JSON.stringify({ baseUri: folderUri(folder), pattern: '**/*' }),
    );
  });

  it('in the settings are logged if they are not absolute', async () => {
    await using client = await connectToFolders([], {
      initializationOptions: { settings: { xlcfg: { folders: ['guests'] } } },
    });
    const message = await client.nextMessage('window/logMessage', (params) =>
      JSON.stringify(params).includes('guests'),
    );
    expect(JSON.stringify(message)).toContain('not an absolute path');
  });
});
