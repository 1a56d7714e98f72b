import { describe, expect, it } from 'vitest';
import type { TestClient } from '../../support/client.ts';
import { URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const execute = (client: TestClient, ...args: readonly unknown[]): Promise<unknown> =>
  client.requestUntyped('workspace/executeCommand', { command: 'xlcfg.versionComparison', arguments: args });

describe('xlcfg.versionComparison', () => {
  it('returns what changes for the current text, as Markdown', async () => {
    await using client = await connectInProcess();
    await client.open(URI, `${VALID_GUEST}vpmu = 1\n`);
    const page = await execute(client, URI, '4.14', '4.20');
    expect(page).toMatch(/^# .*: Xen 4\.14 to 4\.20\n\n\*\*Accepted by both\*\*/);
    expect(page).toContain('\n## Read for the first time\n\n- Line ');
    expect(page).toContain('Effect: `b_info.vpmu` is now `"True"`.');
    expect(await execute(client, URI, '4.20', '4.14')).toContain('\n## No longer read\n\n- Line ');
  });

  it.each([
    ['file:///setup.cfg', '[section]\nkey: value\n'],
    ['file:///etc/xen/xl.conf', 'autoballoon = "auto"\n'],
  ])('returns null for %s, which is not a guest', async (uri, text) => {
    await using client = await connectInProcess();
    await client.open(uri, text);
    expect(await execute(client, uri, '4.14', '4.20')).toBeNull();
  });
});
