/** Whole files of everything: a guest that xl would take, and then options of the schema, right, wrong, in any number. */
import { OPTIONS } from '@xlcfg/shared/src/schema/options/index.ts';
import { XEND_OPTIONS } from '@xlcfg/shared/src/schema/options/xend.ts';
import type { OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { type Random, times } from '../random.ts';
import { withoutOne } from './diskFiles.ts';
import { generateValue } from './optionValues.ts';

/** What a file needs for xl to take it, of each type and way of saying it. */
const BASES: readonly (readonly string[])[] = [
  ['name = "a"', 'type = "hvm"'],
  ['name = "a"', 'type = "hvm"'],
  ['name = "a"', 'builder = "hvm"'],
  ['name = "a"', 'type = "hvm"', 'kernel = "/k"'],
  ['name = "a"', 'kernel = "/k"'],
  ['name = "a"', 'type = "pv"', 'bootloader = "pygrub"'],
  ['name = "a"', 'type = "pv"', 'kernel = "/k"'],
  ['name = "a"', 'type = "pvh"', 'kernel = "/k"'],
  ['name = "a"', 'type = "pvh"', 'kernel = "/k"'],
  ['name = "a"', 'type = "pvh"', 'firmware = "pvgrub64"'],
];

/** From 4.17 on, no HVM or PVH guest is made without it. */
const MEMORY = ['memory = 512', 'memory = 512', 'memory = 64', 'memory = 1024'];

const COMMON = [
  'vcpus = 1',
  'vcpus = 2',
  'vcpus = 2',
  'vcpus = 4',
  'maxmem = 1024',
  'disk = [ "/a.img,raw,xvda,rw" ]',
];

/** Options that the rules between options are about: they meet each other more often than chance would have it. */
const TOPICS: readonly (readonly string[])[] = [
  ['usb', 'usbdevice', 'usbversion', 'spiceusbredirection', 'spice', 'usbctrl', 'usbdev'],
  ['nestedhvm', 'altp2m', 'altp2mhvm', 'memory', 'maxmem', 'hap'],
  ['vga', 'stdvga', 'videoram', 'device_model_version', 'gfx_passthru', 'nographic'],
  ['bios', 'firmware', 'device_model_version', 'bios_path_override', 'kernel', 'firmware_override'],
  ['kernel', 'ramdisk', 'cmdline', 'root', 'extra', 'bootloader', 'bootloader_args', 'firmware'],
  ['pci', 'dtdev', 'passthrough', 'hap', 'iomem', 'rdm', 'memory', 'maxmem', 'e820_host'],
  ['vcpus', 'maxvcpus', 'cpus', 'cpus_soft', 'vnuma', 'memory', 'maxmem'],
  ['vfb', 'vnc', 'vnclisten', 'vncdisplay', 'sdl', 'vkb'],
  ['type', 'builder', 'pvh', 'kernel', 'name'],
  ['max_grant_frames', 'max_maptrack_frames', 'max_grant_version', 'vpmu', 'vmtrace_buf_kb'],
  ['pvshim', 'pvshim_path', 'pvshim_extra', 'pvshim_cmdline', 'firmware', 'kernel', 'bootloader'],
  ['gic_version', 'vuart', 'tee', 'device_tree', 'dtdev', 'sve', 'nr_spis', 'arm_sci'],
  [
    'device_model_stubdomain_override',
    'stubdomain_kernel',
    'stubdomain_ramdisk',
    'stubdomain_memory',
    'device_model_version',
    'dm_restrict',
  ],
  ['tsc_mode', 'timer_mode', 'viridian', 'acpi', 'apic', 'hpet', 'nx', 'pae'],
];

const byName: ReadonlyMap<string, OptionSchema> = new Map(OPTIONS.map((option) => [option.name, option]));

/** A pool by name is the host's affair, and these are what the disks of diskFiles.ts and the grammar's texts are for. */
const LEFT_OUT: ReadonlySet<string> = new Set(['pool']);

const CHOICES = OPTIONS.filter(({ name }) => !LEFT_OUT.has(name));

/** Options with their own language are as many as all others together. */
const DEVICES = CHOICES.filter(({ kind }) => kind === 'list' || kind === 'stringOrList');

function someOption(topic: readonly string[], random: Random): OptionSchema {
  const related = random.chance(0.5) ? byName.get(random.pick(topic)) : undefined;
  return related ?? random.pick(random.chance(0.5) ? DEVICES : CHOICES);
}

export function setting(option: OptionSchema, random: Random): string {
  const operator = random.chance(0.04) ? '+=' : '=';
  return `${option.name} ${operator} ${generateValue(option, random)}`;
}

const foreign = (random: Random): string =>
  `${random.chance(0.5) ? random.pick(XEND_OPTIONS).name : random.pick(['memroy', 'vncdisply', 'kernal'])} = ${random.pick(['1', '"a"', '[ "a" ]'])}`;

/** The settings of a guest that xl would accept, without devices. */
export const guestBase = (random: Random): string[] => [...random.pick(BASES), random.pick(MEMORY)];

/** One file. It mostly parses; sometimes a character is missing. */
export function generateGuestFile(random: Random): string {
  const topic = random.pick(TOPICS);
  const settings = [
    ...random.pick(BASES).filter(() => random.chance(0.98)),
    ...(random.chance(0.9) ? [random.pick(MEMORY)] : []),
    ...(random.chance(0.4) ? [random.pick(COMMON)] : []),
    ...times(random.pick([1, 1, 1, 2, 2, 3, 4, 6]), () => setting(someOption(topic, random), random)),
    ...(random.chance(0.08) ? [foreign(random)] : []),
  ];
  if (random.chance(0.05)) settings.reverse();
  const text = settings
    .map((line) => line + random.pick(['\n', '\n', '\n', '\n', ';', ' # note\n']))
    .join('');
  return random.chance(0.97) ? text : withoutOne(text, random);
}
