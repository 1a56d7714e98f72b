/** Hover: what the thing under the mouse is, and what it means in this file. */
import type { Hover, Position } from 'vscode-languageserver-types';
import { optionByName, xendOptionByName } from '../schema/index.ts';
import type { OptionSchema } from '../schema/types.ts';
import type { Setting, Value } from '../syntax/index.ts';
import { commentAt, settingAt, valuesAt } from '../syntax/query.ts';
import type { XlDocument } from './document.ts';
import { diskHover } from './hover/disk.ts';
import { operatorHover, optionHover, xendOptionHover } from './hover/option.ts';
import { contains, hoverOf } from './hover/place.ts';
import { valueHover } from './hover/value.ts';

/**
 * The hover for a position, or null where there is nothing to say: in comments, on text that is no setting, on names
 * that xl does not know. The range is that of the thing that is told of; the contents are Markdown.
 */
export function hover(doc: XlDocument, position: Position): Hover | null {
  const offset = doc.text.offsetAt(position);
  const setting = settingAt(doc.file, offset);
  if (!setting || commentAt(doc.file, offset)) return null;
  const { name, operator, value } = setting;
  const option = optionByName.get(name.text);
  if (contains(name, offset)) return onName(doc, option, setting);
  if (operator && contains(operator, offset)) {
    return hoverOf(doc, operator, operatorHover(doc, operator, setting));
  }
  const innermost = valuesAt(value, offset).findLast((one) => contains(one, offset));
  return innermost ? onValue(doc, option, innermost, offset) : null;
}

function onName(doc: XlDocument, option: OptionSchema | undefined, setting: Setting): Hover | null {
  const { name } = setting;
  if (option) return hoverOf(doc, name, optionHover(doc, option, setting));
  const old = xendOptionByName.get(name.text);
  return old ? hoverOf(doc, name, xendOptionHover(old)) : null;
}

function onValue(
  doc: XlDocument,
  option: OptionSchema | undefined,
  value: Value,
  offset: number,
): Hover | null {
  if (value.kind === 'string') {
    const spec = doc.diskSpec(value);
    if (spec) return diskHover(doc, value, spec, offset);
  }
  if (!option || (value.kind !== 'string' && value.kind !== 'number')) return null;
  const written = value.kind === 'string' ? value.content.text : value.text;
  return hoverOf(doc, value, valueHover(doc, option, written));
}
