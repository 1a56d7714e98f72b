/** Values of the SMBIOS tables. Facts: parse_config_data and libxl_dom.c of Xen 4.18 to 4.22. */

import type { ParsedSpec, SpecFault, SpecLanguage } from '../language.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  parameterPart,
  pieceOf,
  whole,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { type ListReadings, readingGroup } from '../toolkit/readers.ts';
import { SMBIOS_PARAMETERS } from './keys.ts';

export interface SmbiosField {
  readonly key: string;
  readonly value: string;
}

type Reading = Draft<SmbiosField | undefined>;

const KEYS: ReadonlySet<string> = new Set(SMBIOS_PARAMETERS.map(({ name }) => name));
const OEM = 'oem';
/** As many strings as the table has room for. */
const OEM_LIMIT = 99;

function readItem(text: string): Reading {
  const draft: Reading = draftOf<SmbiosField | undefined>(text, undefined);
  const everything = pieceOf(text);
  const equals = text.indexOf('=');
  if (equals === -1) {
    draft.parts.push(wordPart(everything));
    const cure = 'Write key=value, such as system_manufacturer=Example.';
    draft.faults.push(faultAt(everything, 'bad-form', 'refused', { cure }));
    return draft;
  }
  const name = within(everything, 0, equals);
  const value = within(everything, equals + 1);
  draft.parts.push(parameterPart(name, value));
  const key = name.text.toLowerCase();
  if (value.text === '') {
    const cure = 'An empty value is not allowed. Remove the item to keep the default.';
    draft.faults.push(faultAt(everything, 'bad-value', 'refused', { parameter: key, cure }));
  }
  if (!KEYS.has(key)) draft.faults.push(faultAt(name, 'unknown-key', 'refused', { parameter: name.text }));
  else if (draft.faults.length === 0) draft.fields = { key, value: value.text };
  return draft;
}

const readSpec = (text: string): Spec => finished(readItem(text));

type Spec = ParsedSpec<SmbiosField | undefined>;

const withFault = (spec: Spec, fault: SpecFault): Spec => ({ ...spec, faults: [...spec.faults, fault] });

function relate({ readings: specs }: ListReadings<Spec>): readonly Spec[] {
  const last = new Map(specs.map(({ fields }, index) => [fields?.key, index]));
  let oem = 0;
  return specs.map((spec, index) => {
    const key = spec.fields?.key;
    if (key === OEM && ++oem > OEM_LIMIT) {
      const cure = `There is room for ${OEM_LIMIT} of them.`;
      return withFault(spec, faultAt(whole(spec), 'conflict', 'refused', { parameter: OEM, cure }));
    }
    if (key === undefined || key === OEM || last.get(key) === index) return spec;
    const cure = 'The last one counts. Remove one of them.';
    return withFault(spec, faultAt(whole(spec), 'repeated', 'ignored', { parameter: key, cure }));
  });
}

export const SMBIOS: SpecLanguage<ParsedSpec<SmbiosField | undefined>> = {
  options: ['smbios'],
  noun: 'SMBIOS value',
  shape: 'items',
  separator: '',
  parameters: SMBIOS_PARAMETERS,
  wrongItem: 'refused',
  createReader: readingGroup(readSpec, () => relate),
};
