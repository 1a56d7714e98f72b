import type { Fix } from '../../edits/edit.ts';
import type { ItemEffect } from '../../languages/language.ts';
import { spanOf } from '../../span.ts';
import type { Value } from '../../syntax/index.ts';
import { type Rule, type RuleContext, withFixes } from '../rule.ts';
import { OUTCOME, SEVERITY } from './effects.ts';

interface Item {
  readonly option: string;
  readonly node: Value;
  readonly following: number;
  readonly effect: ItemEffect;
  readonly noun: string;
  readonly wanted: 'a string' | 'a list of strings';
}

/** The items of the list of an option; none if several settings make it up. */
function itemsOf({ guest }: RuleContext, option: string): readonly Value[] {
  const [only, another] = guest.settings.get(option)?.parts ?? [];
  return another === undefined && only?.value?.kind === 'list' ? only.value.items : [];
}

function* nonStringItems({ specs }: RuleContext): Generator<Item> {
  for (const { option, node, following, language, effect } of specs.nonStringItems) {
    const isGroup = language.shape === 'groups' && node.kind !== 'list';
    yield {
      option,
      node,
      following,
      effect: effect ?? language.nonStringItem,
      noun: language.noun,
      wanted: isGroup ? 'a list of strings' : 'a string',
    };
  }
}

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * The strings of an inner list become items of the outer one. Preferred only where xl rejects the list as it is: where it
 * ignores the strings, it may reject the file once it reads them.
 */
function unwrapFix({ node, effect }: Item, text: string): readonly Fix[] {
  if (node.kind !== 'list' || !node.closed || !node.items.every(({ kind }) => kind === 'string')) return [];
  const [first, last] = [node.items[0], node.items.at(-1)];
  if (!first || !last) return [];
  const opening = { start: node.start, end: first.start };
  const closing = { start: last.end, end: node.end };
  // Comments and a last comma stay, and would not fit there.
  const isBare =
    isBlank(text.slice(opening.start + 1, opening.end)) &&
    isBlank(text.slice(closing.start, closing.end - 1));
  if (!isBare) return [];
  const edits = [opening, closing].map((span) => ({ ...span, newText: '' }));
  return [
    {
      title: 'Remove inner brackets',
      preferred: effect !== 'restDropped' && SEVERITY[effect] === 'error',
      edits,
    },
  ];
}

/** All strings of a list, which has nothing else, become one inner list. */
function wrapFix(nodes: readonly Value[], all: readonly Value[]): readonly Fix[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last || nodes.length !== all.length || !nodes.every(({ kind }) => kind === 'string'))
    return [];
  const edits = [
    { start: first.start, end: first.start, newText: '[ ' },
    { start: last.end, end: last.end, newText: ' ]' },
  ];
  return [{ title: 'Add inner brackets', preferred: true, edits }];
}

const outcomeOf = ({ effect, following }: Item): string =>
  effect === 'restDropped'
    ? `xl drops it${following > 0 ? ` and the ${following} after it` : ''} silently`
    : OUTCOME[effect];

export const nonStringItem: Rule = {
  code: 'wrong-item',
  source: 'xl_parse.c:parse_config_data libxlu_cfg.c:xlu_cfg_get_listitem',
  severity: 'warning',
  summary: 'A list item of the wrong kind.',
  details:
    'The items of `disk`, `vif`, `pci` and the like must be strings, those of `vnuma` and `vsnd` lists of strings. ' +
    'What xl does with another item depends on the option: it stops reading there silently, rejects the file, or ' +
    "crashes.\n\n```\ndisk = [ '/a,raw,xvda,rw', [ '/b,raw,xvdb,rw' ] ]     # one disk\n```",
  *check(context) {
    const reported = new Set<string>();
    const items = [...nonStringItems(context)];
    for (const item of items) {
      const { option, node, effect, wanted, noun } = item;
      // One pair of brackets is missing around all of them.
      if (wanted === 'a list of strings' && reported.has(option)) continue;
      reported.add(option);
      const fixes =
        wanted === 'a string'
          ? unwrapFix(item, context.file.text)
          : wrapFix(
              items.flatMap((one) => (one.option === option ? one.node : [])),
              itemsOf(context, option),
            );
      yield {
        severity: effect === 'restDropped' ? 'warning' : SEVERITY[effect],
        span: spanOf(node),
        message: `Items of \`${option}\` must be ${wanted}: ${outcomeOf(item)}. ${wanted === 'a string' ? 'Remove the inner brackets.' : `Put the strings of each ${noun} in their own brackets.`}`,
        ...withFixes(fixes),
      };
    }
  },
};
