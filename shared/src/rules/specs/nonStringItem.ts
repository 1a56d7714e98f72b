import type { ItemEffect } from '../../languages/language.ts';
import { spanOf } from '../../span.ts';
import type { Value } from '../../syntax/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { OUTCOME, SEVERITY } from './effects.ts';

interface Item {
  readonly option: string;
  readonly node: Value;
  readonly following: number;
  readonly effect: ItemEffect;
  readonly noun: string;
  readonly wanted: 'a string' | 'a list of strings';
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

const outcomeOf = ({ effect, following }: Item): string =>
  effect === 'restDropped'
    ? `xl drops it${following > 0 ? ` and the ${following} after it` : ''} silently`
    : OUTCOME[effect];

export const nonStringItem: Rule = {
  code: 'wrong-item',
  severity: 'warning',
  summary: 'A list item of the wrong kind.',
  details:
    'The items of `disk`, `vif`, `pci` and the like must be strings, those of `vnuma` and `vsnd` lists of strings. ' +
    'What xl does with another item depends on the option: it stops reading there silently, rejects the file, or ' +
    "crashes.\n\n```\ndisk = [ '/a,raw,xvda,rw', [ '/b,raw,xvdb,rw' ] ]     # one disk\n```",
  *check(context) {
    const reported = new Set<string>();
    for (const item of nonStringItems(context)) {
      const { option, node, effect, wanted, noun } = item;
      // One pair of brackets is missing around all of them.
      if (wanted === 'a list of strings' && reported.has(option)) continue;
      reported.add(option);
      yield {
        severity: effect === 'restDropped' ? 'warning' : SEVERITY[effect],
        span: spanOf(node),
        message: `An item of ${option} must be ${wanted}: ${outcomeOf(item)}. ${wanted === 'a string' ? 'Take the inner brackets away.' : `Put the strings of each ${noun} in their own brackets.`}`,
      };
    }
  },
};
