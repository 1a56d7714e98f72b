/** Hover: what the symbol under the mouse is, and what it means in this file. */

import type { Hover, Position } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { specLanguageOf, specStringOf } from '../document/specStrings.ts';
import { operatorHover, optionHover, xendOptionHover } from '../prose/option.ts';
import { optionSection, sectionLink } from '../prose/reference.ts';
import { valueHover } from '../prose/value.ts';
import type { OptionSchema } from '../schema/types.ts';
import type { Setting, Value } from '../syntax/index.ts';
import { commentAt, settingAt, valuesAt } from '../syntax/query.ts';
import { paragraphs } from '../text/markdown.ts';
import { contains, type HoverPart, hoverOf, hoverPart } from './hover/hoverPart.ts';
import { specHover } from './hover/spec.ts';

/**
 * The hover for a position, or null where there is nothing to say: in comments, on text that is not a setting, on names
 * that xl does not know. The range is that of the symbol; the contents are Markdown. `docsUrl`: the folder of the
 * reference pages; without it there is no link to their sections.
 */
export function hover(doc: XlDocument, position: Position, docsUrl?: string): Hover | null {
  const found = partAt(doc, doc.text.offsetAt(position));
  if (!found) return null;
  const { section, markdown } = found;
  const link = section && docsUrl !== undefined ? sectionLink(docsUrl, section) : undefined;
  return hoverOf(doc, found, paragraphs([markdown, link]));
}

function partAt(doc: XlDocument, offset: number): HoverPart | null {
  const setting = settingAt(doc.file, offset);
  if (!setting || commentAt(doc.file, offset)) return null;
  const { name, operator, value } = setting;
  const option = doc.kind.optionByName.get(name.text);
  if (contains(name, offset)) return onName(doc, option, setting);
  if (operator && contains(operator, offset))
    return hoverPart(operator, operatorHover(doc, operator, setting));
  const innermost = valuesAt(value, offset).findLast((one) => contains(one, offset));
  return innermost ? onValue(doc, option, setting, innermost, offset) : null;
}

function onName(doc: XlDocument, option: OptionSchema | undefined, setting: Setting): HoverPart | null {
  const { name } = setting;
  if (option) {
    return hoverPart(name, optionHover(doc, option, setting), optionSection(doc.kind.name, option.name));
  }
  const old = doc.kind.xendOptionByName.get(name.text);
  return old ? hoverPart(name, xendOptionHover(old)) : null;
}

function onValue(
  doc: XlDocument,
  option: OptionSchema | undefined,
  setting: Setting,
  value: Value,
  offset: number,
): HoverPart | null {
  if (!option || (value.kind !== 'string' && value.kind !== 'number')) return null;
  const language = specLanguageOf(doc, option.name);
  if (language) return specHover(doc, option, specStringOf(doc, language, setting, value), offset);
  const written = value.kind === 'string' ? value.content.text : value.text;
  return hoverPart(value, valueHover(doc, option, written), optionSection(doc.kind.name, option.name));
}
