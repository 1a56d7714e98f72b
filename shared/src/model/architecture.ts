/** Which architecture a file is for, where the settings leave it open. Facts: libxl_arm.c, libxl_dom.c. */

import { optionByName } from '../schema/index.ts';
import type { Platform } from '../schema/platform.ts';
import type { ArchitectureDecision, EffectiveSetting, EffectiveValue } from './guest.ts';
import { decideGuestType } from './guestType.ts';

/** Why the architecture is assumed, as a sentence; undefined where the settings say which one it is. */
export function architectureAssumption({
  architecture,
  architectureFrom: from,
}: ArchitectureDecision): string | undefined {
  if (from === 'settings') return undefined;
  if (from === 'default') return 'x86 is assumed: no option is set that only Arm has.';
  return architecture === 'arm'
    ? `Arm is assumed because \`${from.name.text}\` is set.`
    : `x86 is assumed because \`${from.name.text}\` makes this an HVM guest, which Arm does not have.`;
}

/**
 * The architecture of the settings; else Arm where the file sets an option that only Arm uses to a useful value; else x86.
 * An HVM guest is one for x86 whatever else it sets: there, xl ignores those options, and on Arm it rejects the type.
 */
export function decideArchitecture(
  settings: ReadonlyMap<string, EffectiveSetting>,
  { architecture, xenVersion }: Platform,
): ArchitectureDecision {
  if (architecture !== 'auto') return { architecture, architectureFrom: 'settings' };
  for (const [name, isUseful] of ARM_EVIDENCE) {
    const setting = settings.get(name);
    const by = setting?.parts.at(-1);
    if (!(setting && by && isUseful(setting.value))) continue;
    const onX86 = decideGuestType(settings, xenVersion, 'x86');
    return onX86.type === 'hvm' && onX86.by
      ? { architecture: 'x86', architectureFrom: onX86.by }
      : { architecture: 'arm', architectureFrom: by };
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

/** What libxl on x86 never looks at, or what no hypervisor for x86 has. libxl does look at `vpmu` and `trap_unmapped_accesses`, so they are not evidence. */
const ARM_EVIDENCE: ReadonlyMap<string, IsUseful> = new Map([
  wordsOf('gic_version', 'default'),
  ['dtdev', nonEmptyList],
  ['device_tree', matching(/./)],
  wordsOf('vuart', 'unknown'),
  wordsOf('tee', 'none'),
  wordsOf('sve', 'disabled'),
  ['nr_spis', matching(/^(?:0x)?0*[1-9a-f][\da-f]*$/i)],
  ['llc_colors', nonEmptyList],
  ['arm_sci', matching(/type=scmi_smc/i)],
]);
