/** The rate limit of an interface, `10Mb/s@20ms`. Facts: xlu_vif_parse_rate in libxlu_vif.c of 4.2 to 4.22. */
import { readInteger } from '../../cNumbers.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import { cutPieces } from '../toolkit/fields.ts';
import { isFatal } from '../toolkit/readKeyed.ts';
import type { Reading, ValueFault, ValueReader } from '../toolkit/valueReaders.ts';

const UINT32_MAX = 2n ** 32n - 1n;
const UINT64_MAX = 2n ** 64n - 1n;
const DEFAULT_INTERVAL = 50_000n;
const SECOND = 1_000_000n;

const SPEED = /^[0-9]+[GMK]?[Bb]\/s$/;
const INTERVAL = /^[0-9]+[mu]?s?$/;
const FACTORS: Readonly<Record<string, bigint>> = { G: 1_000_000_000n, M: 1_000_000n, K: 1_000n };

type Part = { readonly value: bigint } | { readonly cure: string };

interface Half {
  readonly text: string;
  /** Offset into the value. */
  readonly start: number;
}

const refused = (cure: string, { text, start }: Half): Reading => ({
  set: {},
  fault: { effect: 'refused', cure, within: { start, end: start + text.length } },
});

/** The number that a text begins with, and what is behind it; a leading 0 makes it octal. */
function leading(text: string): { readonly number: bigint; readonly rest: string } | null {
  const read = readInteger(text, 0);
  if (!read || read.value === 0n || read.value > UINT32_MAX) return null;
  return { number: read.value, rest: text.slice(read.length) };
}

/** Bytes in a second. */
function readSpeed(text: string): Part {
  if (!SPEED.test(text))
    return { cure: 'Write a number and a unit such as 10Mb/s (bits) or 250KB/s (bytes).' };
  const read = leading(text);
  if (!read) return { cure: 'The number has to be between 1 and 4294967295.' };
  const { number, rest } = read;
  const bytes = number * (FACTORS[rest.charAt(0)] ?? 1n);
  return { value: rest.charAt(0) === 'b' || rest.charAt(1) === 'b' ? bytes / 8n : bytes };
}

/** Microseconds. */
function readInterval(text: string): Part {
  if (!INTERVAL.test(text)) return { cure: 'Write the interval as 20ms, 500us or 1s.' };
  const read = leading(text);
  const unit = read?.rest.charAt(0);
  const micros = read ? read.number * (unit === '' || unit === 's' ? SECOND : unit === 'm' ? 1000n : 1n) : 0n;
  if (micros === 0n || micros > UINT32_MAX) return { cure: 'The interval has to be between 1us and 4294s.' };
  return { value: micros };
}

/** What is misread without an error: a leading 0, as in other numbers of C, makes 010 eight. */
function octalFault(value: string): ValueFault | undefined {
  return /^0[0-9]|@0[0-9]/.test(value)
    ? { effect: 'ignored', cure: 'A leading 0 makes the number octal. Write it without.' }
    : undefined;
}

/** Speed and interval with their places, by the first `@`; up to 4.3 cut as by strtok. */
function halves(value: string, early: boolean): readonly Half[] {
  if (early) return cutPieces(value, '@').slice(0, 2);
  const at = value.indexOf('@');
  if (at < 0) return [{ text: value, start: 0 }];
  return [
    { text: value.slice(0, at), start: 0 },
    { text: value.slice(at + 1), start: at + 1 },
  ];
}

const readRate = (value: string, early: boolean): Reading => {
  const [speed, interval] = halves(value, early);
  if (!speed) {
    const effect = value === '' ? 'refused' : 'crashes';
    return { set: {}, fault: { effect, cure: 'Write a rate such as 10Mb/s.' } };
  }
  const bytes = readSpeed(speed.text);
  if ('cure' in bytes) return refused(bytes.cure, speed);
  const micros = interval ? readInterval(interval.text) : { value: DEFAULT_INTERVAL };
  if ('cure' in micros) return refused(micros.cure, interval ?? speed);
  if (bytes.value > UINT64_MAX / micros.value)
    return refused('Rate and interval together are too large.', { text: value, start: 0 });
  return {
    set: {
      rate_interval_usecs: Number(micros.value),
      rate_bytes_per_interval: Number((bytes.value * micros.value) / SECOND),
    },
    fault: octalFault(value),
  };
};

/** In 4.2 and 4.3 the rate is cut with strtok while the string itself is: what is behind it is lost. */
export const rate: ValueReader = (value, { xenVersion, text, valueSpan }) => {
  const early = !atLeast(xenVersion, '4.4');
  const reading = readRate(value, early);
  if (!early || /^,*$/.test(text.slice(valueSpan.end)) || isFatal(reading.fault?.effect ?? 'none'))
    return reading;
  const cure = `The xl of ${xenVersion} reads nothing behind a rate. Write it last.`;
  return { ...reading, fault: { effect: 'restIgnored', cure } };
};
