/** VNC displays that two guests ask for. Facts: see readers/displays.ts. */

import { sharedFactRule } from './sharedFact.ts';
import type { WorkspaceRule } from './workspaceRule.ts';

const duplicateDisplay = sharedFactRule(
  'vncDisplay',
  {
    code: 'duplicate-vnc-display',
    severity: 'warning',
    summary: 'Two guests that ask for one VNC display.',
    details:
      'With `vncunused = 0` a guest takes the display of its `vncdisplay` and no other: QEMU does not start where another ' +
      'guest has it. Without it, which is the default, `vncdisplay` is only where the search for a free display begins, so ' +
      'that the second guest gets another number than the file says; that finding is an information.',
  },
  {
    related: 'The same display.',
    severity: ({ fixed }) => (fixed ? 'warning' : 'information'),
    message: (other, { key, fixed }) => {
      const effect = fixed
        ? 'this guest does not start while the other one has the display'
        : 'the one that starts later gets another display';
      return `${other} asks for VNC display ${key} too: ${effect}. Change the display of one of them.`;
    },
  },
);

export const displayRules: readonly WorkspaceRule[] = [duplicateDisplay];
