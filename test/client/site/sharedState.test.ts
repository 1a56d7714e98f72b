import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeState, encodeState } from '../../../client/site/src/playground/sharedState.ts';

const text = fc.string({ unit: 'binary' });

it('a link holds files and platform', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ name: text, text }), { minLength: 1, maxLength: 5 }),
      fc.record({ xenVersion: text, architecture: text }, { requiredKeys: [] }),
      async (files, platform) => {
        const state = { files, ...platform };
        const fragment = await encodeState(state);
        expect(fragment).toMatch(/^files=[\w-]+$/);
        expect(await decodeState(`#${fragment}`)).toEqual(state);
      },
    ),
  );
});

it('compresses: ten kilobytes of guests make a link that mails and chats carry', async () => {
  const line = 'disk = [ "/dev/vg0/web1,raw,xvda,rw" ]\n';
  const fragment = await encodeState({ files: [{ name: 'web1.cfg', text: line.repeat(256) }] });
  expect(fragment.length).toBeLessThan(500);
});

it.each(['', '#', '#vif', 'disks.html'])('leaves the fragment %j alone', async (fragment) => {
  expect(await decodeState(fragment)).toBeUndefined();
});

it.each(['#files=', '#files=!', '#files=AAAA'])('reports %j as damaged', async (fragment) => {
  expect(await decodeState(fragment)).toBeNull();
});

it('reports a link that was cut off as damaged', async () => {
  const fragment = await encodeState({ files: [{ name: 'a.cfg', text: 'name = "a"\nmemory = 512\n' }] });
  expect(await decodeState(fragment.slice(0, -8))).toBeNull();
});

it.each([
  ['no files', { files: [] }],
  ['a file without a text', { files: [{ name: 'a.cfg' }] }],
  ['a version that is not a text', { files: [{ name: 'a', text: '' }], xenVersion: 4.2 }],
  ['too many files', { files: Array.from({ length: 21 }, () => ({ name: 'a', text: '' })) }],
])('rejects a link with %s', async (_, state) => {
  // What a stranger wrote has no type.
  expect(await decodeState(await encodeState(JSON.parse(JSON.stringify(state))))).toBeNull();
});

it('does not expand a short link to more than a mebibyte', async () => {
  const fragment = await encodeState({ files: [{ name: 'a.cfg', text: '\n'.repeat(2 ** 21) }] });
  expect(fragment.length).toBeLessThan(10_000);
  expect(await decodeState(fragment)).toBeNull();
});
