import { describe, expect, it } from 'vitest';
import { faultsOfAll, verdictOf } from '../support.ts';

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
