/** What a disk shows to the guest. Facts: xlu_disk_parse, libxl_disk.c. */
import type { SpecFact } from '../facts.ts';
import { givenValue } from '../pieces.ts';
import { servingDomain } from '../toolkit/domains.ts';
import type { DiskSpec } from './ast.ts';

export function diskFacts(spec: DiskSpec): readonly SpecFact[] {
  const { pdev_path, script, backend_domname, readwrite } = spec.fields;
  const span = pdev_path ? givenValue(spec, 'target') : undefined;
  if (!pdev_path || !span || !isComparable(pdev_path, script)) return [];
  const key = [servingDomain(backend_domname), scriptName(script), normalised(pdev_path)].join('\n');
  return [
    { span, content: { kind: 'diskTarget', key, text: pdev_path, option: 'disk', writable: readwrite } },
  ];
}

/** What a relative path leads to depends on where xl runs. */
const isComparable = (target: string, script: string | null): boolean =>
  script !== null || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(target);

/** A path that the system takes for the same; what `..` leads to depends on links. */
const normalised = (target: string): string =>
  target.startsWith('/') ? target.replace(/(?<!\/)(?:\/+\.)+(?=\/|$)/g, '').replace(/\/+/g, '/') : target;

/** Scripts without a path are in this folder. */
const scriptName = (script: string | null): string => (script ?? '').replace(/^\/etc\/xen\/scripts\//, '');
