/** Whether a file is for a host with Arm processors. */
import type { OptionValues } from './optionValues.ts';

/** Options that have an effect on Arm only; libxl on x86 accepts and ignores them. */
const ARM_ONLY_OPTIONS = ['device_tree', 'dtdev', 'gic_version', 'vuart', 'tee', 'sve', 'nr_spis', 'arm_sci'];

/** Whether the file sets an option of Arm: what libxl rejects on x86 only is not reported for such a file. */
export const isForArm = (values: OptionValues): boolean =>
  ARM_ONLY_OPTIONS.some((option) => values.setting(option) !== undefined);
