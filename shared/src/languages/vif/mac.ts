/** The MAC address of an interface. Facts: parse_nic_config in xl_parse.c (4.6 to 4.22), xl_cmdimpl.c before. */
import { strtoul } from '../../cNumbers.ts';
import type { SpecEffect } from '../language.ts';
import type { ValueReader, ValueReading, Values } from '../toolkit/valueReaders.ts';

const BYTES = 6;
const FORM = 'Use six pairs of hexadecimal digits separated by colons, such as `00:16:3e:5e:6c:00`.';

/**
 * What xl makes of an address that it misreads, and what to write: the same six pairs of digits with colons between them,
 * where other signs are, or none, as in `0016.3e5e.6c00`.
 */
function misread(text: string, outcome: string, effect: SpecEffect = 'ignored'): ValueReading['fault'] {
  const digits = text.toLowerCase().replace(/[:. _-]/g, '');
  if (!/^[0-9a-f]{12}$/.test(digits)) return { effect, advice: `${outcome} ${FORM}` };
  const newText = digits.replace(/..(?!$)/g, '$&:');
  return { effect, advice: `${outcome} Use \`${newText}\`.`, replacement: { newText } };
}

const bytesOf = (values: Values): number[] => {
  const mac = values.get('mac');
  return typeof mac === 'string'
    ? mac.split(':').map((byte) => Number.parseInt(byte, 16))
    : Array<number>(BYTES).fill(0);
};

const textOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');

const written = (bytes: readonly number[], fault?: ValueReading['fault']): ValueReading => ({
  set: { mac: textOf(bytes) },
  fault,
});

/** An address whose last bytes xl reads from memory after the string, which may hold anything. */
const pastTheEnd = (text: string, known: readonly number[], effect?: SpecEffect): ValueReading => ({
  set: { mac: null },
  fault: misread(
    text,
    `xl reads past the end of the string: only \`${textOf(known)}\` is certain, the rest is random.`,
    effect,
  ),
});

/** An address that is read as it is written, and what is wrong with it nevertheless. */
function address(mac: string): ValueReading {
  if (mac === '00:00:00:00:00:00') {
    const advice =
      'libxl treats all zeros as no address, and generates another one at each start. Remove `mac=`, or use an address.';
    return { set: { mac }, fault: { effect: 'ignored', advice } };
  }
  // The lowest bit of the first byte marks addresses of groups (IEEE 802).
  if ((Number.parseInt(mac.slice(0, 2), 16) & 1) === 0) return { set: { mac } };
  const advice =
    mac === 'ff:ff:ff:ff:ff:ff'
      ? 'It is the broadcast address. Use one that starts with `00:16:3e`.'
      : 'It is a multicast address, as its first byte is odd. Use one that starts with `00:16:3e`.';
  return { set: { mac }, fault: { effect: 'unusable', advice } };
}

/** An address as xl writes it, which it also reads as written. */
const USUAL = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/;

/**
 * xl reads a number, skips one character whatever it is, and so on. At the end of the value it goes on behind the
 * comma, in the text of the next fields: the value `1:2:3` of `mac=1:2:3,bridge=br0` gets a fourth byte, of the b. At
 * the end of the string it goes on in memory that it has not set.
 */
export const mac: ValueReader = (text, { spec, values, encoding, part: { valueSpan } }) => {
  const { start, end } = valueSpan;
  if (USUAL.test(text)) return address(text);
  const bytes = bytesOf(values);
  let at = start;
  for (let index = 0; index < BYTES; index++) {
    if (at > spec.length) return pastTheEnd(text, bytes.slice(0, index));
    // xl skips one byte of a character that has several in UTF-8, and then stands within it.
    const isWithin = encoding !== 'latin1' && index > 0 && spec.charCodeAt(at - 1) > 0x7f;
    const read = isWithin ? null : strtoul(at <= end ? spec.slice(0, end) : spec, 16, at);
    const byte = BigInt.asUintN(32, read?.value ?? 256n);
    if (!read || byte > 255n) {
      const kept = index === 0 ? 'nothing' : `the first ${index} ${index === 1 ? 'byte' : 'bytes'}`;
      return written(bytes, misread(text, `xl silently keeps ${kept}.`));
    }
    bytes[index] = Number(byte);
    at = read.end + 1;
  }
  return asWritten(text)
    ? address(textOf(bytes))
    : written(bytes, misread(text, `xl makes ${textOf(bytes)} of it.`));
};

/** Six numbers with one character between, and nothing else. */
const asWritten = (value: string): boolean => /^[0-9a-f]{1,2}(?:[^0-9a-f][0-9a-f]{1,2}){5}$/i.test(value);

/** Length of the address that xl up to 4.5 expects. */
const EARLY_LENGTH = 17;

/**
 * Up to 4.5: two characters at every third position, whatever is between and after them. xl terminates each pair in
 * place, so that a short address also cuts off what follows in the string.
 */
export const earlyMac: ValueReader = (text, { spec, part: { valueSpan } }) => {
  const { start, end } = valueSpan;
  const buffer = `${text}\0${spec.slice(end + 1, start + EARLY_LENGTH)}`;
  const bytes = Array.from({ length: BYTES }, (_, index) =>
    Number(BigInt.asUintN(8, strtoul(buffer.slice(index * 3, index * 3 + 2), 16)?.value ?? 0n)),
  );
  if (/^[0-9a-f]{2}(?:.[0-9a-f]{2}){5}$/i.test(text)) return address(textOf(bytes));
  const effect = text.length < EARLY_LENGTH && end < spec.length ? 'restIgnored' : 'ignored';
  const known = bytes.filter((_, index) => start + index * 3 <= spec.length);
  if (known.length < BYTES) return pastTheEnd(text, known, effect);
  return written(bytes, misread(text, 'xl reads two digits at every third position.', effect));
};
