import { expect, test } from 'vitest';
import { changesForTheWorse } from './figures.ts';

const start = { what: 'start', unit: 'ms' } as const;

test('a ratio that has become worse by more than a quarter is told, however long either takes', () => {
  const accepted = {
    'start / nothing': { value: 100, unit: 'ms', compared: { to: 'nothing', value: 100 } },
  } as const;
  const took = (value: number) => [{ ...start, value, compared: { to: 'nothing', value: 10 } }];
  expect(changesForTheWorse(took(13), accepted)).toEqual([{ what: 'start', was: 1, is: 1.3 }]);
  expect(changesForTheWorse(took(12), accepted)).toEqual([]);
});

test('a time alone says something of the machine, a size of the program', () => {
  const accepted = { start: { value: 1, unit: 'ms' }, size: { value: 100, unit: 'kB' } } as const;
  const rows = [
    { ...start, value: 100 },
    { what: 'size', unit: 'kB', value: 126 },
  ] as const;
  expect(changesForTheWorse(rows, accepted)).toEqual([{ what: 'size', was: 100, is: 126 }]);
});

test('what was not measured before is not worse', () => {
  expect(changesForTheWorse([{ what: 'new', unit: 'kB', value: 1 }], {})).toEqual([]);
});
