/** Hovers inside the strings of small languages: keys, values and words, and where nothing smaller is, the whole. */
import type { OptionSchema } from '../../schema/types.ts';
import { type Span, span } from '../../span.ts';
import type { ParsedSpec, SpecLanguage, SpecParameter, SpecPart, SpecWord } from '../../specs/spec.ts';
import { decodedOffset, type NumberLiteral, type Setting, type StringLiteral } from '../../syntax/index.ts';
import type { XlDocument } from '../document.ts';
import { code, paragraphs, plain } from './markdown.ts';
import { contains, placeOf, type Told, told } from './place.ts';
import { specAt } from './specAt.ts';
import { specParameterHover, specValueHover } from './specField.ts';
import { faultLines, specSummary } from './specSummary.ts';

/** The hover for an offset of the file that lies in `value`, a string or number of an option with a language. */
export function specHover(
  doc: XlDocument,
  option: OptionSchema,
  language: SpecLanguage,
  setting: Setting,
  value: StringLiteral | NumberLiteral,
  offset: number,
): Told {
  const section = { page: 'specs.md', heading: language.options[0] ?? option.name } as const;
  const { node, spec, counts } = specAt(doc, option.name, language, setting, value);
  const { content } = node;
  if (contains(span(content.start, content.end), offset)) {
    const at = decodedOffset(content, offset);
    const part = spec.parts.find((one) => contains(one, at));
    const inner = part && partHover(doc, language, spec, part, at);
    if (inner) return told(placeOf(node, inner), inner.markdown, section);
  }
  return told(value, specSummary(doc, option, language, spec, counts), section);
}

function partHover(
  doc: XlDocument,
  language: SpecLanguage,
  spec: ParsedSpec,
  part: SpecPart,
  at: number,
): Told {
  return part.kind === 'word'
    ? wordHover(doc, language, spec, part)
    : parameterHover(doc, language, spec, part, at);
}

function parameterHover(
  doc: XlDocument,
  language: SpecLanguage,
  spec: ParsedSpec,
  part: SpecParameter,
  at: number,
): Told {
  const parameter = language.parameters.find(({ name }) => name === part.name);
  if (!parameter) return told(part, unknown(spec, language, part.name, 'key', part));
  if (contains(part.valueSpan, at)) {
    const faults = faultLines(spec, part.valueSpan);
    return told(part.valueSpan, specValueHover(doc, language, parameter, part.value, faults));
  }
  const markdown = specParameterHover(doc, language, parameter, faultLines(spec, part.nameSpan));
  // On the `=`, both sides belong to the thing.
  return told(contains(part.nameSpan, at) ? part.nameSpan : part, markdown);
}

function wordHover(doc: XlDocument, language: SpecLanguage, spec: ParsedSpec, part: SpecWord): Told {
  const parameter = language.parameters.find(({ name }) => name === part.role);
  if (!parameter) return told(part, unknown(spec, language, part.text, 'word', part));
  const faults = faultLines(spec, part);
  return told(
    part,
    part.text === parameter.name
      ? specParameterHover(doc, language, parameter, faults)
      : specValueHover(doc, language, parameter, part.text, faults),
  );
}

const unknown = (
  spec: ParsedSpec,
  { noun }: SpecLanguage,
  text: string,
  what: 'key' | 'word',
  place: Span,
): string => {
  const faults = faultLines(spec, place);
  return paragraphs([
    `${code(text)} (${plain(noun)}: unknown ${what})`,
    ...(faults.length > 0 ? faults : [`xl has no ${what} of this name here.`]),
  ]);
};
