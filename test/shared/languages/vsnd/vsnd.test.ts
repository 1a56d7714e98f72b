import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

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
