/** What disks show to the guest, and who serves them. Facts: xlu_disk_parse, libxl_disk.c. */
import type { GuestDisk } from '../../model/guest.ts';
import type { Span } from '../../span.ts';
import type { DiskPart } from '../../specs/disk/ast.ts';
import { sourceSpan } from '../../syntax/index.ts';
import { backendFact, servingDomain } from './backend.ts';
import type { DraftFact, FactReader } from './draft.ts';

/** Target and backend of each disk that xl takes. */
export const diskFacts: FactReader = function* ({ guest }) {
  for (const disk of guest.disks) {
    if (disk.spec.errors.length > 0) continue;
    const target = targetFact(disk);
    if (target) yield target;
    const backend = disk.spec.parts.findLast((part) => part.kind === 'parameter' && part.name === 'backend');
    if (backend?.kind === 'parameter')
      yield* backendFact('disk', disk.node, backend.value, backend.valueSpan);
  }
};

function targetFact({ node, spec }: GuestDisk): DraftFact | undefined {
  const { pdev_path, script, backend_domname, readwrite } = spec.fields;
  const span = pdev_path ? spec.parts.map(targetSpan).findLast((one) => one !== undefined) : undefined;
  if (!pdev_path || !span || !isComparable(pdev_path, script)) return undefined;
  const place = sourceSpan(node.content, span.start, span.end);
  return {
    kind: 'diskTarget',
    key: JSON.stringify([servingDomain(backend_domname), scriptName(script), normalised(pdev_path)]),
    text: pdev_path,
    option: 'disk',
    writable: readwrite,
    ...place,
  };
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
