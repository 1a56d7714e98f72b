/**
 * What xl does with the value of an option: «» marks what is wrong, then follow the kind and the effect. The verdicts
 * of 4.17 and 4.22 are those of the real xl.
 */

import { effectiveSettings } from '@xlcfg/shared/src/model/effectiveSettings.ts';
import { validateValue } from '@xlcfg/shared/src/model/validateValues.ts';
import { optionByName } from '@xlcfg/shared/src/schema/index.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../support/markers.ts';

type Case = readonly [text: string, faults: string];

const expectFaults = (guestType: GuestType, xenVersion: XenVersion) => (source: string, expected: string) => {
  const { text } = marked(`${source}\n`);
  const invalid = [...effectiveSettings(parseConfig(text).settings).values()].flatMap((setting) => {
    const option = optionByName.get(setting.name);
    if (!option) throw new Error(`no option ${setting.name}`);
    return validateValue({ option, setting }, { guestType, xenVersion, architecture: 'x86' });
  });
  const faults = invalid.map(({ fault }) =>
    [fault.kind, ...(fault.kind === 'bad-number' ? [fault.reason] : []), fault.effect].join(' '),
  );
  expect(faults.join(', ')).toBe(expected);
  expect(
    mark(
      text,
      invalid.map(({ span }) => span),
    ),
  ).toBe(`${source}\n`);
};

describe('numbers', () => {
  it.each<Case>([
    ['memory = 512', ''],
    ['memory = "512"', ''],
    ['memory = " 512"', ''],
    ['memory = "-1"', ''],
    ['memory = 0x200', ''],
    ['memory = 0', ''],
    ['memory = «"512M"»', 'bad-number notANumber ignored'],
    ['memory = «"512 "»', 'bad-number notANumber ignored'],
    ['memory = «""»', 'bad-number notANumber ignored'],
    ['memory = «08»', 'bad-number notANumber ignored'],
    ['memory = «12abc»', 'bad-number notANumber ignored'],
    ['memory = «99999999999999999999»', 'bad-number tooLarge ignored'],
    ['memory = «[ 512 ]»', 'value-expected ignored'],
    ['memory += «512»', 'bad-number added ignored'],
    ['memory = 256\nmemory += «256»', 'bad-number added ignored'],
    ['memory = "512M"\nmemory = 512', ''],
    ['localtime = 1', ''],
    ['localtime = 7', ''],
    ['localtime = «"yes"»', 'bad-number notANumber ignored'],
    ['localtime = «"True"»', 'bad-number notANumber ignored'],
    ['vcpus = 1024', ''],
    ['vcpus = «1025»', 'out-of-range refused'],
    ['max_grant_frames = «"-1"»', 'out-of-range refused'],
    ['max_grant_frames = «"x"»', 'bad-number notANumber refused'],
    ['max_grant_frames = «[ 1 ]»', 'value-expected refused'],
    ['max_grant_version = «16»', 'out-of-range refused'],
    ['mmio_hole = «255»', 'out-of-range refused'],
    ['mmio_hole = 256', ''],
  ])('%j: %s', expectFaults('hvm', '4.22'));
});

describe('words', () => {
  it.each<Case>([
    ['type = "hvm"', ''],
    ['type = "h"', ''],
    ['type = «"HVM"»', 'unknown-word refused'],
    ['type = «["hvm"]»', 'value-expected ignored'],
    ['vga = "stdvga"', ''],
    ['vga = «"foo"»', 'unknown-word refused'],
    ['vga = «""»', 'unknown-word refused'],
    ['on_crash = «"explode"»', 'unknown-word refused'],
    ['on_crash = «"Restart"»', 'unknown-word refused'],
    ['on_crash = «[ "destroy" ]»', 'value-expected ignored'],
    ['bios = "SeaBIOS"', ''],
    ['hdtype = «"scsi"»', 'unknown-word refused'],
    ['on_crash = "des"\non_crash += "troy"', ''],
    ['on_crash = "des"\non_crash += «"truct"»', 'unknown-word refused'],
    // Either a word or a number.
    ['tsc_mode = "native"', ''],
    ['tsc_mode = 2', ''],
    ['tsc_mode = «4»', 'out-of-range refused'],
    ['tsc_mode = «"nativ"»', 'unknown-word refused'],
    // Words in a list, each on its own.
    ['viridian = [ "base", "!freq" ]', ''],
    ['viridian = [ «"bse"», "freq", «"x"» ]', 'unknown-word refused, unknown-word refused'],
    ['viridian = 1', ''],
    // Whatever the text, xl takes it.
    ['name = ""', ''],
    ['keymap = "klingon"', ''],
  ])('%j: %s', expectFaults('hvm', '4.22'));
});

describe('lists and patterns', () => {
  it.each<Case>([
    ['disk = [ ]', ''],
    ['disk = «"/x,raw,xvda"»', 'list-expected ignored'],
    ['vif = «1»', 'list-expected ignored'],
    ['pci = «"00:1f.0"»', 'list-expected ignored'],
    ['name = «[ "a" ]»', 'value-expected refused'],
    ['cpus = "0-3"', ''],
    ['cpus = [ "0", "1" ]', ''],
    ['uuid = "3fb3bd30-2f2c-4a0b-9d2c-6b1f6f5a7e11"', ''],
    ['uuid = «"3fb3bd30"»', 'bad-form refused'],
    ['uuid = «"3fb3bd30-2f2c-4a0b-9d2c-6b1f6f5a7e11 "»', 'bad-form refused'],
    // What does not parse has its own error.
    ['disk = hvm', ''],
    ['memory =', ''],
  ])('%j: %s', expectFaults('hvm', '4.22'));
});

describe('guest types and versions', () => {
  it.each<readonly [text: string, type: GuestType, xenVersion: XenVersion, faults: string]>([
    ['vcpus = «"-1"»', 'pv', '4.17', 'out-of-range refused'],
    ['vcpus = "-1"', 'pv', '4.22', ''],
    ['vcpus = «2147483647»', 'pv', '4.17', 'out-of-range refused'],
    ['max_grant_frames = «"x"»', 'pv', '4.12', 'bad-number notANumber ignored'],
    ['builder = "linux"', 'pv', '4.9', ''],
    ['builder = «"linux"»', 'pv', '4.10', 'unknown-word refused'],
    ['firmware = "/usr/lib/x"', 'hvm', '4.22', ''],
    ['firmware = «"/usr/lib/x"»', 'pv', '4.22', 'unknown-word refused'],
    ['tee = "ffa"', 'pvh', '4.18', ''],
    ['tee = «"ffa"»', 'pvh', '4.17', 'unknown-word refused'],
    ['device_model_version = "qemu-xen-traditional"', 'hvm', '4.20', ''],
    ['device_model_version = «"qemu-xen-traditional"»', 'hvm', '4.21', 'unknown-word refused'],
    ['smbios = «"x"»', 'hvm', '4.22', 'list-expected refused'],
  ])('%j of a %s guest, %s: %s', (text, type, xenVersion, expected) =>
    expectFaults(type, xenVersion)(text, expected),
  );
});
