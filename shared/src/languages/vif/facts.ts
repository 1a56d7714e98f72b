/** The MAC address of an interface. */
import type { SpecFact } from '../facts.ts';
import { givenValue } from '../pieces.ts';
import type { KeyedSpec } from '../toolkit/keyedLanguage.ts';

/** An address that xl misreads is no fact: what a template leaves open becomes the same in every file. */
export function vifFacts(spec: KeyedSpec): readonly SpecFact[] {
  const given = givenValue(spec, 'mac');
  const { mac } = spec.fields;
  const isMisread = spec.faults.some(({ parameter }) => parameter === 'mac');
  if (!given || typeof mac !== 'string' || isMisread) return [];
  return [{ span: given, content: { kind: 'mac', key: mac, text: given.text, option: 'vif' } }];
}
