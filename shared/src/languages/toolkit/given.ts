/** What a spec gives a parameter. */
import type { Span } from '../../span.ts';
import type { ParsedSpec, SpecPart } from '../language.ts';

export interface Given extends Span {
  readonly text: string;
  /** With the key in front. */
  readonly whole: Span;
}

/** The value of a parameter, or the word that stands for it: the last one, which counts. */
export function givenValue({ parts }: ParsedSpec, parameter: string): Given | undefined {
  const isIt = (part: SpecPart): boolean =>
    part.kind === 'parameter' ? part.name === parameter : part.role === parameter;
  const part = parts.findLast(isIt);
  if (!part) return undefined;
  const { text, span } =
    part.kind === 'parameter' ? { text: part.value, span: part.valueSpan } : { text: part.text, span: part };
  return { text, start: span.start, end: span.end, whole: part };
}
