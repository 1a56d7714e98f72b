import { describe, expect, it } from 'vitest';
import { createFolderContents } from '../../../server/src/lsp/folderContents.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(names: readonly string[] = ['vmlinuz']) {
  const asked: string[] = [];
  let time = 0;
  const list = async (folder: string): Promise<readonly string[]> => {
    asked.push(folder);
    return names;
  };
  const contents = createFolderContents({ list }, () => time);
  return { asked, contents, wait: (ms: number) => (time += ms) };
}

describe('the contents of a folder', () => {
  it('are read in the background: the first answer does not wait for them', async () => {
    const { asked, contents } = setUp();
    expect(contents('/boot/')).toBeUndefined();
    await settled();
    expect(contents('/boot/')).toEqual(['vmlinuz']);
    expect(asked).toEqual(['/boot/']);
  });

  it('are read anew after some seconds, and given as they were until then', async () => {
    const { asked, contents, wait } = setUp();
    contents('/boot/');
    await settled();
    wait(6000);
    expect(contents('/boot/')).toEqual(['vmlinuz']);
    expect(contents('/boot/')).toEqual(['vmlinuz']);
    expect(asked).toEqual(['/boot/', '/boot/']);
  });

  it('are kept for some folders only', async () => {
    const { contents } = setUp();
    for (let number = 0; number <= 100; number += 1) contents(`/srv/${number}/`);
    await settled();
    expect(contents('/srv/100/')).toEqual(['vmlinuz']);
    const { asked, contents: second } = setUp();
    for (let number = 0; number <= 100; number += 1) second(`/srv/${number}/`);
    second('/srv/0/');
    expect(asked.filter((folder) => folder === '/srv/0/')).toHaveLength(2);
  });

  it('are unknown where no folder can be listed, as in a browser', async () => {
    const contents = createFolderContents({});
    expect(contents('/boot/')).toBeUndefined();
    await settled();
    expect(contents('/boot/')).toBeUndefined();
  });
});
