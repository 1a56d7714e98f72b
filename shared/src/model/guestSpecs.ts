/** The specs of a guest: the strings of its options, read in their languages. */

import { languageOf } from '../languages/index.ts';
import type { ItemEffect, ParsedSpec, SpecContext, SpecLanguage } from '../languages/language.ts';
import { optionByName } from '../schema/index.ts';
import { existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { List, StringLiteral, Value } from '../syntax/index.ts';
import { asString, joinedString } from './effectiveSettings.ts';
import type { EffectiveSetting, Guest } from './guest.ts';
import type { LanguageReaders } from './languageReaders.ts';
import { schemaContext } from './schemaContext.ts';
import { specNumbers } from './specNumbers.ts';

export interface GuestSpec<Spec extends ParsedSpec = ParsedSpec> {
  readonly option: string;
  readonly language: SpecLanguage<Spec>;
  readonly node: StringLiteral;
  readonly spec: Spec;
}

/** An item that is not a string, where the language wants one. */
export interface NonStringItem {
  readonly option: string;
  readonly language: SpecLanguage;
  readonly node: Value;
  /** How many items follow it. */
  readonly following: number;
  /** What xl does about it, where that is not the same for every such item. */
  readonly effect?: ItemEffect;
}

export interface GuestSpecs {
  /** In the order of the options, then of the text. */
  readonly specs: readonly GuestSpec[];
  /** Those of `specs` with faults. */
  readonly faulty: readonly GuestSpec[];
  readonly nonStringItems: readonly NonStringItem[];
  /** The specs of the options of a language, in the order of `specs`. The same array each time. */
  readonly of: <Spec extends ParsedSpec>(language: SpecLanguage<Spec>) => readonly GuestSpec<Spec>[];
  /** The same object for all versions of a document: what is known from one version to the next is kept by it. */
  readonly history: object;
}

/** Whether two are the same string, wherever in the file: a spec outlives the versions of a document. */
export const isSameSpec = (a: GuestSpec | undefined, b: GuestSpec | undefined): boolean =>
  a?.spec === b?.spec && a?.language === b?.language;

/** Puts together what was read of a guest. */
export function guestSpecs(
  specs: readonly GuestSpec[],
  nonStringItems: readonly NonStringItem[],
  history: object = {},
): GuestSpecs {
  const byLanguage = new Map<SpecLanguage, GuestSpec[]>();
  for (const one of specs) {
    const known = byLanguage.get(one.language);
    if (known) known.push(one);
    else byLanguage.set(one.language, [one]);
  }
  return {
    specs,
    faulty: specs.filter(({ spec }) => spec.faults.length > 0),
    nonStringItems,
    history,
    // What a language has read is of the type that its reader gives.
    of: <Spec extends ParsedSpec>(language: SpecLanguage<Spec>) =>
      (byLanguage.get(language) ?? NONE) as readonly GuestSpec[] as readonly GuestSpec<Spec>[],
  };
}

const NONE: readonly never[] = [];

/** Where and for whom the strings of a guest are read. */
export const specContext = (guest: Guest, xenVersion: XenVersion): SpecContext => ({
  ...schemaContext(guest, { xenVersion }),
  numberOf: specNumbers(guest, xenVersion),
  isWhole: true,
});

/** Reads the strings of every option that the xl of `xenVersion` reads for this guest. */
export function readSpecs(guest: Guest, xenVersion: XenVersion, readers: LanguageReaders): GuestSpecs {
  const context = specContext(guest, xenVersion);
  const specs: GuestSpec[] = [];
  const nonStringItems: NonStringItem[] = [];
  for (const setting of guest.settings.values()) {
    const { name } = setting;
    const language = languageOf(name);
    const option = optionByName.get(name);
    if (!language || !option || !existsIn(xenVersion, option) || !option.guestTypes.includes(guest.type))
      continue;
    if (language.architecture !== undefined && language.architecture !== guest.architecture) continue;
    const groups = groupsOf(setting, language);
    const form = setting.value.kind === 'list' ? 'list' : 'text';
    const read = readers.readerFor(name, language, { ...context, form });
    const parsed = read(groups.map(({ nodes }) => nodes.map(({ content }) => content.text)));
    for (const [at, { nodes, nonString }] of groups.entries()) {
      const ofGroup = parsed[at] ?? NONE;
      for (const [index, node] of nodes.entries()) {
        const spec = ofGroup[index];
        if (spec) specs.push({ option: name, language, node, spec });
      }
      if (nonString)
        nonStringItems.push({
          option: name,
          language,
          node: nonString.node,
          following: nonString.following,
          ...effectOf(language, nonString, context),
        });
    }
  }
  return guestSpecs(specs, nonStringItems, readers);
}

/** In groups a list is out of place only within another. */
function effectOf(
  { shape, nonStringItemAt, nestedList }: SpecLanguage,
  { node, index }: NonString,
  context: SpecContext,
): Pick<NonStringItem, 'effect'> {
  if (shape === 'groups' && node.kind === 'list') return { effect: nestedList ?? 'restDropped' };
  return nonStringItemAt ? { effect: nonStringItemAt(index, context) } : {};
}

interface NonString {
  readonly node: Value;
  readonly index: number;
  readonly following: number;
}

interface Group {
  readonly nodes: readonly StringLiteral[];
  readonly nonString?: NonString;
}

/** The strings that belong together: all of a list, each inner list of a list of lists, or a single value. */
function groupsOf({ value }: EffectiveSetting, { shape, nonStringItem, nestedList }: SpecLanguage): Group[] {
  if (value.kind === 'invalid') return [];
  if (value.kind === 'atom') {
    const text = joinedString(value.nodes);
    return shape.startsWith('text') && text ? [{ nodes: [text] }] : [];
  }
  if (shape === 'text') return [];
  if (shape !== 'groups') return [stringsOf(value.items, nonStringItem !== 'ignored')];
  const groups: Group[] = [];
  for (const [index, item] of value.items.entries()) {
    if (item.kind === 'list') groups.push(stringsOf((item satisfies List).items, nestedList !== 'ignored'));
    else
      groups.push({ nodes: [], nonString: { node: item, index, following: value.items.length - index - 1 } });
  }
  return groups;
}

/** The strings up to the first item that is none, or all of them. */
function stringsOf(items: readonly Value[], stops: boolean): Group {
  const nodes: StringLiteral[] = [];
  let nonString: Group['nonString'];
  for (const [index, item] of items.entries()) {
    if (item.kind === 'string' || item.kind === 'number') {
      nodes.push(asString(item));
      continue;
    }
    if (item.kind === 'list') nonString ??= { node: item, index, following: items.length - index - 1 };
    if (stops) break;
  }
  return nonString ? { nodes, nonString } : { nodes };
}
