/**
 * What the guest sees of the processor, in two notations: a text of names, and a list of registers. Facts:
 * libxl_cpuid_parse_config and libxl_cpuid_parse_config_xend of libxl_cpuid.c, parse_config_data, Xen 4.1 to 4.22.
 * xl prints what is wrong, and takes the file.
 */

import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { readUnsigned } from '../toolkit/cNumbers.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  parameterPart,
  pieceOf,
  tokens,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';
import type { CpuidFeature } from './feature.ts';
import { CPUID_FEATURES, CPUID_PARAMETERS } from './keys.ts';

/** What counts, in the order of the text: a name and its value, or a leaf and its registers. */
export type CpuidField =
  /** bad: xl makes room for the register, and then does not know what to write there. */
  | { readonly name: string; readonly value: string; readonly bad?: true }
  | {
      readonly leaf: number;
      readonly subleaf?: number;
      readonly registers: Readonly<Record<string, string>>;
    };

type Reading = Draft<CpuidField[]>;

const features: ReadonlyMap<string, CpuidFeature> = new Map(
  CPUID_FEATURES.map((feature) => [feature.name, feature]),
);

function readNames(text: string, xenVersion: XenVersion): ParsedSpec<readonly CpuidField[]> {
  const draft = draftOf<CpuidField[]>(text, []);
  const [first, ...pieces] = tokens(pieceOf(text), ',');
  if (!first) return finished(draft);
  draft.parts.push(wordPart(first, first.text === 'host' ? 'host' : undefined));
  if (first.text !== 'host') {
    const cure = 'xl prints a message and passes over all of the string. Write host as the first word.';
    draft.faults.push(faultAt(first, 'bad-form', 'restIgnored', { cure }));
  }
  for (const piece of pieces) readName(draft, piece, xenVersion);
  return finished(first.text === 'host' ? draft : { ...draft, fields: [] });
}

function readName(draft: Reading, piece: Piece, xenVersion: XenVersion): void {
  const equals = piece.text.indexOf('=');
  if (equals === -1) {
    draft.parts.push(wordPart(piece));
    const cure = 'Write name=value, such as sse3=0.';
    draft.faults.push(faultAt(piece, 'bad-form', 'ignored', { cure }));
    return;
  }
  const name = within(piece, 0, equals);
  const value = within(piece, equals + 1);
  draft.parts.push(parameterPart(name, value));
  const feature = features.get(name.text);
  if (!feature || !existsIn(xenVersion, feature)) {
    draft.faults.push(faultAt(name, 'unknown-key', 'ignored', { parameter: name.text }));
  } else if (!takes(feature, value.text)) {
    const cure = `Write ${feature.bits === 1 ? '0, 1' : 'a number'}, x or k.`;
    draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: name.text, cure }));
    draft.fields.push({ name: name.text, value: value.text, bad: true });
  } else draft.fields.push({ name: name.text, value: value.text });
}

/** A bit of a model-specific register is one character; elsewhere xl does not mind what follows. */
const takes = ({ place }: CpuidFeature, value: string): boolean =>
  'msr' in place ? /^[01xks]$/.test(value) : readUnsigned(value, 0) !== null || /^[xks]/.test(value);

const ITEM_CURE = 'An item begins with leaf: or leaf,subleaf:, such as 1: or 7,0:.';

/** One item of the list: `leaf[,subleaf]:register=bits,...`. */
function readRegisters(text: string): ParsedSpec<readonly CpuidField[]> {
  const draft = draftOf<CpuidField[]>(text, []);
  const everything = pieceOf(text);
  const leaf = readUnsigned(text, 0);
  const second = leaf && text.charAt(leaf.length) === ',' ? text.slice(leaf.length + 1) : undefined;
  const subleaf = second === undefined ? undefined : readUnsigned(second, 0);
  const colon = leaf ? leaf.length + (subleaf ? subleaf.length + 1 : 0) : 0;
  if (!leaf || subleaf === null || text.charAt(colon) !== ':') {
    draft.parts.push(wordPart(everything));
    draft.faults.push(faultAt(everything, 'bad-form', 'ignored', { parameter: 'policy', cure: ITEM_CURE }));
    return finished(draft);
  }
  draft.parts.push(wordPart(within(everything, 0, colon), 'policy'));
  const registers: Record<string, string> = {};
  readPolicies(draft, within(everything, colon + 1), registers);
  draft.fields.push({
    leaf: Number(BigInt.asUintN(32, leaf.value)),
    ...(subleaf ? { subleaf: Number(BigInt.asUintN(32, subleaf.value)) } : {}),
    registers,
  });
  return finished(draft);
}

/** Stops at the first mistake, as xl does. Blanks and line ends may stand behind a comma. */
function readPolicies(draft: Reading, list: Piece, registers: Record<string, string>): void {
  for (let at = 0; at < list.text.length; ) {
    const rest = within(list, at);
    const equals = rest.text.indexOf('=');
    if (!/^e[a-d]x/.test(rest.text) || equals === -1) {
      const cure = 'A register is eax, ebx, ecx or edx, with = and 32 characters behind it.';
      draft.faults.push(faultAt(rest, 'bad-form', 'restIgnored', { parameter: 'policy', cure }));
      return;
    }
    const comma = rest.text.indexOf(',', equals);
    const end = comma === -1 ? rest.text.length : comma;
    const bits = within(rest, equals + 1, end);
    draft.parts.push(parameterPart(within(rest, 0, equals), bits));
    if (bits.text.length !== 32) {
      const cure = `These are ${bits.text.length} characters; xl wants exactly 32, one for each bit, the highest first.`;
      draft.faults.push(faultAt(bits, 'bad-value', 'restIgnored', { parameter: 'policy', cure }));
      return;
    }
    judgeBits(draft, bits);
    registers[rest.text.slice(0, 3)] = bits.text;
    at += end;
    if (comma !== -1) at += 1 + (/^[ \n]*/.exec(rest.text.slice(end + 1))?.[0].length ?? 0);
  }
}

function judgeBits(draft: Reading, bits: Piece): void {
  const index = bits.text.search(/[^01xks]/);
  if (index === -1) return;
  const cure = 'Each of the 32 characters is 0, 1, x, k or s.';
  draft.faults.push(
    faultAt(within(bits, index, index + 1), 'bad-value', 'startFails', { parameter: 'policy', cure }),
  );
}

/** Without a word from the caller, a string that begins with a number can only be meant for a list. */
const isOfList = (text: string, { form }: SpecContext): boolean =>
  form === undefined ? /^\s*[0-9]/.test(text) : form === 'list';

const readSpec = (text: string, context: SpecContext): ParsedSpec<readonly CpuidField[]> =>
  isOfList(text, context) ? readRegisters(text) : readNames(text, context.xenVersion);

export const CPUID: SpecLanguage<ParsedSpec<readonly CpuidField[]>> = {
  options: ['cpuid'],
  noun: 'set of CPU features',
  shape: 'textOrItems',
  separator: ',',
  parameters: CPUID_PARAMETERS,
  wrongItem: 'restDropped',
  createReader: readingEach(readSpec),
  notations: { policy: { text: 'leaf[,subleaf]:register=bits' } },
};
