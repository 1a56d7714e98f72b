/** VNC displays that two guests ask for. Facts: see readers/displays.ts. */

import { factsOfKind } from '../facts.ts';
import { describeGuestOf, factsOfOtherGuests, relatedFacts, type WorkspaceRule } from './workspaceRule.ts';

const duplicateDisplay: WorkspaceRule = {
  code: 'duplicate-vnc-display',
  severity: 'warning',
  summary: 'Two guests that ask for one VNC display.',
  details:
    'With `vncunused = 0` a guest takes the display of its `vncdisplay` and no other: QEMU does not start where another ' +
    'guest has it. Without it, which is the default, `vncdisplay` is only where the search for a free display begins, so ' +
    'that the second guest gets another number than the file says; that finding is an information.',
  *check(context) {
    for (const fact of factsOfKind(context.file, 'vncDisplay')) {
      const others = factsOfOtherGuests(context, fact);
      const [first] = others;
      if (!first) continue;
      const effect = fact.fixed
        ? 'this guest does not start while the other one has the display'
        : 'the one that starts later gets another display';
      yield {
        fact,
        ...(fact.fixed ? {} : { severity: 'information' }),
        message: `${describeGuestOf(context, first)} asks for VNC display ${fact.key} too: ${effect}. Change the display of one of them.`,
        related: relatedFacts(others, 'The same display.'),
      };
    }
  },
};

export const displayRules: readonly WorkspaceRule[] = [duplicateDisplay];
