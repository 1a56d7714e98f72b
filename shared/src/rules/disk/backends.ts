/** Disks that the parser accepts, and for which libxl finds no backend. */
import { type BackendChoice, chooseBackend, type GuestDisk } from '../../model/disks.ts';
import { type Span, spanOf } from '../../span.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { diskRule } from './diskRule.ts';
import { spanInFile } from './specEdits.ts';
import { addField, changePart, partsWith, removeField, servedFixes } from './trials.ts';

type BackendRejection = Extract<BackendChoice, { kind: 'refused' }>;

/**
 * Why libxl rejects the disk, if it is for one of the reasons. libxl chooses the backend before it looks at the vdev, and with
 * a bootloader it never gets to the vdev.
 */
function rejectionOf(
  disk: GuestDisk,
  { guest, settings }: RuleContext,
  reasons: readonly BackendRejection['reason'][],
): BackendRejection | null {
  if (disk.spec.faults.length > 0) return null;
  const choice = chooseBackend(disk.spec.fields, guest.type, settings.xenVersion);
  return choice.kind === 'refused' && reasons.includes(choice.reason) ? choice : null;
}

const itemSpan = ({ node }: GuestDisk): Span => spanOf(node);

/** What a backend may not be able to do. */
const DEMANDS = ['backendtype', 'script', 'specification', 'colo'] as const;

const EMPTY_DISK_MESSAGES: Partial<Record<BackendRejection['reason'], string>> = {
  'empty-no-cdrom': 'Only CD-ROM drives can be empty: `xl create` fails. Add `cdrom`, or use another format.',
  'empty-with-target':
    'An empty drive cannot have a target: `xl create` fails. Remove the target, or use `format=raw`.',
  'empty-target': 'The target is empty: `xl create` fails. Use the device or file of the disk.',
};

const emptyDisk = diskRule(
  'withoutBackend',
  {
    code: 'vdev-empty',
    source: 'libxl_device.c:libxl__device_disk_set_backend',
    isAfterParsing: true,
    severity: 'error',
    summary: 'An empty disk that is not a CD-ROM drive, an empty drive with a target, or an empty target.',
    details:
      'The parser takes the spec, but libxl rejects it when the guest is created: "Disk vdev=xvda is empty but not ' +
      'cdrom". `format=empty` is for drives without a medium.',
  },
  function* (disk, context) {
    const found = rejectionOf(disk, context, ['empty-no-cdrom', 'empty-with-target', 'empty-target']);
    if (!found) return;
    yield {
      span: itemSpan(disk),
      stage: 'setup',
      message: EMPTY_DISK_MESSAGES[found.reason] ?? '',
      fixes: servedFixes(
        disk,
        () => [
          ...(found.reason === 'empty-no-cdrom' ? [addField(disk, 'cdrom')] : []),
          ...(found.reason === 'empty-with-target'
            ? [
                ...partsWith(disk.spec, 'target').map((part) => removeField(disk, part)),
                ...partsWith(disk.spec, 'format').map(({ valueSpan }) => changePart(disk, valueSpan, 'raw')),
              ]
            : []),
        ],
        context,
      ),
    };
  },
);

const noBackend = diskRule(
  'withoutBackend',
  {
    code: 'vdev-no-backend',
    source: 'libxl_device.c:disk_try_backend,libxl__device_disk_set_backend',
    isAfterParsing: true,
    severity: 'error',
    summary: 'A disk that no backend can serve.',
    details:
      'The parser takes the spec, but libxl finds no backend for it and creates no guest ("no suitable backend"). ' +
      'phy serves raw targets alone, and scripts; qdisk serves all formats and no scripts; standalone serves ' +
      '`specification=virtio`. Leave `backendtype` out and xl takes the first that fits.',
  },
  function* (disk, context) {
    const found = rejectionOf(disk, context, ['cdrom-backend', 'none-suitable']);
    if (!found) return;
    const part = disk.spec.tree.find((one) => one.kind === 'parameter' && one.name === 'backendtype');
    const why = found.tried.map(({ backend, because }) => `${backend} ${because}`).join(', ');
    yield {
      span: part ? spanInFile(disk, part) : itemSpan(disk),
      stage: 'setup',
      fixes: servedFixes(
        disk,
        () =>
          DEMANDS.flatMap((name) =>
            disk.spec.tree
              .filter((one) => (one.kind === 'parameter' || one.kind === 'flag') && one.name === name)
              .map((one) => removeField(disk, one, name === 'backendtype')),
          ),
        context,
      ),
      message:
        found.reason === 'cdrom-backend'
          ? 'The CD-ROM drive of an HVM guest cannot have this backend: `xl create` fails. Remove `backendtype`.'
          : `No backend supports this disk: \`xl create\` fails (${why}). ${part ? 'Remove `backendtype`, or change the format.' : 'Change the format, or remove what conflicts with it.'}`,
    };
  },
);

export const backendRules: readonly Rule[] = [emptyDisk, noBackend];
