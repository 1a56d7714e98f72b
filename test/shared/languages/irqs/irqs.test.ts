import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('irqs', () => {
  it.each<[string, XenVersion, number | undefined, string[]]>([
    ['88', '4.17', 88, []],
    [' 88', '4.17', 88, []],
    ['010', '4.17', 10, []],
    ['88 ', '4.17', undefined, ['88 : bad-form refused']],
    ['0x10', '4.17', undefined, ['0x10: bad-form refused']],
    ['4294967295', '4.17', undefined, ['4294967295: bad-value refused irq']],
    ['88x', '4.6', 88, ['88|x|: bad-form ignored']],
    ['88x', '4.7', undefined, ['88x: bad-form refused']],
  ])('%j in %s gives %s, %j', (text, xenVersion, number, faults) => {
    expect(read('irqs', text, { xenVersion }).fields).toBe(number);
    expect(faultsOf('irqs', text, { xenVersion })).toEqual(faults);
  });
});
