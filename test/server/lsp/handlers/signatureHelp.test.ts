import { describe, expect, it } from 'vitest';
import { atCursor } from '../../support/client.ts';
import { URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess, startInProcess } from '../../support/inProcess.ts';

const textDocument = { uri: URI };

describe.concurrent('signature help', () => {
  it('is announced with its trigger characters', async () => {
    await using client = startInProcess();
    const { capabilities } = await client.initialize();
    expect(capabilities.signatureHelpProvider).toMatchObject({
      triggerCharacters: ["'", '"', ',', '=', ':'],
    });
  });

  it('names the parameter at the cursor, with a label that the client supports', async () => {
    const signatureInformation = { parameterInformation: { labelOffsetSupport: true } };
    await using withOffsets = await connectInProcess({
      capabilities: { textDocument: { signatureHelp: { signatureInformation } } },
    });
    await using withText = await connectInProcess();
    const { text, position } = atCursor("name = 'web'\ndisk = [ '/dev/vg/a,|' ]\n");
    for (const [client, label] of [[withOffsets, [8, 14]] as const, [withText, 'format'] as const]) {
      await client.open(URI, text);
      const help = await client.request('textDocument/signatureHelp', { textDocument, position });
      expect(help?.activeParameter).toBe(1);
      expect(help?.signatures[0]?.parameters?.[1]?.label).toEqual(label);
    }
  });

  it('is null in a string without a signature', async () => {
    await using client = await connectInProcess();
    await client.open(URI, VALID_GUEST);
    const position = { line: 0, character: 9 };
    expect(await client.request('textDocument/signatureHelp', { textDocument, position })).toBeNull();
  });
});
