/** Shared directories. Facts: parse_config_data of xl 4.9 to 4.22, libxl_9pfs.c. */

import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { splitTrimmedFields } from '../toolkit/fields.ts';
import { faultOfField, hasKey, type KeyedItem, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { P9_PARAMETERS } from './keys.ts';

const upTo417: KeyedGrammar = { unknownKey: 'refused', bareWord: 'restIgnored' };

const since418: KeyedGrammar = {
  split: splitTrimmedFields,
  unknownKey: 'refused',
  bareWord: 'refused',
  noFields: 'crashes',
};

/** Up to 4.17 a string inherits what it does not say from the string before it: xl does not reset the fields. */
const inherits = (xenVersion: XenVersion): boolean => !atLeast(xenVersion, '4.18');

const REQUIRED = ['tag', 'path', 'security_model'] as const;
const LIMITS: readonly (readonly [field: string, parameter: string])[] = [
  ['max_files', 'max-files'],
  ['max_open_files', 'max-open-files'],
  ['max_space', 'max-space'],
  ['auto_delete', 'auto-delete'],
];

function missingKeys({ reading, context }: KeyedItem): SpecFault[] {
  const { values, setBy } = reading;
  const late = atLeast(context.xenVersion, '4.19');
  // The type decides which keys are needed, and this one is rejected already.
  if (late && hasKey(reading, 'type') && !setBy.has('type')) return [];
  const byDaemon = values.get('type') === 'xen_9pfsd';
  const faults: SpecFault[] = [];
  for (const parameter of inherits(context.xenVersion) ? [...REQUIRED, 'backend'] : REQUIRED) {
    const field = parameter === 'backend' ? 'backend_domname' : parameter;
    if (setBy.has(field)) continue;
    const inherited = values.get(field);
    if (inherited !== undefined) {
      const advice = `This xl takes ${inherited} over from the string before, 4.18 and later do not. Write it here too.`;
      faults.push(missingKey(reading, parameter, 'none', advice));
    } else if (parameter !== 'backend' && (!byDaemon || parameter === 'security_model')) {
      faults.push(missingKey(reading, parameter, late ? 'startFails' : 'refused'));
    }
  }
  return faults;
}

/** QEMU has no limits: libxl fails when it adds the device to the new guest. */
function limitsOfQemu({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  if (values.get('type') === 'xen_9pfsd') return [];
  const advice = 'Only xen-9pfsd has limits. Add type=xen_9pfsd, or remove it.';
  return LIMITS.filter(([field]) => (values.get(field) || 0) !== 0).map(([field, parameter]) =>
    faultOfField(reading, field, 'conflict', 'startFails', { parameter, advice }),
  );
}

/** Without `path`, xen_9pfsd gets one with the name of the guest in it, which is not among the fields. */
export const P9 = keyedLanguage({
  option: 'p9',
  noun: 'shared directory',
  parameters: P9_PARAMETERS,
  grammar: (xenVersion) => (inherits(xenVersion) ? upTo417 : since418),
  isNumbered: () => false,
  inherits,
  check: (spec) => [...missingKeys(spec), ...limitsOfQemu(spec)],
  defaults: { type: 'unknown' },
  symbol: { name: ['tag'], detail: ['path', 'security_model', 'backend'] },
  keys: keyOrder(
    'backend_domname tag path security_model devid type max_space max_files max_open_files auto_delete',
  ),
});
