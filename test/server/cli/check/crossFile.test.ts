/** What the files of one run make of each other. */
import { describe, expect, it } from 'vitest';
import type { Checked } from '../../../../server/src/cli/check/check.ts';
import { collect } from '../../../../server/src/cli/common/targets.ts';
import type { FormatName } from '../../../../server/src/cli/report/formats.ts';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import { checkAll } from '../support/reporting.ts';

const guest = (name: string, more: string): string =>
  `name = "${name}"\ntype = "pvh"\nkernel = "/k"\n${more}\n`;

const MAC = 'vif = [ "mac=00:16:3e:00:00:01" ]';

/** What is said of each file, in a format. */
const checked = async (format: FormatName, paths: readonly string[]): Promise<readonly Checked[]> => {
  const { checked, failures } = await checkAll(format, (await collect(paths)).targets);
  expect(failures).toEqual([]);
  return checked;
};

/** The codes of the problems of each file. */
const codes = async (paths: readonly string[], folder: Folder): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await checked('json', paths)).map(({ path, texts }) => [
      path.slice(folder.path.length + 1),
      texts.map((text) => JSON.parse(text).code),
    ]),
  );

describe('a run over several files', () => {
  it('tells what they share, in each of them', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', MAC),
      'b.cfg': guest('b', `memroy = 1\n${MAC}`),
      'c.cfg': guest('c', ''),
    });
    expect(await codes([folder.path], folder)).toEqual({
      'a.cfg': ['duplicate-mac'],
      'b.cfg': ['unknown-option', 'duplicate-mac'],
      'c.cfg': [],
    });
    expect(await codes([folder.at('a.cfg'), folder.at('c.cfg')], folder)).toEqual({
      'a.cfg': [],
      'c.cfg': [],
    });
    expect(await codes([folder.at('a.cfg')], folder)).toEqual({ 'a.cfg': [] });
  });

  it('misses a backend only where a folder was looked into', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', 'vif = [ "backend=net" ]'),
      'b.cfg': guest('b', ''),
    });
    expect(await codes([folder.at('a.cfg'), folder.at('b.cfg')], folder)).toMatchObject({ 'a.cfg': [] });
    expect(await codes([folder.path], folder)).toMatchObject({ 'a.cfg': ['unknown-backend'] });
  });

  it('shows the place in the other file, by the path as it was given', async () => {
    using folder = makeFolder({ 'a.cfg': guest('a', MAC), 'b c.cfg': guest('b', MAC) });
    const [text] = await checked('text', [folder.path]);
    expect(text?.texts.join('').split('\n')[3]).toBe(`  ${folder.at('b c.cfg')}:4:14: The same MAC address.`);
    const [json] = await checked('json', [folder.path]);
    expect(json?.texts.map((one) => JSON.parse(one))).toMatchObject([
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
