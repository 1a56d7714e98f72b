import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('ioports', () => {
  it.each([
    ['2f8-2ff', { first: 0x2f8, number: 8 }],
    ['0x3F8', { first: 0x3f8, number: 1 }],
    ['0-0', { number: 1 }],
    ['2ff-2f8', { first: 0x2ff, number: 4294967290 }],
    ['3f8x', { first: 0x3f8, number: 1 }],
  ])('%j gives %j', (text, fields) => {
    expect(read('ioports', text).fields).toEqual(fields);
  });

  it.each([
    ['3f8x', ['3f8|x|: bad-form ignored port']],
    ['3f8-3ffx', ['3f8-3ffx: bad-form refused']],
    ['3f8-', ['3f8-: bad-form refused']],
    ['', [': bad-form refused']],
    ['x', ['x: bad-form refused']],
    ['ffffffff', ['ffffffff: bad-value refused port']],
    ['0-ffffffff', ['0-|ffffffff|: bad-value refused port']],
    ['-1', ['-1: bad-value refused port']],
    ['2ff-2f8', ['2ff-2f8: bad-value startFails port']],
    ['2f8-2ff', []],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('ioports', text)).toEqual(faults);
  });
});
