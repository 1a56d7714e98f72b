/**
 * Paths that cannot be those of a file: empty ones, and those of directories. Facts: libxl_read_file_contents,
 * libxl__domain_firmware, libxl__spawn_local_dm, libxl__spawn_stub_dm, xc_dom_kernel_file, xc_dom_module_file.
 */
import { runsBootloader, startsQemu } from '../../model/createStages.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import { deviceModelOf, firmwarePathOf, hasStubDomain, kernelOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import { optionTable } from './optionRule.ts';
import { removalFix } from './removeOption.ts';

interface PathOption {
  readonly option: string;
  readonly since?: XenVersion;
  /** Whether libxl opens the file. */
  readonly isOpened: (values: OptionValues, specs: GuestSpecs) => boolean;
  /** Whether libxl itself reads it, and so sees a directory before anything is started. */
  readonly isRead?: true;
  /** True where the guest does not start without the option either. */
  readonly isNeeded?: true;
  /** True where QEMU opens it, and not libxl. */
  readonly byQemu?: true;
}

const isHvm = ({ guestType }: OptionValues): boolean => guestType === 'hvm';

/** Whether the option is the one that names the firmware: of the two, `firmware` wins where it is a path. */
function opensFirmwareOf(option: 'firmware' | 'firmware_override'): PathOption['isOpened'] {
  return (values) => isHvm(values) && firmwarePathOf(values)?.option === option;
}

/** Whether libxl itself loads a kernel of the host into the guest. */
const loadsKernel: PathOption['isOpened'] = (values, specs) =>
  !isHvm(values) && !runsBootloader(values, specs);

const loadsKernelByQemu: PathOption['isOpened'] = (values) =>
  isHvm(values) &&
  deviceModelOf(values) === 'qemu-xen' &&
  !hasStubDomain(values) &&
  kernelOf(values) !== null;

/** Options whose file libxl opens as soon as they are set. */
const PATHS: readonly PathOption[] = [
  { option: 'acpi_firmware', since: '4.3', isOpened: isHvm, isRead: true },
  { option: 'smbios_firmware', since: '4.3', isOpened: isHvm, isRead: true },
  {
    option: 'bios_path_override',
    isOpened: (values) => isHvm(values) && deviceModelOf(values) === 'qemu-xen',
    isRead: true,
  },
  {
    option: 'device_model_override',
    since: '4.2',
    isOpened: (values, specs) => startsQemu(values, specs) && !hasStubDomain(values),
  },
  { option: 'stubdomain_kernel', since: '4.14', isOpened: hasStubDomain, isRead: true },
  { option: 'stubdomain_ramdisk', since: '4.14', isOpened: hasStubDomain, isRead: true },
  { option: 'firmware_override', isOpened: opensFirmwareOf('firmware_override'), isRead: true },
  { option: 'firmware', isOpened: opensFirmwareOf('firmware'), isRead: true },
  { option: 'kernel', isOpened: loadsKernel, isRead: true, isNeeded: true },
  // An empty one is the same as none.
  {
    option: 'ramdisk',
    isOpened: (values, specs) => loadsKernel(values, specs) && values.text('ramdisk') !== '',
    isRead: true,
  },
  { option: 'kernel', isOpened: loadsKernelByQemu, isRead: true, byQemu: true },
  { option: 'ramdisk', isOpened: loadsKernelByQemu, isRead: true, byQemu: true },
  { option: 'device_tree', isOpened: ({ architecture }) => architecture === 'arm', isRead: true },
  { option: 'pvshim_path', isOpened: () => true, isRead: true },
];

/** Whether a path can only be that of a directory: its last name is empty, `.` or `..`. */
const isDirectory = (path: string): boolean => /(?:^|\/)\.{0,2}$/.test(path);

export const emptyPath = optionTable<PathOption>(
  {
    code: 'empty-path',
    source: 'libxl_dom.c:libxl__domain_firmware libxl_dm.c:libxl__spawn_local_dm',
    severity: 'error',
    summary: 'An empty path.',
    details:
      'An empty string is not the same as no option: libxl opens the file of that name, which is not there, and ' +
      '`xl create` fails. The same goes for the path of a directory, such as one that ends in `/`, where libxl reads the ' +
      'file itself. Remove the option.\n\n```\nacpi_firmware = ""     # fails\n```',
  },
  PATHS,
  ({ option }) => [option],
  ({ option, since, isOpened, isRead, isNeeded, byQemu }, _option, values, { specs, file }) => {
    const path = values.text(option);
    const fails = isRead ? path !== null && isDirectory(path) : path === '';
    if (!fails || (since !== undefined && !values.since(since)) || !isOpened(values, specs)) return null;
    return {
      mark: 'value',
      stage: 'build',
      message: `\`${option}\` is an empty path: ${byQemu ? 'QEMU does not start' : '`xl create` fails'}. ${isNeeded ? 'Set' : 'Remove it, or set'} the path of a file.`,
      ...(isNeeded ? {} : { fixes: removalFix(values, option, file.text) }),
      ...(byQemu ? { severity: 'warning' } : {}),
    };
  },
);
