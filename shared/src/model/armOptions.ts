/** Whether a file is for a host with Arm processors. */
import type { OptionValues } from './optionValues.ts';

/** Options that only libxl on Arm does something with; on x86 they are taken and have no effect. */
const ARM_ONLY_OPTIONS = ['device_tree', 'dtdev', 'gic_version', 'vuart', 'tee', 'sve', 'nr_spis', 'arm_sci'];

/** What libxl refuses on x86 only is no fault of such a file. */
export const isForArm = (values: OptionValues): boolean =>
  ARM_ONLY_OPTIONS.some((option) => values.setting(option) !== undefined);
