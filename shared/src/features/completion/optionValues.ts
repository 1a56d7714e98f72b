/** Values of options: the words that xl knows, 0 and 1, and the default of a number. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import type { OptionKind, OptionSchema, ValueDoc } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import type { Context } from './context.ts';
import { itemOf, ordinal, type Proposal } from './items.ts';
import { canTakeItems, commasAround } from './listPlace.ts';

/** The words of an option that make sense for this guest and release, the deprecated ones last. */
export function offeredValues({ guest, settings }: XlDocument, option: OptionSchema): readonly ValueDoc[] {
  const offered = (option.values ?? []).filter(
    (value) =>
      !value.internal &&
      (value.guestTypes?.includes(guest.type) ?? true) &&
      existsIn(settings.xenVersion, value),
  );
  const isOld = ({ deprecated }: ValueDoc): boolean => deprecated !== undefined;
  return [...offered.filter((value) => !isOld(value)), ...offered.filter(isOld)];
}

/** The default, where it is one fixed number. */
export const defaultNumber = ({ defaultValue }: OptionSchema): string | undefined =>
  /^`?(\d+)`?$/.exec(defaultValue ?? '')?.[1];

const BOOLEANS: ReadonlySet<OptionKind> = new Set<OptionKind>([
  'boolean',
  'booleanOrString',
  'booleanOrList',
]);
const NUMBERS: ReadonlySet<OptionKind> = new Set<OptionKind>(['number', 'numberOrString']);
/** The kinds whose items, or whose only value, stands in quotes. */
const IN_LISTS: ReadonlySet<OptionKind> = new Set<OptionKind>(['list', 'stringOrList', 'booleanOrList']);

interface OfferedValue {
  readonly text: string;
  readonly quoted: boolean;
  readonly detail: string;
  readonly deprecated?: boolean;
}

/** Values for a place where the quotes are still to be written. */
export function valueItems(doc: XlDocument, context: Extract<Context, { kind: 'value' }>): CompletionItem[] {
  const { setting, list, replaced } = context;
  const option = doc.kind.optionByName.get(setting.name.text);
  if (!option || !canTakeItems(setting, list)) return [];
  if (list && !IN_LISTS.has(option.kind)) return [];
  const [before, after] = list ? commasAround(list, replaced) : listBrackets(option);
  const values = [...(list ? [] : numbers(option)), ...words(doc, option)];
  return values.map((value, index) =>
    itemOf(doc, replaced, {
      ...proposal(doc, option, value, index),
      text: value.quoted ? `${before}"${value.text}"${after}` : value.text,
    }),
  );
}

/** Words that are taken as items of a list only bring the list with them. */
const listBrackets = ({ kind }: OptionSchema): readonly [string, string] =>
  kind === 'list' || kind === 'booleanOrList' ? ['[ ', ' ]'] : ['', ''];

/** Values for the inside of a string that is already open. */
export function valueInStringItems(
  doc: XlDocument,
  { setting, list, node }: Extract<Context, { kind: 'string' }>,
  offset: number,
): CompletionItem[] {
  const option = doc.kind.optionByName.get(setting.name.text);
  if (!option || !canTakeItems(setting, list)) return [];
  if (list ? !IN_LISTS.has(option.kind) : option.kind === 'list') return [];
  const replaced = wholeInside(doc, node.content.start, node.closed ? node.content.end : offset);
  return words(doc, option).map((value, index) => itemOf(doc, replaced, proposal(doc, option, value, index)));
}

/** Of an unclosed string, what follows the cursor may be anything: only the word at the cursor is replaced. */
function wholeInside({ file }: XlDocument, start: number, end: number): Span {
  const tail = /^[\w-]*/.exec(file.text.slice(end, end + 100))?.[0] ?? '';
  return span(start, end + tail.length);
}

function proposal({ kind }: XlDocument, option: OptionSchema, value: OfferedValue, index: number): Proposal {
  return {
    label: value.text,
    kind: value.quoted ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    detail: value.detail,
    text: value.text,
    order: `${value.deprecated ? 1 : 0}${ordinal(index)}`,
    deprecated: value.deprecated ?? false,
    data: { kind: 'optionValue', file: kind.name, option: option.name, value: value.text },
  };
}

const words = (doc: XlDocument, option: OptionSchema): readonly OfferedValue[] =>
  offeredValues(doc, option).map(({ name, deprecated }) => ({
    text: name,
    quoted: true,
    detail: option.name,
    deprecated: deprecated !== undefined,
  }));

function numbers(option: OptionSchema): readonly OfferedValue[] {
  if (BOOLEANS.has(option.kind)) {
    return [
      { text: '1', quoted: false, detail: 'on' },
      { text: '0', quoted: false, detail: 'off' },
    ];
  }
  const number = NUMBERS.has(option.kind) ? defaultNumber(option) : undefined;
  return number === undefined ? [] : [{ text: number, quoted: false, detail: 'the default' }];
}
