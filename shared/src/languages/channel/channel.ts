/** Byte streams between host and guest. Facts: parse_config_data of xl 4.5 to 4.22, libxl_console.c. */

import { atLeast } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutTrimmedFields, type PairStyle } from '../toolkit/fields.ts';
import {
  faultAt,
  isGiven,
  type KeyedItem,
  keyedLanguage,
  printed,
  wholeFault,
} from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { text, type ValueReader } from '../toolkit/valueReaders.ts';
import { CHANNEL_PARAMETERS } from './keys.ts';

const connection: ValueReader = (value) =>
  value === 'pty' || value === 'socket'
    ? { set: { connection: value } }
    : { set: {}, fault: { effect: 'refused', cure: 'Write pty or socket, in lower case.' } };

const grammarOf = (style: PairStyle): KeyedGrammar => ({
  cut: (spec) => cutTrimmedFields(spec, style),
  parameters: CHANNEL_PARAMETERS,
  readers: { connection, name: text('name'), path: text('path'), backend: text('backend_domname') },
  unknownKey: 'ignored',
  bareWord: 'refused',
  noFields: 'crashes',
});

const upTo417 = grammarOf('tokens');
const since418 = grammarOf('first');

function check({ reading }: KeyedItem): SpecFault[] {
  const { values, setBy } = reading;
  const faults: SpecFault[] = [];
  const kind = 'missing-key';
  if (!isGiven(reading, 'connection')) {
    const cure = 'Add connection=pty, or connection=socket with path=.';
    faults.push(wholeFault(reading, { kind, effect: 'refused', parameter: 'connection', cure }));
  }
  if (values.get('connection') === 'socket' && !setBy.has('path')) {
    const cure = 'connection=socket needs one. Add path= with the name of the socket.';
    faults.push(wholeFault(reading, { kind, effect: 'refused', parameter: 'path', cure }));
  }
  if (values.get('connection') === 'pty' && setBy.has('path')) {
    const cure = 'The path is for connection=socket only. Remove it.';
    faults.push(faultAt(reading, 'path', { kind: 'conflict', effect: 'ignored', parameter: 'path', cure }));
  }
  if (!setBy.has('name')) {
    const cure = 'libxl refuses a channel without a name. Add name=, such as name=org.example.agent.1.';
    faults.push(wholeFault(reading, { kind, effect: 'startFails', parameter: 'name', cure }));
  }
  return faults;
}

export const channel = keyedLanguage({
  options: ['channel'],
  noun: 'channel',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: CHANNEL_PARAMETERS,
  grammar: ({ xenVersion }) => (atLeast(xenVersion, '4.18') ? since418 : upTo417),
  isNumbered: ({ xenVersion }) => !atLeast(xenVersion, '4.21'),
  check,
  symbol: { name: ['name'], detail: ['connection', 'path', 'backend'] },
  keys: keyOrder('backend_domname devid name connection.pty connection.socket', {
    'connection.socket': keyOrder('path'),
  }),
  fields: (values) => {
    const { connection: kind, path, ...others } = printed(values);
    if (kind === undefined) return others;
    return { ...others, [`connection.${kind}`]: kind === 'socket' ? { path } : {} };
  },
});
