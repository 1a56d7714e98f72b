/** USB controllers. Facts: parse_usbctrl_config in xl_parse.c, the defaults of libxl_usb.c, 4.7 to 4.22. */

import type { ValueDoc } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields } from '../toolkit/fields.ts';
import { faultAt, type KeyedItem, keyedLanguage, printed } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { int, type Values, word } from '../toolkit/valueReaders.ts';
import { USBCTRL_PARAMETERS } from './keys.ts';

const types: readonly ValueDoc[] = USBCTRL_PARAMETERS.find(({ name }) => name === 'type')?.values ?? [];

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: USBCTRL_PARAMETERS,
  readers: { type: word('type', types), version: int('version'), ports: int('ports') },
  unknownKey: 'refused',
  bareWord: 'refused',
};

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** The numbers of ports by version, of the paravirtual controllers and of QEMU's. */
const PARAVIRTUAL: Readonly<Record<number, Limits>> = { 1: { min: 1, max: 31 }, 2: { min: 1, max: 31 } };
const EMULATED: Readonly<Record<number, Limits>> = {
  1: { min: 2, max: 2 },
  2: { min: 6, max: 6 },
  3: { min: Number.NEGATIVE_INFINITY, max: 15 },
};

const numberOf = (values: Values, name: string): number => {
  const value = values.get(name);
  return typeof value === 'number' ? value : 0;
};

const inWords = ({ min, max }: Limits): string =>
  min === max ? `always ${min}` : min > 0 ? `${min} to ${max}` : `up to ${max}`;

/** What libxl refuses when it adds the controller to the guest that it has made. 0 is the default of both numbers. */
function check({ reading, context }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const type = values.get('type') ?? 'auto';
  const emulated = type === 'devicemodel' || (type === 'auto' && context.guestType === 'hvm');
  const limits = emulated ? EMULATED : PARAVIRTUAL;
  const kind = emulated ? 'A controller of type devicemodel' : 'A paravirtual controller';
  const allowed = limits[numberOf(values, 'version') || 2];
  if (!allowed) {
    const cure = `${kind} has the versions ${Object.keys(limits).join(', ')}.`;
    return [
      faultAt(reading, 'version', { kind: 'conflict', effect: 'startFails', parameter: 'version', cure }),
    ];
  }
  const ports = numberOf(values, 'ports');
  if (ports === 0 || (ports >= allowed.min && ports <= allowed.max)) return [];
  const cure = `${kind} of this version has ${inWords(allowed)} ports.`;
  return [faultAt(reading, 'ports', { kind: 'conflict', effect: 'startFails', parameter: 'ports', cure })];
}

export const usbctrl = keyedLanguage({
  options: ['usbctrl'],
  noun: 'USB controller',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: USBCTRL_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  check,
  symbol: { name: [], detail: ['type', 'version', 'ports'] },
  keys: keyOrder('type devid version ports backend_domname'),
  fields: (values) => {
    const { type, ...others } = printed(values);
    return type === undefined || type === 'auto' ? others : { type, ...others };
  },
});
