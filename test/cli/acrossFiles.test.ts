/** What the files of one run make of each other. */

import { DEFAULT_SETTINGS } from '@xlcfg/shared';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { type CheckedFile, check } from '../../server/src/cli/check.ts';
import { collect } from '../../server/src/cli/files.ts';
import { fileEntry } from '../../server/src/cli/report/json.ts';
import { textReport } from '../../server/src/cli/report/text.ts';
import { type Folder, makeFolder } from './support/folder.ts';

const guest = (name: string, more: string): string =>
  `name = "${name}"\ntype = "pvh"\nkernel = "/k"\n${more}\n`;

const MAC = 'vif = [ "mac=00:16:3e:00:00:01" ]';

const checked = async (paths: readonly string[]): Promise<CheckedFile[]> => {
  const failures: unknown[] = [];
  const { targets } = await collect(paths);
  const files: CheckedFile[] = [];
  const jobs = targets.map((target) => ({ ...target, settings: DEFAULT_SETTINGS }));
  for await (const file of check(jobs, { onFailure: (failure) => failures.push(failure) })) files.push(file);
  expect(failures).toEqual([]);
  return files;
};

const codes = (files: readonly CheckedFile[], folder: Folder): Record<string, string[]> =>
  Object.fromEntries(
    files.map(({ path, problems }) => [path.slice(folder.path.length + 1), problems.map(({ code }) => code)]),
  );

describe('a run over several files', () => {
  it('tells what they share, in each of them', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', MAC),
      'b.cfg': guest('b', `memroy = 1\n${MAC}`),
      'c.cfg': guest('c', ''),
    });
    expect(codes(await checked([folder.path]), folder)).toEqual({
      'a.cfg': ['duplicate-mac'],
      'b.cfg': ['unknown-option', 'duplicate-mac'],
      'c.cfg': [],
    });
    expect(codes(await checked([folder.at('a.cfg'), folder.at('c.cfg')]), folder)).toEqual({
      'a.cfg': [],
      'c.cfg': [],
    });
    expect(codes(await checked([folder.at('a.cfg')]), folder)).toEqual({ 'a.cfg': [] });
  });

  it('misses a backend only where a folder was looked into', async () => {
    using folder = makeFolder({
      'a.cfg': guest('a', 'vif = [ "backend=net" ]'),
      'b.cfg': guest('b', ''),
    });
    const named = await checked([folder.at('a.cfg'), folder.at('b.cfg')]);
    expect(codes(named, folder)['a.cfg']).toEqual([]);
    expect(codes(await checked([folder.path]), folder)['a.cfg']).toEqual(['unknown-backend']);
  });

  it('shows the place in the other file, by the path as it was given', async () => {
    using folder = makeFolder({ 'a.cfg': guest('a', MAC), 'b c.cfg': guest('b', MAC) });
    const [first] = await checked([folder.path]);
    if (!first) throw new Error('nothing was checked');
    const [, , , related] = textReport(first, pc.createColors(false)).split('\n');
    expect(related).toBe(`  ${folder.at('b c.cfg')}:4:14: The same MAC address.`);
    expect(fileEntry(first)).toMatchObject({
      diagnostics: [
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
      ],
    });
  });
});
