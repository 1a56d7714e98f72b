import { isIn, type SpecString, specStrings } from '../../document/specStrings.ts';
import { editIn } from '../../edits/stringEdits.ts';
import { DISK, type DiskSpec, hasModernSyntax, specByName, specByPosition } from '../../model/disks.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import { hasQuotes } from './literals.ts';
import type { Offer, Refactoring } from './refactoring.ts';
import { overlaps } from './target.ts';

type DiskString = SpecString<DiskSpec>;

interface Form {
  /** What it is converted to, after "Convert disk". */
  readonly title: string;
  /** Whether a spec has something that this form would write otherwise. */
  readonly changes: (spec: DiskSpec) => boolean;
  readonly write: (spec: DiskSpec, xenVersion: XenVersion) => string | null;
  /** Why it cannot be written so. */
  readonly obstacle: string;
}

/** The parameters that have a position, and the one that `cdrom` says better. */
const WITH_POSITION: ReadonlySet<string> = new Set(['target', 'format', 'vdev', 'access', 'devtype']);

const FORMS: readonly Form[] = [
  {
    title: 'to named parameters',
    changes: ({ tree: parts }) => parts.some(({ kind }) => kind === 'positional' || kind === 'prefix'),
    write: specByName,
    obstacle: 'xl would not read the same disk from named parameters.',
  },
  {
    title: 'to target, format, vdev, access',
    changes: ({ tree: parts }) =>
      parts.some((part) => part.kind === 'parameter' && WITH_POSITION.has(part.name)),
    write: specByPosition,
    obstacle: 'xl would not read the same disk from positions: a comma in the target needs target=.',
  },
];

/** Named parameters for positions, and back: of the disk at the cursor, or of all that are selected. */
export const rewriteDisks: Refactoring = {
  kinds: ['guest'],
  offers: ({ doc, setting, selection }) => {
    const { xenVersion } = doc.settings;
    if (setting.name.text !== 'disk' || !hasModernSyntax(xenVersion)) return [];
    const disks = specStrings(doc).filter(
      (one): one is DiskString =>
        isIn(DISK, one) &&
        overlaps(one.node, selection) &&
        hasQuotes(one.node) &&
        one.spec.faults.length === 0,
    );
    return FORMS.flatMap((form) => offer(form, disks, xenVersion));
  },
};

function offer(
  { title, changes, write, obstacle }: Form,
  disks: readonly DiskString[],
  xenVersion: XenVersion,
): Offer[] {
  const changing = disks.filter(({ spec }) => changes(spec));
  if (changing.length === 0) return [];
  const edits = changing.flatMap(({ node, spec }) => {
    const text = write(spec, xenVersion);
    return text === null ? [] : (editIn(node, { start: 0, end: spec.text.length }, text) ?? []);
  });
  const what = edits.length > 1 ? `${edits.length} disks` : 'disk';
  const full = `Convert ${what} ${title}`;
  return [edits.length > 0 ? { title: full, edits } : { title: full, disabled: obstacle }];
}
