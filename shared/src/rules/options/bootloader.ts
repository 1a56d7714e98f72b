/** The program that takes the kernel out of the guest's first disk. Facts: libxl_bootloader.c, tools/pygrub, CHANGELOG.md of Xen. */

import type { Fix } from '../../edits/edit.ts';
import { disksOf } from '../../model/disks.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { RuleContext } from '../rule.ts';
import { type OptionFinding, optionRule, settingSpan } from './optionRule.ts';
import { versionedPathFinding } from './versionedPath.ts';

/** A problem with the program, without its place. */
type ProgramFinding = Pick<OptionFinding, 'message' | 'severity' | 'tag' | 'fixes'>;

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const DOES_NOT_START = 'the guest does not start';

function replaceFix(values: OptionValues, program: string): readonly Fix[] {
  const place = settingSpan(values, 'bootloader', 'value');
  if (!place || values.setting('bootloader')?.parts.length !== 1) return [];
  return [{ title: `Change to ${program}`, preferred: true, edits: [{ ...place, newText: `"${program}"` }] }];
}

/** Names of what is not a program that xl can run in dom0, and what reads the guest's boot menu instead. */
const NO_PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/^domuloader(?:\.py)?$/i, 'domUloader came with xm, and Xen does not have it'],
  [
    /^pv-?grub(?:32|64)?(?:\.bin|\.gz)?$/i,
    'pvgrub is a kernel that runs in the guest, not a program for dom0',
  ],
  [/^grub(?:2|-pc|-xen)?$/i, 'Xen has no bootloader of this name'],
];

/** What is wrong with the program; null where nothing is. */
function programFinding(program: string, values: OptionValues): ProgramFinding | null {
  if (program.trim() === '')
    return {
      message: `libxl tries to run the empty path: ${DOES_NOT_START}. Use \`"pygrub"\`, or remove \`bootloader\`.`,
      fixes: replaceFix(values, 'pygrub'),
    };
  const name = baseName(program);
  if (/^\S+\s+-/.test(name))
    return {
      message: `xl reads all of it as the path of a program: ${DOES_NOT_START}. Move the arguments to \`bootloader_args\`.`,
    };
  const known = NO_PROGRAMS.find(([pattern]) => pattern.test(name));
  if (known)
    return {
      message: `${known[1]}: ${DOES_NOT_START}. Use \`"pygrub"\`, which reads the guest's boot menu.`,
      fixes: replaceFix(values, 'pygrub'),
    };
  if (name === 'xenpvnetboot' && values.since('4.18'))
    return {
      message: `\`xenpvnetboot\` was removed in Xen 4.18: with ${values.xenVersion} ${DOES_NOT_START}. Set \`kernel\` and \`ramdisk\` to files in dom0.`,
    };
  if (name === 'pygrub' && program.startsWith('/')) return pygrubPathFinding(program, values);
  return null;
}

function pygrubPathFinding(program: string, values: OptionValues): ProgramFinding | null {
  const fixes = replaceFix(values, 'pygrub');
  if (program === '/usr/bin/pygrub') {
    if (values.since('4.19'))
      return {
        message: `Xen does not install \`/usr/bin/pygrub\` since 4.19: ${DOES_NOT_START} unless the host has that file. Use \`"pygrub"\`.`,
        fixes,
      };
    if (!values.since('4.2')) return null;
    return {
      severity: 'information',
      tag: 'deprecated',
      message:
        'The path `/usr/bin/pygrub` is deprecated: libxl warns about it, and it was removed in 4.19. Use `"pygrub"`.',
      fixes,
    };
  }
  if (!values.since('4.2')) return null;
  const finding = versionedPathFinding(program, values, {
    outcome: DOES_NOT_START,
    advice: 'Use `"pygrub"`: libxl then finds its own copy.',
  });
  return finding && { ...finding, fixes };
}

const bootloaderProgram = optionRule(
  {
    code: 'bootloader-program',
    source: 'libxl_bootloader.c:bootloader_disk_attached_cb',
    severity: 'warning',
    options: ['bootloader'],
    summary: 'A `bootloader` path that is gone, or will be.',
    details:
      'Use `"pygrub"`: since 4.2 libxl then finds its own copy. The link `/usr/bin/pygrub` has been ' +
      'deprecated for as long and is gone since 4.19; a path with a version in it goes with that version. `xenpvnetboot` is ' +
      'gone since 4.18. Arguments belong into `bootloader_args`.\n\n' +
      '```\nbootloader = "/usr/lib/xen-4.4/bin/pygrub"     # gone with the next version\nbootloader = "pygrub"\n```',
  },
  function* (values, { specs }) {
    const program = values.guestType === 'hvm' ? null : values.text('bootloader');
    // Without a disk it is not even run.
    if (program?.trim() === '' && disksOf(specs).length === 0) return;
    const finding = program === null ? null : programFinding(program, values);
    if (finding) yield { option: 'bootloader', mark: 'value', ...finding };
  },
);

/** Whether the first disk is a drive without a medium. */
function startsWithEmptyDrive({ specs }: RuleContext): boolean {
  const first = disksOf(specs)[0]?.spec;
  if (!first || first.faults.length > 0) return false;
  return first.fields.format === 'empty' || (first.fields.pdev_path ?? '') === '';
}

const bootloaderDisk = optionRule(
  {
    code: 'bootloader-empty-drive',
    source: 'libxl_bootloader.c:libxl__bootloader_run,bootloader_finished',
    severity: 'warning',
    options: ['bootloader'],
    summary: 'A `bootloader` with an empty drive as the first disk.',
    details:
      'The bootloader gets the first string of `disk`, whatever its vdev, and looks there for a kernel. Put the disk with the ' +
      'system first.\n\n' +
      "```\ndisk = [ ',,hdc,cdrom', '/dev/vg/web1,raw,xvda,rw' ]     # nothing to boot\ndisk = [ '/dev/vg/web1,raw,xvda,rw', ',,hdc,cdrom' ]\n```",
  },
  function* (values, context) {
    if (values.guestType === 'hvm' || values.text('bootloader') === null || !startsWithEmptyDrive(context))
      return;
    yield {
      option: 'bootloader',
      message: `The bootloader reads the first disk, which is an empty drive: ${DOES_NOT_START}. Put the system disk first.`,
      relatedOptions: [{ option: 'disk', message: 'The first item is an empty drive.' }],
    };
  },
);

export const bootloaderRules = [bootloaderProgram, bootloaderDisk];
