/**
 * A disk spec: its parts with their places, what xl makes of it, and what it rejects. Offsets are UTF-16 code units
 * into the decoded text of the string; `sourceSpan` leads from there to the file.
 */

import type { Span } from '../../span.ts';
import type { ParsedSpec, SpecFault, SpecFaultKind, SpecPart, SpecWord } from '../language.ts';
import type { DiskFields } from './fields.ts';

export interface DiskSpec extends ParsedSpec<DiskFields> {
  /** The same text as the grammar sees it, in the order of the text, blanks left out. */
  readonly tree: readonly DiskPart[];
  readonly faults: readonly DiskFault[];
  /** The role that a positional parameter would have after the end of the text. */
  readonly nextRole: PositionalRole;
  /** A deprecated prefix was seen, so that no format is expected among the positional parameters. */
  readonly hasPrefix: boolean;
}

export type PositionalRole = 'target' | 'format' | 'vdev' | 'access' | 'surplus';

export type DiskPart = DiskPrefix | DiskParameter | DiskFlag | DiskPositional | DiskJunk;

/** `tap:` and its like. The span includes the colon. */
export interface DiskPrefix extends Span {
  readonly kind: 'prefix';
  readonly name: string;
}

/** `name=value`. The span leaves out the comma after it. */
export interface DiskParameter extends Span {
  readonly kind: 'parameter';
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  /** False where xl does not know a parameter of this name. */
  readonly known: boolean;
}

/** A word without a value: `cdrom`, `discard`, ... */
export interface DiskFlag extends Span {
  readonly kind: 'flag';
  readonly name: string;
}

/** A parameter told by its position. The span leaves out the comma after it. */
export interface DiskPositional extends Span {
  readonly kind: 'positional';
  readonly role: PositionalRole;
  readonly value: string;
  /** `cdrom` of `hdc:cdrom`; `value` and `valueSpan` are those of the vdev then. */
  readonly devtype?: { readonly value: string; readonly span: Span };
  readonly valueSpan: Span;
}

/** What no rule of the grammar matches, up to the end. */
export interface DiskJunk extends Span {
  readonly kind: 'junk';
}

/** The rules that report what xl rejects in a disk, and what kind of fault it is. */
export const DISK_FAULTS = {
  'disk-unknown-parameter': 'unknown-key',
  'disk-repeated-parameter': 'repeated',
  'disk-bad-format': 'bad-value',
  'disk-bad-access': 'bad-value',
  'disk-bad-devtype': 'bad-value',
  'disk-bad-value': 'bad-value',
  'disk-unknown-prefix': 'bad-form',
  'disk-too-many-fields': 'bad-form',
  'disk-bad-syntax': 'bad-form',
  'disk-missing-vdev': 'missing-key',
  'disk-missing-target': 'missing-key',
} as const satisfies Readonly<Record<string, SpecFaultKind>>;

export type DiskRuleCode = keyof typeof DISK_FAULTS;

/** xl exits at every one of them. */
export interface DiskFault extends SpecFault {
  readonly rule: DiskRuleCode;
}

/** In the order of the text: a part told by its position, a flag or a prefix is a word with a role. */
export function partsOf(text: string, tree: readonly DiskPart[]): readonly SpecPart[] {
  const parts: SpecPart[] = [];
  for (const part of tree) {
    if (part.kind === 'parameter') parts.push(part);
    else addWords(parts, text, part);
  }
  return parts;
}

function addWords(parts: SpecPart[], text: string, part: Exclude<DiskPart, { kind: 'parameter' }>): void {
  const { start, end } = part;
  switch (part.kind) {
    case 'prefix':
      parts.push({ kind: 'word', start, end, text: text.slice(start, end), role: part.name, form: 'prefix' });
      return;
    case 'flag':
      parts.push(wordOf(start, end, part.name, part.name));
      return;
    case 'junk':
      if (end > start) parts.push(wordOf(start, end, text.slice(start, end)));
      return;
    case 'positional': {
      const { role, value, valueSpan, devtype } = part;
      if (valueSpan.end > start)
        parts.push(wordOf(start, valueSpan.end, value, role === 'surplus' ? undefined : role));
      if (devtype && devtype.value !== '')
        parts.push({ kind: 'word', ...devtype.span, text: devtype.value, role: 'devtype', form: 'suffix' });
    }
  }
}

/** Written out twice: a role spread in is slow, and there are many words. */
const wordOf = (start: number, end: number, text: string, role?: string): SpecWord =>
  role === undefined ? { kind: 'word', start, end, text } : { kind: 'word', start, end, text, role };
