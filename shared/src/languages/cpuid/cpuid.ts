/**
 * What the guest sees of the processor, in two notations: a text of names, and a list of registers. Facts:
 * libxl_cpuid_parse_config and libxl_cpuid_parse_config_xend of libxl_cpuid.c, parse_config_data, Xen 4.1 to 4.22.
 * xl prints a message about a mistake, and accepts the file.
 */
import { strtoul, toUint32 } from '../../cNumbers.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { addFault, addWord, type Draft, draftOf, parameterOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { type Slice, slice, splitAt, strtok, wholeOf } from '../toolkit/slice.ts';
import type { CpuidFeature } from './feature.ts';
import { CPUID_PARAMETERS, featureNamed } from './keys.ts';

/** What counts, in the order of the text: a name and its value, or a leaf and its registers. */
export type CpuidField =
  /** bad: xl adds the register, and then does not know the value to write. */
  | { readonly name: string; readonly value: string; readonly bad?: true }
  | {
      readonly leaf: number;
      readonly subleaf?: number;
      readonly registers: Readonly<Record<string, string>>;
    };

type CpuidDraft = Draft<CpuidField[]>;

function readNames(text: string, xenVersion: XenVersion): ParsedSpec<readonly CpuidField[]> {
  const draft = draftOf<CpuidField[]>(text, []);
  const [first, ...items] = strtok(wholeOf(text), ',');
  if (!first) return draft;
  const isRead = first.text === 'host';
  addWord(draft, first, isRead ? 'host' : undefined);
  if (!isRead) {
    const advice = 'xl prints a message and ignores the whole string. Start it with `host`.';
    addFault(draft, first, 'bad-form', 'restIgnored', { advice });
  }
  for (const item of items) readName(draft, item, xenVersion);
  return isRead ? draft : { ...draft, fields: [] };
}

function readName(draft: CpuidDraft, item: Slice, xenVersion: XenVersion): void {
  const pair = splitAt(item, '=');
  if (!pair) {
    addWord(draft, item);
    addFault(draft, item, 'bad-form', 'ignored', { advice: 'Use `name=value`, such as `sse3=0`.' });
    return;
  }
  const [name, value] = pair;
  draft.parts.push(parameterOf(name, value));
  const feature = featureNamed(name.text);
  if (!feature || !existsIn(xenVersion, feature)) {
    addFault(draft, name, 'unknown-key', 'ignored', { parameter: name.text });
  } else if (!accepts(feature, value.text)) {
    const advice = `Use ${feature.bits === 1 ? '`0`, `1`' : 'a number'}, \`x\` or \`k\`.`;
    addFault(draft, value, 'bad-value', 'ignored', { parameter: name.text, advice });
    draft.fields.push({ name: name.text, value: value.text, bad: true });
  } else draft.fields.push({ name: name.text, value: value.text });
}

/** A bit of a model-specific register is one character; elsewhere xl ignores what follows. */
const accepts = ({ place }: CpuidFeature, value: string): boolean =>
  'msr' in place ? /^[01xks]$/.test(value) : strtoul(value, 0) !== null || /^[xks]/.test(value);

const FORM = 'An item begins with leaf: or leaf,subleaf:, such as 1: or 7,0:.';

/** One item of the list: `leaf[,subleaf]:register=bits,...`. */
function readRegisters(text: string): ParsedSpec<readonly CpuidField[]> {
  const draft = draftOf<CpuidField[]>(text, []);
  const whole = wholeOf(text);
  const leaf = strtoul(text, 0);
  const subleaf = leaf && text.charAt(leaf.end) === ',' ? strtoul(text, 0, leaf.end + 1) : undefined;
  const colon = (subleaf ?? leaf)?.end ?? 0;
  if (!leaf || subleaf === null || text.charAt(colon) !== ':') {
    addWord(draft, whole);
    const advice = text.startsWith('host,') ? `Remove the brackets: \`cpuid = "${text}"\`.` : FORM;
    addFault(draft, whole, 'bad-form', 'ignored', { parameter: 'policy', advice });
    return draft;
  }
  addWord(draft, slice(whole, 0, colon), 'policy');
  const registers: Record<string, string> = {};
  readPolicies(draft, slice(whole, colon + 1), registers);
  draft.fields.push({
    leaf: toUint32(leaf.value),
    ...(subleaf ? { subleaf: toUint32(subleaf.value) } : {}),
    registers,
  });
  return draft;
}

/** Stops at the first mistake, as xl does. Spaces and line feeds may follow a comma. */
function readPolicies(draft: CpuidDraft, list: Slice, registers: Record<string, string>): void {
  for (let at = 0; at < list.text.length; ) {
    const rest = slice(list, at);
    const equals = rest.text.indexOf('=');
    if (!/^e[a-d]x/.test(rest.text) || equals === -1) {
      const advice = 'Use `eax`, `ebx`, `ecx` or `edx`, then `=` and 32 characters.';
      addFault(draft, rest, 'bad-form', 'restIgnored', { parameter: 'policy', advice });
      return;
    }
    const comma = rest.text.indexOf(',', equals);
    const end = comma === -1 ? rest.text.length : comma;
    const bits = slice(rest, equals + 1, end);
    draft.parts.push(parameterOf(slice(rest, 0, equals), bits));
    if (bits.text.length !== 32) {
      const advice = `xl expects exactly 32 characters, one per bit, highest bit first; these are ${bits.text.length}.`;
      addFault(draft, bits, 'bad-value', 'restIgnored', { parameter: 'policy', advice });
      return;
    }
    checkBits(draft, bits);
    registers[rest.text.slice(0, 3)] = bits.text;
    at += end;
    if (comma !== -1) at += 1 + (/^[ \n]*/.exec(rest.text.slice(end + 1))?.[0].length ?? 0);
  }
}

function checkBits(draft: CpuidDraft, bits: Slice): void {
  const index = bits.text.search(/[^01xks]/);
  if (index === -1) return;
  const advice = 'Each of the 32 characters must be `0`, `1`, `x`, `k` or `s`.';
  addFault(draft, slice(bits, index, index + 1), 'bad-value', 'startFails', { parameter: 'policy', advice });
}

/** Where the caller does not say, a string that begins with a number can only be the item of a list. */
const isOfList = (text: string, { form }: SpecContext): boolean =>
  form === undefined ? /^\s*[0-9]/.test(text) : form === 'list';

const readSpec = (text: string, context: SpecContext): ParsedSpec<readonly CpuidField[]> =>
  isOfList(text, context) ? readRegisters(text) : readNames(text, context.xenVersion);

export const CPUID: SpecLanguage<ParsedSpec<readonly CpuidField[]>> = {
  options: ['cpuid'],
  noun: 'set of CPU features',
  architecture: 'x86',
  shape: 'textOrItems',
  separator: ',',
  parameters: CPUID_PARAMETERS,
  nonStringItem: 'restDropped',
  createReader: readingEach(readSpec),
  notations: { policy: { text: 'leaf[,subleaf]:register=bits' } },
};
