/** USB devices of the host. Facts: parse_usbdev_config in xl_parse.c, libxl_usb.c, 4.7 to 4.22. */

import type { ValueDoc } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields } from '../toolkit/fields.ts';
import { faultAt, type KeyedItem, keyedLanguage, printed, wholeFault } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { int, unsigned, word } from '../toolkit/valueReaders.ts';
import { usbFacts } from './facts.ts';
import { USBDEV_PARAMETERS } from './keys.ts';

const types: readonly ValueDoc[] = USBDEV_PARAMETERS.find(({ name }) => name === 'type')?.values ?? [];

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: USBDEV_PARAMETERS,
  readers: {
    type: word('type', types),
    hostbus: unsigned('hostbus', 8),
    hostaddr: unsigned('hostaddr', 8),
    controller: int('ctrl'),
    port: int('port'),
  },
  unknownKey: 'refused',
  bareWord: 'refused',
};

/** What libxl refuses when it adds the device to the guest that it has made. */
function check({ reading }: KeyedItem): SpecFault[] {
  const { values, setBy } = reading;
  const faults: SpecFault[] = [];
  for (const parameter of ['hostbus', 'hostaddr']) {
    if ((values.get(parameter) ?? 0) !== 0) continue;
    const effect = 'startFails';
    const fault = {
      effect,
      parameter,
      cure: `Write ${parameter}= with the number that lsusb shows.`,
    } as const;
    faults.push(
      setBy.has(parameter)
        ? faultAt(reading, parameter, { kind: 'bad-value', ...fault })
        : wholeFault(reading, { kind: 'missing-key', ...fault }),
    );
  }
  const anyController = (values.get('ctrl') ?? -1) === -1;
  if (anyController && (values.get('port') ?? 0) !== 0) {
    const cure = 'A port is one of a controller. Add controller=, or remove port.';
    faults.push(
      faultAt(reading, 'port', { kind: 'conflict', effect: 'startFails', parameter: 'port', cure }),
    );
  }
  return faults;
}

/** `hostbus` and `hostaddr` are printed only where `type` is given. */
export const usbdev = keyedLanguage({
  options: ['usbdev'],
  noun: 'USB device',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: USBDEV_PARAMETERS,
  grammar: () => grammar,
  check,
  facts: usbFacts,
  symbol: { name: [], detail: ['hostbus', 'hostaddr', 'controller', 'port'] },
  keys: keyOrder('ctrl port type.hostdev', { 'type.hostdev': keyOrder('hostbus hostaddr') }),
  fields: (values) => {
    const { type, hostbus, hostaddr, ...others } = printed(values);
    const hostdev = { ...(hostbus ? { hostbus } : {}), ...(hostaddr ? { hostaddr } : {}) };
    return {
      ...others,
      ...(type === undefined ? {} : { 'type.hostdev': hostdev }),
    };
  },
});
