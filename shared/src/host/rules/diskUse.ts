/** Disks that dom0 uses. Facts: check_sharing of tools/hotplug/Linux/block; sysfs-block of Linux. */

import { memoizeByObject } from '../../memoize.ts';
import { type Mount, readMounts } from '../mounts.ts';
import type { DiskReference } from '../references.ts';
import type { HostView } from '../view.ts';
import { findEach, type HostRule, named } from './hostRule.ts';

interface DeviceMount extends Mount {
  /** `major:minor`. */
  readonly device: string;
}

/** The mounted block devices. */
const deviceMounts = memoizeByObject(async (host: HostView): Promise<readonly DeviceMount[]> => {
  const { mounts } = readMounts((await host.text('/proc/mounts')) ?? '');
  const found = await Promise.all(
    mounts
      .filter(({ source }) => source.startsWith('/dev/'))
      .map(async (mount) => ({ mount, node: (await host.find(mount.source)).found })),
  );
  return found.flatMap(({ mount, node }) =>
    typeof node !== 'string' && node.device !== undefined ? [{ ...mount, device: node.device }] : [],
  );
});

interface LoopDevice {
  readonly device: string;
  /** Of the file that it shows. */
  readonly fileId: string;
}

const loopDevices = memoizeByObject(async (host: HostView): Promise<readonly LoopDevice[]> => {
  const names = ((await host.names('/sys/block')) ?? []).filter((name) => /^loop\d+$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const file = (await host.text(`/sys/block/${name}/loop/backing_file`))?.trim();
      const device = (await host.text(`/sys/block/${name}/dev`))?.trim();
      const node = file === undefined ? 'missing' : (await host.find(file)).found;
      return typeof node === 'string' || device === undefined ? [] : [{ device, fileId: node.id }];
    }),
  );
  return found.flat();
});

/** A block device that the disk is, shows, or consists of. */
interface UsedDevice {
  readonly device: string;
  /** The folder of it in sysfs. */
  readonly folder: string;
}

const folderOf = (device: string): string => `/sys/dev/block/${device}`;

/** The device itself, and its partitions. */
async function withPartitions(host: HostView, device: string): Promise<readonly UsedDevice[]> {
  const folder = folderOf(device);
  const partitions = await Promise.all(
    ((await host.names(folder)) ?? []).map(async (name) => {
      if ((await host.text(`${folder}/${name}/partition`)) === undefined) return [];
      const own = (await host.text(`${folder}/${name}/dev`))?.trim();
      return own === undefined ? [] : [{ device: own, folder: `${folder}/${name}` }];
    }),
  );
  return [{ device, folder }, ...partitions.flat()];
}

/** The devices whose mounts show the disk of the guest. */
async function devicesOf(host: HostView, path: string): Promise<readonly UsedDevice[]> {
  const { found } = await host.find(path);
  if (typeof found === 'string') return [];
  if (found.device !== undefined) return withPartitions(host, found.device);
  if (found.kind !== 'file') return [];
  const loops = (await loopDevices(host)).filter(({ fileId }) => fileId === found.id);
  return (await Promise.all(loops.map(({ device }) => withPartitions(host, device)))).flat();
}

/** The devices of RAID, LVM, multipath or encryption that are made of a device, by the names that a person knows. */
async function holdersOf(host: HostView, { folder }: UsedDevice): Promise<readonly string[]> {
  const holders = (await host.names(`${folder}/holders`)) ?? [];
  return Promise.all(
    holders.map(async (name) => {
      const mapped = (await host.text(`/sys/block/${name}/dm/name`))?.trim();
      return mapped ? `/dev/mapper/${mapped}` : `/dev/${name}`;
    }),
  );
}

/** How dom0 uses the disk, in a way that does not go together with the guest's; undefined where it does not. */
async function useOf(host: HostView, { text, disk }: DiskReference): Promise<string | undefined> {
  const writes = disk.spec.fields.readwrite;
  const used = await devicesOf(host, text);
  if (used.length === 0) return undefined;
  const mounts = await deviceMounts(host);
  const mount = mounts.find(
    ({ device, isReadOnly }) => (writes || !isReadOnly) && used.some((one) => one.device === device),
  );
  if (mount) return `is mounted on ${named(mount.folder)} of this host`;
  for (const device of used) {
    const [holder] = await holdersOf(host, device);
    if (holder !== undefined) return `is a part of ${named(holder)} on this host`;
  }
  return undefined;
}

export const diskInUse: HostRule = {
  code: 'host-disk-in-use',
  source: 'tools/hotplug/Linux/block',
  severity: 'warning',
  summary: 'A disk that this host has mounted, or that is part of a RAID, LVM or encrypted device.',
  details:
    'The script that attaches block devices rejects a mounted disk, unless both sides only read; where no such check is ' +
    'made, as with QEMU, two file systems on one disk destroy each other. The same holds for a partition of the disk, for ' +
    'an image in a mounted loop device, and for a device that `mdadm`, LVM, multipath or `cryptsetup` has made ' +
    'another device of. Looked up in `/proc/mounts` and in the `holders` of sysfs; what other guests use is not there.',
  check: ({ references, host }) =>
    findEach(references.disks, async (disk) => {
      const use = await useOf(host, disk);
      if (use === undefined) return undefined;
      return {
        span: disk.span,
        scope: disk.scope,
        message: `${named(disk.text)} ${use}: xl create rejects the disk, or both destroy each other's data. Release it there, or use another disk.`,
      };
    }),
};
