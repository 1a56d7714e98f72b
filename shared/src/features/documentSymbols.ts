/** Document symbols: the settings of a file, the items of their lists, and the strings of these. */
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { type SpecString, specStrings } from '../document/specStrings.ts';
import { languageOf } from '../languages/index.ts';
import type { OptionSchema } from '../schema/types.ts';
import type { List, Setting, Value } from '../syntax/index.ts';
import { deviceEntry } from './symbols/devices.ts';
import type { Entry } from './symbols/entry.ts';
import { label, nameOf } from './symbols/entry.ts';

/**
 * The tree of a file in the order of the text. No name is empty, and every selection range is within its range. What a
 * later setting makes void says so and is tagged, which editors show as struck out. Lists within the lists of a list
 * have no symbols: no option has such lists.
 */
export function documentSymbols(doc: XlDocument): DocumentSymbol[] {
  const overridden = new Set([...doc.guest.settings.values()].flatMap((setting) => setting.overridden));
  const strings = new Map(specStrings(doc).map((string) => [string.node.start, string]));
  return doc.file.settings.map((setting) => settingSymbol(doc, setting, overridden.has(setting), strings));
}

type StringsByStart = ReadonlyMap<number, SpecString>;

function settingSymbol(
  doc: XlDocument,
  setting: Setting,
  isVoid: boolean,
  strings: StringsByStart,
): DocumentSymbol {
  const { name, value } = setting;
  const option = doc.kind.optionByName.get(name.text);
  const detail = [detailOf(value, option), ...(isVoid ? ['overridden'] : [])]
    .filter((one) => one !== '')
    .join(', ');
  const entry: Entry = {
    name: nameOf(name.text, '(no name)'),
    detail,
    kind: kindOf(value, option),
    node: setting,
    named: name,
  };
  const children = value?.kind === 'list' ? itemSymbols(doc, name.text, value, strings) : [];
  return { ...symbolOf(doc, entry, children), ...(isVoid ? { tags: [SymbolTag.Deprecated] } : {}) };
}

const symbolOf = (doc: XlDocument, entry: Entry, children: DocumentSymbol[] = []): DocumentSymbol => ({
  name: entry.name,
  kind: entry.kind,
  range: rangeOf(doc, entry.node),
  selectionRange: rangeOf(doc, entry.named ?? entry.node),
  ...(entry.detail === '' ? {} : { detail: entry.detail }),
  ...(children.length === 0 ? {} : { children }),
});

/** Of the kinds that every client knows. */
function kindOf(value: Value | undefined, option?: OptionSchema): SymbolKind {
  switch (value?.kind) {
    case 'string':
      return SymbolKind.String;
    case 'number':
      return option?.kind.startsWith('boolean') ? SymbolKind.Boolean : SymbolKind.Number;
    case 'list':
      return SymbolKind.Array;
    default:
      return SymbolKind.Variable;
  }
}

function detailOf(value: Value | undefined, option?: OptionSchema): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'string':
      return label(value.content.text);
    case 'number':
      return label(option?.unit === undefined ? value.text : `${value.text} ${option.unit}`);
    case 'list':
      return countOf(value.items.length);
    case 'invalid':
      return label(value.text);
  }
}

const countOf = (items: number): string =>
  items === 0 ? 'empty' : items === 1 ? '1 item' : `${items} items`;

function itemSymbols(
  doc: XlDocument,
  option: string,
  { items }: List,
  strings: StringsByStart,
): DocumentSymbol[] {
  return items.map((item, index) =>
    item.kind === 'list'
      ? symbolOf(doc, groupEntry(option, item, index), stringSymbols(doc, item, strings))
      : symbolOf(doc, itemEntry(item, strings)),
  );
}

const stringSymbols = (doc: XlDocument, { items }: List, strings: StringsByStart): DocumentSymbol[] =>
  items.flatMap((item) => (item.kind === 'list' ? [] : [symbolOf(doc, itemEntry(item, strings))]));

/** Groups count from 0, as xl and the guest count NUMA nodes. */
function groupEntry(option: string, node: List, index: number): Entry {
  const texts = node.items.flatMap((item) => (item.kind === 'string' ? [item.content.text] : []));
  const language = languageOf(option);
  const noun = language?.shape === 'groups' ? language.noun : 'list';
  return { name: `${noun} ${index}`, detail: label(texts.join(', ')), kind: SymbolKind.Namespace, node };
}

function itemEntry(item: Exclude<Value, List>, strings: StringsByStart): Entry {
  const string = strings.get(item.start);
  if (string) return deviceEntry(string);
  const text = item.kind === 'string' ? item.content.text : item.text;
  return { name: nameOf(text, '(empty)'), detail: '', kind: kindOf(item), node: item };
}
