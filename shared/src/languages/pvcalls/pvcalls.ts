/** Connections for sockets that another domain opens. Facts: parse_config_data of xl 4.11 to 4.22. */

import { keyOrder } from '../json.ts';
import { cutFields } from '../toolkit/fields.ts';
import { keyedLanguage, printed } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { text } from '../toolkit/valueReaders.ts';
import { PVCALLS_PARAMETERS } from './keys.ts';

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: PVCALLS_PARAMETERS,
  readers: { backend: text('backend_domname') },
  unknownKey: 'refused',
  bareWord: 'restIgnored',
};

export const pvcalls = keyedLanguage({
  options: ['pvcalls'],
  noun: 'pvcalls connection',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: PVCALLS_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  symbol: { name: [], detail: ['backend'] },
  keys: keyOrder('backend_domname devid'),
  fields: printed,
});
