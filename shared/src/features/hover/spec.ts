/** Hovers inside the strings of small languages: keys, values and words, and where nothing smaller is, the whole. */

import type { XlDocument } from '../../document/document.ts';
import { placeOf } from '../../document/positions.ts';
import { specAt } from '../../document/specAt.ts';
import type {
  ParsedSpec,
  SpecLanguage,
  SpecParameter,
  SpecPart,
  SpecWord,
} from '../../languages/language.ts';
import { code, paragraphs, plain } from '../../prose/markdown.ts';
import { specParameterHover, specValueHover } from '../../prose/specField.ts';
import { faultLines, specSummary } from '../../prose/specSummary.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { span } from '../../span.ts';
import { decodedOffset, type NumberLiteral, type Setting, type StringLiteral } from '../../syntax/index.ts';
import { contains, type HoverPart, hoverPart } from './hoverPart.ts';

/** The hover for an offset of the file that lies in `value`, a string or number of an option with a language. */
export function specHover(
  doc: XlDocument,
  option: OptionSchema,
  language: SpecLanguage,
  setting: Setting,
  value: StringLiteral | NumberLiteral,
  offset: number,
): HoverPart {
  const section = { page: 'specs.md', heading: language.options[0] ?? option.name } as const;
  const { node, spec, counts } = specAt(doc, option.name, language, setting, value);
  const { content } = node;
  if (contains(span(content.start, content.end), offset)) {
    const at = decodedOffset(content, offset);
    const part = spec.parts.find((one) => contains(one, at));
    const inner = part && partHover(doc, language, spec, part, at);
    if (inner) return hoverPart(placeOf(node, inner), inner.markdown, section);
  }
  return hoverPart(value, specSummary(doc, option, language, spec, counts), section);
}

function partHover(
  doc: XlDocument,
  language: SpecLanguage,
  spec: ParsedSpec,
  part: SpecPart,
  at: number,
): HoverPart | undefined {
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
): HoverPart | undefined {
  const parameter = language.parameters.find(({ name }) => name === part.name);
  if (!parameter) return faultHover(language, spec, part, part.name);
  if (contains(part.valueSpan, at)) {
    const faults = faultLines(spec, part.valueSpan);
    return hoverPart(part.valueSpan, specValueHover(doc, language, parameter, part.value, faults));
  }
  const markdown = specParameterHover(doc, language, parameter, faultLines(spec, part.nameSpan));
  // On the `=`, both sides belong to the thing.
  return hoverPart(contains(part.nameSpan, at) ? part.nameSpan : part, markdown);
}

function wordHover(
  doc: XlDocument,
  language: SpecLanguage,
  spec: ParsedSpec,
  part: SpecWord,
): HoverPart | undefined {
  const parameter = language.parameters.find(({ name }) => name === part.role);
  if (!parameter) return faultHover(language, spec, part, part.text);
  const faults = faultLines(spec, part);
  return hoverPart(
    part,
    part.text === parameter.name
      ? specParameterHover(doc, language, parameter, faults)
      : specValueHover(doc, language, parameter, part.text, faults),
  );
}

/** A part that the table of the language does not have: what is wrong with it, or nothing of its own. */
function faultHover(
  { noun }: SpecLanguage,
  spec: ParsedSpec,
  part: SpecPart,
  text: string,
): HoverPart | undefined {
  const lines = faultLines(spec, part);
  if (lines.length === 0) return undefined;
  const isUnknown = spec.faults.some(
    ({ kind, start, end }) => kind === 'unknown-key' && start >= part.start && end <= part.end,
  );
  const what = `${isUnknown ? 'unknown ' : ''}${part.kind === 'word' ? 'word' : 'key'}`;
  return hoverPart(part, paragraphs([`${code(text)} (${plain(noun)}: ${what})`, ...lines]));
}
