/** Values of options: those that xl knows, 0 and 1, and the default of a number. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import type { Guest } from '../../model/guest.ts';
import { typeOfBuilder, typesOn } from '../../model/guestType.ts';
import type { OptionKind, OptionSchema, ValueDoc } from '../../schema/types.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import type { AtValue, InString } from './context.ts';
import { itemOf, ordinal, type Proposal } from './items.ts';
import type { KnownValues } from './known.ts';
import { depthOf, missingCommas } from './listInsertion.ts';
import type { CompletionTools } from './tools.ts';

/** The values of an option that this version of Xen has for this guest, the deprecated ones last. */
export function offeredValues({ guest, settings }: XlDocument, option: OptionSchema): readonly ValueDoc[] {
  const offered = (option.values ?? []).filter(
    (value) =>
      !value.internal &&
      (value.guestTypes?.includes(guest.type) ?? true) &&
      isForArchitecture(value, option, guest, settings.xenVersion) &&
      existsIn(settings.xenVersion, value),
  );
  const isOld = ({ deprecated }: ValueDoc): boolean => deprecated !== undefined;
  return [...offered.filter((value) => !isOld(value)), ...offered.filter(isOld)];
}

/**
 * On Arm there is one type of guest. Where the file is for x86 because of its type, it has an option that only Arm has: the
 * type is what is being written.
 */
function isForArchitecture(
  { name, architecture }: ValueDoc,
  option: OptionSchema,
  guest: Guest,
  xenVersion: XenVersion,
): boolean {
  const meant = option.name === 'builder' ? typeOfBuilder(name) : name;
  if (option.name === 'type' || option.name === 'builder')
    return typesOn(typeof guest.architectureFrom === 'string' ? guest.architecture : 'arm', xenVersion).some(
      (type) => type === meant,
    );
  return architecture === undefined || architecture === guest.architecture;
}

/** The default, if it is one fixed number. */
export const defaultNumber = ({ defaultValue }: OptionSchema): string | undefined =>
  /^`?(\d+)`?$/.exec(defaultValue ?? '')?.[1];

const BOOLEANS: ReadonlySet<OptionKind> = new Set<OptionKind>([
  'boolean',
  'booleanOrString',
  'booleanOrList',
]);
export const NUMBERS: ReadonlySet<OptionKind> = new Set<OptionKind>(['number', 'numberOrString']);
/** The kinds with lists of strings. */
const IN_LISTS: ReadonlySet<OptionKind> = new Set<OptionKind>(['list', 'stringOrList', 'booleanOrList']);

interface KnownWord {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly detail: string;
  readonly isDeprecated?: boolean;
}

/** Values for a position without quotes. */
export function valueItems(doc: XlDocument, context: AtValue, knownValues: KnownValues): CompletionItem[] {
  const { setting, list, replaced } = context;
  const option = doc.kind.optionByName.get(setting.name.text);
  if (!option || depthOf(setting, list) > 1) return [];
  if (list && !IN_LISTS.has(option.kind)) return [];
  const [before, after] = list ? missingCommas(list, replaced) : listBrackets(option);
  const values = [
    ...(list ? [] : [...knownOf(option, knownValues), ...numbers(option)]),
    ...words(doc, option),
  ];
  return values.map((value, index) =>
    itemOf(doc, replaced, {
      ...proposal(doc, option, value, index),
      newText: value.isQuoted ? `${before}"${value.text}"${after}` : value.text,
    }),
  );
}

/** Values that xl accepts only in a list bring the list with them. */
const listBrackets = ({ kind }: OptionSchema): readonly [string, string] =>
  kind === 'list' || kind === 'booleanOrList' ? ['[ ', ' ]'] : ['', ''];

/** Values for the inside of a string. */
export function valueInStringItems(
  doc: XlDocument,
  { setting, list, node }: InString,
  offset: number,
  knownValues: KnownValues,
  { suggestCommand }: CompletionTools,
): CompletionItem[] {
  const option = doc.kind.optionByName.get(setting.name.text);
  if (!option || depthOf(setting, list) > 1) return [];
  if (list ? !IN_LISTS.has(option.kind) : option.kind === 'list') return [];
  const root = COMMAND_LINES.has(option.name) ? rootAt(doc, node.content.start, offset) : undefined;
  if (root)
    return knownOf(ROOT, knownValues).map((value, index) =>
      itemOf(doc, root, proposal(doc, option, value, index)),
    );
  const replaced = wholeInside(doc, node.content.start, node.closed ? node.content.end : offset);
  const knownWords = list || NUMBERS.has(option.kind) ? [] : knownOf(option, knownValues);
  return [...knownWords, ...words(doc, option)].map((value, index) =>
    itemOf(doc, replaced, {
      ...proposal(doc, option, value, index),
      // In a folder there is more to choose.
      suggestCommand: value.text.endsWith('/') ? suggestCommand : undefined,
    }),
  );
}

/** The options whose words go to the kernel as they are. */
const COMMAND_LINES: ReadonlySet<string> = new Set(['cmdline', 'extra']);
const ROOT = { name: 'root' };

/** What is typed of the device after `root=`, if that is the word at the cursor. */
function rootAt({ file }: XlDocument, start: number, offset: number): Span | undefined {
  const [, device] = /(?:^|\s)root=([\w/]*)$/.exec(file.text.slice(start, offset)) ?? [];
  if (device === undefined) return undefined;
  const rest = /^[\w/]*/.exec(file.text.slice(offset, offset + 100))?.[0] ?? '';
  return span(offset - device.length, offset + rest.length);
}

/** What follows the cursor in an unclosed string may be anything: only the word at the cursor is replaced. */
function wholeInside({ file }: XlDocument, start: number, end: number): Span {
  const tail = /^[\w-]*/.exec(file.text.slice(end, end + 100))?.[0] ?? '';
  return span(start, end + tail.length);
}

function proposal({ kind }: XlDocument, option: OptionSchema, value: KnownWord, index: number): Proposal {
  return {
    label: value.text,
    kind: value.isQuoted ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    detail: value.detail,
    newText: value.text,
    sortText: `${value.isDeprecated ? 1 : 0}${ordinal(index)}`,
    isDeprecated: value.isDeprecated ?? false,
    data: { kind: 'optionValue', file: kind.name, option: option.name, value: value.text },
  };
}

/** What the document and the other files know. */
const knownOf = (
  option: Pick<OptionSchema, 'name' | 'content'> & Partial<Pick<OptionSchema, 'kind'>>,
  known: KnownValues,
): readonly KnownWord[] =>
  known.ofOption(option).map(({ name, note = option.name }) => ({
    text: name,
    isQuoted: option.kind === undefined || !NUMBERS.has(option.kind),
    detail: note,
  }));

const words = (doc: XlDocument, option: OptionSchema): readonly KnownWord[] =>
  offeredValues(doc, option).map(
    ({ name, deprecated }): KnownWord => ({
      text: name,
      isQuoted: true,
      detail: option.name,
      isDeprecated: deprecated !== undefined,
    }),
  );

function numbers(option: OptionSchema): readonly KnownWord[] {
  if (BOOLEANS.has(option.kind)) {
    return [
      { text: '1', isQuoted: false, detail: 'on' },
      { text: '0', isQuoted: false, detail: 'off' },
    ];
  }
  const number = NUMBERS.has(option.kind) ? defaultNumber(option) : undefined;
  return number === undefined ? [] : [{ text: number, isQuoted: false, detail: 'the default' }];
}
