import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('dtdev', () => {
  it.each([
    ['/soc/serial@0', []],
    ['soc', ['soc: bad-value startFails path']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('dtdev', text)).toEqual(faults);
    expect(read('dtdev', text).fields).toBe(text);
  });
});
