/** The machine that xl and libxl make of a file: the facts that the rules and the effective configuration share. */

import { displaySourceOf, hasVnc } from '@xlcfg/shared/src/model/display.ts';
import {
  biosOf,
  deviceModelOf,
  diskControllerOf,
  firmwareKernelOf,
  firmwareOf,
  firmwarePathOf,
  graphicsCardOf,
  hasStubDomain,
  kernelOf,
} from '@xlcfg/shared/src/model/machine.ts';
import { maxMemory, startingMemory } from '@xlcfg/shared/src/model/memory.ts';
import { type OptionValues, optionValuesOf } from '@xlcfg/shared/src/model/optionValues.ts';
import { maxVcpus, startingVcpus } from '@xlcfg/shared/src/model/vcpus.ts';
import { viridianSets } from '@xlcfg/shared/src/model/viridian.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { atLeast, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

function valuesIn(type: GuestType, text: string, xenVersion: XenVersion = '4.17'): OptionValues {
  const setting = atLeast(xenVersion, '4.10') ? `type = "${type}"` : `builder = "${type}"`;
  const { guest, settings } = open(`${setting}\n${text}\n`, { xenVersion });
  return optionValuesOf(guest, settings.xenVersion);
}

type Case<Fact> = readonly [type: GuestType, text: string, fact: Fact, xenVersion?: XenVersion];

const facts = <Fact>(name: string, factOf: (values: OptionValues) => Fact, cases: readonly Case<Fact>[]) =>
  describe(name, () => {
    for (const [type, text, fact, xenVersion] of cases) {
      it(`${type}, ${JSON.stringify(text)}${xenVersion ? `, Xen ${xenVersion}` : ''}`, () => {
        expect(factOf(valuesIn(type, text, xenVersion))).toEqual(fact);
      });
    }
  });

const NODES = 'vnuma = [ [ "pnode=0", "size=512", "vcpus=0-2" ] ]';

facts('the kernel', kernelOf, [
  ['pv', 'kernel = "/boot/k"', '/boot/k'],
  ['hvm', 'kernel = "/boot/k"', '/boot/k'],
  ['hvm', 'kernel = "/usr/lib/xen/boot/hvmloader"', null],
  ['hvm', 'kernel = "hvmloader"', null],
  ['pv', 'kernel = "hvmloader"', 'hvmloader'],
]);

facts('the kernel that firmware stands for', firmwareKernelOf, [
  ['pvh', 'firmware = "pvgrub32"', 'pvgrub32.bin'],
  ['pv', 'firmware = "pvgrub"', 'pvgrub.bin'],
  ['pv', 'firmware = "pvgrub64"\nkernel = "/k"', null],
  ['pvh', 'firmware = "bios"', null],
  ['hvm', 'firmware = "bios"', null],
]);

facts('what firmware stands for', firmwareOf, [
  ['hvm', 'firmware = "uefi"', { kind: 'bios', bios: 'ovmf' }],
  ['hvm', 'firmware = ""', { kind: 'bios', bios: 'ovmf' }],
  ['hvm', 'firmware = "SeaBIOS"', { kind: 'bios', bios: 'seabios' }],
  ['hvm', 'firmware = "rombios"', { kind: 'bios', bios: 'rombios' }, '4.22'],
  ['hvm', 'firmware = "bi"', { kind: 'biosOption' }],
  ['hvm', 'firmware = "unknown"', { kind: 'default' }],
  ['hvm', 'firmware = "pvgrub64"', { kind: 'path', path: 'pvgrub64' }],
  ['pvh', 'firmware = "pvgrub64"', null],
  ['hvm', 'firmware = "uefi"', null, '4.9'],
]);

facts('the firmware in place of hvmloader', firmwarePathOf, [
  ['hvm', 'firmware_override = "/a"', { name: '/a', option: 'firmware_override' }],
  ['hvm', 'firmware_override = "/a"\nfirmware = "/b"', { name: '/b', option: 'firmware' }],
  ['hvm', 'firmware_override = "/a"\nfirmware = "ovmf"', { name: '/a', option: 'firmware_override' }],
  ['hvm', '', null],
]);

facts('the BIOS', biosOf, [
  ['hvm', '', null],
  ['hvm', 'bios = "OVMF"', { name: 'ovmf', option: 'bios' }],
  ['hvm', 'bios = "ovmf"\nfirmware = "seabios"', { name: 'seabios', option: 'firmware' }],
  ['hvm', 'bios = "ovmf"\nfirmware = "bios"', { name: 'ovmf', option: 'bios' }],
  ['hvm', 'bios = "ovmf"\nfirmware = "unknown"', null],
  ['hvm', 'bios = "unknown"', null],
  ['hvm', 'bios = "rombios"', { name: 'rombios', option: 'bios' }, '4.22'],
  ['pv', 'bios = "ovmf"', null],
]);

facts('the device model', deviceModelOf, [
  ['hvm', '', 'qemu-xen'],
  ['hvm', '', 'qemu-xen-traditional', '4.2'],
  ['hvm', 'device_model_version = "qemu-xen-traditional"', 'qemu-xen-traditional'],
  ['hvm', 'device_model_stubdomain_override = 1', 'qemu-xen-traditional'],
  ['hvm', 'device_model_stubdomain_override = 1', 'none', '4.21'],
  ['hvm', 'device_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"', 'qemu-xen', '4.21'],
  ['pv', 'device_model_stubdomain_override = 1', 'qemu-xen'],
]);

facts('whether there is a stub domain', hasStubDomain, [
  ['hvm', 'device_model_stubdomain_override = 1', true],
  ['hvm', 'device_model_stubdomain_override = 0', false],
  ['pvh', 'device_model_stubdomain_override = 1', false],
]);

facts('the graphics card', graphicsCardOf, [
  ['hvm', '', null],
  ['hvm', 'stdvga = 1', { name: 'stdvga', option: 'stdvga' }],
  ['hvm', 'stdvga = 0', { name: 'cirrus', option: 'stdvga' }],
  ['hvm', 'stdvga = 1\nvga = "qxl"', { name: 'qxl', option: 'vga' }],
  ['hvm', 'stdvga = 1\nvga = "QXL"', { name: 'stdvga', option: 'stdvga' }],
  ['pv', 'vga = "qxl"', null],
]);

facts('the disk controller', diskControllerOf, [
  ['hvm', '', 'ide'],
  ['hvm', 'hdtype = "AHCI"', 'ahci'],
  ['hvm', 'hdtype = "ahci"', 'ide', '4.5'],
  ['pv', 'hdtype = "ahci"', 'ide'],
]);

facts('the display', (values) => [displaySourceOf(values), hasVnc(values)], [
  ['hvm', '', ['options', true]],
  ['hvm', 'vnc = 0', ['options', false]],
  ['hvm', 'vfb = [ "vnc=1" ]', ['options', true]],
  ['pv', '', [null, false]],
  ['pv', 'vnc = 1', ['options', true]],
  ['pv', 'vnc = 1\nvfb = [ "vnc=1" ]', ['vfb', true]],
  ['pv', 'vnc = 1\nvfb = [ ]', ['options', true]],
  ['pvh', 'vnc = 1', [null, false]],
  ['pvh', 'vfb = [ "vnc=1" ]', ['vfb', true]],
]);

facts('the vCPUs at the start', startingVcpus, [
  ['pv', 'vcpus = 2', { count: 2, option: 'vcpus' }],
  ['pv', '', { count: 0, option: 'vcpus' }],
  ['pv', '', { count: 1, option: null }, '4.22'],
]);

facts('the vCPUs at most', maxVcpus, [
  ['pv', 'vcpus = 2', { count: 2, option: 'vcpus' }],
  ['pv', 'vcpus = 2\nmaxvcpus = 4', { count: 4, option: 'maxvcpus' }],
  ['pv', 'vcpus = 2\nmaxvcpus = 4294967300', { count: 4, option: 'maxvcpus' }],
  ['pv', 'vcpus = 2\nmaxvcpus = 0', { count: 2, option: 'vcpus' }],
  ['hvm', `vcpus = 2\n${NODES}`, { count: 3, option: 'vnuma' }],
]);

facts('the memory, at the start and at most', (values) => [startingMemory(values), maxMemory(values)], [
  ['pv', '', [null, null]],
  ['pv', 'memory = 1', Array(2).fill({ kib: 1024n, option: 'memory' })],
  [
    'pv',
    'memory = 1\nmaxmem = 2',
    [
      { kib: 1024n, option: 'memory' },
      { kib: 2048n, option: 'maxmem' },
    ],
  ],
  [
    'hvm',
    `memory = 1\n${NODES}`,
    [
      { kib: 1024n, option: 'memory' },
      { kib: 524_288n, option: 'vnuma' },
    ],
  ],
  ['pv', 'memory = "-1"', Array(2).fill({ kib: 2n ** 64n - 1024n, option: 'memory' })],
]);

describe('the groups of viridian', () => {
  const all = [...Array(64).keys()];
  it.each([
    [['base', 'freq'], [0, 1], []],
    [['FREQ', '!freq'], [], [1]],
    [['!freq', 'freq'], [1], []],
    [['all'], all, []],
    [['!freq', 'all'], all, [1]],
    [['all', '!freq'], all.filter((group) => group !== 1), [1]],
    [['defaults', 'nosuchgroup'], [], []],
  ])('%j', (items, enabled, disabled) => {
    expect(viridianSets(items)).toEqual({ enabled: new Set(enabled), disabled: new Set(disabled) });
  });
});
