/** The examples to choose from. Their texts are in `examples/`. */

import legacy from '../../../../server/examples/legacy.cfg';
import arm from '../../examples/arm.cfg';
import broken from '../../examples/broken.cfg';
import driverDomain from '../../examples/driver-domain.cfg';
import hvm from '../../examples/hvm.cfg';
import netGuest from '../../examples/net-guest.cfg';
import pvh from '../../examples/pvh.cfg';
import type { SharedState } from './sharedState.ts';

export interface Example extends SharedState {
  readonly title: string;
}

export const EXAMPLES: readonly Example[] = [
  { title: 'Guest from 2009 with tap:aio disks', files: [{ name: 'web1.cfg', text: legacy }] },
  { title: 'HVM guest with an ISO image', files: [{ name: 'installer.cfg', text: hvm }] },
  { title: 'PVH guest', files: [{ name: 'pvh1.cfg', text: pvh }] },
  { title: 'Arm guest', files: [{ name: 'arm1.cfg', text: arm }], architecture: 'arm' },
  {
    title: 'Driver domain and a guest of it',
    files: [
      { name: 'net.cfg', text: driverDomain },
      { name: 'web2.cfg', text: netGuest },
    ],
  },
  { title: 'Broken guest', files: [{ name: 'broken.cfg', text: broken }] },
];
