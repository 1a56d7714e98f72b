/** The messages of xl, libxlutil and libxl that a config file can cause: what they mean, and the rules that find the cause. */

import { CONSEQUENCES } from './known/consequences.ts';
import { CREATE_MESSAGES } from './known/create.ts';
import { DEVICE_MESSAGES, DEVICE_STRING_MESSAGES, STRING_MESSAGES } from './known/devices.ts';
import { DISK_MESSAGES, DISK_SPEC_MESSAGES } from './known/disk.ts';
import { GRAMMAR_MESSAGES } from './known/grammar.ts';
import { OPTION_MESSAGES, OPTION_WARNINGS } from './known/options.ts';
import { CPUPOOL_MESSAGES, XL_CONF_MESSAGES } from './known/otherFiles.ts';
import type { KnownMessage, Program, XlMessage } from './message.ts';

const by =
  (program: Program) =>
  (message: XlMessage): KnownMessage => ({ program, ...message });

/** All of them, in the order of the reference page. */
export const XL_MESSAGES: readonly KnownMessage[] = [
  ...[...GRAMMAR_MESSAGES, ...DISK_SPEC_MESSAGES, ...STRING_MESSAGES].map(by('libxlutil')),
  ...[
    ...OPTION_MESSAGES,
    ...OPTION_WARNINGS,
    ...DEVICE_STRING_MESSAGES,
    ...XL_CONF_MESSAGES,
    ...CPUPOOL_MESSAGES,
  ].map(by('xl')),
  ...[...CREATE_MESSAGES, ...DISK_MESSAGES, ...DEVICE_MESSAGES, ...CONSEQUENCES].map(by('libxl')),
];
