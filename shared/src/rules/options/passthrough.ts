/** Passed-through devices, and guests that cannot have them. Facts: libxl__arch_passthrough_mode_setdefault, xlu_rdm_parse. */

import type { ParsedSpec } from '../../languages/language.ts';
import { PCI } from '../../languages/pci/pci.ts';
import { RDM } from '../../languages/rdm/rdm.ts';
import { isFatal } from '../../languages/toolkit/readKeyed.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import { passthroughModeOf, passthroughOptions } from '../../model/passthrough.ts';
import { optionRule } from './optionRule.ts';

const disabled = optionRule(
  {
    code: 'passthrough-disabled',
    source: 'libxl_create.c:libxl__domain_config_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['passthrough'],
    summary: 'Passed-through devices with `passthrough` disabled.',
    details:
      'xl accepts the file, but `xl create` fails: "passthrough disabled but devices are specified". Without `passthrough` ' +
      'it is on where the file gives devices to the guest.',
  },
  function* (values) {
    if (!values.since('4.13') || passthroughModeOf(values) !== 'disabled') return;
    for (const option of passthroughOptions(values)) {
      yield {
        option: 'passthrough',
        mark: 'value',
        message: `\`${option}\` passes devices through to the guest: \`xl create\` fails. Remove \`passthrough\`, or the devices.`,
        choices: [{ remove: 'passthrough' }],
        relatedOptions: [{ option, message: 'The devices.' }],
      };
    }
  },
);

const onPvh = optionRule(
  {
    code: 'passthrough-pvh',
    source: 'libxl_x86.c:libxl__arch_passthrough_mode_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['pci', 'dtdev', 'passthrough'],
    summary: 'Passed-through devices for a PVH guest on x86.',
    details:
      'On x86 a PVH guest cannot have them: xl accepts the file, but `xl create` fails with "passthrough not yet supported ' +
      'for x86 PVH guests". This holds for every `passthrough` but `disabled`. On Arm all guests are pvh, and can have them. Use `type = "hvm"` ' +
      'or `type = "pv"`.',
  },
  function* (values) {
    if (
      !values.since('4.13') ||
      values.guestType !== 'pvh' ||
      values.architecture !== 'x86' ||
      passthroughModeOf(values) === 'disabled'
    )
      return;
    const devices = passthroughOptions(values);
    for (const at of devices.length > 0 ? devices : (['passthrough'] as const)) {
      yield {
        option: at,
        assumesArchitecture: true,
        choices: [{ remove: at }],
        message:
          at === 'passthrough'
            ? 'On x86 PVH guests do not support passthrough: `xl create` fails. Remove `passthrough`, or use `type = "hvm"`.'
            : `On x86 PVH guests do not support passthrough: \`xl create\` fails. Remove \`${at}\`, or use \`type = "hvm"\`.`,
      };
    }
  },
);

const notShared = optionRule(
  {
    code: 'passthrough-share-pt',
    source: 'libxl_x86.c:libxl__arch_passthrough_mode_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['passthrough'],
    summary: 'Shared page tables for a guest without hardware-assisted paging.',
    details:
      '`passthrough = "share_pt"` lets the IOMMU use the nested page tables of the guest. A PV guest has none, nor has one ' +
      'with `hap = 0`: xl accepts the file, but `xl create` fails. `sync_pt` works for them.',
  },
  function* (values) {
    if (!values.since('4.13') || passthroughModeOf(values) !== 'share_pt' || values.architecture !== 'x86')
      return;
    const withoutHap = values.guestType === 'hvm' && values.flag('hap') === false;
    if (values.guestType !== 'pv' && !withoutHap) return;
    yield {
      option: 'passthrough',
      assumesArchitecture: true,
      mark: 'value',
      message: `${withoutHap ? 'A guest with `hap = 0`' : 'A PV guest'} has no page tables to share with the IOMMU: \`xl create\` fails. Use \`"sync_pt"\` or \`"enabled"\`.`,
      choices: ['"sync_pt"', '"enabled"'].map((value) => ({ write: 'passthrough', value })),
      relatedOptions: [{ option: 'hap', message: 'Turns nested page tables off.' }],
    };
  },
);

/** Whether xl creates the device with the policy of `rdm`. */
const lacksPolicy = ({ spec }: GuestSpec<ParsedSpec>): boolean =>
  spec.faults.every(({ effect }) => !isFatal(effect)) &&
  !spec.parts.some((part) => part.kind === 'parameter' && part.name === 'rdm_policy');

const strategyAlone = optionRule(
  {
    code: 'rdm-without-policy',
    source: 'libxlu_pci.c:xlu_rdm_parse,parse_rdm_policy libxl_dm.c:libxl__domain_device_construct_rdm',
    severity: 'warning',
    options: ['rdm'],
    summary: '`rdm` for devices of `pci` that have no `rdm_policy`.',
    details:
      'Since 4.14 `rdm` without a policy leaves it uninitialized, and xl gives it to each device of `pci` without ' +
      '`rdm_policy`: libxl may reject the device. A policy in `rdm` itself does not help since 4.15, as xl then ignores the ' +
      'whole option.\n\n```\nrdm = "strategy=host"\npci = [ "03:00.0,rdm_policy=strict" ]\n```',
  },
  function* (values, { specs }) {
    if (values.guestType !== 'hvm' || !values.since('4.14')) return;
    const rdm = specs.of(RDM)[0]?.spec.fields;
    if (rdm?.strategy !== 'host' || rdm.policy !== null || !specs.of(PCI).some(lacksPolicy)) return;
    yield {
      option: 'rdm',
      stage: 'devices',
      mark: 'value',
      message:
        'The pci devices get an uninitialized policy, and the guest may not start. Add rdm_policy=strict to each of them.',
      relatedOptions: [{ option: 'pci', message: 'A device without `rdm_policy`.' }],
    };
  },
);

export const passthroughRules = [disabled, onPvh, notShared, strategyAlone];
