/**
 * What xl says of the host, or of x86, and not of the file. A refusal with such a message is no verdict on the file; the
 * first rule whose message is among what xl printed counts.
 */

export interface HostRule {
  /** Of xl or libxl, in one line of what it printed. */
  readonly message: RegExp;
  readonly reason: string;
  /** The rule holds for files that have one of these settings. Absent: for all. */
  readonly settings?: readonly string[];
  /**
   * - open: the file may be red or not; the host decides.
   * - taken: the file has to be judged as if xl had taken it.
   */
  readonly verdict: 'open' | 'taken';
}

/** Options of 4.17 that only libxl on Arm looks at: a file that has one is for such a machine. */
const OF_ARM = ['device_tree', 'dtdev', 'gic_version', 'vuart', 'tee'];

export const HOST_RULES: readonly HostRule[] = [
  {
    message: /\bx86\b/,
    settings: OF_ARM,
    reason: 'The file is for Arm, and libxl here is that of x86.',
    verdict: 'taken',
  },
  { message: /Illegal pool specified/, reason: 'Which CPU pools there are.', verdict: 'open' },
  {
    message: /vcpu (hard|soft) affinity map is empty/,
    reason: 'Which processors and nodes the host has: those that it lacks are left out of the set.',
    verdict: 'open',
  },
  {
    message: /illegal or not free|no free cpu found/,
    reason: 'Which processors the host has, and which of them no other pool has.',
    verdict: 'open',
  },
];

/** The rule that takes a refusal with these messages out; undefined where it is one of the file. */
export const hostRuleFor = (
  messages: readonly string[],
  has: (setting: string) => boolean,
): HostRule | undefined =>
  HOST_RULES.find(
    ({ message, settings }) => messages.some((line) => message.test(line)) && (settings?.some(has) ?? true),
  );
