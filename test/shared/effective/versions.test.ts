/** One file in several versions: as xl of Debian 11, 12 and 13 prints it, and where the fields of other versions are. */
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { at, configurationOf, PV, plain } from './effectiveConfigOf.ts';

const HVM = 'name = "a"\ntype = "hvm"\n';

const FILE = `${HVM}memory = 512
uuid = "0123abcd-0123-0123-0123-0123456789ab"
bios = "seabios"
apic = 1
acpi = 1
nestedhvm = 0
timer_mode = "delay_for_missed_ticks"
stdvga = 0
bootloader = "/b"
seclabel = "s"
pool = "p"
extratime = 1
cpu_weight = 5
latency = 2
vif = [ 'vlan=10,mac=00:16:3e:00:00:01,bridge=b' ]
channel = [ 'connection=pty,name=a' ]
cpuid = "host,sse3=0"
nr_spis = 0
hvm_pirq = 1
`;

const printed = (parts: { machine: object; arch: object; nic: object; channel: object }): object => ({
  c_info: {
    type: 'hvm',
    ssid_label: 's',
    name: 'a',
    uuid: '0123abcd-0123-0123-0123-0123456789ab',
    pool_name: 'p',
    run_hotplug_scripts: 'True',
  },
  b_info: {
    max_memkb: 524_288,
    target_memkb: 524_288,
    cpuid: { cpuid: [{ leaf: 1, ecx: `${'x'.repeat(31)}0` }], msr: [] },
    sched_params: { weight: 5, extratime: 1, latency: 2 },
    claim_mode: 'True',
    acpi: 'True',
    bootloader: '/b',
    timer_mode: 'delay_for_missed_ticks',
    nested_hvm: 'False',
    apic: 'True',
    'type.hvm': {
      bios: 'seabios',
      vga: { kind: 'cirrus' },
      vnc: {},
      sdl: {},
      spice: {},
      rdm: {},
      ...parts.machine,
    },
    ...parts.arch,
  },
  nics: [{ devid: 0, ...parts.nic, mac: '00:16:3e:00:00:01', bridge: 'b' }],
  channels: [{ ...parts.channel, name: 'a', 'connection.pty': {} }],
  on_reboot: 'restart',
  on_soft_reset: 'soft_reset',
});

describe('a file as three versions print it', () => {
  it.each<[XenVersion, object]>([
    ['4.14', printed({ machine: {}, arch: { arch_arm: {} }, nic: {}, channel: { devid: 0 } })],
    ['4.17', printed({ machine: {}, arch: { arch_arm: {}, arch_x86: {} }, nic: {}, channel: { devid: 0 } })],
    [
      '4.20',
      printed({
        machine: { pirq: 'True' },
        arch: { arch_arm: {}, arch_x86: {} },
        nic: { vlan: '10' },
        channel: {},
      }),
    ],
  ])('Xen %s', (xenVersion, expected) => {
    expect(JSON.stringify(plain(configurationOf(FILE, { xenVersion })))).toBe(JSON.stringify(expected));
  });
});

/** Up to 4.9 only `builder` makes an HVM guest. */
const EARLY = FILE.replace('type', 'builder');

describe('fields that moved, came or went', () => {
  it.each<[XenVersion, string, string, unknown]>([
    ['4.7', EARLY, 'b_info type.hvm acpi', 'True'],
    ['4.7', EARLY, 'b_info acpi', undefined],
    ['4.8', EARLY, 'b_info acpi', 'True'],
    ['4.9', EARLY, 'b_info acpi', 'True'],
    ['4.9', EARLY, 'b_info type.hvm acpi', undefined],
    ['4.9', EARLY, 'b_info type.hvm apic', 'True'],
    ['4.9', EARLY, 'b_info type.hvm nested_hvm', 'False'],
    ['4.9', EARLY, 'b_info type.hvm timer_mode', 'delay_for_missed_ticks'],
    ['4.9', EARLY, 'b_info timer_mode', undefined],
    ['4.9', EARLY, 'b_info bootloader', undefined],
    ['4.10', FILE, 'b_info bootloader', '/b'],
    ['4.10', FILE, 'b_info type.hvm timer_mode', undefined],
    ['4.9', `${PV}bootloader = "/b"\n`, 'b_info type.pv bootloader', '/b'],
    ['4.9', `${PV}bootloader_args = "x y"\n`, 'b_info type.pv bootloader_args', ['x', 'y']],
    [
      '4.4',
      `${PV}extra = "ro"\nramdisk = "/r"\n`,
      'b_info type.pv',
      { kernel: '/k', cmdline: 'ro', ramdisk: '/r' },
    ],
    ['4.5', `${PV}extra = "ro"\n`, 'b_info type.pv', {}],
    ['4.5', `${PV}extra = "ro"\n`, 'b_info cmdline', 'ro'],
    ['4.4', EARLY, 'c_info pool_name', undefined],
    ['4.4', EARLY, 'c_info ssid_label', undefined],
    ['4.8', 'name = "a"\nbuilder = "hvm"\npvh = 1\n', 'c_info pvh', 'True'],
    ['4.9', 'name = "a"\nbuilder = "hvm"\npvh = 1\n', 'c_info pvh', undefined],
    ['4.6', EARLY, 'b_info type.hvm vga', {}],
    ['4.7', EARLY, 'b_info type.hvm vga', { kind: 'cirrus' }],
    ['4.4', `${PV}vcpus = 2\ncpus = [ "3", "1" ]\n`, 'b_info cpumap', [1, 3]],
    ['4.4', `${PV}vcpus = 2\ncpus = "0-2,^1"\n`, 'b_info cpumap', [0, 2]],
    ['4.4', `${PV}vcpus = 2\ncpus = "all"\n`, 'b_info cpumap', '<host>'],
    ['4.4', `${PV}vcpus = 2\ncpus = "1"\n`, 'b_info vcpu_hard_affinity', undefined],
    ['4.5', `${PV}vcpus = 2\ncpus = "1"\n`, 'b_info vcpu_hard_affinity', [[1], [1]]],
    ['4.5', `${PV}vcpus = 2\ncpus = "1"\n`, 'b_info cpumap', undefined],
    ['4.9', "name = 'a'\nkernel = '/k'\np9 = [ 'tag=t,path=/p,security_model=none' ]\n", 'p9s', undefined],
    [
      '4.9',
      "name = 'a'\nkernel = '/k'\np9 = [ 'tag=t,path=/p,security_model=none' ]\n",
      'p9',
      [{ tag: 't', path: '/p', security_model: 'none' }],
    ],
    [
      '4.11',
      `${PV}vdispl = [ 'connectors=a:1x2' ]\n`,
      'vdispls',
      [{ devid: 0, connectors: [{ id: 'a', width: 1, height: 2 }] }],
    ],
    ['4.13', FILE, 'b_info cpuid', [{ leaf: 1, ecx: `${'x'.repeat(31)}0` }]],
    ['4.14', FILE, 'b_info arch_x86', undefined],
    ['4.15', FILE, 'b_info arch_x86', {}],
    ['4.17', FILE, 'channels 0 devid', 0],
    ['4.18', FILE, 'channels 0 devid', undefined],
    ['4.20', FILE, 'b_info arch_arm nr_spis', undefined],
    ['4.21', FILE, 'b_info arch_arm nr_spis', 0],
    ['4.20', `${HVM}nr_spis = 4294967295\n`, 'b_info arch_arm nr_spis', 4_294_967_295],
    ['4.21', `${HVM}nr_spis = 4294967295\n`, 'b_info arch_arm nr_spis', undefined],
    ['4.20', `${PV}rtc_timeoffset = "-1"\n`, 'b_info rtc_timeoffset', 4_294_967_295],
    ['4.21', `${PV}rtc_timeoffset = "-1"\n`, 'b_info rtc_timeoffset', -1],
    [
      '4.21',
      `${PV}cpuid = [ "0x80000001:eax=${'1'.repeat(32)}" ]\n`,
      'b_info cpuid cpuid 0 leaf',
      -2_147_483_647,
    ],
    ['4.21', `${PV}memory = 4194304\n`, 'b_info max_memkb', 4_294_967_296],
    ['4.21', `${PV}max_event_channels = 5\n`, 'b_info event_channels', 5],
  ])('%s, %j: %s', (xenVersion, text, path, expected) => {
    expect(plain(at(configurationOf(text, { xenVersion }), path))).toEqual(expected);
  });
});
