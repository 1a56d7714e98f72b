/** Hovers inside the strings of languages: keys, values and flags, and where nothing smaller is, the whole. */

import type { XlDocument } from '../../document/document.ts';
import { spanInFile } from '../../document/positions.ts';
import type { SpecString } from '../../document/specStrings.ts';
import type { SpecParameter, SpecPart, SpecWord } from '../../languages/language.ts';
import { faultLines } from '../../prose/faults.ts';
import { parameterHover, parameterValueHover, prefixDocumentation } from '../../prose/parameter.ts';
import { PREFIXES_HEADING, specSection } from '../../prose/reference.ts';
import { specSummary } from '../../prose/spec.ts';
import type { OptionSchema, ParameterSchema } from '../../schema/types.ts';
import { type Span, span } from '../../span.ts';
import { decodedOffset } from '../../syntax/index.ts';
import { code, paragraphs, plain } from '../../text/markdown.ts';
import { contains, type HoverPart, hoverPart } from './hoverPart.ts';

/** The hover for an offset of the file that lies in the string, which is one of the option. */
export function specHover(
  doc: XlDocument,
  option: OptionSchema,
  string: SpecString,
  offset: number,
): HoverPart {
  const { node, spec, language } = string;
  const { content } = node;
  if (contains(span(content.start, content.end), offset)) {
    const at = decodedOffset(content, offset);
    const part = spec.parts.find((one) => contains(one, at));
    const inner = part && partHover(doc, string, part, at);
    if (inner) return { ...inner, ...spanInFile(node, inner) };
  }
  return hoverPart(node, specSummary(doc, option, string), specSection(language));
}

/** Offsets of what comes back count in the decoded text. */
function partHover(doc: XlDocument, string: SpecString, part: SpecPart, at: number): HoverPart | undefined {
  const { parameters, prefixes } = string.language;
  const name = part.kind === 'word' ? part.role : part.name;
  const named = (one: { readonly name: string }): boolean => one.name === name;
  if (isPrefix(part)) {
    const prefix = prefixes?.find(named);
    return prefix
      ? hoverPart(part, prefixDocumentation(prefix), specSection(string.language, PREFIXES_HEADING))
      : unknownHover(string, part);
  }
  const parameter = parameters.find(named);
  if (!parameter) return unknownHover(string, part);
  const [place, markdown] =
    part.kind === 'word'
      ? wordHover(doc, string, part, parameter)
      : keyHover(doc, string, part, parameter, at);
  return hoverPart(place, markdown, specSection(string.language, parameter.name));
}

const isPrefix = (part: SpecPart): boolean => part.kind === 'word' && part.form === 'prefix';

type PlacedText = readonly [place: Span, markdown: string];

function keyHover(
  doc: XlDocument,
  string: SpecString,
  part: SpecParameter,
  parameter: ParameterSchema,
  at: number,
): PlacedText {
  const { nameSpan, valueSpan, value } = part;
  if (contains(valueSpan, at)) {
    const faults = faultLines(string.spec, valueSpan);
    return [valueSpan, parameterValueHover(doc, string, parameter, value, faults)];
  }
  // On the `=`, both sides belong to the symbol.
  const place = contains(nameSpan, at) ? nameSpan : part;
  return [place, parameterHover(doc, string, parameter, faultLines(string.spec, nameSpan))];
}

function wordHover(
  doc: XlDocument,
  string: SpecString,
  part: SpecWord,
  parameter: ParameterSchema,
): PlacedText {
  const faults = faultLines(string.spec, part);
  const markdown =
    part.text === parameter.name
      ? parameterHover(doc, string, parameter, faults)
      : parameterValueHover(doc, string, parameter, part.text, faults);
  return [part, markdown];
}

/** A part that the schema of the language does not have: what is wrong with it, or nothing. */
function unknownHover({ language, spec }: SpecString, part: SpecPart): HoverPart | undefined {
  const lines = faultLines(spec, part);
  if (lines.length === 0) return undefined;
  const hasUnknownKey = spec.faults.some(
    ({ kind, start, end }) => kind === 'unknown-key' && start >= part.start && end <= part.end,
  );
  const text = part.kind === 'word' ? part.text : part.name;
  const what = part.kind === 'parameter' ? 'key' : isPrefix(part) ? 'prefix' : 'value';
  const title = `${plain(language.noun)}: ${hasUnknownKey || isPrefix(part) ? 'unknown ' : ''}${what}`;
  return hoverPart(part, paragraphs([`${code(text)} (${title})`, ...lines]), specSection(language));
}
