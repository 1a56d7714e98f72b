import {
  effectOfUnknownWord,
  effectOfWrongKind,
  existsIn,
  type GuestType,
  isRejectedOption,
  type Lifetime,
  type OptionSchema,
  optionByName,
  rangeViolated,
  wordFor,
  wordsFor,
  XEN_VERSIONS,
  type XenVersion,
} from '@xlcfg/shared/src/schema/index.ts';
import { describe, expect, test } from 'vitest';

const architecture = 'x86';

const option = (name: string): OptionSchema => {
  const found = optionByName.get(name);
  if (found === undefined) throw new Error(`no option ${name}`);
  return found;
};

/** What the real xl 4.17 made of each: the word that it went on with, or a refusal. */
describe('the word that a value stands for', () => {
  test.each<[name: string, guestType: GuestType, written: string, taken: string | undefined]>([
    ['type', 'hvm', 'hvm', 'hvm'],
    ['type', 'hvm', 'h', 'hvm'],
    ['type', 'hvm', '', 'hvm'],
    ['type', 'pv', 'p', 'pv'],
    ['type', 'pvh', 'pvh', 'pvh'],
    ['type', 'pvh', 'PVH', undefined],
    ['type', 'pvh', 'pvhx', undefined],
    ['builder', 'hvm', '', 'hvm'],
    ['builder', 'pv', 'gen', 'generic'],
    ['builder', 'pv', 'linux', undefined],
    ['firmware', 'hvm', '', 'uefi'],
    ['firmware', 'hvm', 'b', 'bios'],
    ['firmware', 'hvm', 'OVMF', 'ovmf'],
    ['firmware', 'hvm', 'ovm', undefined],
    ['firmware', 'hvm', 'pvgrub32', undefined],
    ['firmware', 'pv', 'pvgrub', 'pvgrub32'],
    ['firmware', 'pv', 'pvgrub64', 'pvgrub64'],
    ['firmware', 'pv', 'ovmf', undefined],
    ['bios', 'hvm', 'SeaBIOS', 'seabios'],
    ['bios', 'hvm', 'sea', undefined],
    ['bios', 'hvm', 'uefi', undefined],
    ['vga', 'hvm', 'stdvga', 'stdvga'],
    ['vga', 'hvm', 'STDVGA', undefined],
    ['vga', 'hvm', 'std', undefined],
    ['on_crash', 'pv', 'rename-restart', 'rename-restart'],
    ['on_crash', 'pv', 'Restart', undefined],
    ['timer_mode', 'pvh', 'unknown', 'unknown'],
    ['viridian', 'hvm', 'freq', 'freq'],
    ['viridian', 'hvm', 'FREQ', 'freq'],
    ['viridian', 'hvm', '!freq', 'freq'],
    ['viridian', 'hvm', '!!freq', undefined],
    ['viridian', 'hvm', 'all', 'all'],
    ['viridian', 'hvm', 'ALL', undefined],
    ['viridian', 'hvm', '!all', undefined],
    ['viridian', 'hvm', '!', undefined],
    ['mca_caps', 'hvm', 'lmce', 'lmce'],
    ['mca_caps', 'hvm', 'LMCE', undefined],
    ['tee', 'pvh', 'ffa', undefined],
  ])('%s of a %s guest: "%s"', (name, guestType, written, taken) => {
    expect(wordFor(option(name), written, { guestType, xenVersion: '4.17', architecture })?.name).toBe(taken);
  });

  test.each<[name: string, word: string, lifetime: Lifetime]>([
    ['tee', 'ffa', { since: '4.18' }],
    ['vga', 'qxl', { since: '4.6' }],
    ['device_model_version', 'qemu-xen-traditional', { since: '4.2', last: '4.20' }],
  ])('%s knows "%s" %j', (name, word, lifetime) => {
    const knowing = XEN_VERSIONS.filter((xenVersion) =>
      wordsFor(option(name), { guestType: 'hvm', xenVersion, architecture }).some(
        (value) => value.name === word,
      ),
    );
    expect(knowing).toEqual(XEN_VERSIONS.filter((xenVersion) => existsIn(xenVersion, lifetime)));
  });
});

test.each<[name: string, guestType: GuestType, xenVersion: XenVersion, effect: string | undefined]>([
  ['builder', 'pv', '4.9', undefined],
  ['builder', 'pv', '4.10', 'refused'],
  ['firmware', 'hvm', '4.22', undefined],
  ['firmware', 'pvh', '4.22', 'refused'],
  ['soundhw', 'hvm', '4.16', undefined],
  ['soundhw', 'hvm', '4.17', 'createFails'],
  ['gfx_passthru', 'hvm', '4.6', undefined],
  ['gfx_passthru', 'hvm', '4.7', 'refused'],
  ['keymap', 'hvm', '4.22', undefined],
])('another word in %s of a %s guest, %s: %s', (name, guestType, xenVersion, effect) => {
  expect(effectOfUnknownWord(option(name), { guestType, xenVersion, architecture })).toBe(effect);
});

test.each<[name: string, xenVersion: XenVersion, effect: string]>([
  ['memory', '4.22', 'warned'],
  ['vnuma', '4.22', 'silent'],
  ['viridian', '4.22', 'silent'],
  ['max_grant_frames', '4.12', 'warned'],
  ['max_grant_frames', '4.13', 'refused'],
  ['device_model_args', '4.22', 'refused'],
  ['smbios', '4.18', 'refused'],
])('the wrong kind in %s, %s: %s', (name, xenVersion, effect) => {
  expect(effectOfWrongKind(option(name), xenVersion)).toBe(effect);
});

test.each<[name: string, value: number, xenVersion: XenVersion, effect: string | undefined]>([
  ['mmio_hole', 255, '4.22', 'refused'],
  ['mmio_hole', 256, '4.22', undefined],
  ['mmio_hole', 3840, '4.22', undefined],
  ['mmio_hole', 3841, '4.22', 'refused'],
  ['vcpus', -1, '4.21', 'refused'],
  ['vcpus', -1, '4.22', undefined],
  ['vcpus', 1024, '4.22', undefined],
  ['vcpus', 1025, '4.22', 'refused'],
  ['max_grant_frames', -1, '4.12', undefined],
  ['max_grant_frames', -1, '4.13', 'refused'],
  ['max_grant_version', 16, '4.22', 'refused'],
  ['max_grant_version', -1, '4.22', 'refused'],
  ['tsc_mode', 4, '4.17', 'refused'],
  ['usbversion', 4, '4.17', 'createFails'],
  ['memory', -1, '4.22', undefined],
])('the number of %s: %d, %s: %s', (name, value, xenVersion, effect) => {
  expect(rangeViolated(option(name), value, xenVersion)?.outside).toBe(effect);
});

test.each<[name: string, guestType: GuestType, xenVersion: XenVersion, refused: boolean]>([
  ['timer_mode', 'pv', '4.17', true],
  ['timer_mode', 'pv', '4.9', false],
  ['timer_mode', 'pvh', '4.17', false],
  ['tsc_mode', 'pv', '4.17', false],
])('%s in the file of a %s guest, %s: refused %s', (name, guestType, xenVersion, refused) => {
  expect(isRejectedOption(option(name), { guestType, xenVersion, architecture })).toBe(refused);
});
