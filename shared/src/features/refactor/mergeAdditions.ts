/** A value that `+=` puts together, as one value. */

import type { Edit } from '../../edits/edit.ts';
import { removeSetting } from '../../edits/removeSetting.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import { EVERY_KIND } from '../../rules/rule.ts';
import type { OptionSchema } from '../../schema/types.ts';
import type { List, StringLiteral, Value } from '../../syntax/index.ts';
import { indentationAt, itemIndentation } from './indentation.ts';
import { literalFor, requoted } from './literals.ts';
import type { CompleteSetting, Refactoring } from './refactoring.ts';

export const mergeAdditions: Refactoring = {
  kinds: EVERY_KIND,
  offers: ({ doc, setting }) => {
    const { text, errors } = doc.file;
    const parts = doc.guest.settings.get(setting.name.text)?.parts ?? [];
    const whole = parts.filter((part): part is CompleteSetting => part.value !== undefined);
    if (parts.length < 2 || errors.length > 0 || whole.length < parts.length || !parts.includes(setting))
      return [];
    const option = doc.kind.optionByName.get(setting.name.text);
    const values = whole.map(({ value }) => value);
    const edits = mergedLists(text, values) ?? (isText(option) ? mergedStrings(text, values) : undefined);
    if (!edits) return [];
    const removals = whole.slice(1).map(({ start, end }) => removeSetting(text, start, end));
    const { name, value } = setting;
    const title = `Merge the ${parts.length} parts of ${name.text} into one ${value.kind}`;
    return [{ title, edits: [...edits, ...removals] }];
  },
};

/** Where xl asks for a number, it makes nothing of one that is put together (xlu_cfg_get_long in libxlu_cfg.c). */
const isText = (option: OptionSchema | undefined): boolean =>
  option?.kind === 'string' || option?.kind === 'stringOrList';

const isList = (value: Value): value is List => value.kind === 'list';
const isString = (value: Value): value is StringLiteral => value.kind === 'string';

function mergedStrings(text: string, values: readonly Value[]): Edit[] | undefined {
  const strings = values.filter(isString);
  const [first] = strings;
  if (!first || strings.length < values.length) return undefined;
  const meaning = strings.map(atomText).join('');
  const raw = strings.map((one) => requoted(text, one, first.quote)).join('');
  const newText = literalFor(meaning, raw, first.quote);
  return newText === undefined ? undefined : [{ start: first.start, end: first.end, newText }];
}

/** What stands in the later lists goes to the end of the first one, with its comments. */
function mergedLists(text: string, values: readonly Value[]): Edit[] | undefined {
  const [target, ...later] = values.filter(isList);
  if (!target || later.length < values.length - 1) return undefined;
  const added = later.filter(({ start, end }) => text.slice(start + 1, end - 1).trim() !== '');
  return added.length === 0 ? [] : appended(text, target, added);
}

function appended(text: string, target: List, added: readonly List[]): Edit[] {
  const content = text.slice(target.start + 1, target.end - 1);
  // Some have nothing but comments in them.
  const lastWithItems = added.findLastIndex(({ items }) => items.length > 0);
  const inner = added.map((list, index) => innerText(text, list, index < lastWithItems));
  const outer = `\n${indentationAt(text, target.start)}`;
  // A `#` in a string counts too: at worst the list takes more lines.
  const isBroken = [target, ...added].some(({ start, end }) => /[\n#]/.test(text.slice(start, end)));
  const gap = isBroken ? `\n${itemIndentation(text, target, ...added)}` : ' ';
  // Behind the comments of the list: nothing but blanks is between there and the bracket.
  const at = target.start + 1 + content.trimEnd().length;
  const blanks = text.slice(at, target.end - 1);
  const closing = isBroken && !blanks.includes('\n') ? outer : content === '' ? ' ' : blanks;
  const newText = gap + inner.join(gap) + closing;
  const last = target.items.at(-1);
  const end = target.end - 1;
  if (!last || hasLastComma(target) || lastWithItems < 0) return [{ start: at, end, newText }];
  return at === last.end
    ? [{ start: at, end, newText: `,${newText}` }]
    : [
        { start: last.end, end: last.end, newText: ',' },
        { start: at, end, newText },
      ];
}

/** What is between the brackets, with a comma behind the last item where more is to follow. */
function innerText(text: string, list: List, isFollowed: boolean): string {
  const last = list.items.at(-1);
  const end = last?.end ?? list.start + 1;
  const comma = last && isFollowed && !hasLastComma(list) ? ',' : '';
  return (text.slice(list.start + 1, end) + comma + text.slice(end, list.end - 1)).trim();
}

const hasLastComma = ({ items, commas }: List): boolean => commas.length === items.length;
