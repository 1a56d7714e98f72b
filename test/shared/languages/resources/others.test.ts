import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, faultsOfAll, read, readAll, verdictOf } from '../support.ts';

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

describe('smbios', () => {
  it.each([
    [['system_manufacturer=A=B', 'OEM=x', 'oem=y'], []],
    [['foo=1'], ['|foo|=1: unknown-key refused foo']],
    [['oem '], ['oem : bad-form refused']],
    [['oem='], ['oem=: bad-value refused oem']],
    [[' oem=1'], ['| oem|=1: unknown-key refused  oem']],
    [['bios_vendor=a', 'bios_vendor=b'], ['bios_vendor=a: repeated ignored bios_vendor']],
  ])('%j: %j', (texts, faults) => {
    expect(faultsOfAll('smbios', texts, { xenVersion: '4.18', guestType: 'hvm' })).toEqual(faults);
  });

  it('has room for 99 free texts', () => {
    const texts = Array.from({ length: 100 }, (_, index) => `oem=${index}`);
    expect(verdictOf('smbios', texts.slice(1), { xenVersion: '4.18' })).toBe('accept');
    expect(verdictOf('smbios', texts, { xenVersion: '4.18' })).toBe('reject');
  });
});

describe('limits', () => {
  it.each([
    ['llc_colors', '0-3', { first: 0, last: 3 }, []],
    ['llc_colors', '1x', { first: 1, last: 1 }, ['1|x|: bad-form ignored']],
    ['llc_colors', '1-', { first: 1, last: 1 }, ['1|-|: bad-form ignored']],
    ['llc_colors', '0-3,5', { first: 0, last: 3 }, ['0-3|,5|: bad-form ignored']],
    ['llc_colors', '3-1', { first: 3, last: 1 }, ['3-1: bad-value refused colors']],
    ['llc_colors', 'x', undefined, ['x: bad-form refused']],
    ['llc_colors', '-1', { first: 4294967295, last: 4294967295 }, ['-1: bad-value crashes colors']],
    [
      'llc_colors',
      '4294967295',
      { first: 4294967295, last: 4294967295 },
      ['4294967295: bad-value crashes colors'],
    ],
    ['xenstore_quota', 'nodes=0x10', { name: 'nodes', value: 16 }, []],
    ['xenstore_quota', 'nodes', undefined, ['nodes: bad-form refused']],
    ['xenstore_quota', 'nodes=', undefined, ['nodes=||: bad-value refused nodes']],
    ['xenstore_quota', 'nodes=-1', undefined, ['nodes=|-1|: bad-value refused nodes']],
    ['xenstore_quota', 'nodes=1k', undefined, ['nodes=|1k|: bad-value refused nodes']],
    ['xenstore_quota', 'any=4294967296', undefined, ['any=|4294967296|: bad-value refused any']],
    ['arm_sci', 'type=SCMI_SMC', { type: 'scmi_smc' }, []],
    ['arm_sci', 'foo=bar,type=none', { type: 'none' }, ['|foo|=bar,type=none: unknown-key ignored foo']],
    ['arm_sci', 'type=', {}, ['type=||: bad-value refused type']],
    ['arm_sci', 'type', {}, ['type: bad-form ignored']],
  ])('%s %j gives %j, %j', (option, text, fields, faults) => {
    expect(read(option, text, { xenVersion: '4.22' }).fields).toEqual(fields);
    expect(faultsOf(option, text, { xenVersion: '4.22' })).toEqual(faults);
  });
});

describe('vsnd', () => {
  it.each([
    ['CARD, short-name=Main,backend=0', []],
    ['stream,type=P,unique-id=a=b', []],
    ['', []],
    ['foo', ['foo: bad-form refused']],
    ['CARD ,name=x', ['|CARD |,name=x: bad-form refused']],
    ['CARD, ', ['CARD, ||: bad-form refused']],
    ['CARD,name=x', ['CARD,|name|=x: conflict refused name']],
    ['CARD,foo=x', ['CARD,|foo|=x: unknown-key refused foo']],
    ['STREAM,type=x', ['STREAM,type=|x|: bad-value refused type']],
    [
      'PCM,sample-formats=s8;float_le',
      ['PCM,sample-formats=s8;|float_le|: bad-value refused sample-formats'],
    ],
    ['PCM,sample-rates=;', ['PCM,sample-rates=|;|: bad-value crashes sample-rates']],
    ['PCM,channels-min=two', ['PCM,channels-min=|two|: bad-value ignored channels-min']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('vsnd', text)).toEqual(faults);
  });

  it('gives numbers and words', () => {
    expect(read('vsnd', 'pcm,sample-rates=8000;0x10,sample-formats=S8;f32_LE,name=a').fields).toEqual({
      item: 'pcm',
      values: { 'sample-rates': [8000, 16], 'sample-formats': ['s8', 'f32_le'], name: 'a' },
    });
  });
});

describe('arguments', () => {
  it.each([
    [' ', 'crash'],
    ['\t\n', 'crash'],
    ['', 'crash'],
    ['-a b', 'accept'],
    [[''], 'accept'],
    [[' '], 'accept'],
  ])('bootloader_args of %j: %s', (texts, verdict) => {
    expect(verdictOf('bootloader_args', texts)).toBe(verdict);
  });

  it('splits a text at blanks, and leaves items alone', () => {
    expect(read('bootloader_args', ' a\tb ', { form: 'text' }).fields).toEqual(['a', 'b']);
    expect(readAll('bootloader_args', ['a b', 'c'], { form: 'list' }).map(({ fields }) => fields)).toEqual([
      ['a b'],
      ['c'],
    ]);
  });

  it.each([
    ['-device', []],
    ['virtio, x', []],
    ['-device nvme', ['-device nvme: bad-form startFails']],
  ])('device_model_args with %j: %j', (text, faults) => {
    expect(faultsOf('device_model_args', text)).toEqual(faults);
  });

  it.each([
    ['dc', []],
    ['DC', ['|D|C: bad-value startFails', 'D|C|: bad-value startFails']],
    ['cdc', ['cd|c|: repeated startFails']],
    ['c,d', ['c|,|d: bad-value startFails']],
  ])('boot of %j: %j', (text, faults) => {
    expect(faultsOf('boot', text, { guestType: 'hvm' })).toEqual(faults);
  });
});
