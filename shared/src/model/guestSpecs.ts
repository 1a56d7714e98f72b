/** The specs of a guest: the strings of its options, read in their languages. */

import { languageOf } from '../languages/index.ts';
import type { ParsedSpec, SpecContext, SpecEffect, SpecLanguage } from '../languages/language.ts';
import { optionByName } from '../schema/index.ts';
import { existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { List, StringLiteral, Value } from '../syntax/index.ts';
import { asString, joinedString } from './effectiveSettings.ts';
import type { EffectiveSetting, Guest } from './guest.ts';
import type { LanguageReaders } from './languageReaders.ts';
import { numberOf } from './optionValues.ts';
import { totalsOfNodes } from './vnumaTotals.ts';

export interface GuestSpec<Spec extends ParsedSpec = ParsedSpec> {
  readonly option: string;
  readonly language: SpecLanguage<Spec>;
  readonly node: StringLiteral;
  readonly spec: Spec;
}

/** An item that is no string, where the language wants one. */
export interface WrongItem {
  readonly option: string;
  readonly language: SpecLanguage;
  readonly node: Value;
  /** How many items follow it. */
  readonly following: number;
  /** What xl does about it, where that is not the same for every such item. */
  readonly effect?: SpecEffect | 'restDropped';
}

export interface GuestSpecs {
  /** In the order of the options, then of the text. */
  readonly specs: readonly GuestSpec[];
  /** Those of `specs` with faults. */
  readonly faulty: readonly GuestSpec[];
  readonly wrongItems: readonly WrongItem[];
  /** The specs of the options of a language, in the order of `specs`. The same array each time. */
  readonly of: <Spec extends ParsedSpec>(language: SpecLanguage<Spec>) => readonly GuestSpec<Spec>[];
}

/** Puts together what was read of a guest. */
export function guestSpecs(specs: readonly GuestSpec[], wrongItems: readonly WrongItem[]): GuestSpecs {
  const byLanguage = new Map<SpecLanguage, GuestSpec[]>();
  for (const one of specs) {
    const known = byLanguage.get(one.language);
    if (known) known.push(one);
    else byLanguage.set(one.language, [one]);
  }
  return {
    specs,
    faulty: specs.filter(({ spec }) => spec.faults.length > 0),
    wrongItems,
    // What a language has read is of the type that its reader gives.
    of: <Spec extends ParsedSpec>(language: SpecLanguage<Spec>) =>
      (byLanguage.get(language) ?? NONE) as readonly GuestSpec[] as readonly GuestSpec<Spec>[],
  };
}

const NONE: readonly never[] = [];

/** Reads the strings of every option that the xl of `xenVersion` reads for this guest. */
export function readSpecs(guest: Guest, xenVersion: XenVersion, readers: LanguageReaders): GuestSpecs {
  const context: SpecContext = {
    xenVersion,
    guestType: guest.type,
    numberOf: (option) =>
      numberOf(guest.settings.get(option)) ??
      (option === 'maxvcpus' ? vcpusOfNodes(guest, xenVersion) : null),
    isWhole: true,
  };
  const specs: GuestSpec[] = [];
  const wrongItems: WrongItem[] = [];
  for (const setting of guest.settings.values()) {
    const { name } = setting;
    const language = languageOf(name);
    const option = optionByName.get(name);
    if (!language || !option || !existsIn(xenVersion, option) || !option.guestTypes.includes(guest.type))
      continue;
    const groups = groupsOf(setting, language);
    const form = setting.value.kind === 'list' ? 'list' : 'text';
    const read = readers.readerFor(name, language, { ...context, form });
    const parsed = read(groups.map(({ nodes }) => nodes.map(({ content }) => content.text)));
    for (const [at, { nodes, wrong }] of groups.entries()) {
      const ofGroup = parsed[at] ?? NONE;
      for (const [index, node] of nodes.entries()) {
        const spec = ofGroup[index];
        if (spec) specs.push({ option: name, language, node, spec });
      }
      if (wrong)
        wrongItems.push({
          option: name,
          language,
          node: wrong.node,
          following: wrong.following,
          ...effectOf(language, wrong, context),
        });
    }
  }
  return guestSpecs(specs, wrongItems);
}

/** xl counts the vCPUs of the NUMA nodes where the file does not say how many there may be. */
function vcpusOfNodes(guest: Guest, xenVersion: XenVersion): bigint | null {
  const value = guest.settings.get('vnuma')?.value;
  const option = optionByName.get('vnuma');
  if (value?.kind !== 'list' || !option || !existsIn(xenVersion, option)) return null;
  return totalsOfNodes(value.items, xenVersion)?.vcpus ?? null;
}

/** In groups a list is wrong only within one. */
function effectOf(
  { shape, wrongItemAt, wrongInGroup }: SpecLanguage,
  { node, index }: Wrong,
  context: SpecContext,
): Pick<WrongItem, 'effect'> {
  if (shape === 'groups' && node.kind === 'list') return { effect: wrongInGroup ?? 'restDropped' };
  return wrongItemAt ? { effect: wrongItemAt(index, context) } : {};
}

interface Wrong {
  readonly node: Value;
  readonly index: number;
  readonly following: number;
}

interface Group {
  readonly nodes: readonly StringLiteral[];
  readonly wrong?: Wrong;
}

/** The strings that belong together: all of a list, each inner list of a list of lists, or a single value. */
function groupsOf({ value }: EffectiveSetting, { shape, wrongItem, wrongInGroup }: SpecLanguage): Group[] {
  if (value.kind === 'invalid') return [];
  if (value.kind === 'atom') {
    const text = joinedString(value.nodes);
    return shape.startsWith('text') && text ? [{ nodes: [text] }] : [];
  }
  if (shape === 'text') return [];
  if (shape !== 'groups') return [stringsOf(value.items, wrongItem !== 'ignored')];
  const groups: Group[] = [];
  for (const [index, item] of value.items.entries()) {
    if (item.kind === 'list') groups.push(stringsOf((item satisfies List).items, wrongInGroup !== 'ignored'));
    else groups.push({ nodes: [], wrong: { node: item, index, following: value.items.length - index - 1 } });
  }
  return groups;
}

/** The strings up to the first item that is none, or all of them. */
function stringsOf(items: readonly Value[], stops: boolean): Group {
  const nodes: StringLiteral[] = [];
  let wrong: Group['wrong'];
  for (const [index, item] of items.entries()) {
    if (item.kind === 'string' || item.kind === 'number') {
      nodes.push(asString(item));
      continue;
    }
    if (item.kind === 'list') wrong ??= { node: item, index, following: items.length - index - 1 };
    if (stops) break;
  }
  return wrong ? { nodes, wrong } : { nodes };
}
