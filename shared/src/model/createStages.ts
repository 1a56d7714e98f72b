/**
 * How far the file alone decides what `xl create` does. A bootloader and QEMU are other programs: whether they succeed
 * depends on the host and on what is in the disks. Facts: domcreate_* of libxl_create.c, libxl__need_xenpv_qemu of
 * libxl_dm.c.
 */
import { CHANNEL } from '../languages/channel/channel.ts';
import type { SpecLanguage } from '../languages/language.ts';
import { P9 } from '../languages/p9/p9.ts';
import { isHost } from '../languages/toolkit/domains.ts';
import type { KeyedSpec } from '../languages/toolkit/keyedLanguage.ts';
import { USBCTRL } from '../languages/usbctrl/usbctrl.ts';
import { VFB } from '../languages/vfb/vfb.ts';
import type { CreateStage } from '../schema/types.ts';
import { chooseBackend, disksOf, type GuestDisk } from './disks.ts';
import { displaySourceOf } from './display.ts';
import type { GuestSpecs } from './guestSpecs.ts';
import type { OptionValues } from './optionValues.ts';

/** Whether a bootloader is run. Without a disk there is none to run it on. */
export const runsBootloader = (values: OptionValues, specs: GuestSpecs): boolean =>
  values.guestType !== 'hvm' && values.text('bootloader') !== null && disksOf(specs).length > 0;

/** Whether a QEMU is started for the guest before its other devices are attached. */
export function startsQemu(values: OptionValues, specs: GuestSpecs): boolean {
  if (values.guestType === 'hvm' || displaySourceOf(values) !== null) return true;
  const has = (language: SpecLanguage<KeyedSpec>, serves: (spec: KeyedSpec) => boolean = isServedByHost) =>
    specs.of(language).some(({ spec }) => serves(spec));
  return (
    has(VFB, () => true) ||
    has(CHANNEL) ||
    // libxl does not know yet which domain serves it, nor the type that it has by default.
    has(P9, (spec) => !values.since('4.19') || spec.values.get('type') === 'qemu') ||
    has(USBCTRL, (spec) => spec.values.get('type') === 'qusb' && isServedByHost(spec)) ||
    disksOf(specs).some((disk) => isServedByQemu(disk, values))
  );
}

const isServedByHost = ({ values }: KeyedSpec): boolean => {
  const backend = values.get('backend_domname');
  return isHost(typeof backend === 'string' ? backend : null);
};

/** True also where the host decides. */
function isServedByQemu({ spec: { fields, faults } }: GuestDisk, values: OptionValues): boolean {
  if (faults.length > 0 || !isHost(fields.backend_domname)) return false;
  const choice = chooseBackend(fields, values.guestType, values.xenVersion);
  return choice.kind === 'served' && choice.by.some(({ backend }) => backend === 'qdisk');
}

/** Another program that runs before this part of `xl create`: the file alone does not decide whether xl gets there. */
export type ProgramBefore = 'the bootloader' | 'QEMU';

export function programBefore(
  stage: CreateStage,
  values: OptionValues,
  specs: GuestSpecs,
): ProgramBefore | undefined {
  if (stage === 'defaults' || stage === 'setup') return undefined;
  if (runsBootloader(values, specs)) return 'the bootloader';
  return stage === 'devices' && startsQemu(values, specs) ? 'QEMU' : undefined;
}
