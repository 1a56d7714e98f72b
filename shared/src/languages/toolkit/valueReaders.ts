/** What the value of one key does to the device: fields that it sets, and what is wrong with it. */

import type { ValueDoc } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';
import type { JsonObject } from '../json.ts';
import type { SpecEffect, SpecFault, SpecFaultKind } from '../language.ts';
import { atoi, flagFault, numberFault, parseUlong, strtoul } from './numberFaults.ts';

export type FieldValue = string | number | boolean | readonly JsonObject[];

/** Fields by the names of xl's JSON, those of inner objects with dots between: `vnc.display`. */
export type Values = ReadonlyMap<string, FieldValue>;

export interface ValueFault {
  readonly effect: SpecEffect;
  /** Absent: bad-value. */
  readonly kind?: SpecFaultKind;
  readonly cure?: string;
  readonly replacement?: NonNullable<SpecFault['replacement']>;
  /** The offending part of the value, from its start. Absent: all of it. */
  readonly within?: Span;
  /** True where the fault is in the key and not in the value. */
  readonly ofKey?: true;
}

export interface Reading {
  readonly set: Readonly<Record<string, FieldValue>>;
  readonly fault?: ValueFault | undefined;
}

/** Where a value stands, for the few readers that look further than the value. */
export interface Place {
  /** The whole string. */
  readonly text: string;
  /** Of the value, in `text`. */
  readonly valueSpan: Span;
  /** What was set before. */
  readonly values: Values;
  readonly xenVersion: XenVersion;
}

export type ValueReader = (value: string, place: Place) => Reading;

/** Any text. */
export const text =
  (field: string): ValueReader =>
  (value) => ({ set: { [field]: value } });

/** A key that does nothing. */
export const nothing =
  (fault: ValueFault): ValueReader =>
  () => ({ set: {}, fault });

/** An int by atoi. */
export const int =
  (field: string): ValueReader =>
  (value) => {
    const number = atoi(value);
    return { set: { [field]: number }, fault: numberFault(value, BigInt(number), 10) };
  };

/** A yes or no that is kept apart from "not said"; by atoi (base 10) or strtoul (base 0). */
export const defbool =
  (field: string, base: 0 | 10): ValueReader =>
  (value) => {
    const on = base === 10 ? atoi(value) !== 0 : strtoul(value) !== 0n;
    return { set: { [field]: on ? 'True' : 'False' }, fault: flagFault(value, on) };
  };

/** An unsigned number of so many bits by strtoul. */
export const unsigned =
  (field: string, bits: 8 | 32): ValueReader =>
  (value) => {
    const number = BigInt.asUintN(bits, strtoul(value));
    return { set: { [field]: Number(number) }, fault: numberFault(value, number, 0) };
  };

/** A yes or no by strtoul. */
export const flag =
  (field: string): ValueReader =>
  (value) => {
    const on = strtoul(value) !== 0n;
    return { set: { [field]: on }, fault: flagFault(value, on) };
  };

/** An int by parse_ulong, which refuses what does not begin with a number. */
export const checkedInt =
  (field: string): ValueReader =>
  (value) => {
    const read = parseUlong(value);
    if (read === null) return { set: {}, fault: { effect: 'refused', cure: 'Write a decimal number.' } };
    const number = Number(BigInt.asIntN(32, read));
    return { set: { [field]: number }, fault: numberFault(value, BigInt(number), 10) };
  };

/** One of some words in any case (the generated libxl_*_from_string); others are refused. */
export const word =
  (field: string, words: readonly ValueDoc[]): ValueReader =>
  (value, { xenVersion }) => {
    const known = words.find(
      (one) => one.name.toLowerCase() === value.toLowerCase() && existsIn(xenVersion, one),
    );
    return known ? { set: { [field]: known.name } } : { set: {}, fault: { effect: 'refused' } };
  };
