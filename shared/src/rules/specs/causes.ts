/** Several faults of a string that have one cause, of which one is reported. */
import type { SpecFault } from '../../languages/language.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import { otherKeyOf } from '../../schema/keySynonyms.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { suggestKey } from './suggestKey.ts';

/** The names of the parameters that a version of xl knows. */
export const keysOf = ({ language }: GuestSpec, xenVersion: XenVersion): readonly string[] =>
  language.parameters.filter((parameter) => existsIn(xenVersion, parameter)).map(({ name }) => name);

/** Whether the string has the key, with a value. */
export const isGiven = ({ spec }: GuestSpec, key: string): boolean =>
  spec.parts.some((part) => part.kind === 'parameter' && part.name === key);

/** The key that was likely meant by one that xl does not know, and that the string does not have yet. */
export function meantKey(name: string, guestSpec: GuestSpec, xenVersion: XenVersion): string | null {
  const key = suggestKey(guestSpec.option, name, keysOf(guestSpec, xenVersion));
  return key !== null && isGiven(guestSpec, key) ? null : key;
}

/** The fault of a string that lacks a key, of which another one stands in its place. */
export function lackOf(key: string, { spec }: GuestSpec): SpecFault | undefined {
  return spec.faults.find(({ kind, parameter }) => kind === 'missing-key' && parameter === key);
}

/** Whether another fault of the string, which is reported, says what to write for this one as well. */
export function isConsequence(fault: SpecFault, guestSpec: GuestSpec, xenVersion: XenVersion): boolean {
  const { option, spec } = guestSpec;
  const unknown = spec.faults.filter(({ kind }) => kind === 'unknown-key');
  const others = unknown.filter(({ parameter }) => otherKeyOf(option, parameter ?? ''));
  if (others.slice(1).includes(fault)) return true;
  const key = fault.parameter;
  if (fault.kind !== 'missing-key' || key === undefined) return false;
  return (
    others.some(({ parameter }) => otherKeyOf(option, parameter ?? '')?.keys?.includes(key)) ||
    unknown.some(({ parameter }) => meantKey(parameter ?? '', guestSpec, xenVersion) === key) ||
    spec.faults.some(({ replacement }) => replacement?.newText.startsWith(`${key}=`))
  );
}
