import { describe, expect, it } from 'vitest';
import { faultsOf, read, verdictOf } from '../support.ts';

describe('vkb', () => {
  it.each([
    [
      'backend-type=QEMU,width=-1,height=0x10',
      { devid: 0, backend_type: 'qemu', width: 4294967295, height: 16 },
    ],
    [
      'backend-type=linux,multi-touch-height=5',
      { devid: 0, backend_type: 'linux', multi_touch_height: 5, feature_multi_touch: true },
    ],
  ])('reads %j as %j', (text, fields) => {
    expect(read('vkb', text).fields).toEqual(fields);
  });

  it.each([
    ['', 'missing-key refused backend-type'],
    ['backend-type=|x|', 'bad-value refused backend-type'],
    ['backend-type=|unknown|', 'bad-value refused backend-type'],
    ['backend-type=qemu,|foo|', 'bad-form refused'],
    ['backend-type=qemu,feature-multi-touch=|1|', 'conflict refused feature-multi-touch'],
    ['backend-type=qemu,width=|010|', 'bad-value ignored width'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('vkb', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([[['backend-type=linux'], '4.12', 'accept']] as const)(
    '%j in %s: %s',
    (texts, xenVersion, verdict) => {
      expect(verdictOf('vkb', texts, { xenVersion })).toBe(verdict);
    },
  );
});
