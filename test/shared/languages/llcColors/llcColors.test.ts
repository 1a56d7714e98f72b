import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('llc_colors', () => {
  it.each([
    ['0-3', { first: 0, last: 3 }, []],
    ['1x', { first: 1, last: 1 }, ['1|x|: bad-form ignored']],
    ['1-', { first: 1, last: 1 }, ['1|-|: bad-form ignored']],
    ['0-3,5', { first: 0, last: 3 }, ['0-3|,5|: bad-form ignored']],
    ['3-1', { first: 3, last: 1 }, ['3-1: bad-value refused colors']],
    ['x', undefined, ['x: bad-form refused']],
    ['-1', { first: 4294967295, last: 4294967295 }, ['-1: bad-value crashes colors']],
    ['4294967295', { first: 4294967295, last: 4294967295 }, ['4294967295: bad-value crashes colors']],
  ])('reads %j as %j, with %j', (text, fields, faults) => {
    expect(read('llc_colors', text, { xenVersion: '4.22' }).fields).toEqual(fields);
    expect(faultsOf('llc_colors', text, { xenVersion: '4.22' })).toEqual(faults);
  });
});
