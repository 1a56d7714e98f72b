/** What disks show to the guest, and who serves them. Facts: xlu_disk_parse, libxl_disk.c. */
import { placeIn } from '../../edits/stringEdits.ts';
import type { DiskPart, DiskSpec } from '../../languages/disk/ast.ts';
import { memoizeByObject } from '../../memoize.ts';
import type { Span } from '../../span.ts';
import { backendAbout, isGuestName, servingDomain } from './backend.ts';
import { type About, at, type DraftFact, type FactReader } from './draft.ts';

/** A fact, and which part of which disk's spec says it. */
interface SpecFact {
  readonly about: About;
  readonly span: Span;
}

/** Target and backend of each disk that xl takes. */
export const diskFacts: FactReader = ({ guest }) => {
  const drafts: DraftFact[] = [];
  const all = factsOfAll(guest.diskSpecs);
  for (const [index, { node }] of guest.disks.entries()) {
    for (const { about, span } of all[index] ?? NONE) drafts.push(at(placeIn(node, span), about));
  }
  return drafts;
};

const NONE: readonly SpecFact[] = [];

// Lists and specs outlive the versions of a document.

const factsOf = memoizeByObject((spec: DiskSpec): readonly SpecFact[] =>
  spec.errors.length > 0 ? NONE : [...targetFact(spec), ...backendFactOf(spec)],
);

/** By index. */
const factsOfAll = memoizeByObject((specs: readonly DiskSpec[]): readonly (readonly SpecFact[])[] =>
  specs.map(factsOf),
);

function targetFact({ fields, parts }: DiskSpec): readonly SpecFact[] {
  const { pdev_path, script, backend_domname, readwrite } = fields;
  const span = pdev_path ? parts.map(targetSpan).findLast((one) => one !== undefined) : undefined;
  if (!pdev_path || !span || !isComparable(pdev_path, script)) return NONE;
  const key = [servingDomain(backend_domname), scriptName(script), normalised(pdev_path)].join('\n');
  return [{ about: { kind: 'diskTarget', key, text: pdev_path, option: 'disk', writable: readwrite }, span }];
}

function backendFactOf({ parts }: DiskSpec): readonly SpecFact[] {
  const backend = parts.findLast((part) => part.kind === 'parameter' && part.name === 'backend');
  if (backend?.kind !== 'parameter' || !isGuestName(backend.value)) return NONE;
  return [{ about: backendAbout('disk', backend.value), span: backend.valueSpan }];
}

function targetSpan(part: DiskPart): Span | undefined {
  if (part.kind === 'parameter' && part.name === 'target') return part.valueSpan;
  return part.kind === 'positional' && part.role === 'target' ? part.valueSpan : undefined;
}

/** What a relative path leads to depends on where xl runs. */
const isComparable = (target: string, script: string | null): boolean =>
  script !== null || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(target);

/** A path that the system takes for the same; what `..` leads to depends on links. */
const normalised = (target: string): string =>
  target.startsWith('/') ? target.replace(/(?<!\/)(?:\/+\.)+(?=\/|$)/g, '').replace(/\/+/g, '/') : target;

/** Scripts without a path are in this folder. */
const scriptName = (script: string | null): string => (script ?? '').replace(/^\/etc\/xen\/scripts\//, '');
