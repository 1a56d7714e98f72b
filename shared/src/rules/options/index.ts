/** Rules between options, by topic. */
import type { Rule } from '../rule.ts';
import { armRules } from './arm.ts';
import { bootingRules } from './booting.ts';
import { bootloaderRules } from './bootloader.ts';
import { displayRules } from './display.ts';
import { emptyPath } from './emptyPath.ts';
import { firmwareRules, firmwareWord } from './firmware.ts';
import { firmwareImage } from './firmwareImage.ts';
import { ambiguousGuestName } from './guestName.ts';
import { hypervisorLimits } from './hypervisorLimits.ts';
import { memoryRules } from './memory.ts';
import { memoryUnit } from './memoryUnit.ts';
import { nestedRules } from './nested.ts';
import { noEffect } from './noEffect.ts';
import { overriddenSetting } from './overridden.ts';
import { passthroughRules } from './passthrough.ts';
import { processorRules } from './processors.ts';
import { rootDevice } from './rootDevice.ts';
import { startFails } from './startFails.ts';
import { usbRules } from './usb.ts';
import { versionedPath } from './versionedPath.ts';
import { viridianGroups } from './viridian.ts';
import { vnumaRules } from './vnuma.ts';
import { deprecatedValue, xlWarns } from './xlWarnings.ts';

export const optionRules: readonly Rule[] = [
  ambiguousGuestName,
  ...processorRules,
  ...memoryRules,
  memoryUnit,
  ...bootingRules,
  ...bootloaderRules,
  rootDevice,
  ...firmwareRules,
  ...displayRules,
  ...usbRules,
  ...passthroughRules,
  ...armRules,
  ...nestedRules,
  ...vnumaRules,
  startFails,
  hypervisorLimits,
  emptyPath,
  viridianGroups,
  firmwareWord,
  firmwareImage,
  versionedPath,
  overriddenSetting,
  noEffect,
  xlWarns,
  deprecatedValue,
];
