import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('xenstore_quota', () => {
  it.each([
    ['nodes=0x10', { name: 'nodes', value: 16 }, []],
    ['nodes', undefined, ['nodes: bad-form refused']],
    ['nodes=', undefined, ['nodes=||: bad-value refused nodes']],
    ['nodes=-1', undefined, ['nodes=|-1|: bad-value refused nodes']],
    ['nodes=1k', undefined, ['nodes=|1k|: bad-value refused nodes']],
    ['any=4294967296', undefined, ['any=|4294967296|: bad-value refused any']],
  ])('reads %j as %j, with %j', (text, fields, faults) => {
    expect(read('xenstore_quota', text, { xenVersion: '4.22' }).fields).toEqual(fields);
    expect(faultsOf('xenstore_quota', text, { xenVersion: '4.22' })).toEqual(faults);
  });
});
