/** Disks that xl accepts, and that are deprecated or not what they seem. */

import type { Fix } from '../../edits/edit.ts';
import { removeItem } from '../../edits/removeItem.ts';
import { fixWith } from '../../edits/stringEdits.ts';
import { memoizeInContext } from '../../memoize.ts';
import {
  diskPrefix,
  type GuestDisk,
  hasModernSyntax,
  modernSpec,
  specWithFormat,
} from '../../model/disks.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { type Span, spanOf } from '../../span.ts';
import { onOneLine, shorten } from '../../text/printable.ts';
import { listed, quoted } from '../../text/sentences.ts';
import type { Finding, Rule } from '../rule.ts';
import { diskRule } from './diskRule.ts';
import { readOnlyFault } from './emulation.ts';
import { imageFormatOf } from './imageFormats.ts';
import { editPart, editSpec, spanInFile } from './specEdits.ts';
import { splitDiskOf } from './splitDisk.ts';
import { findUpperCasePrefixes, specWithLowerCasePrefixes } from './suggestions.ts';

/** The spec in today's syntax. Kept, since several findings about one disk have the same fix. */
const modernText = memoizeInContext(modernSpec, (a: XenVersion, b: XenVersion) => a === b);

/** Rewrites the spec to today's syntax, from which xl reads the same disk. */
function modernFix(disk: GuestDisk, xenVersion: XenVersion): readonly Fix[] {
  const modern = modernText(disk.spec, xenVersion);
  if (modern === null) return [];
  return fixWith(`Change to ${modern}`, editSpec(disk, modern), { preferred: true, safe: true });
}

/** What to write, as a sentence. */
function adviceOf({ spec }: GuestDisk, xenVersion: XenVersion): string {
  const modern = modernText(spec, xenVersion);
  return modern === null ? 'Use `target,format,vdev,access`.' : `Use \`${shorten(onOneLine(modern), 120)}\`.`;
}

const deprecatedPrefix = diskRule(
  'prefix',
  {
    code: 'disk-deprecated-prefix',
    source: 'libxlu_disk_l.l',
    severity: 'information',
    summary: 'A deprecated prefix before the target, such as `tap:aio:` or `phy:`.',
    details:
      'Prefixes date from xm. xl still accepts them: `phy:`, `file:`, `tap:`, `tap2:`, `aio:`, `tapdisk:` and ' +
      '`ioemu:` are dropped, `raw:`, `qcow:`, `qcow2:` and `vhd:` set the format, `iscsi:`, `nbd:`, `enbd:` and `drbd:` ' +
      "a script. xl chooses the backend by itself.\n\n```\ndisk = [ 'tap:aio:/srv/a.img,xvda,w' ]     # deprecated\n" +
      "disk = [ '/srv/a.img,raw,xvda,rw' ]\n```",
  },
  function* (disk, context) {
    const { settings } = context;
    const [first, ...others] = prefixRuns(disk);
    if (!hasModernSyntax(settings.xenVersion) || !first || splitDiskOf(disk, context)) return;
    const textOf = ({ start, end }: Span): string => disk.spec.text.slice(start, end);
    // One rewrite removes all of them.
    const rest = [...others.map(textOf), ...deprecatedDevtypes(disk).map(({ value }) => `:${value}`)].map(
      (text) => `\`${text}\``,
    );
    const also =
      rest.length === 0 ? '' : `; ${listed(rest, 'and')} ${rest.length === 1 ? 'is' : 'are'} deprecated too`;
    yield {
      span: spanInFile(disk, first),
      message: `Prefix \`${textOf(first)}\` is deprecated and ${prefixEffect(disk)}${also}. ${adviceOf(disk, settings.xenVersion)}`,
      tag: 'deprecated',
      fixes: modernFix(disk, settings.xenVersion),
    };
  },
);

/** The spans of the known prefixes; adjacent ones, `tap:aio:`, are one span. */
function prefixRuns({ spec }: GuestDisk): Span[] {
  const runs: Span[] = [];
  for (const part of spec.tree) {
    if (part.kind !== 'prefix' || diskPrefix(part.name) === undefined) continue;
    const last = runs.at(-1);
    if (last?.end === part.start) runs[runs.length - 1] = { start: last.start, end: part.end };
    else runs.push({ start: part.start, end: part.end });
  }
  return runs;
}

/** The device types after the vdev, such as that of `hdc:cdrom`. */
const deprecatedDevtypes = ({ spec }: GuestDisk) =>
  spec.tree.flatMap((part) => (part.kind === 'positional' && part.devtype ? part.devtype : []));

/** What xl does with the prefixes. */
function prefixEffect({ spec }: GuestDisk): string {
  const names = spec.tree.flatMap((part) => (part.kind === 'prefix' ? part.name : []));
  const groups = names.map((name) => diskPrefix(name)?.group);
  if (groups.includes('script')) return 'read as the name of a script';
  return groups.includes('format') ? 'read as the format' : 'ignored';
}

const deprecatedDevtype = diskRule(
  'deprecatedDevtype',
  {
    code: 'disk-deprecated-devtype',
    source: 'libxlu_disk_l.l',
    severity: 'information',
    summary: 'A device type after the vdev, `hdc:cdrom`.',
    details:
      'This form dates from xm. xl still accepts it.\n\n```\n' +
      "disk = [ '/srv/a.iso,raw,hdc:cdrom,r' ]     # deprecated\ndisk = [ '/srv/a.iso,raw,hdc,ro,cdrom' ]\n```",
  },
  function* (disk, { settings }) {
    if (!hasModernSyntax(settings.xenVersion) || disk.spec.faults.length > 0) return;
    // A prefix is reported with it.
    if (prefixRuns(disk).length > 0) return;
    for (const { span, value } of deprecatedDevtypes(disk)) {
      yield {
        span: spanInFile(disk, { start: span.start - 1, end: span.end }),
        message: `\`:${value}\` after the vdev is deprecated. ${adviceOf(disk, settings.xenVersion)}`,
        tag: 'deprecated',
        fixes: modernFix(disk, settings.xenVersion),
      };
    }
  },
);

const upperCasePrefix = diskRule(
  'upperCasePrefix',
  {
    code: 'disk-upper-case-prefix',
    source: 'libxlu_disk_l.l',
    severity: 'error',
    summary: 'A prefix in uppercase, such as `TAP:AIO:`.',
    details:
      'Prefixes are lowercase only. In uppercase they belong to the target, so that the vdev is read as the ' +
      'format, and xl rejects the file; or there is no file of that name.',
  },
  function* (disk, { settings }): Iterable<Finding> {
    const prefixes = findUpperCasePrefixes(disk.spec);
    if (!prefixes) return;
    const suggestion = specWithLowerCasePrefixes(disk.spec, settings.xenVersion);
    const refused = disk.spec.faults.length > 0;
    yield {
      span: spanInFile(disk, prefixes),
      severity: refused ? 'error' : 'warning',
      message: `${disk.spec.text.slice(prefixes.start, prefixes.end)} in uppercase is part of the target, not a prefix${refused ? ': xl rejects the file' : ''}. ${suggestion === null ? 'Use `target,format,vdev,access`.' : `Use \`${suggestion}\`.`}`,
      fixes:
        suggestion === null
          ? []
          : fixWith(`Change to ${suggestion}`, editSpec(disk, suggestion), { preferred: true }),
    };
  },
);

const writableCdrom = diskRule(
  'cdrom',
  {
    code: 'disk-writable-cdrom',
    source: 'libxlu_disk_l.l',
    severity: 'warning',
    summary: 'A CD-ROM drive with write access.',
    details: 'xl makes every CD-ROM drive read-only, whatever the access mode, and silently.',
  },
  function* (disk, { settings }) {
    const { spec } = disk;
    if (spec.faults.length > 0 || !spec.fields.is_cdrom) return;
    for (const part of spec.tree) {
      const isAccess =
        (part.kind === 'positional' && part.role === 'access') ||
        (part.kind === 'parameter' && part.name === 'access');
      if (!isAccess || (part.value !== 'w' && part.value !== 'rw')) continue;
      const isOld = spec.hasPrefix && hasModernSyntax(settings.xenVersion);
      yield {
        span: spanInFile(disk, part.valueSpan),
        message: `A CD-ROM drive is always read-only: xl ignores ${quoted(part.value)}. ${isOld ? adviceOf(disk, settings.xenVersion) : 'Use `ro`.'}`,
        fixes: isOld
          ? modernFix(disk, settings.xenVersion)
          : fixWith('Change to ro', editPart(disk, part.valueSpan, 'ro'), { preferred: true, safe: true }),
      };
    }
  },
);

const imageFormat = diskRule(
  'imageName',
  {
    code: 'disk-image-format',
    source: 'libxl_dm.c:libxl__build_device_model_args_new',
    severity: 'warning',
    summary: 'An image file with the format `raw` whose name says otherwise.',
    details:
      'With `raw`, also by default or after `phy:` and `file:`, the guest sees the bytes of the file as they are: of a ' +
      'qcow2 file its header and tables. It finds no partitions there, and damages the image if it writes. Name the ' +
      'format; convert what xl does not read (`qemu-img convert`).',
  },
  function* (disk, { settings }) {
    const { spec } = disk;
    const { pdev_path: target, format, script } = spec.fields;
    if (spec.faults.length > 0 || format !== 'raw' || script !== null || !target) return;
    const image = imageFormatOf(target);
    if (!image) return;
    const { extension, format: suggestion } = image;
    const part = spec.tree.findLast(
      (one) =>
        (one.kind === 'positional' && one.role === 'target') ||
        (one.kind === 'parameter' && one.name === 'target'),
    );
    const place =
      part?.kind === 'positional' || part?.kind === 'parameter'
        ? part.valueSpan
        : { start: 0, end: spec.text.length };
    const text = suggestion === null ? null : specWithFormat(spec, suggestion, settings.xenVersion);
    yield {
      span: spanInFile(disk, place),
      message: `The name says ${extension}, the format \`raw\`: the guest sees the container's bytes and may damage it. ${suggestion ? `Use format \`${suggestion}\`.` : `xl does not support ${extension}: convert the image to raw or qcow2.`}`,
      fixes: text === null ? [] : fixWith(`Change to ${text}`, editSpec(disk, text)),
    };
  },
);

const firmwareImage = diskRule(
  'firmwareImage',
  {
    code: 'disk-firmware-image',
    source: 'libxl_dm.c:libxl__build_device_model_args_new libxl_dom.c:libxl__load_hvm_firmware_module',
    severity: 'warning',
    summary: 'An OVMF or SeaBIOS image as a disk.',
    details:
      'Xen does not boot firmware from a disk: an HVM guest gets it from `bios`, and another image of it from `bios_path_override`. As a disk, the ' +
      'guest finds no system on it, and writes to the file that all guests share. Where the string has errors, xl rejects the file.\n\n' +
      '```\nbios = "ovmf"\nbios_path_override = "/usr/share/ovmf/OVMF.fd"\n```',
  },
  function* (disk, context) {
    const { guest, settings, file } = context;
    const { pdev_path: target } = disk.spec.fields;
    const image = firmwareImageOf(target ?? '');
    if (target === null || image === null) return;
    const isRejected = disk.spec.faults.length > 0;
    const readOnly = readOnlyFault(disk, context);
    const outcome = isRejected ? ': xl rejects the file' : readOnly ? ': `xl create` fails' : '';
    const path = atLeast(settings.xenVersion, '4.8')
      ? ` with ${quoted(`bios_path_override = "${target}"`)}`
      : '';
    yield {
      span: spanOf(disk.node),
      ...(isRejected
        ? { severity: 'error' as const }
        : readOnly
          ? { stage: readOnly.stage, severity: readOnly.severity }
          : {}),
      fixes: [{ title: 'Remove the disk', edits: [removeItem(file.text, disk.node)] }],
      message: `By its name this is a firmware image, not a disk${outcome}. Remove it${guest.type === 'hvm' ? `, and set \`bios = "${image}"\`${path}` : ''}.`,
    };
  },
);

export const acceptedDiskRules: readonly Rule[] = [
  deprecatedPrefix,
  deprecatedDevtype,
  upperCasePrefix,
  writableCdrom,
  imageFormat,
  firmwareImage,
];
