/** Shared directories. Facts: parse_config_data of xl 4.9 to 4.22, libxl_9pfs.c. */

import type { ValueDoc } from '../../schema/types.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields, cutTrimmedFields } from '../toolkit/fields.ts';
import {
  faultAt,
  isGiven,
  type KeyedItem,
  keyedLanguage,
  printed,
  wholeFault,
} from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { checkedInt, flag, text, word } from '../toolkit/valueReaders.ts';
import { P9_PARAMETERS } from './keys.ts';

const types: readonly ValueDoc[] = P9_PARAMETERS.find(({ name }) => name === 'type')?.values ?? [];

const upTo417: KeyedGrammar = {
  cut: cutFields,
  parameters: P9_PARAMETERS,
  readers: {
    tag: text('tag'),
    path: text('path'),
    security_model: text('security_model'),
    backend: text('backend_domname'),
    type: word('type', types),
    'max-files': checkedInt('max_files'),
    'max-open-files': checkedInt('max_open_files'),
    'max-space': checkedInt('max_space'),
    'auto-delete': flag('auto_delete'),
  },
  unknownKey: 'refused',
  bareWord: 'restIgnored',
};

const since418: KeyedGrammar = {
  ...upTo417,
  cut: (spec) => cutTrimmedFields(spec, 'first'),
  bareWord: 'refused',
  noFields: 'crashes',
};

/** Up to 4.17 what a string does not say is what the string before it said: xl forgets to begin anew. */
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
  // Which keys are needed depends on the type, and this one is refused already.
  if (late && isGiven(reading, 'type') && !setBy.has('type')) return [];
  const byDaemon = values.get('type') === 'xen_9pfsd';
  const effect = late ? 'startFails' : 'refused';
  const faults: SpecFault[] = [];
  for (const parameter of inherits(context.xenVersion) ? [...REQUIRED, 'backend'] : REQUIRED) {
    if (setBy.has(parameter === 'backend' ? 'backend_domname' : parameter)) continue;
    const inherited = values.get(parameter === 'backend' ? 'backend_domname' : parameter);
    if (inherited !== undefined) {
      const cure = `This xl takes ${inherited} over from the string before, 4.18 and later do not. Write it here too.`;
      faults.push(wholeFault(reading, { kind: 'missing-key', effect: 'none', parameter, cure }));
    } else if (parameter !== 'backend' && (!byDaemon || parameter === 'security_model')) {
      faults.push(wholeFault(reading, { kind: 'missing-key', effect, parameter }));
    }
  }
  return faults;
}

/** QEMU has no limits; libxl finds that when it adds the device to the guest that it has made. */
function limitsOfQemu({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  if (values.get('type') === 'xen_9pfsd') return [];
  const cure = 'Only xen-9pfsd has limits. Add type=xen_9pfsd, or remove it.';
  return LIMITS.filter(([field]) => (values.get(field) || 0) !== 0).map(([field, parameter]) =>
    faultAt(reading, field, { kind: 'conflict', effect: 'startFails', parameter, cure }),
  );
}

/** Without `path`, xen_9pfsd gets one with the name of the guest in it, which is not among these fields. */
export const p9 = keyedLanguage({
  options: ['p9'],
  noun: 'shared directory',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: P9_PARAMETERS,
  grammar: ({ xenVersion }) => (inherits(xenVersion) ? upTo417 : since418),
  inherits: ({ xenVersion }) => inherits(xenVersion),
  check: (item) => [...missingKeys(item), ...limitsOfQemu(item)],
  symbol: { name: ['tag'], detail: ['path', 'security_model', 'backend'] },
  keys: keyOrder(
    'backend_domname tag path security_model devid type max_space max_files max_open_files auto_delete',
  ),
  fields: (values) => {
    const { type, ...others } = printed(values);
    return type === undefined || type === 'unknown' ? others : { ...others, type };
  },
});
