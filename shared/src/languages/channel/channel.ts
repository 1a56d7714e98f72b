/** Byte streams between host and guest. Facts: parse_config_data of xl 4.5 to 4.22, libxl_console.c, xen-pv-channel(7). */

import { atLeast } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { backendKey } from '../toolkit/backendKey.ts';
import { splitTrimmedFields } from '../toolkit/fields.ts';
import { faultOfField, hasKey, type KeyedItem, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { rejected, text, type ValueReader } from '../toolkit/valueReaders.ts';

const connection: ValueReader = (value) =>
  value === 'pty' || value === 'socket'
    ? { set: { connection: value } }
    : rejected('Use `pty` or `socket`, in lowercase.');

const parameters = keyedParameters('4.5', 'xl_parse.c:parse_config_data', [
  {
    name: 'connection',
    source: 'libxl_console.c:libxl__init_console_from_channel',
    read: connection,
    mandatory: true,
    summary: 'Where the host has its end of the stream.',
    details: 'xl rejects a string without it, and any other value.',
    example: "channel = [ 'connection=pty,name=org.example.agent.1' ]",
    values: [
      { name: 'pty', summary: 'A pseudo-terminal; its name is in xenstore.' },
      { name: 'socket', summary: 'A Unix socket at path, made and listened at by QEMU.' },
    ],
  },
  {
    name: 'name',
    source: 'libxl_console.c:libxl__init_console_from_channel',
    read: text('name'),
    mandatory: true,
    summary: 'The name by which the program in the guest finds its channel.',
    details:
      'Have your own domain in it, and a version: `org.example.agent.1`. xl takes a string without a name, and ' +
      '`xl create` fails.',
    example: "channel = [ 'connection=pty,name=org.example.agent.1' ]",
  },
  {
    name: 'path',
    source: 'libxl_console.c:libxl__init_console_from_channel',
    read: text('path'),
    summary: 'The socket on the host, for `connection=socket`.',
    details:
      'xl rejects connection=socket without it. Up to 4.17 it ends at a second `=`. With connection=pty it is not used.',
    example: "channel = [ 'connection=socket,path=/run/web1.sock,name=org.example.agent.1' ]",
  },
  backendKey('has the other end', "channel = [ 'connection=pty,name=org.example.agent.1,backend=agentdom' ]"),
]);

function check({ reading }: KeyedItem): SpecFault[] {
  const { values, setBy } = reading;
  const faults: SpecFault[] = [];
  if (!hasKey(reading, 'connection')) {
    const advice = 'Add `connection=pty`, or `connection=socket` with `path=`.';
    faults.push(missingKey(reading, 'connection', 'refused', advice));
  }
  if (values.get('connection') === 'socket' && !setBy.has('path')) {
    const advice = '`connection=socket` needs a path. Add `path=` with the name of the socket.';
    faults.push(missingKey(reading, 'path', 'refused', advice));
  }
  if (values.get('connection') === 'pty' && setBy.has('path')) {
    const advice = 'Only `connection=socket` uses the path. Remove it.';
    faults.push(faultOfField(reading, 'path', 'conflict', 'ignored', { parameter: 'path', advice }));
  }
  if (!setBy.has('name')) {
    const advice = 'libxl rejects a channel without a name. Add one, such as `name=org.example.agent.1`.';
    faults.push(missingKey(reading, 'name', 'createFails', advice, 'build'));
  }
  return faults;
}

export const CHANNEL = keyedLanguage({
  option: 'channel',
  noun: 'channel',
  parameters,
  grammar: { split: splitTrimmedFields, unknownKey: 'ignored', bareWord: 'refused', noFields: 'crashes' },
  // Point releases took the number away: 4.18.5, 4.19.2, 4.20.1.
  isNumbered: (xenVersion) => !atLeast(xenVersion, '4.18'),
  check,
  fields: ({ connection: kind, path, ...others }) =>
    kind === undefined ? others : { ...others, [`connection.${kind}`]: kind === 'socket' ? { path } : {} },
  symbol: { name: ['name'], detail: ['connection', 'path', 'backend'] },
  list: { name: 'channels', after: 'vsnds' },
  keys: keyOrder('backend_domname devid name connection.pty connection.socket', {
    'connection.socket': keyOrder('path'),
  }),
});
