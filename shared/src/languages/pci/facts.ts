/** Which PCI device a string means. */
import type { SpecFact } from '../facts.ts';
import type { ParsedSpec } from '../language.ts';
import { givenValue } from '../pieces.ts';
import { ALL_FUNCTIONS } from './address.ts';
import type { PciFields } from './keys.ts';

const hex = (number: number | undefined, digits: number): string =>
  (number ?? 0).toString(16).padStart(digits, '0');

/** By address, the fact is about the slot, and its part is the function; by name, xl looks up an assigned name. */
export function pciFacts(spec: ParsedSpec<PciFields>): readonly SpecFact[] {
  const name = givenValue(spec, 'name');
  const address = givenValue(spec, 'bdf');
  const span = address ?? name;
  if (!span) return [];
  const content = { kind: 'pciDevice', text: span.text, option: 'pci' } as const;
  if (!address) return [{ span, content: { ...content, key: `name ${span.text}` } }];
  const { domain, bus, dev, func, vfunc_mask } = spec.fields;
  const key = `${hex(domain, 4)}:${hex(bus, 2)}:${hex(dev, 2)}`;
  const part = vfunc_mask === ALL_FUNCTIONS || func === null ? {} : { part: hex(func, 1) };
  return [{ span, content: { ...content, key, ...part } }];
}
