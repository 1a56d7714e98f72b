import { describe, expect, it } from 'vitest';
import { atCursor, type TestClient } from '../../support/client.ts';
import { URI } from '../../support/guests.ts';
import { connectInProcess, DOCS_URL } from '../../support/inProcess.ts';

const hoverAt = async (client: TestClient, marked: string): Promise<string> => {
  const { text, position } = atCursor(marked);
  await client.open(URI, text);
  const hover = await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
  return JSON.stringify(hover?.contents);
};

describe.concurrent('hover', () => {
  it('describes the option at the cursor', async () => {
    await using client = await connectInProcess();
    expect(await hoverAt(client, 'name = "web"\nmem|ory = 512\n')).toContain('memory');
  });

  it('links to a section of the reference pages', async () => {
    await using client = await connectInProcess();
    expect(await hoverAt(client, "vif = [ 'bri|dge=br0' ]\n")).toContain(`(${DOCS_URL}/specs.md#vif)`);
  });

  it('has no link in plain text', async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    await using client = await connectInProcess({ capabilities });
    const contents = await hoverAt(client, "vif = [ 'bri|dge=br0' ]\n");
    expect(contents).toContain('plaintext');
    expect(contents).not.toContain('Reference');
  });

  it.each([
    ['name = "a`b|"\n', 'a`b'],
    ["disk = [ '/srv/[q](r)*x*_y_\\\\z.i|mg,raw,xvda,rw' ]\n", '/srv/[q](r)*x*_y_\\z.img'],
    ["disk = [ '/srv/**a**``b``.i|mg,raw,xvda,rw' ]\n", '/srv/**a**``b``.img'],
    ["vif = [ 'bridge=#[x](|y)' ]\n", '#[x](y)'],
  ])('has every character of a name in plain text: %s', async (marked, name) => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };
    await using client = await connectInProcess({ capabilities });
    const { value } = JSON.parse(await hoverAt(client, marked));
    expect(value).toContain(name);
  });
});
