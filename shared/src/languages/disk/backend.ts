/**
 * Which backend serves a disk, and which disks libxl rejects when it sets them up (libxl__device_disk_setdefault in
 * libxl_disk.c; disk_try_backend and libxl__device_disk_set_backend in libxl_device.c). What depends on the host,
 * such as whether the target exists, is left out.
 */

import type { GuestType } from '../../schema/types.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { isHost } from '../toolkit/domains.ts';
import type { DiskBackend, DiskFields } from './fields.ts';

export type ServingBackend = Exclude<DiskBackend, 'unknown'>;

export type BackendChoice =
  | {
      readonly kind: 'served';
      /** The first that fits; a second one where the host decides. */
      readonly by: readonly { readonly backend: ServingBackend; readonly when?: string }[];
      /** Why others were passed over. */
      readonly passedOver: readonly Unsuitable[];
    }
  | { readonly kind: 'refused'; readonly reason: BackendRefusal; readonly tried: readonly Unsuitable[] };

export type BackendRefusal =
  | 'empty-no-cdrom'
  | 'empty-with-target'
  | 'empty-target'
  | 'cdrom-backend'
  | 'none-suitable';

export interface Unsuitable {
  readonly backend: ServingBackend;
  /** Continues "phy: ...". */
  readonly because: string;
}

/** The order in which libxl tries them. */
const ORDER: readonly ServingBackend[] = ['phy', 'qdisk', 'tap', 'standalone'];

/** What libxl of `xenVersion` does with a disk whose spec has no errors. */
export function chooseBackend(
  fields: DiskFields,
  guestType: GuestType,
  xenVersion: XenVersion,
): BackendChoice {
  const refused = (reason: BackendRefusal, tried: readonly Unsuitable[] = []): BackendChoice => ({
    kind: 'refused',
    reason,
    tried,
  });
  const cdromOfHvm = fields.is_cdrom && guestType === 'hvm';
  if (cdromOfHvm && !cdromBackends(xenVersion).includes(fields.backend)) return refused('cdrom-backend');
  if (fields.format === 'empty' && !fields.is_cdrom) return refused('empty-no-cdrom');
  if (fields.format === 'empty' && fields.pdev_path && !getsEmptyFile(fields, xenVersion))
    return refused('empty-with-target');
  const wanted = cdromOfHvm && fields.backend === 'unknown' ? 'qdisk' : fields.backend;
  if (isLookedUp(fields, wanted) && !fields.pdev_path) return refused('empty-target');
  const candidates = wanted === 'unknown' ? ORDER : [wanted];
  const passedOver: Unsuitable[] = [];
  for (const backend of candidates) {
    const because = unsuitable(fields, backend, xenVersion);
    if (because === null) {
      return { kind: 'served', by: hostDecides(fields, backend, candidates, xenVersion), passedOver };
    }
    passedOver.push({ backend, because });
  }
  return refused('none-suitable', passedOver);
}

/** Whether the target is a path on the host: no script's word, and not for another domain to look up. */
export const isHostPath = ({ format, script, backend_domname }: DiskFields): boolean =>
  format !== 'empty' && script === null && isHost(backend_domname);

/** Whether libxl looks for the target on the host; a path without a letter is never there. */
const isLookedUp = (fields: DiskFields, wanted: DiskBackend): boolean =>
  isHostPath(fields) && (wanted === 'unknown' || wanted === 'phy' || wanted === 'standalone');

/** Since 4.19 libxl gives an empty drive of phy on the host an empty file, in place of any target. */
const getsEmptyFile = ({ backend, backend_domname }: DiskFields, xenVersion: XenVersion): boolean =>
  backend === 'phy' && isHost(backend_domname) && atLeast(xenVersion, '4.19');

const cdromBackends = (xenVersion: XenVersion): readonly DiskBackend[] =>
  atLeast(xenVersion, '4.19') ? ['unknown', 'qdisk', 'phy'] : ['unknown', 'qdisk'];

/** Up to 4.5 phy took block devices only, so that an image file went to QEMU. */
function hostDecides(
  fields: DiskFields,
  backend: ServingBackend,
  candidates: readonly ServingBackend[],
  xenVersion: XenVersion,
): { backend: ServingBackend; when?: string }[] {
  const anything = fields.script !== null || fields.backend_domname !== null;
  if (backend !== 'phy' || anything || atLeast(xenVersion, '4.6') || candidates.length === 1)
    return [{ backend }];
  return [
    { backend, when: 'the target is a block device' },
    { backend: 'qdisk', when: 'it is an image file' },
  ];
}

function unsuitable(fields: DiskFields, backend: ServingBackend, xenVersion: XenVersion): string | null {
  const { format, script, is_cdrom } = fields;
  const virtio = fields.specification === 'virtio';
  if (virtio !== (backend === 'standalone')) {
    return virtio ? 'specification=virtio needs standalone' : 'serves specification=virtio only';
  }
  const colo = fields.colo_enable === true ? 'does not do colo' : null;
  const noScript = script === null ? null : 'runs no script';
  switch (backend) {
    case 'phy':
      if (is_cdrom && format === 'empty' && atLeast(xenVersion, '4.19')) return colo;
      return format === 'raw' ? colo : `does not read ${format}`;
    case 'qdisk':
      return noScript;
    case 'tap':
      // Up to 4.12 it was there if the host had blktap.
      if (atLeast(xenVersion, '4.13') && !atLeast(xenVersion, '4.19'))
        return `is not there in Xen ${xenVersion}`;
      return format === 'raw' || format === 'vhd' ? colo : `does not read ${format}`;
    case 'standalone':
      return format === 'raw' ? (noScript ?? colo) : `does not read ${format}`;
  }
}
