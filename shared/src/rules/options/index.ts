/** Rules between options, by topic. */
import type { Rule } from '../rule.ts';
import { bootingRules } from './booting.ts';
import { displayRules } from './display.ts';
import { firmwareRules } from './firmware.ts';
import { memoryRules } from './memory.ts';
import { nestedRules } from './nested.ts';
import { passthroughRules } from './passthrough.ts';
import { processorRules } from './processors.ts';
import { usbRules } from './usb.ts';

export const optionRules: readonly Rule[] = [
  ...processorRules,
  ...memoryRules,
  ...bootingRules,
  ...firmwareRules,
  ...displayRules,
  ...usbRules,
  ...passthroughRules,
  ...nestedRules,
];
