/** What libxl says after another message, which has the cause. */

import { consequences, type XlMessage } from '../message.ts';

const FAILED = 'This only follows from an error on an earlier line.';

export const CONSEQUENCES: readonly XlMessage[] = [
  ...[
    'Unable to set domain build info defaults',
    'Unable to set domain create info defaults',
    'unable to set domain arch build info defaults',
    'cannot (re-)build domain: {number}',
    'cannot make domain: {number}',
    'fail to get domain config',
    'Destruction of domain failed',
    'destruction of domain failed.',
    'Non-existant domain',
    'Unable to destroy guest',
    'unable to destroy domain following failed creation',
    'device model did not start: {number}',
    'Post DM startup configs failed, rc={number}',
    'QEMU did not start properly, rc={number}',
    '{program}: spawn failed (rc={number})',
    'hvm build vmemranges failed',
    'hvm build set params failed',
    'initializing domain firmware failed',
    'checking reserved device memory failed',
    'libxl__arch_domain_init_hw_description failed',
    'libxl__device_pci_add failed for PCI device {address} (rc {number})',
    'libxl__device_pci_add  failed for PCI device {address} (rc {number})',
    'unable to add {kind} devices',
    'error connecting {kind} devices',
    'Failed to set paging mempool size to {number}kB',
    'xc_dom_mem_init failed',
    'xc_dom_boot_image failed',
    'xc_dom_build_image failed',
  ].flatMap((text) => consequences({ [text]: FAILED })),
  ...consequences({
    '{program} [{number}] exited with error status {number}':
      'A hotplug script or another helper failed. Its own messages begin with `script:`, or are in a log in `/var/log/xen`.',
    'Unable to set nic defaults for nic {number}':
      'The NIC with this number, counted from 0, has the error of the line before.',
    'Primary console has invalid configuration':
      'libxl says so of every guest with `channel`; it does no harm.',
  }),
];
