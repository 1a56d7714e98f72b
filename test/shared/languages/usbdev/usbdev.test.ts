import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('usbdev', () => {
  it.each([
    ['hostbus=1,hostaddr=2', {}],
    [
      'hostbus=1,hostaddr=300,type=HostDev,controller=0,port=2',
      { ctrl: 0, port: 2, 'type.hostdev': { hostbus: 1, hostaddr: 44 } },
    ],
    ['type=hostdev,controller=-1', { 'type.hostdev': {} }],
  ])('reads %j as %j', (text, fields) => {
    expect(read('usbdev', text).fields).toEqual(fields);
  });

  it.each([
    ['hostbus=1', 'missing-key createFails hostaddr'],
    ['hostbus=1,hostaddr=2,port=|2|', 'conflict createFails port'],
    ['hostbus=1,hostaddr=|010|', 'bad-value ignored hostaddr'],
    ['hostbus=1,hostaddr=2,type=|foo|', 'bad-value refused type'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('usbdev', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([['hostbus=1,hostaddr=010', '10', undefined]])(
    'suggests to replace %s by %s',
    (text, newText, safe) => {
      const [fault] = read('usbdev', text).faults;
      expect(fault?.replacement?.newText).toBe(newText);
      expect(fault?.replacement?.safe || undefined).toBe(safe);
    },
  );
});
