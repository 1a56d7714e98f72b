/** Quotes and spaces around the target of a disk. Facts: libxlu_disk_l.l: white space is skipped before a parameter, not after it. */
import { fixWith } from '../../edits/stringEdits.ts';
import { withoutPadding } from '../../languages/toolkit/padding.ts';
import { diskRule } from './diskRule.ts';
import { editPart, spanInFile } from './specEdits.ts';

export const diskPadding = diskRule(
  'padded',
  {
    code: 'disk-padding',
    source: 'libxlu_disk_l.l',
    severity: 'warning',
    summary: 'Quotes or spaces around the target of a disk, which are part of it.',
    details:
      'Inside a string xl takes everything up to the comma for the target, spaces and quotes included: there is no such file, and ' +
      'the guest does not start.\n\n```\ndisk = [ \'vdev=xvda,format=raw,target="/dev/vg/a"\' ]     # no such file\n' +
      "disk = [ 'vdev=xvda,format=raw,target=/dev/vg/a' ]\n```",
  },
  function* (disk) {
    if (disk.spec.faults.length > 0) return;
    for (const part of disk.spec.tree) {
      if (part.kind !== 'positional' && part.kind !== 'parameter') continue;
      if (part.kind === 'positional' ? part.role !== 'target' : !PADDED.has(part.name)) continue;
      const bare = withoutPadding(part.value);
      if (bare === part.value || bare === '') continue;
      const what = /["']/.test(part.value) ? 'quotes' : 'space';
      yield {
        span: spanInFile(disk, part.valueSpan),
        message: `The ${what} around the ${part.kind === 'parameter' ? part.name : 'target'} ${what === 'quotes' ? 'are' : 'is'} part of it: the guest does not start. Use \`${bare}\`.`,
        fixes: fixWith(`Change to ${bare}`, editPart(disk, part.valueSpan, bare), { preferred: true }),
      };
    }
  },
);

const PADDED: ReadonlySet<string> = new Set(['target', 'script', 'backend']);
