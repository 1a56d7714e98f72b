import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('rdm', () => {
  it.each<[string, XenVersion, string[]]>([
    ['strategy=host', '4.17', []],
    ['strategy=host,policy=strict', '4.14', []],
    ['strategy=host,policy=strict', '4.15', ['strategy=host,policy=|strict|: bad-value ignored policy']],
    ['strategy=host,policy=x', '4.14', ['strategy=host,policy=|x|: bad-value ignored policy']],
    ['policy=strict', '4.14', []],
    ['strategy=host', '4.13', ['strategy=host: missing-key ignored policy']],
    ['strategy=host,policy=strict', '4.13', []],
    ['policy=strict,strategy=host', '4.13', ['policy=strict,strategy=host: missing-key ignored policy']],
    ['strategy=none', '4.17', ['strategy=|none|: bad-value ignored strategy']],
    ['strategy=host,', '4.17', ['strategy=host|,|: bad-form ignored']],
    ['foo=bar', '4.17', ['|foo|=bar: unknown-key ignored foo']],
    ['', '4.17', [': bad-form ignored']],
    ['host', '4.17', ['host: bad-form ignored']],
  ])('%j in %s: %j', (text, xenVersion, faults) => {
    expect(faultsOf('rdm', text, { xenVersion })).toEqual(faults);
  });

  it('counts as a whole or not at all', () => {
    expect(read('rdm', 'strategy=host').fields).toEqual({ strategy: 'host', policy: null });
    expect(read('rdm', 'strategy=host,policy=strict').fields).toEqual({});
    expect(read('rdm', 'policy=x').fields).toEqual({ strategy: null, policy: null });
    expect(read('rdm', 'policy=invalid').fields).toEqual({});
    expect(read('rdm', 'policy=strict', { xenVersion: '4.14' }).fields).toEqual({
      strategy: null,
      policy: 'strict',
    });
  });
});
