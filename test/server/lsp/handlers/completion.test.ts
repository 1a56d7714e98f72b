import { describe, expect, it } from 'vitest';
import { atCursor, type ClientOptions } from '../../support/client.ts';
import { URI } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

describe.concurrent('completion', () => {
  it('offers option names, and their documentation when resolved', async () => {
    await using client = await connectInProcess();
    const { text, position } = atCursor('name = "web"\nmem|\n');
    await client.open(URI, text);
    const { items } = await client.request('textDocument/completion', {
      textDocument: { uri: URI },
      position,
    });
    const memory = items.find((item) => item.label === 'memory');
    expect(memory).toBeDefined();
    expect(JSON.stringify(memory)).not.toContain('$');
    const resolved = await client.request('completionItem/resolve', memory);
    expect(resolved.documentation).toBeTruthy();
  });
});

describe.concurrent('completion of templates', () => {
  const completeTemplate = async (options: ClientOptions): Promise<string | undefined> => {
    await using client = await connectInProcess(options);
    // Outside /etc/xen, only the text shows that the file is going to be a guest.
    await client.open('file:///srv/web.cfg', 'pvh');
    const { items } = await client.request('textDocument/completion', {
      textDocument: { uri: 'file:///srv/web.cfg' },
      position: { line: 0, character: 3 },
    });
    return items.find(({ label }) => label === 'PVH guest')?.textEdit?.newText;
  };

  it('inserts a snippet if the client supports snippets', async () => {
    const text = await completeTemplate({
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    expect(text).toMatch(/^name = "\$\{1:web\}"\n/);
  });

  it('inserts plain text otherwise', async () => {
    expect(await completeTemplate({})).toMatch(/^name = "web"\ntype = "pvh"\n/);
  });
});

describe.concurrent('completion for a client', () => {
  const itemsAt = async (marked: string, context: object | undefined, options: ClientOptions = {}) => {
    await using client = await connectInProcess(options);
    const { text, position } = atCursor(marked);
    await client.open(URI, text);
    const { items } = await client.request('textDocument/completion', {
      textDocument: { uri: URI },
      position,
      ...(context && { context }),
    });
    return items;
  };

  it.each([
    ['a typed bracket', { triggerKind: 2, triggerCharacter: '[' }, false],
    ['a request of the user', { triggerKind: 1 }, true],
    ['a request that says nothing', undefined, true],
    ['a request that says nonsense', { triggerKind: 'x', triggerCharacter: 3 }, true],
  ])('%s', async (_, context, isAnswered) => {
    const items = await itemsAt('name = "web"\nvif = [|]\n', context);
    expect(items.length > 0).toBe(isAnswered);
  });

  it('sends its command for suggestions with an item after which there is a choice', async () => {
    const options = {
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
      initializationOptions: { suggestCommand: 'editor.suggest' },
    };
    const items = await itemsAt('name = "web"\n|\n', undefined, options);
    const commandOf = (label: string) => items.find((item) => item.label === label)?.command?.command;
    expect([commandOf('disk'), commandOf('type'), commandOf('memory')]).toEqual([
      'editor.suggest',
      'editor.suggest',
      undefined,
    ]);
  });

  it('offers a new address each time', async () => {
    const mac = async () => (await itemsAt('name = "web"\nvif = [ \'mac=|\' ]\n', undefined))[0]?.label;
    const [first, second] = [await mac(), await mac()];
    expect(first).toMatch(/^00:16:3e:[0-7][0-9a-f]:/);
    expect(second).not.toBe(first);
  });
});
