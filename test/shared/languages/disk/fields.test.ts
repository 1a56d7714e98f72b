/**
 * The disk that xl makes of a spec: what differs from a disk of which nothing is said, which is writable, no CD-ROM
 * drive, and of unknown backend. All but those of later releases were put to the real xl 4.17.
 */

import type { DiskFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import { emptyFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';

type Case = readonly [spec: string, fields: Partial<DiskFields>];

function expectFields(spec: string, fields: Partial<DiskFields>): void {
  for (const xenVersion of ['4.17', NEWEST_XEN_VERSION] as const) {
    const disk = parseDiskSpec(spec, xenVersion);
    expect(disk.faults).toEqual([]);
    expect(disk.fields).toEqual({ ...emptyFields(), ...fields });
  }
}

const X = { pdev_path: '/x', format: 'raw', vdev: 'xvda' } as const;
const CDROM = { is_cdrom: true, removable: true, readwrite: false } as const;

describe('target, format, vdev, access', () => {
  it.each<Case>([
    ['/x,raw,xvda,rw', X],
    ['/x,raw,xvda', X],
    ['/x,,xvda', X],
    ['/x,raw,xvda,', X],
    ['/x,raw,xvda,w', X],
    ['/x,raw,xvda,ro', { ...X, readwrite: false }],
    ['/x,raw,xvda,r', { ...X, readwrite: false }],
    ['/x,qcow2,xvda', { ...X, format: 'qcow2' }],
    ['/x,qed,xvda', { ...X, format: 'qed' }],
    ['/x,empty,xvda', { ...X, format: 'empty' }],
    ['/x,raw, xvda ', { ...X, vdev: 'xvda ' }],
    ['/x ,raw,xvda', { ...X, pdev_path: '/x ' }],
    [',raw,xvda', { ...X, pdev_path: '' }],
    // The parser does not look at the vdev.
    ['/x,raw,w', { ...X, vdev: 'w' }],
    ['/x,raw,,rw', { ...X, vdev: '' }],
    ['/é/ü,raw,xvda', { ...X, pdev_path: '/é/ü' }],
  ])('%j', expectFields);
});

describe('parameters by name', () => {
  it.each<Case>([
    ['vdev=xvda,target=/x', X],
    ['vdev=xvda,target=/x,y=z', { ...X, pdev_path: '/x,y=z' }],
    ['vdev=xvda,format=vhd,access=ro,target=/x', { ...X, format: 'vhd', readwrite: false }],
    ['format=,vdev=xvda,target=/x', X],
    ['access=ro,access=rw,vdev=xvda,target=/x', X],
    ['/x,raw,xvda,access=ro', { ...X, readwrite: false }],
    ['format=raw,format=raw,vdev=xvda,target=/x', X],
    ['vdev=,vdev=xvda,target=/x', X],
    ['/x,raw,xvda,rw,script=block-drbd', { ...X, script: 'block-drbd' }],
    ['/x,raw,xvda,rw,backend=storage', { ...X, backend_domname: 'storage' }],
    ['/x,raw,xvda,rw,backendtype=qdisk', { ...X, backend: 'qdisk' }],
    ['/x,raw,xvda,rw,specification=virtio', { ...X, specification: 'virtio' }],
    ['/x,raw,xvda,rw,devtype=disk', X],
    [
      'vdev=xvda,colo,colo-host=h,colo-port=9,target=/x',
      { ...X, colo_enable: true, colo_host: 'h', colo_port: 9 },
    ],
    ['vdev=xvda,colo-port=12x,target=/x', { ...X, colo_port: 12 }],
    [
      'vdev=xvda,colo-export=e,active-disk=/a,hidden-disk=/h,target=/x',
      { ...X, colo_export: 'e', active_disk: '/a', hidden_disk: '/h' },
    ],
  ])('%j', expectFields);
});

describe('words alone', () => {
  it.each<Case>([
    ['/x,raw,xvda,rw,discard', { ...X, discard_enable: true }],
    ['/x,raw,xvda,rw,discard,no-discard', { ...X, discard_enable: false }],
    ['/x,raw,xvda,rw,direct-io-safe', { ...X, direct_io_safe: true }],
    ['/x,raw,xvda,rw,no-colo', { ...X, colo_enable: false }],
  ])('%j', expectFields);
});

describe('CD-ROM drives', () => {
  it.each<Case>([
    ['/x,raw,xvda,ro,cdrom', { ...X, ...CDROM }],
    ['/x,raw,xvda,rw,cdrom', { ...X, ...CDROM }],
    ['/x,raw,xvda,devtype=cdrom', { ...X, ...CDROM }],
    ['/x,raw,xvda:cdrom,r', { ...X, ...CDROM }],
    ['/x,raw,xvda:disk,r', { ...X, readwrite: false }],
    ['cdrom,devtype=disk,/x,raw,xvda', X],
    // Without a target the drive is empty, whatever else is said.
    ['vdev=hdc,cdrom', { ...CDROM, vdev: 'hdc', format: 'empty' }],
    [',,hdc,,cdrom', { ...CDROM, pdev_path: '', vdev: 'hdc', format: 'empty' }],
    [',raw,hdc,ro,cdrom', { ...CDROM, pdev_path: '', vdev: 'hdc', format: 'empty' }],
    [',hdc:cdrom,r', { ...CDROM, pdev_path: '', vdev: 'hdc', format: 'empty' }],
    ['vdev=hdc,format=qcow2,cdrom', { ...CDROM, vdev: 'hdc', format: 'empty' }],
  ])('%j', expectFields);
});

describe('prefixes', () => {
  it.each<Case>([
    ['phy:/x,xvda,w', X],
    ['file:/x,xvda,w', X],
    ['tap:aio:/x,xvda,w', X],
    ['tap2:tapdisk:aio:/x,xvda,w', X],
    ['tap:qcow2:/x,xvda,w', { ...X, format: 'qcow2' }],
    ['vhd:/x,xvda,r', { ...X, format: 'vhd', readwrite: false }],
    ['phy:/x,ioemu:xvda,w', X],
    ['file:/x,xvda:cdrom,r', { ...X, ...CDROM }],
    ['iscsi:iqn.x,xvda,w', { ...X, pdev_path: 'iqn.x', script: 'block-iscsi' }],
    ['nbd:h,xvda', { ...X, pdev_path: 'h', script: 'block-nbd' }],
    ['drbd:res0,xvda', { ...X, pdev_path: 'res0', script: 'block-drbd' }],
    ['raw:raw:/x,xvda', X],
  ])('%j', expectFields);
});

describe('white space of all kinds', () => {
  it.each<Case>([
    [' \t/x,\n raw,\txvda,rw', X],
    ['/x,raw,xvda,\n rw', X],
  ])('%j', expectFields);
});
