/**
 * The pieces of a spec, whatever its language: one list for all that colours, names or selects them. Offsets are UTF-16
 * code units into the decoded text of the string.
 */
import type { Span } from '../span.ts';
import type { DiskPart, DiskSpec } from './disk/ast.ts';
import type { ParsedSpec, SpecPart } from './language.ts';

export type PieceKind =
  /** `tap:` in front of a disk's target, with the colon. */
  | 'prefix'
  /** The name in `name=value`. */
  | 'key'
  | 'value'
  /** A parameter that stands alone, without a value. */
  | 'flag'
  /** Told by its position or its form: a disk's target, a PCI address. */
  | 'word'
  /** What xl knows nothing of. */
  | 'unknown';

export interface Piece extends Span {
  readonly kind: PieceKind;
  readonly text: string;
  /** The parameter that it is, or is a part of, by its name in the schema: `vdev`, `mac`, `bdf`. Absent: unknown. */
  readonly parameter?: string;
  /** The comma-free piece of the spec that it is in: key and value have the same. */
  readonly whole: Span;
}

/** The pieces of a disk, in the order of the text. */
export const diskPieces = (spec: DiskSpec): Piece[] => spec.parts.flatMap((part) => ofDisk(spec, part));

/** The pieces of a spec of any other language, in the order of the text. */
export const specPieces = (spec: ParsedSpec): Piece[] => spec.parts.flatMap((part) => ofSpec(part));

const piece = (kind: PieceKind, place: Span, text: string, whole: Span, parameter?: string): Piece => ({
  kind,
  start: place.start,
  end: place.end,
  text,
  whole: { start: whole.start, end: whole.end },
  ...(parameter === undefined ? {} : { parameter }),
});

function ofDisk({ text }: DiskSpec, part: DiskPart): Piece[] {
  switch (part.kind) {
    case 'prefix':
      return [piece('prefix', part, part.name, part, part.name)];
    case 'flag':
      return [piece('flag', part, part.name, part, part.name)];
    case 'parameter': {
      const { name, known, nameSpan, value, valueSpan } = part;
      const parameter = known ? name : undefined;
      return [
        piece(known ? 'key' : 'unknown', nameSpan, name, part, parameter),
        piece(known ? 'value' : 'unknown', valueSpan, value, part, parameter),
      ];
    }
    case 'positional': {
      const { role, value, valueSpan, devtype } = part;
      return [
        role === 'surplus'
          ? piece('unknown', valueSpan, value, part)
          : piece('word', valueSpan, value, part, role),
        ...(devtype ? [piece('word', devtype.span, devtype.value, part, 'devtype')] : []),
      ];
    }
    case 'junk':
      return [piece('unknown', part, text.slice(part.start, part.end), part)];
  }
}

function ofSpec(part: SpecPart): Piece[] {
  if (part.kind === 'word') {
    return [piece(part.role === undefined ? 'unknown' : 'word', part, part.text, part, part.role)];
  }
  const { name, nameSpan, value, valueSpan } = part;
  return [piece('key', nameSpan, name, part, name), piece('value', valueSpan, value, part, name)];
}
