import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('arm_sci', () => {
  it.each([
    ['type=SCMI_SMC', { type: 'scmi_smc' }, []],
    ['foo=bar,type=none', { type: 'none' }, ['|foo|=bar,type=none: unknown-key ignored foo']],
    ['type=', {}, ['type=||: bad-value refused type']],
    ['type', {}, ['type: bad-form ignored']],
  ])('reads %j as %j, with %j', (text, fields, faults) => {
    expect(read('arm_sci', text, { xenVersion: '4.22' }).fields).toEqual(fields);
    expect(faultsOf('arm_sci', text, { xenVersion: '4.22' })).toEqual(faults);
  });
});
