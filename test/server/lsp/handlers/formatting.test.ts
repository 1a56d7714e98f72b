import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { applyTextEdits, type TestClient } from '../../support/client.ts';
import { URI } from '../../support/guests.ts';
import { startInProcess } from '../../support/inProcess.ts';

const TEXT = "name='web'\ndisk=['/dev/vg/web,raw,xvda,rw']\n\n\n";
const OPTIONS = { tabSize: 2, insertSpaces: true };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
const SECOND_LINE = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };

const connect = async (text: string, format: object = {}): Promise<TestClient> => {
  const client = startInProcess({ initializationOptions: { settings: { format } } });
  await client.initialize();
  await client.open(URI, text);
  return client;
};

const formatted = async (
  client: TestClient,
  method: string,
  params: object,
  text: string,
): Promise<string> => {
  const edits = await client.requestUntyped(method, {
    textDocument: { uri: URI },
    options: OPTIONS,
    ...params,
  });
  return applyTextEdits(text, edits as TextEdit[]);
};

describe.concurrent('formatting', () => {
  it.each([
    ['formatting', {}, "name = 'web'\ndisk = [ '/dev/vg/web,raw,xvda,rw' ]\n"],
    ['rangeFormatting', { range: SECOND_LINE }, "name='web'\ndisk = [ '/dev/vg/web,raw,xvda,rw' ]\n\n\n"],
    ['rangesFormatting', { ranges: [WHOLE] }, "name = 'web'\ndisk = [ '/dev/vg/web,raw,xvda,rw' ]\n"],
    [
      'onTypeFormatting',
      { position: { line: 1, character: 32 }, ch: ']' },
      "name='web'\ndisk = [ '/dev/vg/web,raw,xvda,rw' ]\n\n\n",
    ],
  ])('answers %s', async (method, params, after) => {
    await using client = await connect(TEXT);
    expect(await formatted(client, `textDocument/${method}`, params, TEXT)).toBe(after);
  });

  it('applies the settings', async () => {
    await using client = await connect('a=[ "x", "y" ]\n', { quotes: 'single', lists: 'split' });
    expect(await formatted(client, 'textDocument/formatting', {}, 'a=[ "x", "y" ]\n')).toBe(
      "a = [\n  'x',\n  'y'\n]\n",
    );
  });

  it('is announced', async () => {
    await using client = startInProcess();
    expect((await client.initialize()).capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: { rangesSupport: true },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: [']'] },
    });
  });

  it.each([
    ['formatting', { options: null }],
    ['rangeFormatting', { range: null }],
    ['rangesFormatting', { ranges: [null] }],
    ['onTypeFormatting', { position: SECOND_LINE.start }],
  ])('rejects invalid parameters of %s', async (method, params) => {
    await using client = await connect(TEXT);
    await expect(formatted(client, `textDocument/${method}`, params, TEXT)).rejects.toMatchObject({
      code: -32602,
    });
  });
});
