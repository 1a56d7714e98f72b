/** All rules. The order is that of the reference page. */
import { acceptedDiskRules } from './disk/accepted.ts';
import { backendRules } from './disk/backends.ts';
import { emulationRules } from './disk/emulation.ts';
import { diskPadding } from './disk/padding.ts';
import { rejectedDiskRules } from './disk/rejected.ts';
import { vdevRules } from './disk/vdevs.ts';
import { optionRules } from './options/index.ts';
import type { Rule } from './rule.ts';
import { hvmOnArm, pvOnArm, wrongArchitecture } from './settings/architecture.ts';
import { deprecatedOption } from './settings/deprecated.ts';
import { duplicateSetting } from './settings/duplicates.ts';
import { olderGrammar } from './settings/grammar.ts';
import { contradictingTypes, refusedForType } from './settings/guestTypes.ts';
import { missingKernel, missingMemory, missingName } from './settings/mandatory.ts';
import { valuePadding } from './settings/padding.ts';
import { processorSet } from './settings/processorSets.ts';
import { unknownOption } from './settings/unknownOption.ts';
import { wrongGuestType, wrongVersion, xendOption } from './settings/unreadOptions.ts';
import { valueRules } from './settings/values.ts';
import { specRules } from './specs/faults.ts';
import { nonStringItem } from './specs/nonStringItem.ts';
import { repeatedDevice } from './specs/repeatedDevice.ts';
import { syntaxRules } from './syntax/index.ts';

export const RULES: readonly Rule[] = [
  ...syntaxRules,
  olderGrammar,
  missingName,
  missingKernel,
  missingMemory,
  contradictingTypes,
  unknownOption,
  xendOption,
  wrongVersion,
  wrongGuestType,
  wrongArchitecture,
  hvmOnArm,
  pvOnArm,
  refusedForType,
  deprecatedOption,
  duplicateSetting,
  ...valueRules,
  valuePadding,
  processorSet,
  ...optionRules,
  nonStringItem,
  ...specRules,
  repeatedDevice,
  ...rejectedDiskRules,
  ...vdevRules,
  ...backendRules,
  ...emulationRules,
  ...acceptedDiskRules,
  diskPadding,
];
