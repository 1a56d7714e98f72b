/** Rules about what only one guest should have. */

import type { GeneratedFix } from '../../edits/edit.ts';
import type { RuleDescription } from '../../rules/rule.ts';
import type { Fact, FactKind } from '../facts.ts';
import { factsOfKind } from '../facts.ts';
import {
  describeGuestOf,
  factsOfOtherGuests,
  relatedFacts,
  type WorkspaceFinding,
  type WorkspaceRule,
} from './workspaceRule.ts';

interface SharedFactText {
  /** What the facts of other guests are listed as: "The same UUID." */
  readonly related: string;
  /** `other`: the guest that has the fact too, with its file, to begin the sentence. */
  readonly message: (other: string, fact: Fact) => string;
  /** Where it is not that of the rule. */
  readonly severity?: (fact: Fact) => WorkspaceFinding['severity'];
  readonly generatedFix?: GeneratedFix;
}

/** A rule that reports each fact of the kind that another guest has too. */
export const sharedFactRule = (
  kind: FactKind,
  rule: RuleDescription,
  { related, message, severity, generatedFix }: SharedFactText,
): WorkspaceRule => ({
  ...rule,
  *check(context) {
    for (const fact of factsOfKind(context.file, kind)) {
      const others = factsOfOtherGuests(context, fact);
      const [first] = others;
      if (!first) continue;
      const own = severity?.(fact);
      yield {
        fact,
        ...(own && { severity: own }),
        message: message(describeGuestOf(context, first), fact),
        related: relatedFacts(others, related),
        ...(generatedFix && { generatedFix }),
      };
    }
  },
});
