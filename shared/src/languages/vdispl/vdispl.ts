/** Paravirtual displays with connectors. Facts: parse_vdispl_config in xl_parse.c of 4.10 to 4.22. */

import { atLeast } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields, cutPieces, halve } from '../toolkit/fields.ts';
import { isGiven, type KeyedItem, keyedLanguage, printed, wholeFault } from '../toolkit/keyedLanguage.ts';
import { toUlong } from '../toolkit/numberFaults.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { flag, text, type ValueFault, type ValueReader } from '../toolkit/valueReaders.ts';
import { VDISPL_PARAMETERS } from './keys.ts';

/** One entry of the JSON: `unique_id`, `width`, `height`; without any where xl did not get that far. */
type Connector = Readonly<Record<string, string | number>>;

const FORM = 'Write ID:WIDTHxHEIGHT, such as id0:1920x1080.';
const NUMBER = /[ \t\n\v\f\r]*([+-]?[0-9]+)/y;

/** A number as %u of sscanf reads it, or null where there is none at `start`. */
function scanUnsigned(
  resolution: string,
  start: number,
): { readonly value: number; readonly end: number } | null {
  NUMBER.lastIndex = start;
  const digits = NUMBER.exec(resolution)?.[1];
  if (digits === undefined) return null;
  const value = toUlong(BigInt(digits.replace(/^\+/, '').slice(0, 30)));
  return { value: Number(BigInt.asUintN(32, value)), end: NUMBER.lastIndex };
}

type Resolution =
  | { readonly kind: 'read'; readonly width: number; readonly height: number }
  /** No number to begin with: xl takes that for success. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'refused' };

function readResolution(resolution: string): Resolution {
  if (/^[ \t\n\v\f\r]*$/.test(resolution)) return { kind: 'refused' };
  const width = scanUnsigned(resolution, 0);
  if (!width) return { kind: 'unread' };
  const height = resolution.charAt(width.end) === 'x' ? scanUnsigned(resolution, width.end + 1) : null;
  return height ? { kind: 'read', width: width.value, height: height.value } : { kind: 'refused' };
}

/** As libxl prints it: zeros are left out. */
const connectorOf = (id: string, width: number, height: number): Connector => ({
  unique_id: id,
  ...(width === 0 ? {} : { width }),
  ...(height === 0 ? {} : { height }),
});

const connectors: ValueReader = (value, { xenVersion }) => {
  const pieces = cutPieces(value, ';');
  const read: Connector[] = [];
  let fault: ValueFault | undefined;
  if (pieces.length === 0) return { set: {}, fault: { effect: 'crashes', cure: FORM } };
  for (const piece of pieces) {
    const halves = halve(piece, ':', atLeast(xenVersion, '4.18') ? 'first' : 'tokens');
    if (!halves) return { set: {}, fault: { effect: 'crashes', cure: FORM, within: piece } };
    const [id, size] = halves.map(({ start, end }) => value.slice(start, end));
    const resolution = readResolution(size ?? '');
    if (resolution.kind === 'refused')
      return { set: {}, fault: { effect: 'refused', cure: FORM, within: piece } };
    if (resolution.kind === 'unread') {
      const rest = pieces.slice(read.length + 1).map(() => ({}));
      const cure = `This connector${rest.length > 0 ? ' and all behind it have' : ' has'} no size then. ${FORM}`;
      const all = [...read, connectorOf(id ?? '', 0, 0), ...rest];
      return { set: { connectors: all }, fault: { effect: 'ignored', cure, within: piece } };
    }
    const { width, height } = resolution;
    read.push(connectorOf(id ?? '', width, height));
    if (size !== `${width}x${height}`) {
      const cure = `xl makes ${width}x${height} of it. ${FORM}`;
      fault ??= { effect: 'ignored', cure, within: piece };
    }
  }
  return { set: { connectors: read }, fault };
};

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: VDISPL_PARAMETERS,
  readers: { backend: text('backend_domname'), 'be-alloc': flag('be_alloc'), connectors },
  unknownKey: 'refused',
  bareWord: 'refused',
};

function check({ reading }: KeyedItem): SpecFault[] {
  if (isGiven(reading, 'connectors')) return [];
  const cure = 'Add connectors=, such as connectors=id0:1920x1080.';
  return [wholeFault(reading, { kind: 'missing-key', effect: 'refused', parameter: 'connectors', cure })];
}

export const vdispl = keyedLanguage({
  options: ['vdispl'],
  noun: 'paravirtual display',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: VDISPL_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  check,
  symbol: { name: [], detail: ['connectors', 'backend'] },
  keys: keyOrder('backend_domname devid be_alloc connectors', {
    connectors: keyOrder('unique_id width height'),
  }),
  fields: printed,
});
