/** Kernel, command line and firmware that exclude each other. Facts: parse_config_data, libxl__domain_build_info_setdefault. */
import { disksOf } from '../../model/disks.ts';
import { isHvmloader, kernelOf } from '../../model/machine.ts';
import { optionRule } from './optionRule.ts';
import { removeOptionFix } from './removeOption.ts';

const kernelAndFirmware = optionRule(
  {
    code: 'kernel-and-firmware',
    source: 'xl_parse.c:parse_config_data',
    severity: 'error',
    options: ['firmware'],
    summary: 'Both `kernel` and `firmware` for a PV or PVH guest.',
    details:
      'For these guests `firmware` selects a kernel, `pvgrub32` or `pvgrub64`. xl rejects the file that has both: ' +
      '"both kernel and firmware specified". An empty `kernel` counts as well.',
  },
  function* (values) {
    if (values.guestType === 'hvm' || values.text('firmware') === null || values.text('kernel') === null)
      return;
    yield {
      option: 'firmware',
      message: `A ${values.guestType.toUpperCase()} guest cannot have both \`kernel\` and \`firmware\`: xl rejects the file. Remove one of them.`,
      choices: [{ remove: 'firmware' }, { remove: 'kernel' }],
      relatedOptions: [{ option: 'kernel', message: 'The kernel.' }],
    };
  },
);

const bootWithoutKernel = optionRule(
  {
    code: 'boot-without-kernel',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['ramdisk', 'cmdline', 'root', 'extra'],
    summary: 'A command line or ramdisk for an HVM guest without a `kernel`.',
    details:
      'Such a guest boots from its disks, and never sees the command line. libxl rejects `ramdisk`, `cmdline`, `root` and ' +
      '`extra` then, even empty ones: xl accepts the file, but `xl create` fails with "direct boot parameters specified but ' +
      'kernel missing". A `kernel` of the name hvmloader counts as none.',
  },
  function* (values) {
    if (values.guestType !== 'hvm' || !values.since('4.6') || kernelOf(values) !== null) return;
    for (const option of ['ramdisk', 'cmdline', 'root', 'extra'] as const) {
      if (values.text(option) === null) continue;
      yield {
        option,
        message: `An HVM guest without \`kernel\` cannot have \`${option}\`: \`xl create\` fails. Remove it, or add \`kernel\`.`,
        choices: [{ remove: option }],
        relatedOptions: [{ option: 'kernel', message: 'xl ignores this kernel.' }],
      };
    }
  },
);

const hvmloaderAsKernel = optionRule(
  {
    code: 'hvmloader-kernel',
    source: 'xl_parse.c:parse_config_data',
    severity: 'warning',
    options: ['kernel'],
    summary: '`kernel = "hvmloader"`, as xm needed for HVM guests.',
    details:
      'xl warns and ignores it, since it loads hvmloader itself. Remove the line. For another one write ' +
      '`firmware_override`.',
  },
  function* (values, { file }) {
    const kernel = values.guestType === 'hvm' && values.since('4.5') ? values.text('kernel') : null;
    if (kernel === null || !isHvmloader(kernel)) return;
    yield {
      option: 'kernel',
      tag: 'unnecessary',
      message:
        'xl loads hvmloader itself: it warns and ignores this kernel. Remove the line, or use `firmware_override` for another hvmloader.',
      fixes: removeOptionFix(values, 'kernel', file.text),
    };
  },
);

const bootloaderWithoutDisk = optionRule(
  {
    code: 'bootloader-without-disk',
    source: 'libxl_bootloader.c:libxl__bootloader_run',
    severity: 'error',
    options: ['bootloader'],
    summary: 'A `bootloader` without a disk to read the kernel from.',
    details:
      'On PV and PVH the bootloader looks for a kernel on the first disk of the guest. Without a disk xl accepts the file, ' +
      'and `xl create` fails: "cannot run bootloader with no boot disk". An empty `bootloader` counts as well.\n\n' +
      '```\nbootloader = "pygrub"\ndisk = [ "/dev/vg0/web1,raw,xvda,rw" ]\n```',
  },
  function* (values, { specs }) {
    if (values.guestType === 'hvm' || !values.since('4.2') || values.text('bootloader') === null) return;
    if (disksOf(specs).length > 0) return;
    yield {
      option: 'bootloader',
      stage: 'setup',
      message:
        'The bootloader has no disk to read a kernel from: `xl create` fails. Add a disk, or use `kernel = "..."` instead of `bootloader`.',
      relatedOptions: [{ option: 'disk', message: 'The list of disks is empty.' }],
    };
  },
);

export const bootingRules = [kernelAndFirmware, bootWithoutKernel, hvmloaderAsKernel, bootloaderWithoutDisk];
