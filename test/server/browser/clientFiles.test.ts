/** The files of the workspace as a client tells them to a server without a disk. */
import { describe, expect, it } from 'vitest';
import { clientFiles, FILE_EXISTS, LIST_FILES, READ_FILE } from '../../../server/src/browser/clientFiles.ts';
import { CANDIDATE_PATTERN, MAX_SIZE } from '../../../server/src/lsp/candidates.ts';
import type { FoundFile } from '../../../server/src/lsp/hostFiles.ts';

const FOLDER = 'memfs://host/guests';

interface Request {
  readonly method: string;
  readonly params: unknown;
}

/** Files over a connection whose client answers so. */
const filesOf = (answer: (request: Request) => unknown) => {
  const requests: Request[] = [];
  const sendRequest = async (method: unknown, params: unknown) => {
    const request = { method: String(method), params };
    requests.push(request);
    return answer(request);
  };
  return { requests, files: clientFiles({ sendRequest }) };
};

const refuse = (): never => {
  throw new Error('Unhandled method');
};

const listed = async (
  files: ReturnType<typeof clientFiles>,
  folder = FOLDER,
  signal = new AbortController().signal,
): Promise<string[]> => {
  const found: FoundFile[] = [];
  for await (const file of files.findAll(folder, signal)) found.push(file);
  expect(found.map(({ id }) => id)).toEqual(found.map(({ uri }) => uri));
  return found.map(({ uri }) => uri);
};

describe('a folder', () => {
  it('has what the client tells, once, without what is no guest or elsewhere', async () => {
    const { requests, files } = filesOf(() => [
      `${FOLDER}/a.cfg`,
      `${FOLDER}/a.cfg`,
      `${FOLDER}/with%20blank/b.hvm`,
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
    expect(await listed(files)).toEqual([`${FOLDER}/a.cfg`, `${FOLDER}/with%20blank/b.hvm`]);
    expect(requests).toEqual([
      { method: LIST_FILES, params: { folder: FOLDER, pattern: CANDIDATE_PATTERN } },
    ]);
  });

  it('may be the root', async () => {
    const { files } = filesOf(() => ['memfs:/a.cfg', 'memfs:/x/b.cfg']);
    expect(await listed(files, 'memfs:/')).toEqual(['memfs:/a.cfg', 'memfs:/x/b.cfg']);
  });

  it.each([
    ['null', () => null],
    ['an object', () => ({})],
    ['an error', refuse],
  ])('has none where the answer is %s', async (_, answer) => {
    expect(await listed(filesOf(answer).files)).toEqual([]);
  });

  it('is not asked for when nobody wants it', async () => {
    const { requests, files } = filesOf(() => [`${FOLDER}/a.cfg`]);
    expect(await listed(files, FOLDER, AbortSignal.abort())).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('ends when nobody wants it any more, and the client hears of it', async () => {
    const controller = new AbortController();
    const heard: boolean[] = [];
    const files = clientFiles({
      sendRequest: async (_method: unknown, _params: unknown, token?: unknown) => {
        controller.abort();
        heard.push(Object(token).isCancellationRequested);
        return [`${FOLDER}/a.cfg`];
      },
    });
    expect(await listed(files, FOLDER, controller.signal)).toEqual([]);
    expect(heard).toEqual([true]);
  });
});

describe('a file', () => {
  it('is read, up to the size of a guest', async () => {
    const { requests, files } = filesOf(() => 'name = "a"\n');
    expect(await files.read(`${FOLDER}/a.cfg`)).toBe('name = "a"\n');
    expect(requests).toEqual([{ method: READ_FILE, params: { uri: `${FOLDER}/a.cfg`, maxSize: MAX_SIZE } }]);
  });

  it.each([
    ['null', () => null],
    ['an error', refuse],
  ])('has no text where the answer is %s', async (_, answer) => {
    expect(await filesOf(answer).files.read(`${FOLDER}/a.cfg`)).toBeUndefined();
  });

  it('is found in its folder where the client has it', async () => {
    const { files } = filesOf(
      ({ method, params }) => method === FILE_EXISTS && Object(params).uri.endsWith('/a.cfg'),
    );
    const found = { uri: `${FOLDER}/x/a.cfg`, id: `${FOLDER}/x/a.cfg` };
    expect(await files.findOne(FOLDER, `${FOLDER}/x/a.cfg`)).toEqual(found);
    expect(await files.findOne(FOLDER, `${FOLDER}/x/b.cfg`)).toBeUndefined();
    expect(await files.findOne(FOLDER, `${FOLDER}/.git/a.cfg`)).toBeUndefined();
    expect(await files.findOne(FOLDER, `${FOLDER}2/a.cfg`)).toBeUndefined();
  });

  it('is not there where the client does not say so', async () => {
    expect(await filesOf(refuse).files.exists(`${FOLDER}/a.cfg`)).toBe(false);
  });
});

it('has no folders but those of the workspace', () => {
  const { files } = filesOf(refuse);
  expect(['/etc/xen', '~/guests', FOLDER, 'file:///etc/xen'].map((name) => files.folderUri(name))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
