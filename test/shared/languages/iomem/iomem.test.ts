import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, plain, read } from '../support.ts';

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
