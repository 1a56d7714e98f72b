/** Shared directories. Facts: parse_config_data of xl 4.9 to 4.22, libxl_9pfs.c. */

import { onOff } from '../../schema/types.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { backendKey } from '../toolkit/backendKey.ts';
import { splitTrimmedFields } from '../toolkit/fields.ts';
import { faultOfField, hasKey, type KeyedItem, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { type KeyedGrammar, keyedParameters } from '../toolkit/readKeyed.ts';
import { checkedInt, flag, text, word } from '../toolkit/valueReaders.ts';

const DAEMON_ONLY = 'With `type=xen_9pfsd` only; otherwise the start of the guest fails.';
const NUMBER = 'A decimal number; what does not begin with one is rejected, what follows it is dropped.';

/** Facts besides: libxl_9pfs.c, xl.cfg(5). */
const P9_PARAMETERS = keyedParameters('4.9', 'xl_parse.c:parse_config_data', [
  {
    name: 'tag',
    source: 'libxl_9pfs.c:libxl__device_p9_setdefault',
    read: text('tag'),
    mandatory: true,
    summary: 'The name by which the guest mounts the directory.',
    details:
      'Up to 4.18 xl rejects a string without it; since 4.19 the start of the guest fails, except with ' +
      '`type=xen_9pfsd`, where it is `Xen`. In the guest: `mount -t 9p -o trans=xen share /mnt`.',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
  },
  {
    name: 'path',
    source: 'libxl_9pfs.c:libxl__device_p9_setdefault',
    read: text('path'),
    mandatory: true,
    summary: 'The directory of the host.',
    details:
      'Up to 4.18 xl rejects a string without it; since 4.19 the start of the guest fails, except with ' +
      '`type=xen_9pfsd`, where it is `guests/NAME` in the directory of the Xen logs.',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
  },
  {
    name: 'security_model',
    source: 'libxl_9pfs.c:libxl__device_p9_setdefault',
    read: text('security_model'),
    mandatory: true,
    summary: 'How the owners of files are kept.',
    details:
      'Up to 4.18 xl rejects a string without it; since 4.19 the start of the guest fails. xl accepts any word; QEMU gives ' +
      'up on those that it does not know.',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
    values: [{ name: 'none', summary: 'As they are in the guest, with the same numbers on the host.' }],
  },
  backendKey('has the directory', "p9 = [ 'tag=share,path=/srv/share,security_model=none,backend=files' ]"),
  {
    name: 'type',
    source: 'libxl_9pfs.c:libxl__device_p9_setdefault libxl_types.idl:libxl_p9_type',
    read: word('type'),
    since: '4.19',
    summary: 'The program that serves the directory.',
    details: 'In any case. xl rejects any other value.',
    defaultValue: '`qemu`',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none' ]",
    values: [
      { name: 'qemu', summary: 'QEMU. The default.' },
      { name: 'xen_9pfsd', summary: 'The daemon xen-9pfsd, which can limit space and number of files.' },
      { name: 'unknown', summary: 'Not said: the default.', internal: true },
    ],
  },
  {
    name: 'max-files',
    read: checkedInt('max_files'),
    since: '4.19',
    summary: 'How many files there may be below path.',
    details: `${DAEMON_ONLY} ${NUMBER}`,
    defaultValue: '0, no limit',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-files=1000' ]",
  },
  {
    name: 'max-open-files',
    read: checkedInt('max_open_files'),
    since: '4.19',
    summary: 'How many files may be open at a time; one opened twice counts twice.',
    details: `${DAEMON_ONLY} ${NUMBER}`,
    defaultValue: '5',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-open-files=20' ]",
  },
  {
    name: 'max-space',
    read: checkedInt('max_space'),
    since: '4.19',
    summary: 'How many MiB the files below path may take.',
    details: `${DAEMON_ONLY} ${NUMBER} \`10M\` and \`10G\` are both 10.`,
    defaultValue: '0, no limit',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-space=100' ]",
  },
  {
    name: 'auto-delete',
    read: flag('auto_delete'),
    since: '4.19',
    summary: 'Deletes the oldest file that is not open when a limit is reached.',
    details: `${DAEMON_ONLY} A number: 0 is off, anything else is on; a word is read as 0.`,
    defaultValue: '0',
    example:
      "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-space=100,auto-delete=1' ]",
    values: onOff('The oldest files make room.', 'A full share is full. The default.'),
  },
]);

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
      const advice = `This xl reuses ${inherited} from the previous string; Xen 4.18 and later do not. Repeat it here.`;
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
  const advice = 'Only xen-9pfsd has limits. Add `type=xen_9pfsd`, or remove it.';
  return LIMITS.filter(([field]) => (values.get(field) || 0) !== 0).map(([field, parameter]) =>
    faultOfField(reading, field, 'conflict', 'startFails', {
      parameter,
      advice,
      additions: ['type=xen_9pfsd'],
    }),
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
