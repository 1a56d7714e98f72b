/**
 * Addresses of PCI devices. Facts: parse_bdf and parse_vslot of libxlu_pci.c since Xen 4.15; hex_convert and the states
 * around it up to 4.14.
 */
import { BLANKS, readUnsigned, scanHex, toUint32 } from '../toolkit/cNumbers.ts';

export interface PciAddress {
  readonly domain: number;
  readonly bus: number;
  readonly dev: number;
  readonly func: number;
  readonly vfunc_mask: number;
  /** Number of characters that belong to the address. */
  readonly length: number;
  /** There was no function, and xl took the first number for one. */
  readonly guessed?: true;
}

/** LIBXL_PCI_FUNC_ALL: the `*` in place of a function. */
export const ALL_FUNCTIONS = 0xffffffff;
const ONE_FUNCTION = 1;

const HEX = `[${BLANKS}]*[+-]?(?:0[xX][0-9a-fA-F]*|[0-9a-fA-F]+)`;
const SHORT = new RegExp(`^(${HEX}):(${HEX})(\\.?)`);
const LONG = new RegExp(`^(${HEX}):(${HEX}):(${HEX})(\\.?)`);

const scan = (text: string | undefined): number => toUint32(scanHex(text ?? '')?.value ?? 0n);

/**
 * The address that `text` begins with; null where xl finds none. What follows it is for the caller to judge. The colons
 * among the leading hexadecimal digits tell whether there is a domain.
 *
 * Where the function is missing, xl goes on from a place in the text that nobody has set. Seen with the 4.17 of Debian:
 * as a word it refuses the address, and behind `bdf=` it starts anew at the first number.
 */
export function readAddress(text: string, role: 'word' | 'value'): PciAddress | null {
  const colons = (/^[0-9a-fA-F:]*/.exec(text)?.[0] ?? '').split(':').length - 1;
  const found = colons === 1 ? SHORT.exec(text) : colons === 2 ? LONG.exec(text) : null;
  if (!found) return null;
  const dot = found.at(-1) === '.';
  const numbers = found.slice(1, -1).map(scan);
  const [domain = 0, bus = 0, dev = 0] = numbers.length === 2 ? [0, ...numbers] : numbers;
  if (domain > 0xffff || bus > 0xff || dev > 0x1f || (!dot && role === 'word')) return null;
  const place = { domain, bus, dev };
  const rest = dot ? text.slice(found[0].length) : text;
  if (rest.startsWith('*')) {
    return { ...place, func: 0, vfunc_mask: ALL_FUNCTIONS, length: found[0].length + 1 };
  }
  const read = scanHex(rest);
  const func = toUint32(read?.value ?? 0n);
  if (!read || func > 7) return null;
  return {
    ...place,
    func,
    vfunc_mask: ONE_FUNCTION,
    ...(dot ? { length: found[0].length + read.length } : { length: text.length, guessed: true }),
  };
}

/** A slot of the guest's bus, 0 to 1f; what follows the number is for the caller to judge. */
export function readSlot(text: string): { readonly slot: number; readonly length: number } | null {
  const read = scanHex(text);
  if (!read) return null;
  const slot = toUint32(read.value);
  return slot > 0x1f ? null : { slot, length: read.length };
}

/** What is before the first comma, up to 4.14: address, and slot behind the `@`. */
export interface OldAddress extends PciAddress {
  /** Of the text behind the `@`; absent without one. */
  readonly slot?: number;
  /** Number of characters of the address without the slot. */
  readonly length: number;
}

const OLD = /^([^:]*):([^:.]*)(?::([^.]*))?\.([^@,]*)(?:@([^,]*))?$/;

/** strtoul on the whole of the text; only the lower 32 bits are held against the mask. */
function convert(text: string, mask: number): number | null {
  const read = readUnsigned(text, 16);
  if (read?.length !== text.length) return null;
  const value = toUint32(read.value);
  return (value & ~mask) === 0 ? value : null;
}

/** Reads address and slot as releases up to 4.14 do; null where they give up. */
export function readOldAddress(text: string): OldAddress | null {
  const [, first = '', second = '', third, last = '', at] = OLD.exec(text) ?? [];
  const domain = third === undefined ? 0 : convert(first, 0xffff);
  const bus = third === undefined ? convert(first, 0xff) : convert(second, 0xff);
  const dev = convert(third ?? second, 0xff);
  const func = last === '*' ? 0 : convert(last, 0x7);
  if (domain === null || bus === null || dev === null || func === null) return null;
  const address = { domain, bus, dev, func, vfunc_mask: last === '*' ? ALL_FUNCTIONS : ONE_FUNCTION };
  if (at === undefined) return { ...address, length: text.length };
  const slot = convert(at, 0xff);
  return slot === null ? null : { ...address, slot, length: text.length - at.length - 1 };
}
