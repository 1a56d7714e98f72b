import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';

describe('vtpm', () => {
  it.each([
    ['backend=a', { devid: 0, backend_domname: 'a' }],
    [`backend=a,uuid=${UUID.toUpperCase()}`, { devid: 0, backend_domname: 'a', uuid: UUID }],
  ])('reads %j as %j', (text, fields) => {
    expect(read('vtpm', text).fields).toEqual(fields);
  });

  it.each([
    ['', 'missing-key refused backend'],
    ['backend=a,uuid=|x|', 'bad-value refused uuid'],
    ['backend=a,|foo|=b', 'unknown-key refused foo'],
    ['backend=a,|foo|', 'bad-form restIgnored'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('vtpm', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });
});
