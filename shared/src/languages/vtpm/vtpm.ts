/** Virtual TPMs. Facts: parse_config_data of xl 4.3 to 4.22; uuid_parse of libuuid. */

import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields } from '../toolkit/fields.ts';
import { type KeyedItem, keyedLanguage, printed, wholeFault } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { text, type ValueReader } from '../toolkit/valueReaders.ts';
import { VTPM_PARAMETERS } from './keys.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const NO_UUID = '00000000-0000-0000-0000-000000000000';

const uuid: ValueReader = (value) =>
  UUID.test(value)
    ? { set: { uuid: value.toLowerCase() } }
    : { set: {}, fault: { effect: 'refused', cure: 'Write 36 characters, as uuidgen prints them.' } };

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: VTPM_PARAMETERS,
  readers: { backend: text('backend_domname'), uuid },
  unknownKey: 'refused',
  bareWord: 'restIgnored',
};

function check({ reading }: KeyedItem): SpecFault[] {
  if (reading.setBy.has('backend_domname')) return [];
  const cure = 'Add backend= with the name of the vTPM domain.';
  return [wholeFault(reading, { kind: 'missing-key', effect: 'refused', parameter: 'backend', cure })];
}

/** Without `uuid` libxl makes one up; it is not among these fields then. */
export const vtpm = keyedLanguage({
  options: ['vtpm'],
  noun: 'vTPM',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: VTPM_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  check,
  symbol: { name: [], detail: ['backend', 'uuid'] },
  keys: keyOrder('backend_domname devid uuid'),
  fields: (values) => {
    const { uuid: id, ...others } = printed(values);
    return id === undefined || id === NO_UUID ? others : { ...others, uuid: id };
  },
});
