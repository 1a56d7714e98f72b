import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { changeParams } from '../../support/client.ts';
import {
  connectToFolders,
  filesSharingMac,
  guestWithMac,
  notifyFileChange,
  uriIn,
  WATCHING,
} from '../../support/crossFile.ts';
import {
  countPublished,
  INVALID_GUEST,
  onlyErrors,
  PULL_CAPABILITIES,
  pullDiagnostics,
  sleep,
  URI,
} from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

describe.concurrent('pulled diagnostics', () => {
  it('are not published as well', async () => {
    await using client = await connectInProcess({ capabilities: PULL_CAPABILITIES });
    await client.open(URI, INVALID_GUEST);
    const report = await pullDiagnostics(client);
    expect(report.kind === 'full' && onlyErrors(report.items)).toHaveLength(1);
    await sleep(200);
    expect(countPublished(client)).toBe(0);
  });

  it('are unchanged for the same version, and full for the next one', async () => {
    await using client = await connectInProcess({ capabilities: PULL_CAPABILITIES });
    await client.open(URI, INVALID_GUEST);
    const first = await pullDiagnostics(client);
    expect(first.resultId).toBeTruthy();
    expect(await pullDiagnostics(client, first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    // Full even with equal diagnostics: the editor may have moved or dropped some while the text changed.
    await client.notify('textDocument/didChange', changeParams(URI, 2, [3, 0], [3, 0], '# a comment\n'));
    const second = await pullDiagnostics(client, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: first.kind === 'full' ? first.items : [] });
    expect(await pullDiagnostics(client, second.resultId)).toEqual({
      kind: 'unchanged',
      resultId: second.resultId,
    });
    await client.notify('textDocument/didChange', changeParams(URI, 3, [2, 8], [2, 11], 'pvh'));
    const third = await pullDiagnostics(client, second.resultId);
    expect(third).toMatchObject({ kind: 'full', items: [] });
    expect(third.resultId).not.toBe(second.resultId);
    expect(await pullDiagnostics(client, 'from another server')).toMatchObject({ kind: 'full' });
  });

  it('are requested again if the document changes meanwhile', async () => {
    await using client = await connectInProcess({ capabilities: PULL_CAPABILITIES });
    await client.open(URI, INVALID_GUEST);
    const request = client.requestUntyped('textDocument/diagnostic', { textDocument: { uri: URI } });
    await client.notify('textDocument/didChange', changeParams(URI, 2, [0, 0], [0, 0], '#\n'));
    const outcome = await request.then(
      (report) => report,
      (error: unknown) => error,
    );
    // Depends on timing: the report for the old version, or the error that makes the client retry.
    expect([
      expect.objectContaining({ kind: 'full' }),
      expect.objectContaining({ code: -32802, data: { retriggerRequest: true } }),
    ]).toContainEqual(outcome);
  });

  it('are refreshed when another file changes them', async () => {
    using folder = makeFolder({ 'b.cfg': guestWithMac('b', '02') });
    await using client = await connectToFolders([folder], {
      capabilities: {
        ...PULL_CAPABILITIES,
        workspace: { ...WATCHING.workspace, diagnostics: { refreshSupport: true } },
      },
    });
    const [a, b] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg')];
    const pullOthers = async (): Promise<string[]> => {
      const report = await pullDiagnostics(client, undefined, a);
      return report.kind === 'full' ? filesSharingMac(report.items) : [];
    };
    await client.open(a, guestWithMac('a', '01'));
    expect(await pullOthers()).toEqual([]);
    folder.write('b.cfg', guestWithMac('b', '01'));
    await notifyFileChange(client, b, 'changed');
    await client.nextMessage('workspace/diagnostic/refresh');
    expect(await pullOthers()).toEqual([b]);
  });
});
