import { memoizeByObject } from '@xlcfg/shared/src/memoize.ts';
import { expect, it } from 'vitest';

it('computes once for each object, whatever the result', () => {
  const computed: object[] = [];
  const resultOf = memoizeByObject((key: { readonly result: string | number | boolean | null }) => {
    computed.push(key);
    return key.result;
  });
  const keys = ['a', '', 0, false, null].map((result) => ({ result }));
  for (const key of [...keys, ...keys]) expect(resultOf(key)).toBe(key.result);
  expect(computed).toEqual(keys);
});

it('tells equal objects apart', () => {
  const copyOf = memoizeByObject((key: object) => ({ ...key }));
  const key = { a: 1 };
  expect(copyOf(key)).toBe(copyOf(key));
  expect(copyOf({ ...key })).not.toBe(copyOf(key));
});

it('computes again after a failure', () => {
  let calls = 0;
  const fails = memoizeByObject((_: object): string => {
    calls++;
    if (calls === 1) throw new Error('first call');
    return 'result';
  });
  const key = {};
  expect(() => fails(key)).toThrow('first call');
  expect(fails(key)).toBe('result');
});
