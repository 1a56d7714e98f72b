/**
 * Which backend serves a disk whose target is there, or why libxl rejects the disk. Rows for all releases were put to
 * the real libxl 4.17; others are by the source of their release.
 */

import { chooseBackend } from '@xlcfg/shared/src/languages/disk/backend.ts';
import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';

function choice(spec: string, type: GuestType, xenVersion: XenVersion): string {
  const { faults: errors, fields } = parseDiskSpec(spec, xenVersion);
  expect(errors).toEqual([]);
  const chosen = chooseBackend(fields, type, xenVersion);
  return chosen.kind === 'refused'
    ? `refused: ${chosen.reason}`
    : chosen.by.map(({ backend, when }) => (when ? `${backend} if ${when}` : backend)).join(', ');
}

describe('any type of guest, 4.17 and 4.22', () => {
  it.each([
    ['/x,raw,xvda', 'phy'],
    ['/x,qcow2,xvda', 'qdisk'],
    ['/x,vhd,xvda', 'qdisk'],
    ['/x,qed,xvda', 'qdisk'],
    ['/x,raw,xvda,backendtype=phy', 'phy'],
    ['/x,raw,xvda,backendtype=qdisk', 'qdisk'],
    ['/x,raw,xvda,script=block-drbd', 'phy'],
    ['/x,raw,xvda,backend=store', 'phy'],
    ['/x,qcow2,xvda,backend=store', 'qdisk'],
    ['/x,raw,xvda,specification=virtio', 'standalone'],
    ['/x,raw,xvda,specification=xen', 'phy'],
    ['vdev=xvda,colo,target=/x', 'qdisk'],
    ['vdev=xvda,no-colo,target=/x', 'phy'],
    ['/x,qcow2,xvda,backendtype=phy', 'refused: none-suitable'],
    ['/x,qcow2,xvda,backendtype=tap', 'refused: none-suitable'],
    ['/x,qcow2,xvda,script=block-drbd', 'refused: none-suitable'],
    ['/x,raw,xvda,script=block-drbd,backendtype=qdisk', 'refused: none-suitable'],
    ['/x,raw,xvda,backendtype=standalone', 'refused: none-suitable'],
    ['/x,qcow2,xvda,specification=virtio', 'refused: none-suitable'],
    ['/x,raw,xvda,specification=virtio,backendtype=qdisk', 'refused: none-suitable'],
    ['/x,raw,xvda,specification=virtio,script=block-drbd', 'refused: none-suitable'],
    ['vdev=xvda,colo,backendtype=phy,target=/x', 'refused: none-suitable'],
    // An empty target is never there, unless nobody looks for it.
    [',raw,xvda', 'refused: empty-target'],
    [',qcow2,xvda', 'refused: empty-target'],
    [',raw,xvda,rw,backend=0', 'refused: empty-target'],
    [',raw,xvda,rw,backend=', 'refused: empty-target'],
    [',raw,xvda,rw,backend=store', 'phy'],
    [',raw,xvda,rw,script=block-x', 'phy'],
    [',raw,xvda,rw,backendtype=qdisk', 'qdisk'],
    [',raw,xvda,rw,backendtype=phy', 'refused: empty-target'],
    ['/x,empty,xvda', 'refused: empty-no-cdrom'],
    ['/x,empty,hdc,ro,cdrom', 'refused: empty-with-target'],
  ])('%j: %s', (spec, expected) => {
    for (const type of ['pv', 'pvh', 'hvm'] as const) {
      for (const xenVersion of ['4.17', '4.22'] as const)
        expect(choice(spec, type, xenVersion)).toBe(expected);
    }
  });
});

describe('CD-ROM drives', () => {
  it.each<readonly [spec: string, type: GuestType, xenVersion: XenVersion, expected: string]>([
    ['/x,raw,hdc,ro,cdrom', 'hvm', '4.17', 'qdisk'],
    ['/x,raw,hdc,ro,cdrom', 'pv', '4.17', 'phy'],
    ['vdev=hdc,cdrom', 'hvm', '4.17', 'qdisk'],
    ['vdev=hdc,cdrom', 'pv', '4.17', 'qdisk'],
    ['/x,raw,hdc,ro,cdrom,backendtype=phy', 'hvm', '4.17', 'refused: cdrom-backend'],
    ['/x,empty,hdc,ro,cdrom,backendtype=phy', 'pv', '4.18', 'refused: empty-with-target'],
    ['/x,empty,hdc,ro,cdrom,backendtype=phy', 'pv', '4.19', 'phy'],
    ['/x,empty,hdc,ro,cdrom,backendtype=phy,backend=store', 'pv', '4.19', 'refused: empty-with-target'],
    ['/x,raw,hdc,ro,cdrom,backendtype=phy', 'hvm', '4.19', 'phy'],
    ['/x,raw,hdc,ro,cdrom,backendtype=phy', 'pvh', '4.17', 'phy'],
    ['vdev=hdc,cdrom', 'pv', '4.19', 'phy'],
    ['vdev=hdc,cdrom,backendtype=phy', 'hvm', '4.19', 'phy'],
    ['/x,qcow2,hdc,ro,cdrom', 'pv', '4.19', 'qdisk'],
    ['vdev=hdc,cdrom,colo', 'pv', '4.19', 'qdisk'],
    ['/x,raw,hdc,ro,cdrom,backendtype=tap', 'hvm', '4.22', 'refused: cdrom-backend'],
  ])('%j of a %s guest, %s: %s', (spec, type, xenVersion, expected) => {
    expect(choice(spec, type, xenVersion)).toBe(expected);
  });
});

describe('releases', () => {
  it.each<readonly [spec: string, xenVersion: XenVersion, expected: string]>([
    ['/x,raw,xvda,backendtype=tap', '4.18', 'refused: none-suitable'],
    ['/x,raw,xvda,backendtype=tap', '4.19', 'tap'],
    ['/x,vhd,xvda,backendtype=tap', '4.19', 'tap'],
    ['/x,raw,xvda', '4.5', 'phy if the target is a block device, qdisk if it is an image file'],
    ['/x,raw,xvda', '4.6', 'phy'],
    ['/x,raw,xvda,backendtype=phy', '4.5', 'phy'],
    ['/x,raw,xvda,script=block-drbd', '4.5', 'phy'],
    ['/x,qcow2,xvda', '4.5', 'qdisk'],
  ])('%j, %s: %s', (spec, xenVersion, expected) => expect(choice(spec, 'pv', xenVersion)).toBe(expected));
});

it('says of each backend why it was passed over', () => {
  const { fields } = parseDiskSpec('/x,qcow2,xvda,script=block-drbd', '4.17');
  expect(chooseBackend(fields, 'pv', '4.17')).toMatchObject({
    tried: [
      { backend: 'phy', because: 'does not read qcow2' },
      { backend: 'qdisk', because: 'runs no script' },
      { backend: 'tap', because: 'is not there in Xen 4.17' },
      { backend: 'standalone', because: 'serves specification=virtio only' },
    ],
  });
});
