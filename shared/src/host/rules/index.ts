/** All rules about the host. The order is that of the reference page. */

import type { RuleDescription } from '../../rules/rule.ts';
import { sharedDevice } from '../sharedDevices.ts';
import { missingBridge } from './bridges.ts';
import { iommuGroup, missingDevice, pciDriver } from './devices.ts';
import { diskInUse } from './diskUse.ts';
import { missingFile } from './files.ts';
import type { HostRule } from './hostRule.ts';
import { imageFormat } from './images.ts';
import { hostMemory, hostVcpus } from './machine.ts';
import { nameInUse } from './runningGuests.ts';

/** The rules about one file and the host. */
export const FILE_HOST_RULES: readonly HostRule[] = [
  missingFile,
  imageFormat,
  missingBridge,
  missingDevice,
  pciDriver,
  iommuGroup,
  diskInUse,
  nameInUse,
  hostMemory,
  hostVcpus,
];

export const HOST_RULES: readonly RuleDescription[] = [...FILE_HOST_RULES, sharedDevice];
