import { describe, expect, it } from 'vitest';
import { connectInProcess } from '../../support/inProcess.ts';

describe('xlcfg.templates', () => {
  it('returns templates for the Xen version in the settings of the new file, with its name', async () => {
    const scopes: unknown[] = [];
    await using client = await connectInProcess({
      capabilities: { workspace: { configuration: true } },
      answerConfiguration: ({ scopeUri }) => {
        scopes.push(scopeUri);
        return { xenVersion: '4.9' };
      },
    });
    expect(
      await client.requestUntyped('workspace/executeCommand', {
        command: 'xlcfg.templates',
        arguments: ['file:///etc/xen/db1.cfg'],
      }),
    ).toEqual([
      expect.objectContaining({ id: 'pv', snippet: expect.stringContaining('name = "$' + '{1:db1}"') }),
      expect.objectContaining({ id: 'hvm', snippet: expect.stringContaining('builder = "hvm"') }),
      expect.objectContaining({ id: 'windows', snippet: expect.stringMatching(/mac=00:16:3e:/) }),
      ...['uefi', 'pygrub', 'driverDomain'].map((id) => expect.objectContaining({ id })),
    ]);
    expect(scopes).toContain('file:///etc/xen/db1.cfg');
  });

  it('needs no arguments', async () => {
    await using client = await connectInProcess();
    const templates = await client.requestUntyped('workspace/executeCommand', { command: 'xlcfg.templates' });
    expect(templates).toHaveLength(8);
    expect(templates).toEqual(expect.arrayContaining([expect.objectContaining({ title: 'Windows guest' })]));
  });
});
