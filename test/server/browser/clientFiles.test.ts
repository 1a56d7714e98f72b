import { describe, expect, it } from 'vitest';
import { clientFiles, FILE_EXISTS, LIST_FILES, READ_FILE } from '../../../server/src/browser/clientFiles.ts';
import { ANY_FILE_GLOB, MAX_FILE_SIZE } from '../../../server/src/discovery/guestFiles.ts';
import type { FoundFile } from '../../../server/src/lsp/hostFiles.ts';

const FOLDER = 'memfs://host/guests';

interface Request {
  readonly method: string;
  readonly params: unknown;
}

/** The files of a client with these answers. */
const filesOf = (answer: (request: Request) => unknown) => {
  const requests: Request[] = [];
  const sendRequest = async (method: unknown, params: unknown) => {
    const request = { method: String(method), params };
    requests.push(request);
    return answer(request);
  };
  return { requests, files: clientFiles({ sendRequest }) };
};

const reject = (): never => {
  throw new Error('Unhandled method');
};

const findAll = async (
  files: ReturnType<typeof clientFiles>,
  folder = FOLDER,
  signal = new AbortController().signal,
): Promise<string[]> => {
  const found: FoundFile[] = [];
  for await (const file of files.findAll(folder, signal)) found.push(file);
  expect(found.map(({ id }) => id)).toEqual(found.map(({ uri }) => uri));
  return found.map(({ uri }) => uri);
};

describe('a search', () => {
  it('finds each file of the client once, except those that are no candidates or outside the folder', async () => {
    const { requests, files } = filesOf(() => [
      `${FOLDER}/a.cfg`,
      `${FOLDER}/a.cfg`,
      `${FOLDER}/with%20blank/b.hvm`,
      `${FOLDER}/web1`,
      `${FOLDER}/notes.txt`,
      `${FOLDER}/.hidden.cfg`,
      `${FOLDER}/.git/c.cfg`,
      `${FOLDER}/%2Egit/c.cfg`,
      `${FOLDER}/node_modules/d.cfg`,
      `${FOLDER}/../e.cfg`,
      `${FOLDER}/bad%escape.cfg`,
      `${FOLDER}2/f.cfg`,
      'memfs://other/guests/g.cfg',
      7,
    ]);
    expect(await findAll(files)).toEqual([
      `${FOLDER}/a.cfg`,
      `${FOLDER}/with%20blank/b.hvm`,
      `${FOLDER}/web1`,
    ]);
    expect(requests).toEqual([{ method: LIST_FILES, params: { folder: FOLDER, pattern: ANY_FILE_GLOB } }]);
  });

  it('can start at the root', async () => {
    const { files } = filesOf(() => ['memfs:/a.cfg', 'memfs:/x/b.cfg']);
    expect(await findAll(files, 'memfs:/')).toEqual(['memfs:/a.cfg', 'memfs:/x/b.cfg']);
  });

  it.each([
    ['null', () => null],
    ['an object', () => ({})],
    ['an error', reject],
  ])('finds nothing if the answer is %s', async (_, answer) => {
    expect(await findAll(filesOf(answer).files)).toEqual([]);
  });

  it('sends no request if it is aborted before', async () => {
    const { requests, files } = filesOf(() => [`${FOLDER}/a.cfg`]);
    expect(await findAll(files, FOLDER, AbortSignal.abort())).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('cancels the request when it is aborted', async () => {
    const controller = new AbortController();
    const cancelled: boolean[] = [];
    const files = clientFiles({
      sendRequest: async (_method: unknown, _params: unknown, token?: unknown) => {
        controller.abort();
        cancelled.push(Object(token).isCancellationRequested);
        return [`${FOLDER}/a.cfg`];
      },
    });
    expect(await findAll(files, FOLDER, controller.signal)).toEqual([]);
    expect(cancelled).toEqual([true]);
  });
});

describe('a file', () => {
  it('is read up to the maximum size', async () => {
    const { requests, files } = filesOf(() => 'name = "a"\n');
    expect(await files.read(`${FOLDER}/a.cfg`)).toEqual({ text: 'name = "a"\n', encoding: 'utf8' });
    expect(requests).toEqual([
      { method: READ_FILE, params: { uri: `${FOLDER}/a.cfg`, maxSize: MAX_FILE_SIZE } },
    ]);
  });

  it.each([
    ['null', () => null],
    ['an error', reject],
  ])('has no text if the answer is %s', async (_, answer) => {
    expect(await filesOf(answer).files.read(`${FOLDER}/a.cfg`)).toBeUndefined();
  });

  it('is found in its folder if it exists', async () => {
    const { files } = filesOf(
      ({ method, params }) => method === FILE_EXISTS && Object(params).uri.endsWith('/a.cfg'),
    );
    const found = { uri: `${FOLDER}/x/a.cfg`, id: `${FOLDER}/x/a.cfg` };
    expect(await files.findOne(FOLDER, `${FOLDER}/x/a.cfg`)).toEqual(found);
    expect(await files.findOne(FOLDER, `${FOLDER}/x/b.cfg`)).toBeUndefined();
    expect(await files.findOne(FOLDER, `${FOLDER}/.git/a.cfg`)).toBeUndefined();
    expect(await files.findOne(FOLDER, `${FOLDER}2/a.cfg`)).toBeUndefined();
  });

  it('does not exist if the request is rejected', async () => {
    expect(await filesOf(reject).files.exists(`${FOLDER}/a.cfg`)).toBe(false);
  });
});

it('has no folders outside the workspace', () => {
  const { files } = filesOf(reject);
  expect(['/etc/xen', '~/guests', FOLDER, 'file:///etc/xen'].map((name) => files.folderUri(name))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
