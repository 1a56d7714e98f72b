/** The rate limit of an interface, `10Mb/s@20ms`. Facts: xlu_vif_parse_rate in libxlu_vif.c of 4.2 to 4.22. */
import { strtoul, UINT32_MAX, ULONG_MAX } from '../../cNumbers.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import { isFatal } from '../toolkit/readKeyed.ts';
import { type Slice, splitAt, strtok } from '../toolkit/slice.ts';
import {
  rejected,
  type ValueFault,
  type ValueReader,
  type ValueReading,
  valueSlice,
} from '../toolkit/valueReaders.ts';

const DEFAULT_INTERVAL = 50_000n;
const SECOND = 1_000_000n;

const SPEED = /^[0-9]+[GMK]?[Bb]\/s$/;
const INTERVAL = /^[0-9]+[mu]?s?$/;
const FACTORS: Readonly<Record<string, bigint>> = { G: 1_000_000_000n, M: 1_000_000n, K: 1_000n };

/** A number, or advice where there is none. */
type Part = bigint | string;

/** The number that a text begins with, and what follows it; a leading 0 makes it octal. */
function leading(text: string): { readonly number: bigint; readonly rest: string } | null {
  const read = strtoul(text, 0);
  if (!read || read.value === 0n || read.value > UINT32_MAX) return null;
  return { number: read.value, rest: text.slice(read.end) };
}

/** Bytes in a second. */
function readSpeed(text: string): Part {
  if (!SPEED.test(text)) return 'Use a number and a unit, such as `10Mb/s` (bits) or `250KB/s` (bytes).';
  const read = leading(text);
  if (!read) return 'The number must be between 1 and 4294967295.';
  const { number, rest } = read;
  const bytes = number * (FACTORS[rest.charAt(0)] ?? 1n);
  return rest.charAt(0) === 'b' || rest.charAt(1) === 'b' ? bytes / 8n : bytes;
}

/** Microseconds. */
function readInterval(text: string): Part {
  if (!INTERVAL.test(text)) return 'Use an interval such as `20ms`, `500us` or `1s`.';
  const read = leading(text);
  const unit = read?.rest.charAt(0);
  const micros = read ? read.number * (unit === '' || unit === 's' ? SECOND : unit === 'm' ? 1000n : 1n) : 0n;
  if (micros === 0n || micros > UINT32_MAX) return 'The interval must be between 1us and 4294s.';
  return micros;
}

/** xl silently reads a leading 0 as octal, as C does: 010 is eight. */
function octalFault(value: string): ValueFault | undefined {
  return /^0[0-9]|@0[0-9]/.test(value)
    ? { effect: 'ignored', advice: 'A leading 0 makes the number octal. Remove the 0.' }
    : undefined;
}

function readRate(value: Slice, early: boolean): ValueReading {
  const [speed, interval] = early ? strtok(value, '@') : (splitAt(value, '@') ?? [value]);
  if (!speed) {
    const effect = value.text === '' ? 'refused' : 'crashes';
    return { set: {}, fault: { effect, advice: 'Use a rate such as `10Mb/s`.' } };
  }
  const bytes = readSpeed(speed.text);
  if (typeof bytes === 'string') return rejected(bytes, speed);
  const micros = interval ? readInterval(interval.text) : DEFAULT_INTERVAL;
  if (typeof micros === 'string') return rejected(micros, interval ?? speed);
  if (bytes > ULONG_MAX / micros) return rejected('Rate and interval together are too large.', value);
  return {
    set: {
      rate_interval_usecs: Number(micros),
      rate_bytes_per_interval: Number((bytes * micros) / SECOND),
    },
    fault: octalFault(value.text),
  };
}

/** 4.2 and 4.3 cut the rate with strtok while they cut the string itself: what follows is lost. */
export const rate: ValueReader = (_, context) => {
  const { xenVersion, spec } = context;
  const value = valueSlice(context);
  const early = !atLeast(xenVersion, '4.4');
  const reading = readRate(value, early);
  if (!early || /^,*$/.test(spec.slice(value.end)) || isFatal(reading.fault?.effect ?? 'none'))
    return reading;
  const advice = `Xen ${xenVersion} ignores everything after a rate. Put it last.`;
  return { ...reading, fault: { effect: 'restIgnored', advice } };
};
