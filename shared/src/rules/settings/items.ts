/** Rules about the items of lists of devices. */
import type { Finding, Rule } from '../rule.ts';

/** Lists that xl walks through up to the first item that is no text (xlu_cfg_get_listitem in xl_parse.c). */
const DEVICE_LISTS = ['disk', 'vif', 'pci'] as const;

export const droppedItems: Rule = {
  code: 'dropped-items',
  severity: 'warning',
  summary: 'A list among the devices, which makes xl stop there.',
  details:
    'The devices of a list have to be strings. At the first item that is a list in itself xl stops, without a word: ' +
    "that item and all after it are no devices of the guest.\n\n```\ndisk = [ '/a,raw,xvda,rw', [ '/b,raw,xvdb,rw' ] ]     # one disk\n```",
  *check({ guest }): Iterable<Finding> {
    for (const name of DEVICE_LISTS) {
      const value = guest.settings.get(name)?.value;
      if (value?.kind !== 'list') continue;
      const index = value.items.findIndex((item) => item.kind === 'list');
      const item = value.items[index];
      if (item?.kind !== 'list') continue;
      const after = value.items.length - index - 1;
      yield {
        span: { start: item.start, end: item.end },
        message: `An item of ${name} has to be a string: xl drops this one${after > 0 ? ` and the ${after} after it` : ''} without a word. Take the inner brackets away.`,
      };
    }
  },
};
