/** Disks and passed-through devices that two guests share. Facts: tools/hotplug/Linux/block; libxl_pci.c, libxl_usb.c. */
import type { RuleDescription } from '../../rules/rule.ts';
import { type Fact, type FactKind, factsOfKind } from '../facts.ts';
import { sharedFactRule } from './sharedFact.ts';
import { describeGuestOf, factsOfOtherGuests, relatedFacts, type WorkspaceRule } from './workspaceRule.ts';

const duplicateDisplay = sharedFactRule(
  'vncDisplay',
  {
    code: 'duplicate-vnc-display',
    source: 'libxl_dm.c:libxl__build_device_model_args_new',
    severity: 'warning',
    summary: 'Two guests with the same VNC display.',
    details:
      'With `vncunused = 0` a guest takes the display of its `vncdisplay` and no other: QEMU does not start where another ' +
      'guest has it. Without it, which is the default, `vncdisplay` is only where the search for a free display begins, so ' +
      'that the second guest gets another number than the file says; that finding is an info.',
  },
  {
    related: 'The same display.',
    severity: ({ fixed }) => (fixed ? 'warning' : 'information'),
    message: (other, { key, fixed }) => {
      const effect = fixed
        ? 'this guest does not start while the other one has the display'
        : 'the one that starts later gets another display';
      return `${other} also uses VNC display ${key}: ${effect}. Change one of them.`;
    },
  },
);

/** VNC displays that two guests ask for. Facts: see readers/displays.ts. */
export const displayRules: readonly WorkspaceRule[] = [duplicateDisplay];

const sharedDisk: WorkspaceRule = {
  code: 'shared-disk',
  source: 'tools/hotplug/Linux/block',
  severity: 'warning',
  summary: 'A disk that one guest writes to and another guest also uses.',
  details:
    'xl accepts each of the files. Where both guests run, the script that attaches block devices rejects the second ' +
    'guest, and where no such check is made, two file systems on one disk destroy each other; a guest that only reads ' +
    'sees data that change below it. Disks that are read only in every guest, such as an image of a CD, are fine. ' +
    'Targets are compared as they are written, with the script and the `backend` that serve them. For a file system ' +
    'that is made for it, silence the rule: `# xlcfg-disable-next-line shared-disk`.',
  *check(context) {
    for (const fact of factsOfKind(context.file, 'diskTarget')) {
      const others = factsOfOtherGuests(context, fact, { onlyWriters: fact.writable !== true });
      const writer = others.find((other) => other.fact.writable);
      const first = writer ?? others[0];
      if (!first) continue;
      yield {
        fact,
        message: `${describeGuestOf(context, first)} ${diskEffect(fact, first.fact)}`,
        related: relatedFacts(others, 'The same disk.'),
      };
    }
  },
};

function diskEffect(own: Fact, other: Fact): string {
  if (!other.writable) {
    return 'reads this disk: if both run, it sees data change underneath it, or the second one is rejected. Use a copy there, or make the disk read-only here.';
  }
  if (!own.writable) {
    return 'writes to this disk: if both run, this guest sees data change underneath it, or the second one is rejected. Use a copy, or make the disk read-only there.';
  }
  return "also writes to this disk: if both run, the second one is rejected, or they corrupt each other's data. Use separate disks, or make it read-only in both.";
}

/** A rule about devices that one guest can have at a time. */
const deviceRule = (
  kind: FactKind,
  noun: string,
  rule: Pick<RuleDescription, 'code' | 'source' | 'details'>,
): WorkspaceRule =>
  sharedFactRule(
    kind,
    { severity: 'warning', summary: `A host ${noun} in two guests.`, ...rule },
    {
      related: `The same ${noun}.`,
      message: (other) =>
        `${other} also has this ${noun}: only one of them can use it at a time. Remove it from one of them.`,
    },
  );

const sharedPciDevice = deviceRule('pciDevice', 'PCI device', {
  code: 'shared-pci-device',
  source: 'libxl_pci.c:libxl__device_pci_add',
  details:
    'A PCI device belongs to one guest at a time: `xl create` of the second guest fails, because the device is assigned ' +
    'already. `03:00.*` means all functions of the device, and `0000:03:00.0` is the same as `03:00.0`.',
});

const sharedUsbDevice = deviceRule('usbDevice', 'USB device', {
  code: 'shared-usb-device',
  source: 'libxl_usb.c:libxl__device_usbdev_add',
  details:
    'A USB device belongs to one guest at a time: the second guest does not get it. Devices are compared by the numbers ' +
    'of bus and device, as in `hostbus=1,hostaddr=3` or `usbdevice = "host:1.3"`.',
});

export const deviceRules: readonly WorkspaceRule[] = [sharedDisk, sharedPciDevice, sharedUsbDevice];
