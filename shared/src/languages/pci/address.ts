/**
 * Addresses of PCI devices. Facts: parse_bdf and parse_vslot of libxlu_pci.c since Xen 4.15; hex_convert and the states
 * around it up to 4.14.
 */
import { sscanf, strtoul, toUint32 } from '../../cNumbers.ts';

export interface PciAddress {
  readonly domain: number;
  readonly bus: number;
  readonly dev: number;
  /** Null, as `vfunc_mask`, where the function is missing: see `readAddress`. */
  readonly func: number | null;
  readonly vfunc_mask: number | null;
  /** Where the address ends in the text. */
  readonly end: number;
}

/** LIBXL_PCI_FUNC_ALL: `*` instead of a function. */
export const ALL_FUNCTIONS = 0xffffffff;
const ONE_FUNCTION = 1;

/**
 * The address that `text` begins with; null where xl finds none. The caller checks what follows. The colons among
 * the leading hexadecimal digits tell whether there is a domain.
 *
 * Where the function is missing, xl reads it at a position in the text that depends on memory it has not set. Seen with
 * Debian's 4.17 and 4.20: it rejects the address as a word, and after `bdf=` it starts again at the first number.
 */
export function readAddress(text: string, role: 'word' | 'value'): PciAddress | null {
  const colons = (/^[0-9a-fA-F:]*/.exec(text)?.[0] ?? '').split(':').length - 1;
  if (colons !== 1 && colons !== 2) return null;
  const { values, end } = sscanf(text, colons === 1 ? '%x:%x' : '%x:%x:%x');
  if (values.length <= colons) return null;
  const [domain = 0, bus = 0, dev = 0] = [...(colons === 1 ? [0] : []), ...values.map(Number)];
  const dot = text.charAt(end) === '.';
  if (domain > 0xffff || bus > 0xff || dev > 0x1f || (!dot && role === 'word')) return null;
  const place = { domain, bus, dev };
  const rest = dot ? text.slice(end + 1) : text;
  if (rest.startsWith('*')) return { ...place, func: 0, vfunc_mask: ALL_FUNCTIONS, end: end + 2 };
  const read = sscanf(rest, '%x');
  const [func] = read.values.map(Number);
  if (func === undefined || func > 7) return null;
  return dot
    ? { ...place, func, vfunc_mask: ONE_FUNCTION, end: end + 1 + read.end }
    : { ...place, func: null, vfunc_mask: null, end: text.length };
}

/** A slot of the guest's bus, 0 to 1f, and where it ends; the caller checks what follows. */
export function readSlot(text: string): { readonly slot: number; readonly end: number } | null {
  const { values, end } = sscanf(text, '%x');
  const [slot] = values.map(Number);
  return slot === undefined || slot > 0x1f ? null : { slot, end };
}

/** What is before the first comma, up to 4.14: an address, and a slot after an `@`. */
export interface EarlyAddress extends PciAddress {
  readonly slot?: number;
}

const EARLY = /^([^:]*):([^:.]*)(?::([^.]*))?\.([^@,]*)(?:@([^,]*))?$/;

/** strtoul on the whole of the text; only the lower 32 bits are held against the mask. */
function convert(text: string, mask: number): number | null {
  const read = strtoul(text, 16);
  if (read?.end !== text.length) return null;
  const value = toUint32(read.value);
  return (value & ~mask) === 0 ? value : null;
}

/** Reads address and slot as Xen up to 4.14 does; null where it gives up. */
export function readEarlyAddress(text: string): EarlyAddress | null {
  const [, first = '', second = '', third, last = '', at] = EARLY.exec(text) ?? [];
  const domain = third === undefined ? 0 : convert(first, 0xffff);
  const bus = third === undefined ? convert(first, 0xff) : convert(second, 0xff);
  const dev = convert(third ?? second, 0xff);
  const func = last === '*' ? 0 : convert(last, 0x7);
  if (domain === null || bus === null || dev === null || func === null) return null;
  const address = { domain, bus, dev, func, vfunc_mask: last === '*' ? ALL_FUNCTIONS : ONE_FUNCTION };
  if (at === undefined) return { ...address, end: text.length };
  const slot = convert(at, 0xff);
  return slot === null ? null : { ...address, slot, end: text.length - at.length - 1 };
}
