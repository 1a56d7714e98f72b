import { describe, expect, it } from 'vitest';
import { isSkipped, readContent } from '../../../../server/src/cli/common/content.ts';
import { makeFolder } from '../../../support/folder.ts';
import { GOOD, NOT_A_GUEST } from '../support/guests.ts';

describe('the content of a target', () => {
  it('has its encoding and its kind', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD, 'b.cfg': NOT_A_GUEST });
    folder.write('c.cfg', Buffer.from(`${GOOD}# \xe9\n`, 'latin1'));
    const read = (name: string) => readContent({ path: folder.at(name), isStdin: false, maxSize: 1024 });
    expect(await read('a.cfg')).toEqual({ text: GOOD, encoding: 'utf8', kind: 'guest' });
    expect(await read('b.cfg')).toEqual({ text: NOT_A_GUEST, encoding: 'utf8', kind: null });
    expect(await read('c.cfg')).toEqual({ text: `${GOOD}# é\n`, encoding: 'latin1', kind: 'guest' });
  });

  it('decides whether it is skipped, where only guests are wanted', () => {
    const target = { path: 'a.cfg', named: true, isStdin: false, maxSize: 1024 };
    const content = { text: '', encoding: 'utf8' } as const;
    expect(isSkipped({ ...target, guestsOnly: true }, { ...content, kind: null })).toBe(true);
    expect(isSkipped({ ...target, guestsOnly: true }, { ...content, kind: 'guest' })).toBe(false);
    expect(isSkipped({ ...target, guestsOnly: false }, { ...content, kind: null })).toBe(false);
  });
});
