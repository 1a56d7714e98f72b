/** What an editor shows of a file as a whole, over a real connection: outline, folds, links, what belongs together. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectHere, startHere } from './support/here.ts';

const URI = 'file:///etc/xen/web.cfg';
const TEXT = [
  '# one',
  '# two: see xl.cfg(5)',
  'name = "web"',
  'disk = [',
  "  '/dev/vg/web,raw,xvda,rw',",
  ']',
  'root = "/dev/xvda1"',
  'memory = 512',
  'memory = 1024',
  '',
].join('\n');

vi.setConfig({ testTimeout: 20_000 });

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-links-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const textDocument = { uri: URI };
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe.concurrent('document symbols', () => {
  it('are a tree', async () => {
    await using client = await connectHere({
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    await client.open(URI, TEXT);
    expect(await client.requestAny('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'name', detail: 'web' },
      { name: 'disk', children: [{ name: 'xvda', selectionRange: range(4, 19, 23) }] },
      { name: 'root' },
      { name: 'memory', detail: '512 MiB, overridden', tags: [1] },
      { name: 'memory', detail: '1024 MiB' },
    ]);
  });

  it('are in one row for a client that shows no tree', async () => {
    await using client = await connectHere();
    await client.open(URI, TEXT);
    const symbols = await client.requestAny('textDocument/documentSymbol', { textDocument });
    expect(symbols).toMatchObject([
      { name: 'name' },
      { name: 'disk', location: { uri: URI } },
      { name: 'xvda', containerName: 'disk', location: { uri: URI, range: range(4, 2, 27) } },
      { name: 'root' },
      { name: 'memory', tags: [1] },
      { name: 'memory' },
    ]);
    expect(JSON.stringify(symbols)).not.toContain('children');
  });
});

describe.concurrent('folding ranges', () => {
  const fold = async (foldingRange: object): Promise<unknown> => {
    await using client = await connectHere({ capabilities: { textDocument: { foldingRange } } });
    await client.open(URI, TEXT);
    return await client.requestAny('textDocument/foldingRange', { textDocument });
  };

  it('are of whole lines where the client wants that', async () => {
    expect(await fold({ lineFoldingOnly: true })).toEqual([
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 3, endLine: 4 },
    ]);
  });

  it('are from bracket to bracket elsewhere, and no more than are wanted', async () => {
    expect(await fold({})).toContainEqual({ startLine: 3, startCharacter: 8, endLine: 5, endCharacter: 0 });
    expect(await fold({ rangeLimit: 1 })).toHaveLength(1);
  });
});

it('selection ranges lead outwards, for each position', async () => {
  await using client = await connectHere();
  await client.open(URI, TEXT);
  const positions = [
    { line: 4, character: 20 },
    { line: 7, character: 0 },
  ];
  expect(await client.requestAny('textDocument/selectionRange', { textDocument, positions })).toMatchObject([
    { range: range(4, 19, 23), parent: { range: range(4, 3, 26), parent: { range: range(4, 2, 27) } } },
    { range: range(7, 0, 6), parent: { range: range(7, 0, 12) } },
  ]);
  const bad = client.requestAny('textDocument/selectionRange', { textDocument, positions: [{ line: 1 }] });
  await expect(bad).rejects.toMatchObject({ code: -32602 });
  const unknown = { textDocument: { uri: 'file:///no.cfg' }, positions };
  expect(await client.requestAny('textDocument/selectionRange', unknown)).toBeNull();
});

it('highlights are what belongs together', async () => {
  await using client = await connectHere();
  await client.open(URI, TEXT);
  const at = (line: number, character: number) =>
    client.requestAny('textDocument/documentHighlight', { textDocument, position: { line, character } });
  expect(await at(7, 2)).toEqual([
    { range: range(7, 0, 6), kind: 3 },
    { range: range(8, 0, 6), kind: 3 },
  ]);
  expect(await at(4, 20)).toEqual([
    { range: range(4, 19, 23), kind: 3 },
    { range: range(6, 13, 18), kind: 2 },
  ]);
});

it('links lead to files that are there, and to manual pages', async () => {
  await using client = await connectHere();
  const image = path.join(folder, 'a b.img');
  writeFileSync(image, '');
  const missing = path.join(folder, 'missing.img');
  await client.open(
    URI,
    `${TEXT}disk += [ 'raw:${image},xvdb,w', '${missing},raw,xvdc,rw' ]\nkernel = '${image}'\n`,
  );
  expect(await client.requestAny('textDocument/documentLink', { textDocument })).toEqual([
    {
      range: range(1, 11, 20),
      target: expect.stringContaining('/man/xl.cfg.5.html'),
      tooltip: expect.any(String),
    },
    { range: range(9, 15, 15 + image.length), target: pathToFileURL(image).href },
    { range: range(10, 10, 10 + image.length), target: pathToFileURL(image).href },
  ]);
});

it('workspace symbols find the devices of open guests', async () => {
  await using client = await connectHere();
  await client.open(URI, TEXT);
  expect(await client.requestAny('workspace/symbol', { query: 'vgweb' })).toMatchObject([
    { name: '/dev/vg/web', containerName: 'web', location: { uri: URI } },
  ]);
  await expect(client.requestAny('workspace/symbol', {})).rejects.toMatchObject({ code: -32602 });
});

it('the client is told what it can ask for', async () => {
  await using client = startHere();
  const { capabilities } = await client.initialize();
  expect(capabilities).toMatchObject({
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
  });
});
