import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support.ts';

describe('boot', () => {
  it.each([
    ['dc', []],
    ['DC', ['|D|C: bad-value startFails', 'D|C|: bad-value startFails']],
    ['cdc', ['cd|c|: repeated startFails']],
    ['c,d', ['c|,|d: bad-value startFails']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('boot', text, { guestType: 'hvm' })).toEqual(faults);
  });
});
