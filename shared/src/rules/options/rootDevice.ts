/** A root file system on a disk that the guest does not have. */
import type { Fix } from '../../edits/edit.ts';
import { editIn, fixWith } from '../../edits/stringEdits.ts';
import { kernelOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { type DiskName, diskNamesOf, mayBe, type RootDevice, rootDeviceOf } from '../../model/rootDevice.ts';
import { nearest } from '../../text/nearest.ts';
import { listed, quoted } from '../../text/sentences.ts';
import { type OptionFinding, optionRule, settingText } from './optionRule.ts';

/** Options that may bring disks of other names. */
const OTHER_DISKS = [
  ...['pci', 'dtdev', 'device_tree', 'usbdev', 'usbctrl', 'virtio', 'iomem'],
  ...['device_model_args', 'device_model_args_pv', 'device_model_args_hvm'],
];

const DISK_NAME = /^(?:(?:xvd|hd|sd|vd)[a-z]*[0-9]*|(?:nvme|mmcblk)[0-9]+\w*)$/;

/** The disk that was meant: the only one, or the one whose name is nearly the same. */
function suggestRoot(name: string, disks: readonly DiskName[]): string | null {
  const number = /(?<![0-9])[0-9]*$/.exec(name)?.[0] ?? '';
  const names = disks.map((disk) => (disk.partition === 0 ? `${disk.name}${number}` : disk.name));
  const near = nearest(name, names);
  const only = names.length === 1 ? (names[0] ?? null) : null;
  return DISK_NAME.test(name) ? (only ?? near) : near;
}

/** Whether the file says all about the disks of the guest, and about its kernel. */
const isComplete = (values: OptionValues): boolean =>
  kernelOf(values) !== null &&
  (values.guestType === 'hvm' || values.text('bootloader') === null) &&
  OTHER_DISKS.every((option) => values.setting(option) === undefined);

const fixOf = (values: OptionValues, { option, span }: RootDevice, name: string): readonly Fix[] => {
  const text = settingText(values, option);
  return text ? fixWith(`Change to /dev/${name}`, editIn(text, span, name), { preferred: true }) : [];
};

/** `root=` in the value of `root`, where xl writes it itself. */
function rootTwice(values: OptionValues): OptionFinding<'root'> | null {
  const [match, spaces = '', device] = /^(\s*)root=(\S*)/.exec(values.text('root') ?? '') ?? [];
  const text = settingText(values, 'root');
  if (match === undefined || !text || (values.since('4.5') && values.text('cmdline') !== null)) return null;
  const part = { start: spaces.length, end: spaces.length + 'root='.length };
  return {
    option: 'root',
    part,
    message: `xl adds \`root=\` itself: the kernel gets \`root=root=${device}\` and cannot find the root file system. Use \`${device}\`.`,
    fixes: fixWith(`Change to ${device}`, editIn(text, part, ''), { preferred: true }),
  };
}

export const rootDevice = optionRule(
  {
    code: 'root-device',
    source: 'xl_parse.c:parse_cmdline',
    severity: 'warning',
    options: ['root', 'cmdline', 'extra'],
    summary: 'A root file system on a disk that is not in the file.',
    details:
      'The kernel waits for the disk, or panics. A disk is named after its vdev: `xvda` is `/dev/xvda` in the guest, and so is `hda` ' +
      'to newer kernels; with `specification=virtio` disks are `/dev/vda` and so on. A vdev with a number, `xvda1`, is that ' +
      'partition alone. Only files without a bootloader and without passed-through devices are checked.\n\n' +
      '```\nkernel = "/boot/vmlinuz"\nroot = "/dev/sda1 ro"                     # the guest has no sda\nroot = "/dev/xvda1 ro"\ndisk = [ \'/dev/vg/web1,raw,xvda,rw\' ]\n```',
  },
  function* (values, { specs }) {
    const twice = rootTwice(values);
    if (twice) {
      yield twice;
      return;
    }
    const root = rootDeviceOf(values);
    const disks = root && isComplete(values) ? diskNamesOf(specs, values.guestType) : null;
    if (!root || !disks || disks.length === 0 || disks.some((disk) => mayBe(root.name, disk))) return;
    const suggestion = suggestRoot(root.name, disks);
    if (!DISK_NAME.test(root.name) && suggestion === null) return;
    const names = disks.map(({ name }) => name);
    const advice = suggestion ? `Use \`/dev/${suggestion}\`` : 'Use one of them';
    yield {
      option: root.option,
      part: root.span,
      message: `The guest has no disk \`/dev/${root.name}\`, only ${listed(names.slice(0, 6).map(quoted), 'and')}: its kernel cannot find the root file system. ${advice}.`,
      relatedOptions: [{ option: 'disk', message: 'The disks of the guest.' }],
      fixes: suggestion ? fixOf(values, root, suggestion) : [],
    };
  },
);
