/** What depends on the architecture. For Xen 4.22, unless a row names another. */
import type { RuleCases } from './case.ts';

/** A file that is for Arm, because it sets an option that only Arm has. */
const A = 'name = "a"\nkernel = "/k"\nmemory = 512\ngic_version = "v3"\n';
/** A file that may be for any architecture. */
const G = 'name = "a"\nkernel = "/k"\nmemory = 512\n';
const ARM = { architecture: 'arm' } as const;
const X86 = { architecture: 'x86' } as const;

const virtioDisk = (letter: string): string =>
  `"vdev=xvd${letter},backendtype=standalone,specification=virtio,target=/${letter}"`;
const virtioDisks = (count: number): string => [...'abcdefghijkl'].slice(0, count).map(virtioDisk).join(', ');
const DEVICE = '"type=virtio,device22,transport=mmio"';

/** Rules about single settings. */
export const ARCHITECTURE_CASES: readonly RuleCases[] = [
  {
    code: 'wrong-architecture',
    fires: [
      [`${A}«apic» = 1\n`, 'warning', A],
      [`${G}«apic» = 1\n«bios» = "ovmf"\n«cpuid» = "host"\n`, 'warning', G, ARM],
      [`${A}type = "pv"\n«e820_host» = 1\n«viridian» = 1\n`, 'warning', `${A}type = "pv"\n`],
      [`${A}«timer_mode» = "delay_for_missed_ticks"\n«pvshim» = 1\n`, 'warning', A],
      // Xen does not create a guest with these.
      [`${A}«hap» = 0\n«nestedhvm» = 1\n«altp2m» = "mixed"\n«ioports» = [ "2f8" ]\n`, 'warning', A],
      [`${G}«gic_version» = "v3"\n«dtdev» = [ "/soc/a" ]\n`, 'warning', G, X86],
      // Arm has no HVM guests.
      [`${G}type = "hvm"\n«gic_version» = "v3"\napic = 1\n`, 'warning', `${G}type = "hvm"\napic = 1\n`],
    ],
    silent: [
      [A, ARM],
      [`${G}type = "hvm"\napic = 1\n`],
      [`${G}apic = 1\n`, X86],
      // Of no use, and no harm.
      [`${G}gic_version = "default"\ntee = "none"\ndtdev = [ ]\n`],
      [`${A}acpi = 1\nvpmu = 1\n`],
      // Such a guest cannot be created at all.
      [`${A}type = "hvm"\napic = 1\n`, ARM],
    ],
  },
  {
    code: 'unsupported-guest-type',
    fires: [
      [`${A}type = «"hvm"»\n`, 'error', `${A}type = "pvh"\n`, ARM],
      [`${A}builder = «"hvm"»\n`, 'error', null, ARM],
      [`${A}type = «"hvm"»\n`, 'error', `${A}type = "pv"\n`, { ...ARM, xenVersion: '4.11' }],
      [`${A}type = «"pvh"»\n`, 'error', `${A}type = "pv"\n`, { xenVersion: '4.11' }],
    ],
    silent: [
      [A],
      [`${A}type = "pvh"\n`],
      [`${A}type = "pv"\n`],
      [`${A}type = "hvm"\n`, X86],
      [`${A}type = "hvm"\n`],
      [`${A}type = "pv"\n`, { xenVersion: '4.11' }],
      [A, { xenVersion: '4.11' }],
    ],
  },
  {
    code: 'pv-on-arm',
    fires: [
      [`${A}type = «"pv"»\n`, 'warning', `${A}type = "pvh"\n`],
      [`${A}type = «'pv'»\n`, 'warning', `${A}type = 'pvh'\n`],
      [`${G}type = «"pv"»\n`, 'warning', `${G}type = "pvh"\n`, ARM],
      [`${A}builder = «"generic"»\n`, 'warning', null],
    ],
    silent: [
      [A],
      [`${A}type = "pvh"\n`],
      [`${G}type = "pv"\n`],
      [`${A}type = "pv"\n`, X86],
      [`${A}type = "pv"\n`, { xenVersion: '4.11' }],
    ],
  },
];

/** Rules between options. */
export const ARM_CASES: readonly RuleCases[] = [
  {
    code: 'reserved-irq',
    fires: [
      [`${G}vuart = "sbsa_uart"\nirqs = [ 31, «32», 33 ]\n`, 'error', null],
      [`${A}disk = [ ${virtioDisks(2)} ]\nirqs = [ 32, «33», «"34"», 35 ]\n`, 'error', null],
      [`${A}virtio = [ ${DEVICE} ]\nirqs = [ «33» ]\n`, 'error', null, { xenVersion: '4.18' }],
    ],
    silent: [
      [`${A}irqs = [ 32, 33 ]\n`],
      [`${G}vuart = "sbsa_uart"\nirqs = [ 32 ]\n`, X86],
      [`${G}vuart = "unknown"\nirqs = [ 32 ]\n`, ARM],
      [`${A}virtio = [ ${DEVICE} ]\nirqs = [ 33 ]\n`, { xenVersion: '4.17' }],
      [`${A}virtio = [ "type=virtio,device22" ]\nirqs = [ 33 ]\n`],
    ],
  },
  {
    code: 'too-many-virtio',
    fires: [
      [`${A}disk = [ ${virtioDisks(11)}, «${virtioDisk('l')}» ]\n`, 'error', null],
      [`${A}virtio = [ «${DEVICE}» ]\ndisk = [ ${virtioDisks(11)} ]\n`, 'error', null],
    ],
    silent: [
      [`${A}disk = [ ${virtioDisks(11)} ]\n`],
      [`${A}disk = [ ${virtioDisks(10)} ]\nvirtio = [ ${DEVICE} ]\n`],
      [`${G}disk = [ ${virtioDisks(12)} ]\n`],
    ],
  },
  {
    code: 'nr-spis-too-small',
    fires: [
      [
        `${G}vuart = "sbsa_uart"\nnr_spis = «0»\n`,
        'error',
        [`${G}vuart = "sbsa_uart"\nnr_spis = 1\n`, `${G}vuart = "sbsa_uart"\n`],
      ],
      [
        `${G}irqs = [ 50 ]\nnr_spis = «18»\n`,
        'error',
        [`${G}irqs = [ 50 ]\nnr_spis = 19\n`, `${G}irqs = [ 50 ]\n`],
      ],
      [
        `${G}virtio = [ ${DEVICE} ]\nnr_spis = «1»\n`,
        'error',
        [
          `${G}virtio = [ "type=virtio,device22,transport=mmio" ]\nnr_spis = 2\n`,
          `${G}virtio = [ "type=virtio,device22,transport=mmio" ]\n`,
        ],
      ],
      [
        `${G}irqs = [ 50 ]\nnr_spis = «18»\n`,
        'warning',
        [`${G}irqs = [ 50 ]\nnr_spis = 19\n`, `${G}irqs = [ 50 ]\n`],
        { xenVersion: '4.20' },
      ],
    ],
    silent: [
      [`${G}irqs = [ 50 ]\nnr_spis = 19\n`],
      [`${G}irqs = [ 31 ]\nnr_spis = 0\n`],
      [`${G}irqs = [ 50 ]\nnr_spis = 18\n`, X86],
      [`${G}irqs = [ 50 ]\nnr_spis = "-1"\n`, ARM],
    ],
  },
  {
    code: 'passthrough-arm',
    fires: [
      [
        `${A}passthrough = «"sync_pt"»\n`,
        'error',
        [`${A}passthrough = "share_pt"\n`, `${A}passthrough = "enabled"\n`],
      ],
      [
        `${G}type = "pv"\npassthrough = «"sync_pt"»\n`,
        'error',
        [`${G}type = "pv"\npassthrough = "share_pt"\n`, `${G}type = "pv"\npassthrough = "enabled"\n`],
        ARM,
      ],
    ],
    silent: [
      [`${A}passthrough = "share_pt"\n`],
      [`${A}passthrough = "enabled"\n`],
      [`${G}passthrough = "sync_pt"\n`],
    ],
  },
];
