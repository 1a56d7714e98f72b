import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, read, verdictOf } from '../support.ts';

describe('pci', () => {
  it.each([
    ['00:1f.3', { dev: 31, func: 3 }],
    ['0000:00:00.0', {}],
    ['abcd:ff:1F.7', { domain: 0xabcd, bus: 255, dev: 31, func: 7 }],
    ['03:00.*', { bus: 3, vfunc_mask: 0xffffffff }],
    ['03:00.0@6', { bus: 3, vdevfn: 48 }],
    ['03:00.0@ 0x1f', { bus: 3, vdevfn: 248 }],
    ['03: 0x1.+2', { bus: 3, dev: 1, func: 2 }],
    ['100000003:00.1', { bus: 3, func: 1 }],
    ['03:0x.1', { bus: 3, func: 1 }],
    [
      '3:0.0,permissive=1,seize=2,msitranslate=-1',
      { bus: 3, permissive: true, seize: true, msitranslate: true },
    ],
    ['3:0.0,permissive=1,permissive=0', { bus: 3 }],
    ['3:0.0,power_mgmt=256', { bus: 3, power_mgmt: true }],
    ['3:0.0,power_mgmt=4294967296', { bus: 3 }],
    ['3:0.0,msitranslate=36893488147419103232', { bus: 3, msitranslate: true }],
    ['3:0.0,msitranslate=-36893488147419103232', { bus: 3 }],
    ['3:0.0,rdm_policy=RELAXED', { bus: 3, rdm_policy: 'relaxed' }],
    ['3:0.0,', { bus: 3 }],
    ['vslot=2,bdf=03:00.1', { bus: 3, func: 1, vdevfn: 16 }],
    ['bdf=03:00.1,bdf=1:2.3', { bus: 1, dev: 2, func: 3 }],
    ['bdf=05:1f', { bus: 5, dev: 31, func: null, vfunc_mask: null }],
    ['bdf=05:1f,bdf=1:2.3', { bus: 1, dev: 2, func: 3 }],
  ])('%j gives %j', (text, fields) => {
    expect(read('pci', text).fields).toEqual({ vfunc_mask: 1, rdm_policy: 'strict', ...fields });
  });

  it('is given by name as well', () => {
    expect(read('pci', 'name=lan1,permissive=1', { guestType: 'hvm' }).fields).toEqual({
      name: 'lan1',
      permissive: true,
    });
  });

  it.each([
    [{ pci_permissive: 1 }, '3:0.0', { permissive: true }],
    [{ pci_permissive: 1 }, '3:0.0,permissive=0', {}],
    [{ pci_seize: -1, pci_power_mgmt: 0 }, '3:0.0', { seize: true }],
    [{ pci_msitranslate: 2 ** 32 }, '3:0.0', {}],
  ])('takes %j for defaults of %j', (numbers, text, fields) => {
    expect(read('pci', text, { numbers, guestType: 'hvm' }).fields).toEqual({
      bus: 3,
      vfunc_mask: 1,
      ...fields,
    });
  });

  it.each([
    ['', [': missing-key refused bdf']],
    ['foo', ['foo: bad-form refused bdf']],
    ['03:00', ['03:00: bad-form refused bdf']],
    ['100:00.0', ['100:00.0: bad-form refused bdf']],
    ['00:20.0', ['00:20.0: bad-form refused bdf']],
    ['00:1f.8', ['00:1f.8: bad-form refused bdf']],
    ['10000:00:00.0', ['10000:00:00.0: bad-form refused bdf']],
    [' 00:1f.3', [' 00:1f.3: bad-form refused bdf']],
    ['00:1f.3x', ['00:1f.3|x|: bad-form refused bdf']],
    ['00:1f.3@20', ['00:1f.3@|20|: bad-form refused vslot']],
    ['00:1f.3@,permissive=1', ['00:1f.3@||,permissive=1: bad-form refused vslot']],
    ['00:1f.3,permissive', ['00:1f.3,|permissive|: bad-form refused']],
    ['00:1f.3,foo=1', ['00:1f.3,|foo|=1: unknown-key refused foo']],
    ['00:1f.3, seize=1', ['00:1f.3,| seize|=1: unknown-key refused  seize']],
    ['00:1f.3,rdm_policy=none', ['00:1f.3,rdm_policy=|none|: bad-value refused rdm_policy']],
    ['00:1f.3,permissive=yes', ['00:1f.3,permissive=|yes|: bad-value ignored permissive']],
    ['00:1f.3,name=lan', ['00:1f.3,|name=lan|: conflict refused name']],
    ['permissive=1', ['permissive=1: missing-key refused bdf']],
    ['bdf=00:1f.3@4', ['bdf=00:1f.3|@4|: bad-form ignored bdf']],
    ['bdf=00:1f', ['bdf=|00:1f|: bad-form ignored bdf']],
    ['bdf=09:1f', ['bdf=|09:1f|: bad-value refused bdf']],
    ['0:1.2,vslot=3x', ['0:1.2,vslot=3|x|: bad-form ignored vslot']],
    ['0:1.2,seize=1,seize=0', ['0:1.2,|seize=1|,seize=0: repeated ignored seize']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('pci', text)).toEqual(faults);
  });

  it.each<[string, XenVersion, string[]]>([
    ['00:1f.3,foo=1', '4.14', ['00:1f.3,|foo|=1: unknown-key ignored foo']],
    ['00:1f.3,bdf=0:1.2', '4.14', ['00:1f.3,|bdf|=0:1.2: unknown-key ignored bdf']],
    ['00:1f.3,seize=1', '4.4', ['00:1f.3,|seize|=1: unknown-key ignored seize']],
    ['00:1f.3,seize=1', '4.5', []],
    ['00:1f.3,,seize=1', '4.14', ['00:1f.3,|,seize|=1: unknown-key ignored ,seize']],
    [
      '00:1f.3,a,b=1,c',
      '4.14',
      ['00:1f.3,|a,b|=1,c: unknown-key ignored a,b', '00:1f.3,a,b=1,|c|: bad-form refused'],
    ],
    ['00:1f.3,', '4.14', ['00:1f.3|,|: bad-form refused bdf']],
    ['00:1f.3,', '4.15', []],
    ['00:1f.3,seize=1,', '4.14', ['00:1f.3,seize=1|,|: bad-form refused']],
    ['00:ff.3@ff', '4.14', []],
    ['00:ff.3', '4.15', ['00:ff.3: bad-form refused bdf']],
    ['03:00.*', '4.12', []],
    ['03:00.*', '4.14', ['03:00.*: bad-value crashes bdf']],
    ['03:00.*', '4.15', ['03:00.*: missing-key createFails vslot']],
    ['name=lan', '4.14', ['name=lan: bad-form refused bdf']],
    ['name=lan', '4.15', []],
    ['foo', '4.5', ['foo: bad-form dropped bdf']],
    ['foo', '4.6', ['foo: bad-form refused bdf']],
    ['00:1f.3,rdm_policy=STRICT', '4.14', ['00:1f.3,rdm_policy=|STRICT|: bad-value refused rdm_policy']],
    ['00:1f.3,rdm_policy=STRICT', '4.15', []],
  ])('%j in %s: %j', (text, xenVersion, faults) => {
    expect(faultsOf('pci', text, { xenVersion })).toEqual(faults);
  });

  it('says where the parts are', () => {
    const { parts } = read('pci', '0000:03:00.*@6,permissive=1');
    expect(parts).toEqual([
      { kind: 'word', start: 0, end: 12, text: '0000:03:00.*', role: 'bdf' },
      { kind: 'word', start: 13, end: 14, text: '6', role: 'vslot' },
      {
        kind: 'parameter',
        start: 15,
        end: 27,
        name: 'permissive',
        nameSpan: { start: 15, end: 25 },
        value: '1',
        valueSpan: { start: 26, end: 27 },
      },
    ]);
  });

  it('is rejected for one bad device among several', () => {
    expect(verdictOf('pci', ['03:00.0', '03:00.8'])).toBe('reject');
    expect(verdictOf('pci', ['03:00.0', '03:00.7'])).toBe('accept');
  });

  it.each([
    ['03:00.*', ['03:00.*: missing-key createFails vslot']],
    ['03:00.*,vslot=0', ['03:00.*,vslot=0: missing-key createFails vslot']],
    ['03:00.*,vslot=5', []],
    ['03:00.*@5', []],
    ['03:00.0', []],
  ])('all functions of a device need a slot: %s', (text, faults) => {
    expect(faultsOf('pci', text, { xenVersion: '4.20' })).toEqual(faults);
  });
});
