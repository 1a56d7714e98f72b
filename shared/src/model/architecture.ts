/** Which architecture a file is for, where the settings leave it open. Facts: libxl_arm.c, libxl_dom.c. */

import type { Platform } from '../schema/platform.ts';
import type { ArchitectureDecision, EffectiveSetting, EffectiveValue } from './guest.ts';

/** Why the architecture is assumed, as a sentence; undefined where the settings say which one it is. */
export function architectureAssumption({ architectureFrom: from }: ArchitectureDecision): string | undefined {
  if (from === 'settings') return undefined;
  return from === 'default'
    ? 'x86 is assumed: no option is set that only Arm has.'
    : `Arm is assumed because \`${from.name.text}\` is set.`;
}

/** The architecture of the settings; else Arm where the file sets an option that only Arm uses to a useful value; else x86. */
export function decideArchitecture(
  settings: ReadonlyMap<string, EffectiveSetting>,
  { architecture }: Platform,
): ArchitectureDecision {
  if (architecture !== 'auto') return { architecture, architectureFrom: 'settings' };
  for (const [name, isUseful] of ARM_EVIDENCE) {
    const setting = settings.get(name);
    const by = setting?.parts.at(-1);
    if (setting && by && isUseful(setting.value)) return { architecture: 'arm', architectureFrom: by };
  }
  return { architecture: 'x86', architectureFrom: 'default' };
}

type IsUseful = (value: EffectiveValue) => boolean;

/** Any of these words, in any case: not the one that leaves the option off, nor one that xl rejects. */
const oneOf =
  (pattern: RegExp): IsUseful =>
  (value) =>
    value.kind === 'atom' && pattern.test(value.text);

const nonEmptyList: IsUseful = (value) => value.kind === 'list' && value.items.length > 0;

/** What libxl on x86 never looks at. It does look at `vpmu` and `trap_unmapped_accesses`, so they are not evidence. */
const ARM_EVIDENCE: ReadonlyMap<string, IsUseful> = new Map([
  ['gic_version', oneOf(/^v[23]$/i)],
  ['dtdev', nonEmptyList],
  ['device_tree', oneOf(/./)],
  ['vuart', oneOf(/^sbsa_uart$/i)],
  ['tee', oneOf(/^(?:optee|ffa)$/i)],
  ['sve', oneOf(/^(?:hw|\d+)$/i)],
  ['nr_spis', oneOf(/[1-9a-f]/i)],
  ['arm_sci', oneOf(/type=scmi_smc/i)],
]);
