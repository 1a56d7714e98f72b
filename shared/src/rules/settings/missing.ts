/** What a guest must have. A setting that would give it, but has a value of the wrong kind, is reported instead of its absence. */
import type { EffectiveSetting } from '../../model/guest.ts';
import { maxMemory, pagingMemoryFault } from '../../model/memory.ts';
import type { InvalidValue } from '../../model/validateValues.ts';
import type { Severity } from '../../severity.ts';
import type { Finding, RuleContext } from '../rule.ts';

/** What happens to a guest without it: the end of a sentence, and how serious it is. */
export interface Loss extends Pick<Finding, 'stage'> {
  readonly outcome: string;
  readonly severity: Severity;
}

export type Need = 'name' | 'kernel' | 'memory';

const isText = (setting: EffectiveSetting | undefined): boolean => setting?.value.kind === 'atom';

const hasName = ({ guest }: RuleContext): boolean => isText(guest.settings.get('name'));

/** In the order in which xl looks for it. xl does so only after the whole file has been parsed. */
const IS_MISSING: Readonly<Record<Need, (context: RuleContext) => boolean>> = {
  name: (context) => !hasName(context),
  kernel: (context) =>
    context.hasValidType &&
    context.guest.type !== 'hvm' &&
    hasName(context) &&
    // `firmware` selects a kernel.
    !['kernel', 'bootloader', 'firmware'].some((option) => isText(context.guest.settings.get(option))),
  memory: (context) => context.hasValidType && hasName(context) && maxMemory(context.values) === null,
};

const REJECTED: Loss = { outcome: 'xl rejects the file', severity: 'error' };

const LOSS: Readonly<Record<Need, (context: RuleContext) => Loss>> = {
  name: () => REJECTED,
  kernel: () => REJECTED,
  memory: ({ values }) =>
    pagingMemoryFault(values) !== null
      ? { outcome: '`xl create` fails', severity: 'error', stage: 'build' }
      : { outcome: 'the guest gets 32 MiB', severity: 'warning', stage: 'build' },
};

const GIVEN_BY: Readonly<Record<Need, readonly string[]>> = {
  name: ['name'],
  kernel: ['kernel', 'bootloader', 'type'],
  memory: ['memory'],
};

/** What happens because the guest has no such thing; null where it has it, or where xl does not get to look for it. */
export const lossOf = (need: Need, context: RuleContext): Loss | null =>
  context.kind.name === 'guest' && context.file.errors.length === 0 && IS_MISSING[need](context)
    ? LOSS[need](context)
    : null;

const isGivenBy = (need: Need, { option }: InvalidValue): boolean => GIVEN_BY[need].includes(option.name);

/** Whether a setting would give it, if its value were of the right kind. */
export const isSetWrongly = (need: Need, { invalidValues }: RuleContext): boolean =>
  invalidValues.some((value) => isGivenBy(need, value));

const NEEDS: readonly Need[] = ['name', 'kernel', 'memory'];

/** What happens because xl ignores the value, where that is more than the loss of the option; null otherwise. */
export function lossBy(value: InvalidValue, context: RuleContext): Loss | null {
  const need = NEEDS.find((one) => isGivenBy(one, value));
  return need === undefined ? null : lossOf(need, context);
}
