/** The MAC address of an interface. Facts: parse_nic_config in xl_parse.c (4.6 to 4.22), xl_cmdimpl.c before. */
import { toUlong } from '../toolkit/numberFaults.ts';
import type { Reading, ValueReader, Values } from '../toolkit/valueReaders.ts';

const BYTES = 6;
const HEX = /[ \t\n\v\f\r]*([+-]?)(?:0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)/y;
const FORM = 'Write six pairs of hexadecimal digits with colons between, such as 00:16:3e:5e:6c:00.';

/** Reads at most 17 significant digits: one more is beyond 64 bits already. */
function readHex(text: string, start: number): { readonly value: bigint; readonly end: number } | null {
  HEX.lastIndex = start;
  const read = HEX.exec(text);
  if (!read) return null;
  const digits = (read[2] ?? '').replace(/^0+/, '').slice(0, 17);
  const magnitude = digits === '' ? 0n : BigInt(`0x${digits}`);
  return { value: toUlong(read[1] === '-' ? -magnitude : magnitude), end: HEX.lastIndex };
}

const bytesOf = (values: Values): number[] => {
  const before = values.get('mac');
  return typeof before === 'string'
    ? before.split(':').map((byte) => Number.parseInt(byte, 16))
    : Array<number>(BYTES).fill(0);
};

function written(bytes: readonly number[], fault?: Reading['fault']): Reading {
  const mac = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
  return { set: { mac }, fault };
}

/** An address as xl writes it: all that follows makes the same of it. */
const USUAL = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/;

/**
 * xl reads a number, skips one character whatever it is, and so on. At the end of the value it goes on behind the
 * comma, in the text of the next fields: the value `1:2:3` of `mac=1:2:3,bridge=br0` gets a fourth byte, of the b.
 */
export const mac: ValueReader = (value, { text, valueSpan, values }) => {
  if (USUAL.test(value)) return { set: { mac: value } };
  const bytes = bytesOf(values);
  let at = valueSpan.start;
  for (let index = 0; index < BYTES; index++) {
    const within = at <= valueSpan.end;
    const read = readHex(within ? text.slice(0, valueSpan.end) : text, at);
    const byte = read ? BigInt.asUintN(32, read.value) : 256n;
    if (!read || byte > 255n) {
      const kept = index === 0 ? 'nothing' : `the first ${index} ${index === 1 ? 'byte' : 'bytes'}`;
      return written(bytes, { effect: 'ignored', cure: `xl keeps ${kept} of it, without an error. ${FORM}` });
    }
    bytes[index] = Number(byte);
    at = read.end + 1;
  }
  return written(bytes, asWritten(value) ? undefined : misread(bytes));
};

/** Six numbers with one character between, and nothing else. */
const asWritten = (value: string): boolean => /^[0-9a-f]{1,2}(?:[^0-9a-f][0-9a-f]{1,2}){5}$/i.test(value);

const misread = (bytes: readonly number[]): Reading['fault'] => ({
  effect: 'ignored',
  cure: `xl makes ${written(bytes).set.mac} of it. ${FORM}`,
});

/** Characters of an address as the xl up to 4.5 wants it. */
const EARLY_LENGTH = 17;

/**
 * Up to 4.5: two characters at each third place, whatever is between and behind. xl ends each pair in place, so that
 * a short address also loses what follows in the string.
 */
export const earlyMac: ValueReader = (value, { text, valueSpan: { start, end } }) => {
  const buffer = `${text.slice(start, end)}\0${text.slice(end + 1, start + EARLY_LENGTH)}`;
  const bytes = Array.from({ length: BYTES }, (_, index) => {
    const read = readHex(buffer.slice(index * 3, index * 3 + 2), 0);
    return Number(BigInt.asUintN(8, read?.value ?? 0n));
  });
  if (/^[0-9a-f]{2}(?:.[0-9a-f]{2}){5}$/i.test(value)) return written(bytes);
  const effect = value.length < EARLY_LENGTH && end < text.length ? 'restIgnored' : 'ignored';
  return written(bytes, { effect, cure: `xl reads two digits at each third place. ${FORM}` });
};
