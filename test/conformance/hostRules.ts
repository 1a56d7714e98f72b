/**
 * What xl says of the host, and not of the file. A rejection with such a message is not a verdict on the file: it
 * may be red or not.
 */
import type { FileAnswer, Stage } from './answers.ts';

export interface HostRule {
  /** Where xl says it. */
  readonly stage: Stage;
  /** Of xl or libxl, in one line of what it printed. */
  readonly message: RegExp;
  /** What must be in the file for the rule to hold. Absent: nothing. */
  readonly file?: RegExp;
  readonly reason: string;
}

export const HOST_RULES: readonly HostRule[] = [
  { stage: 'deep', message: /Illegal pool specified/, reason: 'Which CPU pools there are.' },
  { stage: 'dry', message: /Unable to malloc/, reason: 'How much memory the host has for xl itself.' },
  { stage: 'dry', message: /invalid pnode number/, reason: 'Which NUMA nodes the host has.' },
  {
    stage: 'dry',
    message: /vnuma specifies more vcpus than pcpus/,
    reason: 'How many processors the host has: the pretended one has 64.',
  },
  {
    stage: 'dry',
    message: /vcpu hard affinity map is empty/,
    file: /\bcpus\b.*(node|6[4-9]|[7-9][0-9]|[0-9]{3})/,
    reason:
      'Which processors the nodes of the host have; and of the pretended 64 those beyond are left out of the set.',
  },
  {
    stage: 'dry',
    message: /vcpu hard affinity map is empty/,
    file: /cpumask/,
    reason: 'What a mask of xl.conf leaves of the processors of a guest that is not in the file.',
  },
  {
    stage: 'dry',
    message: /illegal or not free|no free cpu found/,
    reason: 'Which processors the host has, and which of them no other pool has.',
  },
  {
    stage: 'full',
    message: /PCI device \S+ is not assignable/,
    reason: 'Which PCI devices the host has: the pretended one has them in the first segment only.',
  },
  {
    stage: 'full',
    message: /Failed while collecting E820/,
    reason: 'Which memory map the host has.',
  },
  {
    stage: 'full',
    message: /failed for PCI device '/,
    reason: 'Which names the PCI devices of the host have.',
  },
  {
    stage: 'full',
    message: /xenstore read failed: `\/libxl\/\d+\/device\/vusb\//,
    file: /\busbctrl\b/,
    reason:
      'Which USB devices the host has. libxl looks for the controller first, by a node that only xenstored has.',
  },
  {
    stage: 'full',
    message: /usbdev_busaddr_to_busid: opendir failed/,
    reason: 'Which USB devices the host has.',
  },
  {
    stage: 'full',
    message: /sysfs_dev_get_(?:vendor|device): cannot read/,
    reason: 'Which graphics card a PCI device of the host is.',
  },
  {
    stage: 'full',
    message: /NUMA placement failed/,
    file: /^type ?= ?"pvh"[\s\S]*^vcpus ?= ?(?:129|1[3-9]\d|[2-9]\d\d|1\d{3})$/m,
    reason:
      'Whether the hypervisor makes the guest. Xen allows 128 vCPUs; the pretended one allows more, and libxl overwrites ' +
      'memory when it writes the ACPI tables of a PVH guest (vcpu_online of hvm_info_table).',
  },
];

/** Whether a rejection of the file is one of the host. */
export const isOfTheHost = ({ messages, stage: at }: FileAnswer, text: string): boolean =>
  HOST_RULES.some(
    ({ stage, message, file }) =>
      stage === at && messages.some((line) => message.test(line)) && (file?.test(text) ?? true),
  );
