/**
 * The pieces of a spec, whatever its language: one list for all that colours, names or selects them. Offsets are UTF-16
 * code units into the decoded text of the string.
 */
import type { Span } from '../span.ts';
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
  /** Goes right behind the piece before it, with a colon between them. */
  readonly isSuffix?: true;
  /** The comma-free piece of the spec that it is in: key and value have the same. */
  readonly whole: Span;
}

/** The pieces of a spec, in the order of the text. */
export function piecesOf(spec: ParsedSpec): Piece[] {
  const unknownKeys = new Set<number>();
  for (const { kind, start } of spec.faults) if (kind === 'unknown-key') unknownKeys.add(start);
  return spec.parts.flatMap((part) => ofPart(part, unknownKeys));
}

/** The value of a parameter, or the word that means it: the last one, which counts. */
export function givenValue({ parts }: ParsedSpec, parameter: string): Piece | undefined {
  const part = parts.findLast((one) => (one.kind === 'parameter' ? one.name : one.role) === parameter);
  return part && ofPart(part).at(-1);
}

const NO_KEYS: ReadonlySet<number> = new Set();

function ofPart(part: SpecPart, unknownKeys = NO_KEYS): Piece[] {
  const whole = { start: part.start, end: part.end };
  if (part.kind === 'word') {
    const { text, role, form } = part;
    if (role === undefined) return [{ kind: 'unknown', ...whole, text, whole }];
    const kind = form === 'prefix' ? 'prefix' : text === role ? 'flag' : 'word';
    return [
      { kind, ...whole, text, whole, parameter: role, ...(form === 'suffix' ? { isSuffix: true } : {}) },
    ];
  }
  const { name, nameSpan, value, valueSpan } = part;
  const key = { start: nameSpan.start, end: nameSpan.end, text: name, whole };
  const given = { start: valueSpan.start, end: valueSpan.end, text: value, whole };
  if (unknownKeys.has(nameSpan.start))
    return [
      { kind: 'unknown', ...key },
      { kind: 'unknown', ...given },
    ];
  return [
    { kind: 'key', ...key, parameter: name },
    { kind: 'value', ...given, parameter: name },
  ];
}
