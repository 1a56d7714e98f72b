/** What the value of one key does to the device: the fields that it sets, and what is wrong with it. */
import { atoi, parseUlong, strtol, strtoul, toInt32 } from '../../cNumbers.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';
import type { Encoding } from '../../syntax/index.ts';
import type { JsonObject } from '../json.ts';
import type { SpecEffect, SpecFault, SpecFaultKind, SpecParameter } from '../language.ts';
import type { Slice } from './slice.ts';

/** Null: from memory that xl has not set. */
export type FieldValue = string | number | boolean | null | readonly JsonObject[];

/** Fields by the names of xl's JSON, those of inner objects with dots between: `vnc.display`. */
export type Values = ReadonlyMap<string, FieldValue>;

export interface ValueFault extends Pick<SpecFault, 'message' | 'advice' | 'replacement'> {
  readonly effect: SpecEffect;
  /** Absent: bad-value. */
  readonly kind?: SpecFaultKind;
  /** What is wrong, in the whole string. Absent: the value. */
  readonly at?: Span;
}

export interface ValueReading {
  readonly set: Readonly<Record<string, FieldValue>>;
  readonly fault?: ValueFault | undefined;
}

/** For the few readers that need more than the value. */
export interface ValueContext {
  /** The value with its key. */
  readonly part: SpecParameter;
  /** The whole string. */
  readonly spec: string;
  /** What was set before. */
  readonly values: Values;
  readonly parameter: ParameterSchema;
  readonly xenVersion: XenVersion;
  readonly encoding?: Encoding | undefined;
}

export type ValueReader = (value: string, context: ValueContext) => ValueReading;

/** The value with its offsets. */
export const valueSlice = ({ part: { value, valueSpan } }: ValueContext): Slice => ({
  text: value,
  start: valueSpan.start,
  end: valueSpan.end,
});

/** xl rejects the file because of the value, or of a part of it. */
export const rejected = (advice: string, at?: Span): ValueReading => ({
  set: {},
  fault: { effect: 'refused', advice, ...(at ? { at } : {}) },
});

/** Any text. */
export const text =
  (field: string): ValueReader =>
  (value) => ({ set: { [field]: value } });

/** An int by atoi. */
export const int =
  (field: string): ValueReader =>
  (value) => {
    const number = atoi(value);
    return { set: { [field]: number }, fault: numberFault(value, number, 10) };
  };

/** An int by parse_ulong, which rejects what does not begin with a number. */
export const checkedInt =
  (field: string): ValueReader =>
  (value) => {
    const read = parseUlong(value);
    if (read === null) return rejected('Use a decimal number.');
    const number = toInt32(read.value);
    return { set: { [field]: number }, fault: numberFault(value, number, 10) };
  };

/** An unsigned number of so many bits by strtoul. */
export const unsigned =
  (field: string, bits: 8 | 32): ValueReader =>
  (value) => {
    const number = Number(BigInt.asUintN(bits, strtoul(value, 0)?.value ?? 0n));
    return { set: { [field]: number }, fault: numberFault(value, number, 0) };
  };

const isOn = (value: string): boolean => (strtoul(value, 0)?.value ?? 0n) !== 0n;

/** A yes or no by strtoul. */
export const flag =
  (field: string): ValueReader =>
  (value) => ({ set: { [field]: isOn(value) }, fault: flagFault(value, isOn(value)) });

/** A yes or no that is distinct from "not said"; by atoi (base 10) or strtoul (base 0). */
export const defbool =
  (field: string, base: 0 | 10): ValueReader =>
  (value) => {
    const on = base === 10 ? atoi(value) !== 0 : isOn(value);
    return { set: { [field]: on ? 'True' : 'False' }, fault: flagFault(value, on) };
  };

/** One of the values of the parameter in any case (the generated libxl_*_from_string); others are rejected. */
export const word =
  (field: string): ValueReader =>
  (value, { parameter, xenVersion }) => {
    const known = parameter.values?.find(
      (one) => one.name.toLowerCase() === value.toLowerCase() && existsIn(xenVersion, one),
    );
    return known ? { set: { [field]: known.name } } : { set: {}, fault: { effect: 'refused' } };
  };

const NUMBERS: Readonly<Record<0 | 10, RegExp>> = {
  0: /^(?:[+-]?[0-9]+|0[xX][0-9a-fA-F]+)$/,
  10: /^[+-]?[0-9]+$/,
};

/** The number that the user meant, leading zeros or not; null where it is none, or one beyond 64 bits. */
function intended(text: string, base: 0 | 10): bigint | null {
  const read = NUMBERS[base].test(text) ? strtol(text, /^0[xX]/.test(text) ? 16 : 10) : null;
  return read && !read.outOfRange ? read.value : null;
}

/** What is wrong with a number that xl reads as `number`, or undefined where it is what was written. */
function numberFault(text: string, number: number, base: 0 | 10): ValueFault | undefined {
  const meant = intended(text, base);
  if (meant === BigInt(number)) return undefined;
  if (base === 0 && meant !== null && /^[+-]?0[0-7]+$/.test(text)) {
    return {
      effect: 'ignored',
      advice: `A leading 0 makes the number octal: xl reads ${number}. Use \`${meant}\`.`,
      replacement: { newText: String(meant) },
    };
  }
  const why = NUMBERS[base].test(text) ? 'It is out of range' : 'It is not a number';
  return { effect: 'ignored', advice: `${why}: xl makes ${number} of it.` };
}

const YES = /^(?:y|yes|true|on|enabled?)$/i;
const NO = /^(?:n|no|false|off|disabled?)$/i;

/** Likewise for a number that means yes (all but 0) or no (0). */
function flagFault(text: string, on: boolean): ValueFault | undefined {
  if (/^[+-]?(?:[0-9]+|0[xX][0-9a-fA-F]+)$/.test(text)) return undefined;
  const advice = `xl reads only numbers here, and gets ${on ? 1 : 0}. Use \`1\` or \`0\`.`;
  if (YES.test(text)) return { effect: 'ignored', advice, replacement: { newText: '1' } };
  if (NO.test(text)) return { effect: 'ignored', advice, replacement: { newText: '0', safe: !on } };
  return { effect: 'ignored', advice };
}
