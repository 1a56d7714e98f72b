import { CPUID_FEATURES } from '@xlcfg/shared/src/languages/cpuid/keys.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

const BITS = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0';

describe('cpuid as a text', () => {
  it.each([
    ['', []],
    [',,', []],
    ['host,sse3=0,family=0x10,arch-caps=k', []],
    ['host,tm=1junk', []],
    ['sse3=0', ['sse3=0: bad-form restIgnored']],
    [' host,sse3=0', ['| host|,sse3=0: bad-form restIgnored']],
    ['host,sse3', ['host,|sse3|: bad-form ignored']],
    ['host, sse3=0', ['host,| sse3|=0: unknown-key ignored  sse3']],
    ['host,foo=1,sse3=0', ['host,|foo|=1,sse3=0: unknown-key ignored foo']],
    ['host,sse3=no', ['host,sse3=|no|: bad-value ignored sse3']],
    ['host,mds-no=1', []],
    ['host,mds-no=01', ['host,mds-no=|01|: bad-value ignored mds-no']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('cpuid', text, { form: 'text' })).toEqual(faults);
  });

  it.each<[string, XenVersion, boolean]>([
    ['serialize', '4.13', false],
    ['serialize', '4.14', true],
    ['avx512-bmm', '4.21', false],
    ['avx512-bmm', '4.22', true],
    ['avx512ifma', '4.12', true],
    ['avx512ifma', '4.13', false],
    ['sse4_1', '4.2', false],
    ['svm_npt', '4.2', true],
  ])('%s in %s: %s', (name, xenVersion, known) => {
    const faults = faultsOf('cpuid', `host,${name}=0`, { form: 'text', xenVersion });
    expect(faults).toEqual(known ? [] : [`host,|${name}|=0: unknown-key ignored ${name}`]);
  });

  it('keeps what counts', () => {
    expect(read('cpuid', 'host,foo=1,sse3=0', { form: 'text' }).fields).toEqual([
      { name: 'sse3', value: '0' },
    ]);
    expect(read('cpuid', 'sse3=0', { form: 'text' }).fields).toEqual([]);
  });
});

describe('cpuid as a list', () => {
  it.each([
    [`1:ecx=${BITS}`, []],
    [`0x7, 0:ebx=${BITS}, \n edx=${BITS}`, []],
    ['1:', []],
    ['host,sse3=0', ['host,sse3=0: bad-form ignored policy']],
    ['1,x:', ['1,x:: bad-form ignored policy']],
    ['1', ['1: bad-form ignored policy']],
    [`1:efx=${BITS}`, [`1:|efx=${BITS}|: bad-form restIgnored policy`]],
    ['1:ecx=01', ['1:ecx=|01|: bad-value restIgnored policy']],
    [`1:ecx=y${BITS.slice(1)}`, [`1:ecx=|y|${BITS.slice(1)}: bad-value startFails policy`]],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('cpuid', text, { form: 'list' })).toEqual(faults);
  });

  it('has leaf, subleaf and registers', () => {
    expect(read('cpuid', `7,1:eax=${BITS}`, { form: 'list' }).fields).toEqual([
      { leaf: 7, subleaf: 1, registers: { eax: BITS } },
    ]);
  });
});

describe('the names of features', () => {
  it('are there once', () => {
    const names = CPUID_FEATURES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('share a bit only where they mean the same', () => {
    const meanings = new Map<string, string>();
    for (const { place, bit, bits, meaning } of CPUID_FEATURES) {
      const where = `${JSON.stringify(place)} ${bit} ${bits}`;
      expect(meanings.get(where) ?? meaning).toBe(meaning);
      meanings.set(where, meaning);
    }
  });
});
