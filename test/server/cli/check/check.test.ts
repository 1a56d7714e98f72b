/** What the files of one run cause for each other, and which findings are reported. */
import { describe, expect, it } from 'vitest';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import { checkPaths } from '../support/reporting.ts';

const guest = (name: string, more: string): string =>
  `name = "${name}"\ntype = "pvh"\nkernel = "/k"; memory = 512\n${more}\n`;

const MAC = 'vif = [ "mac=00:16:3e:00:00:01" ]';

/** The codes of the findings, by file. */
const codes = async (
  paths: readonly string[],
  folder: Folder,
  errorsOnly = false,
): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await checkPaths(paths, errorsOnly)).files.map(({ path, findings }) => [
      path.slice(folder.path.length + 1),
      findings.map(({ code }) => code),
    ]),
  );

describe('checking several files', () => {
  it('reports what they share, in each of them, in the order of the text', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', MAC),
      'b.cfg': guest('b', `memroy = 1\n${MAC}\nvcpsu = 1`),
      'c.cfg': guest('c', ''),
    });
    expect(await codes([folder.path], folder)).toEqual({
      'a.cfg': ['duplicate-mac'],
      'b.cfg': ['unknown-option', 'duplicate-mac', 'unknown-option'],
      'c.cfg': [],
    });
  });

  it('compares only the files that are checked', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', MAC),
      'b.cfg': guest('b', MAC),
      'c.cfg': guest('c', ''),
    });
    expect(await codes([folder.at('a.cfg'), folder.at('c.cfg')], folder)).toEqual({
      'a.cfg': [],
      'c.cfg': [],
    });
    expect(await codes([folder.at('a.cfg')], folder)).toEqual({ 'a.cfg': [] });
  });

  it('reports a missing backend only where a folder was searched', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', 'vif = [ "backend=net" ]'),
      'b.cfg': guest('b', ''),
    });
    expect(await codes([folder.at('a.cfg'), folder.at('b.cfg')], folder)).toMatchObject({ 'a.cfg': [] });
    expect(await codes([folder.path], folder)).toMatchObject({ 'a.cfg': ['unknown-backend'] });
  });

  it('gives the location in the other file, with the path as given', async () => {
    using folder = makeFolder({ 'a.cfg': guest('a', MAC), 'b c.cfg': guest('b', MAC) });
    const { files } = await checkPaths([folder.path]);
    expect(files[0]?.findings).toMatchObject([
      {
        code: 'duplicate-mac',
        related: [
          {
            path: folder.at('b c.cfg'),
            range: { start: { line: 3, character: 13 }, end: { line: 3, character: 30 } },
            message: 'The same MAC address.',
          },
        ],
      },
    ]);
  });
});

describe('errors only', () => {
  it('leaves other findings out of the reports, and counts them', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', `${MAC}\nmemroy = 1`),
      'b.cfg': guest('b', MAC).replace('pvh', 'xyz'),
    });
    expect(await codes([folder.path], folder, true)).toEqual({ 'a.cfg': [], 'b.cfg': ['bad-value'] });
    const { fileCount, found, reported } = await checkPaths([folder.path], true);
    expect({ fileCount, found, reported }).toEqual({
      fileCount: 2,
      found: { errors: 1, warnings: 3, notes: 0, fixable: 0 },
      reported: { errors: 1, warnings: 0, notes: 0, fixable: 0 },
    });
  });
});
