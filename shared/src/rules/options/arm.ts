/** What libxl checks of Arm guests. Facts: libxl__arch_domain_prepare_config, libxl__arch_passthrough_mode_setdefault. */

import { IRQS } from '../../languages/irqs/irqs.ts';
import { VIRTIO } from '../../languages/virtio/virtio.ts';
import { disksOf } from '../../model/disks.ts';
import type { GuestSpec, GuestSpecs } from '../../model/guestSpecs.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { passthroughModeOf } from '../../model/passthrough.ts';
import { spanOf } from '../../span.ts';
import { type Finding, NOTHING, type Rule } from '../rule.ts';
import { optionRule } from './optionRule.ts';

/** GUEST_VPL011_SPI. */
const VUART_IRQ = 32;
/** GUEST_VIRTIO_MMIO_SPI_FIRST, and how many there are up to GUEST_VIRTIO_MMIO_SPI_LAST. */
const FIRST_VIRTIO_IRQ = 33;
const VIRTIO_IRQS = 11;

/** What takes a virtio interrupt each, in the order in which libxl hands them out: disks, then devices. */
const virtioUsers = (specs: GuestSpecs): readonly GuestSpec[] => [
  ...disksOf(specs).filter(({ spec }) => spec.faults.length === 0 && spec.fields.specification === 'virtio'),
  ...specs.of(VIRTIO).filter(({ spec }) => spec.fields.transport === 'mmio'),
];

const hasVuart = (values: OptionValues): boolean => values.word('vuart')?.name === 'sbsa_uart';

export const reservedIrq: Rule = {
  code: 'reserved-irq',
  source: 'libxl_arm.c:libxl__arch_domain_prepare_config',
  severity: 'error',
  isAfterParsing: true,
  summary: 'An interrupt in `irqs` that an emulated device of an Arm guest uses.',
  details:
    'On Arm `vuart` uses interrupt 32, and virtio disks and devices use one each from 33 on. `xl create` fails with ' +
    '"Physical IRQ 33 conflicting with Virtio MMIO IRQ range", or "with pl011 SPI".\n\n' +
    '```\nvuart = "sbsa_uart"\nirqs = [ 32 ]        # fails\n```',
  check({ guest, specs, values }): readonly Finding[] {
    const irqs = specs.of(IRQS);
    if (guest.architecture !== 'arm' || irqs.length === 0) return NOTHING;
    const virtio = virtioUsers(specs).length;
    const reserved = (irq: number | undefined): string | undefined => {
      if (irq === VUART_IRQ && hasVuart(values)) return '`vuart`';
      const isVirtio = irq !== undefined && irq >= FIRST_VIRTIO_IRQ && irq < FIRST_VIRTIO_IRQ + virtio;
      return isVirtio ? 'a virtio device' : undefined;
    };
    return irqs.flatMap(({ node, spec }) => {
      const by = reserved(spec.fields);
      if (by === undefined) return [];
      return {
        span: spanOf(node),
        message: `Interrupt ${spec.fields} is used by ${by}: \`xl create\` fails. Use another interrupt, or remove the device.`,
        assumesArchitecture: true,
      };
    });
  },
};

export const tooManyVirtio: Rule = {
  code: 'too-many-virtio',
  source: 'libxl_arm.c:alloc_virtio_mmio_base,alloc_virtio_mmio_irq',
  severity: 'error',
  isAfterParsing: true,
  summary: 'More virtio devices than an Arm guest has interrupts for.',
  details:
    `Each disk with \`specification=virtio\`, and each device of \`virtio\` with \`transport=mmio\`, uses an interrupt, and ` +
    `there are ${VIRTIO_IRQS} of them. \`xl create\` fails with "Ran out of reserved range for Virtio MMIO IRQ".`,
  check({ guest, specs }): readonly Finding[] {
    if (guest.architecture !== 'arm') return NOTHING;
    const [first] = virtioUsers(specs).slice(VIRTIO_IRQS);
    if (!first) return NOTHING;
    return [
      {
        span: spanOf(first.node),
        message: `An Arm guest has interrupts for ${VIRTIO_IRQS} virtio devices: \`xl create\` fails. Remove the others.`,
        assumesArchitecture: true,
      },
    ];
  },
};

/** The highest interrupt counts, and `vuart` and virtio devices have theirs. */
export const fewSpis = optionRule(
  {
    code: 'nr-spis-too-small',
    source: 'libxl_arm.c:libxl__arch_domain_prepare_config',
    severity: 'error',
    isAfterParsing: true,
    options: ['nr_spis'],
    summary: '`nr_spis` below what the devices of the guest need.',
    details:
      'Shared peripheral interrupts are numbered from 32 on, so that interrupt 50 needs `nr_spis = 19`. `vuart` needs one, ' +
      'virtio devices need one each and one more. Since Xen 4.21 `xl create` fails with "Provided nr_spis value is too ' +
      'small"; before, libxl silently uses the number that is needed. Leave `nr_spis` out to get that.',
  },
  function* (values, { guest, specs }) {
    const given = values.number('nr_spis');
    if (guest.architecture !== 'arm' || given === null) return;
    const spis = BigInt.asUintN(32, given);
    const virtio = virtioUsers(specs).length;
    const highest = Math.max(
      hasVuart(values) ? VUART_IRQ : 0,
      virtio > 0 ? FIRST_VIRTIO_IRQ + virtio - 1 : 0,
      ...specs.of(IRQS).map(({ spec }) => spec.fields ?? 0),
    );
    const needed = Math.max(0, highest - VUART_IRQ + 1);
    if (spis >= BigInt(needed)) return;
    const fails = values.since('4.21');
    yield {
      option: 'nr_spis',
      mark: 'value',
      severity: fails ? 'error' : 'warning',
      message: `The devices of the guest need \`nr_spis = ${needed}\`: ${fails ? '`xl create` fails' : 'libxl silently uses that'}. Use ${needed} or more, or remove \`nr_spis\`.`,
      choices: [{ write: 'nr_spis', value: String(needed) }, { remove: 'nr_spis' }],
      assumesArchitecture: true,
    };
  },
);

export const notSharedOnArm = optionRule(
  {
    code: 'passthrough-arm',
    source: 'libxl_arm.c:libxl__arch_passthrough_mode_setdefault',
    severity: 'error',
    isAfterParsing: true,
    options: ['passthrough'],
    summary: 'A `passthrough` mode that Arm does not have.',
    details:
      'On Arm the IOMMU always shares the page tables of the guest: `sync_pt` makes `xl create` fail. Use `share_pt`, or ' +
      '`enabled`, which is the same.',
  },
  function* (values, { guest }) {
    if (guest.architecture !== 'arm' || !values.since('4.13') || passthroughModeOf(values) !== 'sync_pt')
      return;
    yield {
      option: 'passthrough',
      mark: 'value',
      message: 'Arm does not support `sync_pt`: `xl create` fails. Use `share_pt` or `enabled`.',
      choices: ['"share_pt"', '"enabled"'].map((value) => ({ write: 'passthrough', value })),
      assumesArchitecture: true,
    };
  },
);

export const armRules = [reservedIrq, tooManyVirtio, fewSpis, notSharedOnArm];
