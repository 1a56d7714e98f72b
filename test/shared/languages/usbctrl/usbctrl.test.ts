import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('usbctrl', () => {
  it.each([
    ['', { devid: 0 }],
    ['type=auto,version=2', { devid: 0, version: 2 }],
    ['type=PV,ports=99999999999', { devid: 0, type: 'pv', ports: 1215752191 }],
  ])('reads %j as %j', (text, fields) => {
    expect(read('usbctrl', text).fields).toEqual(fields);
  });

  it.each([
    ['type=|pv |', 'padding refused type'],
    ['type=pv,version=|3|', 'conflict createFails version'],
    ['type=pv,ports=|32|', 'conflict createFails ports'],
    ['type=|devicemodel|,version=2', 'conflict createFails type'],
    ['type=pv,| |', 'bad-form refused'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('usbctrl', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    ['version=3,ports=15', 'hvm', []],
    [
      'type=devicemodel,version=1,ports=3',
      'hvm',
      ['type=devicemodel,version=1,ports=|3|: conflict createFails ports'],
    ],
    ['type=devicemodel,ports=8', 'hvm', ['type=devicemodel,ports=|8|: conflict createFails ports']],
    ['version=3', 'pv', ['version=|3|: conflict createFails version']],
  ] as const)('checks %s for %s guests', (text, guestType, faults) => {
    expect(faultsOf('usbctrl', text, { guestType })).toEqual(faults);
  });
});
