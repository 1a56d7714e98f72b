/** Files for Arm hosts: what only Arm has, what it has otherwise than x86, and what it does not have. */
import { optionByName } from '@xlcfg/shared/src/schema/options/index.ts';
import { type Random, times } from '../random.ts';
import { setting } from './guestFiles.ts';

/** Names of options, one of which each line sets. Those that libxl treats otherwise on Arm come up most. */
const OPTIONS: readonly string[] = [
  ...['gic_version', 'vuart', 'tee', 'sve', 'arm_sci', 'nr_spis', 'device_tree', 'dtdev', 'vpmu'],
  ...['irqs', 'virtio', 'disk', 'passthrough', 'vnuma', 'pci', 'iomem', 'acpi', 'shadow_memory'],
  ...['memory', 'maxmem', 'vcpus', 'maxvcpus', 'vfb', 'vnc', 'sdl', 'keymap', 'type', 'builder'],
  ...['apic', 'bios', 'viridian', 'cpuid', 'e820_host', 'ioports', 'timer_mode', 'tsc_mode', 'spice'],
  ...['hap', 'oos', 'altp2m', 'nestedhvm', 'pvshim', 'firmware', 'bootloader', 'localtime', 'vkb'],
  ...['vif', 'p9', 'channel', 'vtpm', 'vdispl', 'vsnd', 'pvcalls', 'usbctrl', 'usbdev', 'cpu_weight'],
  ...['device_model_version', 'device_model_stubdomain_override', 'trap_unmapped_accesses', 'cap'],
];

const virtioDisk = (_: unknown, at: number): string =>
  `'vdev=xvd${String.fromCharCode(97 + at)},backendtype=standalone,specification=virtio,target=/d${at}'`;

/** Lines that chance would hardly ever make. */
const LINES: Readonly<Record<string, (random: Random) => string>> = {
  disk: (random) =>
    `disk = [ ${Array.from({ length: random.pick([1, 2, 3, 10, 11, 12]) }, virtioDisk).join(', ')} ]`,
  virtio: (random) =>
    `virtio = [ ${times(random.pick([1, 1, 2, 11, 12]), () => "'type=virtio,device22,transport=mmio'").join(', ')} ]`,
  irqs: (random) => `irqs = [ ${random.pick([31, 32, 33, 34, 36, 43, 44, 50])} ]`,
  passthrough: (random) =>
    `passthrough = "${random.pick(['sync_pt', 'share_pt', 'enabled', 'disabled', 'default'])}"`,
  vuart: () => 'vuart = "sbsa_uart"',
  nr_spis: (random) => `nr_spis = ${random.pick([0, 1, 2, 12, 19, 256])}`,
};

function line(random: Random): string {
  const name = random.pick(OPTIONS);
  const special = random.chance(0.6) ? LINES[name] : undefined;
  const option = optionByName.get(name);
  if (special) return special(random);
  return option ? setting(option, random) : '';
}

const TYPES = ['type = "pv"', 'type = "pvh"', 'type = "hvm"', 'builder = "generic"', 'type = "p"'];

/** One file. It mostly parses, and mostly has what a guest needs. */
export const generateArmFile = (random: Random): string =>
  [
    'name = "a"',
    'kernel = "/k"',
    ...(random.chance(0.9) ? ['memory = 512'] : []),
    ...(random.chance(0.3) ? [random.pick(TYPES)] : []),
    ...times(random.pick([1, 2, 2, 3, 4, 5]), () => line(random)),
  ]
    .map((one) => `${one}\n`)
    .join('');
