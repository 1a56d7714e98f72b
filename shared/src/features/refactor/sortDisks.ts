import { specIn } from '../../document/specStrings.ts';
import { DISK, disksOf, parseVdev } from '../../model/disks.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import type { List } from '../../syntax/index.ts';
import { hasQuotes } from './literals.ts';
import type { Offer, Refactoring, RefactorTarget } from './refactoring.ts';
import { reorderedItems } from './reorderItems.ts';

const TITLE = 'Sort the disks by vdev';

/**
 * The disks in the order of their device numbers. The guest sees the same disks; only a bootloader looks at the order:
 * it reads the first one (libxl_bootloader.c), and the title says where that changes.
 */
export const sortDisks: Refactoring = {
  kinds: ['guest'],
  offers: (target) => {
    const { name, value } = target.setting;
    return name.text === 'disk' && value.kind === 'list' && value.items.length > 1
      ? offersFor(target, value)
      : [];
  },
};

function offersFor({ doc }: RefactorTarget, list: List): readonly Offer[] {
  const vdevs = list.items.map((item) => {
    const spec = item.kind === 'string' && hasQuotes(item) ? specIn(doc, DISK, item) : undefined;
    const name = spec?.faults.length === 0 ? spec.fields.vdev : null;
    return { name, number: name === null ? undefined : parseVdev(name)?.number };
  });
  const numbers = vdevs.flatMap(({ number }) => number ?? []);
  if (numbers.length < vdevs.length) {
    return [{ title: TITLE, disabled: 'The vdev of a disk is missing, or none that libxl knows.' }];
  }
  const order = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  if (order.every((from, index) => from === index)) return [];
  const newText = reorderedItems(doc.file.text, list, order);
  if (newText === undefined) return [];
  const isFirst = list.items.some((item) => item === disksOf(doc.specs)[0]?.node);
  const read = optionValuesOf(doc.guest, doc.settings.xenVersion);
  const first = vdevs[order[0] ?? 0]?.name;
  const isBooted = isFirst && order[0] !== 0 && read.guestType !== 'hvm' && read.text('bootloader') !== null;
  return [
    {
      title: isBooted ? `${TITLE} (the bootloader then reads ${first})` : TITLE,
      edits: [{ start: list.start + 1, end: list.end - 1, newText }],
    },
  ];
}
