/** PCI and USB devices. Facts: libxl_pci.c (pciback, seize), libxl_usb.c, Documentation/ABI/testing/sysfs-bus-pci of Linux. */

import { listed } from '../../text/sentences.ts';
import type { PciReference } from '../references.ts';
import type { HostView } from '../view.ts';
import { findEach, type HostRule, NOT_STARTED, named } from './hostRule.ts';

const PCI = '/sys/bus/pci/devices';
const USB = '/sys/bus/usb/devices';

/** The addresses of the functions that the string means and the host has; undefined where nothing is known of its devices. */
async function functionsOf(
  host: HostView,
  { slot, func }: PciReference,
): Promise<readonly string[] | undefined> {
  const devices = await host.names(PCI);
  return devices?.filter((name) =>
    func === undefined ? name.startsWith(`${slot}.`) : name === `${slot}.${func}`,
  );
}

/** The name of what a link in sysfs leads to; undefined where there is none, null where that cannot be told. */
async function linkedName(host: HostView, path: string): Promise<string | null | undefined> {
  const { path: real, found } = await host.find(path);
  if (found === 'missing') return undefined;
  return found === 'unknown' ? null : real.slice(real.lastIndexOf('/') + 1);
}

const driverOf = (host: HostView, address: string): Promise<string | null | undefined> =>
  linkedName(host, `${PCI}/${address}/driver`);

/** Drivers that hold a device for a guest. */
const PASSTHROUGH_DRIVERS: ReadonlySet<string> = new Set(['pciback', 'xen-pciback', 'vfio-pci']);

const addressText = ({ slot, func }: PciReference): string => `${slot}.${func ?? '*'}`;

const usbId = async (host: HostView, name: string): Promise<string> => {
  const numbers = await Promise.all(
    ['busnum', 'devnum'].map(async (file) =>
      Number((await host.text(`${USB}/${name}/${file}`)) ?? Number.NaN),
    ),
  );
  return numbers.join('.');
};

export const missingDevice: HostRule = {
  code: 'host-missing-device',
  source: 'libxl_pci.c:libxl__device_pci_add libxl_usb.c:libxl__device_usbdev_add',
  severity: 'warning',
  summary: 'A PCI or USB device that this host does not have.',
  details:
    'PCI devices are looked up in `/sys/bus/pci/devices`, USB devices by the numbers of their bus and device in ' +
    '`/sys/bus/usb/devices`. A USB device gets another number each time it is plugged in: `lsusb` shows the current one.',
  check: async ({ references, host }) => {
    const pci = await findEach(references.pciDevices, async (device) => {
      const functions = await functionsOf(host, device);
      if (functions === undefined || functions.length > 0) return undefined;
      const address = named(addressText(device));
      const message = `This host has no PCI device ${address}: ${NOT_STARTED}. lspci -D lists its devices.`;
      return { span: device.span, scope: device.scope, message };
    });
    const names = references.usbDevices.length === 0 ? undefined : await host.names(USB);
    if (names === undefined) return pci;
    const ids = await Promise.all(
      names.filter((name) => !name.includes(':')).map((name) => usbId(host, name)),
    );
    const usb = await findEach(references.usbDevices, async ({ key, span, scope }) => {
      if (ids.includes(key) || ids.some((id) => id.includes('NaN'))) return undefined;
      const [bus, address] = key.split('.');
      const message = `This host has no USB device ${address} on bus ${bus}: ${NOT_STARTED}. lsusb lists its devices.`;
      return { span, scope, message };
    });
    return [...pci, ...usb];
  },
};

export const pciDriver: HostRule = {
  code: 'host-pci-driver',
  source: 'libxl_pci.c:libxl__device_pci_add',
  severity: 'warning',
  summary: 'A PCI device that is not set aside for guests on this host.',
  details:
    'libxl passes a device through that the driver pciback has: `xl pci-assignable-add 0000:03:00.0`, or `xen-pciback.hide` on ' +
    'the command line of the kernel of dom0. With `seize=1` libxl takes it from its driver itself.',
  check: ({ references, host }) =>
    findEach(references.pciDevices, async (device) => {
      if (device.isSeized) return undefined;
      const functions = (await functionsOf(host, device)) ?? [];
      for (const address of functions) {
        const driver = await driverOf(host, address);
        if (driver === null || (driver !== undefined && PASSTHROUGH_DRIVERS.has(driver))) continue;
        const has = driver === undefined ? 'has no driver' : `is used by the driver ${named(driver)}`;
        return {
          span: device.span,
          scope: device.scope,
          message: `${named(address)} ${has} on this host instead of pciback: ${NOT_STARTED}. Run xl pci-assignable-add ${address}, or add seize=1.`,
        };
      }
      return undefined;
    }),
};

/** The class of PCI bridges, which take no part in a group. */
const isPciBridge = async (host: HostView, address: string): Promise<boolean> =>
  /^0x06/.test((await host.text(`${PCI}/${address}/class`)) ?? '');

export const iommuGroup: HostRule = {
  code: 'host-iommu-group',
  source: 'xen/drivers/passthrough/pci.c:iommu_get_device_group',
  severity: 'warning',
  summary: 'A PCI device that shares its IOMMU group with one that stays in dom0.',
  details:
    'Devices of one IOMMU group can reach the memory of each other, whatever the hypervisor does. Pass all of the group through to ' +
    'one guest. Bridges do not count. Only where the kernel shows groups, in `/sys/kernel/iommu_groups`.',
  check: async ({ references, host }) => {
    const own = (await Promise.all(references.pciDevices.map((device) => functionsOf(host, device)))).flatMap(
      (functions) => functions ?? [],
    );
    return findEach(references.pciDevices, async (device) => {
      for (const address of (await functionsOf(host, device)) ?? []) {
        const group = `${PCI}/${address}/iommu_group`;
        const others: string[] = [];
        for (const other of (await host.names(`${group}/devices`)) ?? []) {
          if (own.includes(other) || (await isPciBridge(host, other))) continue;
          const driver = await driverOf(host, other);
          if (driver && !PASSTHROUGH_DRIVERS.has(driver)) others.push(other);
        }
        if (others.length === 0) continue;
        const number = await linkedName(host, group);
        return {
          span: device.span,
          scope: device.scope,
          message: `${named(address)} is in IOMMU group ${number} with ${listed(others.map(named), 'and')}, which dom0 uses: each can reach the memory of the other. Pass the whole group through.`,
        };
      }
      return undefined;
    });
  },
};
