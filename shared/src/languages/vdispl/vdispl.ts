/** Paravirtual displays with connectors. Facts: parse_vdispl_config in xl_parse.c of 4.10 to 4.22, xl.cfg(5). */

import { sscanf } from '../../cNumbers.ts';
import { onOff } from '../../schema/types.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import { backendKey } from '../toolkit/backendKey.ts';
import { hasKey, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { type Slice, splitIntoPair, strtok, trim } from '../toolkit/slice.ts';
import { flag, rejected, type ValueFault, type ValueReader, valueSlice } from '../toolkit/valueReaders.ts';

/** One entry of the JSON: `unique_id` (`id` up to 4.11), `width`, `height`; without any where xl did not get that far. */
type Connector = Readonly<Record<string, string | number>>;

/** As libxl prints it: zeros are left out. */
const connectorOf = (xenVersion: XenVersion, id: Slice, width = 0, height = 0): Connector => ({
  [atLeast(xenVersion, '4.12') ? 'unique_id' : 'id']: id.text,
  ...(width === 0 ? {} : { width }),
  ...(height === 0 ? {} : { height }),
});

const FORM = 'Use `ID:WIDTHxHEIGHT`, such as `id0:1920x1080`.';

const connectors: ValueReader = (_, context) => {
  const tokens = strtok(valueSlice(context), ';');
  if (tokens.length === 0) return { set: {}, fault: { effect: 'crashes', advice: FORM } };
  const read: Connector[] = [];
  let fault: ValueFault | undefined;
  for (const token of tokens) {
    const pair = splitIntoPair(token, ':', context.xenVersion);
    if (!pair) return { set: {}, fault: { effect: 'crashes', advice: FORM, at: token } };
    const [id, size] = pair;
    const numbers = sscanf(size.text, '%ux%u').values.map(Number);
    if (numbers.length === 1 || trim(size).text === '') return rejected(FORM, token);
    if (numbers.length === 0) {
      // xl treats that as success, and reads no further.
      const unread = tokens.slice(read.length + 1).map(() => ({}));
      const advice = `This connector${unread.length > 0 ? ' and all after it' : ''} then ${unread.length > 0 ? 'have' : 'has'} no size. ${FORM}`;
      const all = [...read, connectorOf(context.xenVersion, id), ...unread];
      return { set: { connectors: all }, fault: { effect: 'ignored', advice, at: token } };
    }
    read.push(connectorOf(context.xenVersion, id, ...numbers));
    const resolution = numbers.join('x');
    if (size.text !== resolution)
      fault ??= { effect: 'ignored', advice: `xl makes ${resolution} of it. ${FORM}`, at: token };
  }
  return { set: { connectors: read }, fault };
};

const parameters = keyedParameters('4.10', 'xl_parse.c:parse_vdispl_config', [
  {
    name: 'connectors',
    read: connectors,
    mandatory: true,
    summary: 'The screens of the display, with semicolons between: `ID:WIDTHxHEIGHT`, in pixels.',
    details:
      'xl rejects a string without a connector, and a width without a height. It crashes on an empty list and of a connector ' +
      'without a colon, up to 4.17 also of one without an id. Where no number follows the colon it prints "Can\'t parse ' +
      'connector resolution", leaves this and all further connectors without size, and goes on.',
    example: "vdispl = [ 'connectors=id0:1920x1080;id1:800x600' ]",
  },
  backendKey('shows the display', "vdispl = [ 'backend=displaydom,connectors=id0:1920x1080' ]"),
  {
    name: 'be-alloc',
    read: flag('be_alloc'),
    summary: 'Lets the domain that shows the display provide the memory of the pictures.',
    details: 'A number: 0 is off, anything else is on; a word is read as 0.',
    defaultValue: '0',
    example: "vdispl = [ 'connectors=id0:1920x1080,be-alloc=1' ]",
    values: onOff('The backend provides it.', 'The guest provides it. The default.'),
  },
]);

export const VDISPL = keyedLanguage({
  option: 'vdispl',
  noun: 'paravirtual display',
  parameters,
  grammar: { unknownKey: 'refused', bareWord: 'refused' },
  check: ({ reading }) =>
    hasKey(reading, 'connectors')
      ? []
      : [missingKey(reading, 'connectors', 'refused', 'Add connectors=, such as connectors=id0:1920x1080.')],
  symbol: { name: [], detail: ['connectors', 'backend'] },
  list: { name: 'vdispls', after: 'pvcallsifs' },
  keys: keyOrder('backend_domname devid be_alloc connectors', {
    connectors: keyOrder('id unique_id width height'),
  }),
});
