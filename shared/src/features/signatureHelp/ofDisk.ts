/** The signature of a disk, and where in it the cursor is. */

import type { DiskPart, DiskSpec } from '../../languages/disk/ast.ts';
import { parseDiskSpec } from '../../languages/disk/parser.ts';
import { DISK_PARAMETERS, diskParameter, diskPrefix } from '../../languages/disk/schema/index.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { touches } from '../../span.ts';
import { keyBefore, segmentAt } from './segment.ts';
import type { Entry } from './signature.ts';

/** The fields that need no name in their order, then the others. */
export const diskEntries = (xenVersion: XenVersion): Entry[] =>
  DISK_PARAMETERS.filter((parameter) => existsIn(xenVersion, parameter)).map((parameter) => {
    const { form, name, position } = parameter;
    return { parameter, text: position === undefined && form === 'value' ? `${name}=` : name };
  });

/** The parameter that the decoded offset `at` is in, or would be; undefined where it can be none, or one of many. */
export function diskParameterAt(spec: DiskSpec, at: number, xenVersion: XenVersion): string | undefined {
  // It takes all that follows.
  if (spec.tree.some((one) => one.kind === 'parameter' && one.name === 'target' && one.end <= at))
    return 'target';
  const part = spec.tree.findLast((one) => touches(one, at));
  if (part?.kind === 'parameter' && part.known) return part.name;
  const segment = segmentAt(spec.text, ',', at);
  const key = keyBefore(spec.text, segment);
  if (key !== undefined) return diskParameter(key)?.form === 'value' ? key : undefined;
  const name = part && nameOf(part, at);
  if (name !== undefined) return name;
  const { nextRole } = parseDiskSpec(spec.text.slice(0, segment.start), xenVersion);
  // `hdc:` with nothing behind it looks like a prefix to xl; what comes next there is the type of drive.
  const isDevtype = part?.kind === 'prefix' && part.end === at && !diskPrefix(part.name);
  return nextRole === 'vdev' && isDevtype ? 'devtype' : nextRole;
}

function nameOf(part: DiskPart, at: number): string | undefined {
  switch (part.kind) {
    case 'flag':
      return part.name;
    case 'positional':
      return part.devtype && touches(part.devtype.span, at) ? 'devtype' : part.role;
    default:
      return undefined;
  }
}
