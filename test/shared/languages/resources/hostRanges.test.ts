import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, plain, read } from '../support.ts';

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

describe('iomem', () => {
  it.each([
    ['fe215,1', { start: '1040917', number: '1' }],
    ['fe215,1@10', { start: '1040917', number: '1', gfn: '16' }],
    ['0, 0x10@0', { number: '16', gfn: '0' }],
    ['-1,1', { start: '18446744073709551615', number: '1' }],
  ])('%j gives %j', (text, fields) => {
    expect(plain(read('iomem', text).fields)).toEqual(fields);
  });

  it.each<[string, XenVersion, string[]]>([
    ['fe215', '4.17', ['fe215: bad-form refused']],
    ['fe215 ,1', '4.17', ['fe215 ,1: bad-form refused']],
    ['fe215,1@', '4.17', ['fe215,1@: bad-form refused']],
    ['fe215,1x', '4.17', ['fe215,1x: bad-form refused']],
    ['fe215,1@2x', '4.7', ['fe215,1@2x: bad-form refused']],
    ['fe215,1@2x', '4.6', ['fe215,1@2|x|: bad-form ignored']],
    ['fe215,1@2', '4.4', ['fe215,1|@2|: bad-form ignored']],
  ])('%j in %s: %j', (text, xenVersion, faults) => {
    expect(faultsOf('iomem', text, { xenVersion })).toEqual(faults);
  });
});

describe('dtdev', () => {
  it.each([
    ['/soc/serial@0', []],
    ['soc', ['soc: bad-value startFails path']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('dtdev', text)).toEqual(faults);
    expect(read('dtdev', text).fields).toBe(text);
  });
});
