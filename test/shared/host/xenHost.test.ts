import { createHostView } from '@xlcfg/shared/src/host/view.ts';
import { readXenHost } from '@xlcfg/shared/src/host/xenHost.ts';
import { expect, it } from 'vitest';
import { type HostTree, hostTree } from '../../support/hostTree.ts';

const version = (major: string, minor: string): HostTree => ({
  '/sys/hypervisor/type': 'xen\n',
  '/sys/hypervisor/version/major': `${major}\n`,
  '/sys/hypervisor/version/minor': `${minor}\n`,
});

const NO_XEN = { isXen: false, isDom0: false };
const XEN = { isXen: true, isDom0: false };

it.each<readonly [what: string, tree: HostTree, expected: object]>([
  ['no Xen', { '/proc/stat': '' }, NO_XEN],
  ['another hypervisor', { '/sys/hypervisor/type': 'kvm\n' }, NO_XEN],
  ['dom0 by its capabilities', { '/proc/xen/capabilities': 'control_d\n' }, { isXen: true, isDom0: true }],
  ['a guest', { '/proc/xen/capabilities': '' }, XEN],
  [
    'dom0 by its UUID',
    { '/sys/hypervisor/type': 'xen\n', '/sys/hypervisor/uuid': '00000000-0000-0000-0000-000000000000\n' },
    { isXen: true, isDom0: true },
  ],
  [
    'a guest by its UUID',
    { '/sys/hypervisor/type': 'xen\n', '/sys/hypervisor/uuid': '01234567-0000-0000-0000-000000000000\n' },
    XEN,
  ],
  ['a version', version('4', '17'), { ...XEN, xenVersion: '4.17' }],
  ['a newer version than the newest', version('4', '99'), { ...XEN, xenVersion: '4.22' }],
  ['a later major version', version('5', '0'), { ...XEN, xenVersion: '4.22' }],
  ['an older version than the oldest', version('3', '4'), { ...XEN, xenVersion: '4.1' }],
  ['a version that is none', version('four', ''), XEN],
  [
    'x86',
    {
      ...version('4', '20'),
      '/sys/hypervisor/properties/capabilities':
        'xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 \n',
    },
    { ...XEN, xenVersion: '4.20', architecture: 'x86' },
  ],
  [
    'Arm',
    { ...version('4', '20'), '/sys/hypervisor/properties/capabilities': 'xen-3.0-aarch64 xen-3.0-armv7l \n' },
    { ...XEN, xenVersion: '4.20', architecture: 'arm' },
  ],
])('%s', async (_, tree, expected) => {
  expect(await readXenHost(createHostView(hostTree(tree)))).toEqual(expected);
});
