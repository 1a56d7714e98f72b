/** Disks whose parts are separate strings: `[ '/dev/vg/a', 'raw', 'xvda', 'rw' ]`, which xl reads as four disks. */

import type { Fix } from '../../edits/edit.ts';
import { memoizeInContext } from '../../memoize.ts';
import { disksOf, type GuestDisk, modernSpec, parseDiskSpec } from '../../model/disks.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import { encodeString } from '../../syntax/index.ts';
import type { RuleContext } from '../rule.ts';

interface SplitDisk {
  /** In the order of the list; xl rejects each of them. */
  readonly pieces: readonly GuestDisk[];
  /** The disk as one string, which xl accepts. */
  readonly text: string;
}

/** A target begins another disk. */
const beginsDisk = ({ spec }: GuestDisk): boolean => spec.text.includes('/');

function splitDiskFrom(pieces: readonly GuestDisk[], xenVersion: XenVersion): SplitDisk | null {
  const [first] = pieces;
  const lacksVdev = first?.spec.faults.some(({ rule }) => rule === 'disk-missing-vdev');
  if (pieces.length < 2 || !lacksVdev || pieces.some(({ spec }) => spec.faults.length === 0)) return null;
  const joined = parseDiskSpec(pieces.map(({ spec }) => spec.text.trim()).join(','), xenVersion);
  return joined.faults.length > 0 ? null : { pieces, text: modernSpec(joined, xenVersion) ?? joined.text };
}

/** The split disks of a guest, by each of their pieces. */
const splitDisks = memoizeInContext(
  (specs: GuestSpecs, xenVersion: XenVersion): ReadonlyMap<GuestDisk, SplitDisk> => {
    const groups: GuestDisk[][] = [];
    for (const disk of disksOf(specs)) {
      const last = groups.at(-1);
      if (last && !beginsDisk(disk)) last.push(disk);
      else groups.push([disk]);
    }
    return new Map(
      groups.flatMap((pieces) => {
        const split = splitDiskFrom(pieces, xenVersion);
        return split ? pieces.map((piece) => [piece, split] as const) : [];
      }),
    );
  },
  (a, b) => a === b,
);

/** The disk that the string is a piece of; undefined where it is a disk of its own. */
export const splitDiskOf = (
  disk: GuestDisk,
  { specs, settings }: Pick<RuleContext, 'specs' | 'settings'>,
): SplitDisk | undefined => splitDisks(specs, settings.xenVersion).get(disk);

/** A fix that makes one string of the pieces; none where there is more than commas between them. */
export function joinFix({ pieces, text }: SplitDisk, { file }: RuleContext): readonly Fix[] {
  const nodes = pieces.map(({ node }) => node);
  const [first] = nodes;
  const last = nodes.at(-1);
  const gaps = nodes.slice(1).map(({ start }, index) => file.text.slice(nodes[index]?.end, start));
  const encoded = first && encodeString(text, first.quote);
  if (!first || !last || !encoded || gaps.some((gap) => !/^\s*,\s*$/.test(gap))) return [];
  const newText = `${first.quote}${encoded}${first.quote}`;
  return [
    { title: `Join to ${text}`, preferred: true, edits: [{ start: first.start, end: last.end, newText }] },
  ];
}
