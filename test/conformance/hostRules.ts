/**
 * What xl says of the host, and not of the file. A refusal with such a message is no verdict on the file: it
 * may be red or not.
 */

import type { FileAnswer } from './answers.ts';

export interface HostRule {
  /** Of xl or libxl, in one line of what it printed. */
  readonly message: RegExp;
  /** What has to be in the file for the rule to hold. Absent: nothing. */
  readonly file?: RegExp;
  readonly reason: string;
}

export const HOST_RULES: readonly HostRule[] = [
  { message: /Illegal pool specified/, reason: 'Which CPU pools there are.' },
  { message: /Unable to malloc/, reason: 'How much memory the host has for xl itself.' },
  { message: /invalid pnode number/, reason: 'Which NUMA nodes the host has.' },
  {
    message: /vcpu hard affinity map is empty/,
    file: /\bcpus\b.*(node|6[4-9]|[7-9][0-9]|[0-9]{3})/,
    reason:
      'Which processors the nodes of the host have; and of the pretended 64 those beyond are left out of the set.',
  },
  {
    message: /vcpu hard affinity map is empty/,
    file: /cpumask/,
    reason: 'What a mask of xl.conf leaves of the processors of a guest that is not in the file.',
  },
  {
    message: /illegal or not free|no free cpu found/,
    reason: 'Which processors the host has, and which of them no other pool has.',
  },
];

/** Whether a refusal of the file is one of the host. */
export const isOfTheHost = ({ messages }: FileAnswer, text: string): boolean =>
  HOST_RULES.some(
    ({ message, file }) => messages.some((line) => message.test(line)) && (file?.test(text) ?? true),
  );
