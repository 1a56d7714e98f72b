/** Cache colours, limits in XenStore, access to firmware. Facts: parse_config_data of Xen 4.20 to 4.22. */

import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { readUnsigned, scanUint32, UINT32_MAX } from '../toolkit/cNumbers.ts';
import {
  draftOf,
  faultAt,
  finished,
  parameterPart,
  pieceOf,
  tokens,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';
import { ARM_SCI_PARAMETERS, LLC_COLORS_PARAMETERS, XENSTORE_QUOTA_PARAMETERS } from './keys.ts';

export interface ColorRange {
  readonly first: number;
  readonly last: number;
}

/** sscanf with "%u-%u": what follows the range does not matter. */
function readColors(text: string): ParsedSpec<ColorRange | undefined> {
  const draft = draftOf<ColorRange | undefined>(text, undefined);
  const everything = pieceOf(text);
  const first = scanUint32(text);
  if (!first) {
    draft.parts.push(wordPart(everything));
    const cure = 'Write a number or a range such as 0-3.';
    draft.faults.push(faultAt(everything, 'bad-form', 'refused', { cure }));
    return finished(draft);
  }
  const second = text.charAt(first.length) === '-' ? scanUint32(text.slice(first.length + 1)) : null;
  const length = first.length + (second ? second.length + 1 : 0);
  const last = second?.value ?? first.value;
  const range = within(everything, 0, length);
  draft.parts.push(wordPart(range, 'colors'));
  draft.fields = { first: first.value, last };
  if (last < first.value) {
    const cure = 'The range runs backwards. Write the lower number first.';
    draft.faults.push(faultAt(range, 'bad-value', 'refused', { parameter: 'colors', cure }));
  } else if (last === Number(UINT32_MAX)) {
    const cure = 'xl counts up to this number for ever. A minus in front makes a number large, too.';
    draft.faults.push(faultAt(range, 'bad-value', 'crashes', { parameter: 'colors', cure }));
  }
  if (length < text.length) {
    const cure = 'An item of the list is one number or one range; write a further item.';
    draft.faults.push(faultAt(within(everything, length), 'bad-form', 'ignored', { cure }));
  }
  return finished(draft);
}

export interface QuotaItem {
  readonly name: string;
  readonly value: number;
}

function readQuota(text: string): ParsedSpec<QuotaItem | undefined> {
  const draft = draftOf<QuotaItem | undefined>(text, undefined);
  const everything = pieceOf(text);
  const equals = text.indexOf('=');
  if (equals === -1) {
    draft.parts.push(wordPart(everything));
    draft.faults.push(faultAt(everything, 'bad-form', 'refused', { cure: 'Write name=number.' }));
    return finished(draft);
  }
  const name = within(everything, 0, equals);
  const value = within(everything, equals + 1);
  draft.parts.push(parameterPart(name, value));
  const read = readUnsigned(value.text, 0);
  if (read && read.length === value.text.length && read.value <= UINT32_MAX) {
    draft.fields = { name: name.text, value: Number(read.value) };
  } else {
    const cure = 'Write a number from 0 to 4294967295, without a unit.';
    draft.faults.push(faultAt(value, 'bad-value', 'refused', { parameter: name.text, cure }));
  }
  return finished(draft);
}

export interface ArmSciFields {
  readonly type?: string;
}

function readArmSci(text: string): ParsedSpec<ArmSciFields> {
  const draft = draftOf<{ type?: string }>(text, {});
  const types = ARM_SCI_PARAMETERS.flatMap(({ values = [] }) => values.map(({ name }) => name));
  for (const piece of tokens(pieceOf(text), ',')) {
    const equals = piece.text.indexOf('=');
    if (equals === -1) {
      draft.parts.push(wordPart(piece));
      draft.faults.push(faultAt(piece, 'bad-form', 'ignored', { cure: 'Write type=scmi_smc.' }));
      continue;
    }
    const name = within(piece, 0, equals);
    const value = within(piece, equals + 1);
    draft.parts.push(parameterPart(name, value));
    const type = value.text.toLowerCase();
    if (name.text !== 'type') {
      draft.faults.push(faultAt(name, 'unknown-key', 'ignored', { parameter: name.text }));
    } else if (types.includes(type)) draft.fields.type = type;
    else draft.faults.push(faultAt(value, 'bad-value', 'refused', { parameter: 'type' }));
  }
  return finished(draft);
}

export const LLC_COLORS: SpecLanguage<ParsedSpec<ColorRange | undefined>> = {
  options: ['llc_colors'],
  noun: 'range of cache colours',
  shape: 'items',
  separator: '',
  parameters: LLC_COLORS_PARAMETERS,
  wrongItem: 'refused',
  createReader: readingEach(readColors),
  notations: { colors: { text: 'first[-last]' } },
};

export const XENSTORE_QUOTA: SpecLanguage<ParsedSpec<QuotaItem | undefined>> = {
  options: ['xenstore_quota'],
  noun: 'limit of XenStore',
  shape: 'items',
  separator: '',
  parameters: XENSTORE_QUOTA_PARAMETERS,
  wrongItem: 'refused',
  createReader: readingEach(readQuota),
};

export const ARM_SCI: SpecLanguage<ParsedSpec<ArmSciFields>> = {
  options: ['arm_sci'],
  noun: 'access to the SCMI firmware',
  shape: 'text',
  separator: ',',
  parameters: ARM_SCI_PARAMETERS,
  wrongItem: 'ignored',
  createReader: readingEach(readArmSci),
};

export const LIMITS: readonly SpecLanguage[] = [LLC_COLORS, XENSTORE_QUOTA, ARM_SCI];
