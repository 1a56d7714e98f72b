/** Severity and wording of the effects of faults. */
import type { SpecEffect } from '../../languages/language.ts';
import type { Severity } from '../../severity.ts';

export const SEVERITY: Readonly<Record<SpecEffect, Severity>> = {
  refused: 'error',
  crashes: 'error',
  createFails: 'error',
  startFails: 'warning',
  ignored: 'warning',
  restIgnored: 'warning',
  dropped: 'warning',
  unusable: 'warning',
  none: 'information',
};

/** What xl does, as the end of a sentence. */
export const OUTCOME: Readonly<Record<SpecEffect, string>> = {
  refused: 'xl rejects the file',
  crashes: 'xl crashes',
  createFails: '`xl create` fails',
  startFails: 'the guest does not start',
  ignored: 'xl ignores it',
  restIgnored: 'xl ignores it and all that follows in the string',
  dropped: 'xl ignores the device',
  unusable: 'xl accepts it, and the guest cannot use it',
  none: 'xl accepts it',
};
