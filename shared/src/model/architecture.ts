/** Which architecture a file is for, where the settings leave it open. Facts: libxl_arm.c, libxl_dom.c. */

import { optionByName } from '../schema/index.ts';
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

const matching =
  (pattern: RegExp): IsUseful =>
  (value) =>
    value.kind === 'atom' && pattern.test(value.text);

/** Any of the option's words, in any case, but the one that leaves it off. */
function wordsOf(option: string, off: string): readonly [option: string, IsUseful] {
  const values = optionByName.get(option)?.values ?? [];
  const words = values.flatMap(({ name, internal }) => (internal || name === off ? [] : name));
  return [option, matching(new RegExp(`^(?:${words.join('|')})$`, 'i'))];
}

const nonEmptyList: IsUseful = (value) => value.kind === 'list' && value.items.length > 0;

/** What libxl on x86 never looks at. It does look at `vpmu` and `trap_unmapped_accesses`, so they are not evidence. */
const ARM_EVIDENCE: ReadonlyMap<string, IsUseful> = new Map([
  wordsOf('gic_version', 'default'),
  ['dtdev', nonEmptyList],
  ['device_tree', matching(/./)],
  wordsOf('vuart', 'unknown'),
  wordsOf('tee', 'none'),
  wordsOf('sve', 'disabled'),
  ['nr_spis', matching(/^(?:0x)?0*[1-9a-f][\da-f]*$/i)],
  ['arm_sci', matching(/type=scmi_smc/i)],
]);
