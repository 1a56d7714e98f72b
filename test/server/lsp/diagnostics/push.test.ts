import { describe, expect, it } from 'vitest';
import { changeParams, encodeMessages } from '../../support/client.ts';
import { countPublished, INVALID_GUEST, onlyErrors, sleep, URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess, DOCS_URL } from '../../support/inProcess.ts';

describe.concurrent('pushed diagnostics', () => {
  it('name the version, and are updated after a change', async () => {
    await using client = await connectInProcess();
    await client.open(URI, INVALID_GUEST);
    const first = await client.nextDiagnostics(URI);
    expect(first.version).toBe(1);
    expect(onlyErrors(first.diagnostics)).toHaveLength(1);
    expect(onlyErrors(first.diagnostics)[0]?.range.start.line).toBe(2);
    await client.notify('textDocument/didChange', changeParams(URI, 2, [2, 8], [2, 11], 'pvh'));
    const second = await client.nextDiagnostics(URI);
    expect(second.version).toBe(2);
    expect(onlyErrors(second.diagnostics)).toEqual([]);
  });

  it('link to the documentation of the rule', async () => {
    await using client = await connectInProcess();
    await client.open(URI, INVALID_GUEST);
    const [error] = onlyErrors((await client.nextDiagnostics(URI)).diagnostics);
    expect(error?.codeDescription?.href).toBe(`${DOCS_URL}/rules.md#${error?.code}`);
  });

  it('are published once for a burst of changes, for the last version', async () => {
    await using client = await connectInProcess();
    await client.open(URI, VALID_GUEST);
    await client.nextDiagnostics(URI);
    const changes = Array.from({ length: 19 }, (_, index) => ({
      method: 'textDocument/didChange',
      params: changeParams(URI, index + 2, [4, 0], [4, 0], '# x\n'),
    }));
    client.input.write(encodeMessages(...changes));
    expect((await client.nextDiagnostics(URI)).version).toBe(20);
    await sleep(200);
    expect(countPublished(client)).toBe(2);
  });

  it('are cleared when the document is closed', async () => {
    await using client = await connectInProcess();
    await client.open(URI, INVALID_GUEST);
    await client.nextDiagnostics(URI);
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.open(URI, INVALID_GUEST);
    expect(onlyErrors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
  });

  it('of one document are not delayed by another', async () => {
    await using client = await connectInProcess();
    await client.open('file:///a.cfg', INVALID_GUEST);
    await client.open('file:///b.cfg', VALID_GUEST.replace('"web"', '"other"'));
    expect(onlyErrors((await client.nextDiagnostics('file:///a.cfg')).diagnostics)).toHaveLength(1);
    expect((await client.nextDiagnostics('file:///b.cfg')).diagnostics).toEqual([]);
  });
});
