import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('pvcalls', () => {
  it.each([['backend=0,foo', { devid: 0, backend_domname: '0' }]])('reads %j as %j', (text, fields) => {
    expect(read('pvcalls', text).fields).toEqual(fields);
  });

  it.each([['|foo|=1', 'unknown-key refused foo']])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('pvcalls', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });
});
