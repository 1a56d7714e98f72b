import { describe, expect, it } from 'vitest';
import { faultsOf, read } from '../support.ts';

describe('vfb', () => {
  it.each([
    ['', { devid: 0, vnc: {}, sdl: {} }],
    [
      'vnc=1,vncdisplay=5,vncunused=0,keymap=de,sdl=yes,opengl=2,display=:0,foo=1',
      {
        devid: 0,
        vnc: { enable: 'True', display: 5, findunused: 'False' },
        sdl: { enable: 'False', opengl: 'True', display: ':0' },
        keymap: 'de',
      },
    ],
    ['vnc=0,foo,sdl=1', { devid: 0, vnc: { enable: 'False' }, sdl: {} }],
  ])('reads %j as %j', (text, fields) => {
    expect(read('vfb', text).fields).toEqual(fields);
  });

  it.each([
    ['|foo|=1', 'unknown-key ignored foo'],
    ['vnc=1,|foo|,sdl=1', 'bad-form restIgnored'],
    ['vnc=1,|  |,sdl=1', 'bad-form restIgnored'],
    ['vnc=|yes|', 'bad-value ignored vnc'],
    ['vncdisplay=|5x|', 'bad-value ignored vncdisplay'],
    ['vnclisten=1.2.3.4:1,vncdisplay=|2|', 'conflict createFails vncdisplay'],
    ['keymap=|german|', 'bad-value startFails keymap'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('vfb', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    ['vnclisten=a:1,vncdisplay=2', 'hvm', []],
    ['keymap=xx', 'hvm', []],
    ['vnc=0,keymap=xx', 'pv', []],
    ['keymap=/srv/layout', 'pv', []],
  ] as const)('checks %s for %s guests', (text, guestType, faults) => {
    expect(faultsOf('vfb', text, { guestType })).toEqual(faults);
  });

  it.each([
    ['vnc=yes', '1', undefined],
    ['vnc=no', '0', true],
  ])('suggests to replace %s by %s', (text, newText, safe) => {
    const [fault] = read('vfb', text).faults;
    expect(fault?.replacement?.newText).toBe(newText);
    expect(fault?.replacement?.safe || undefined).toBe(safe);
  });
});
