/** Disk specs whose parts xl rejects: misplaced, repeated, missing or too many. Facts: libxlu_disk_l.l, libxlu_disk.c. */

import { fixWith } from '../../edits/stringEdits.ts';
import { memoizeByObject } from '../../memoize.ts';
import {
  type DiskPart,
  type DiskPositional,
  type DiskSpec,
  diskParameter,
  disksOf,
  freeVdevs,
  parseDiskSpec,
  parseVdev,
} from '../../model/disks.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import { onOneLine, shorten } from '../../text/printable.ts';
import { quoted } from '../../text/sentences.ts';
import type { RuleContext } from '../rule.ts';
import { diskFaultRule } from './diskRule.ts';
import { editPart, editSpec } from './specEdits.ts';
import { joinFix, splitDiskOf } from './splitDisk.ts';
import { specWithNamedTarget } from './suggestions.ts';

const preferred = { preferred: true } as const;

export const badSyntax = diskFaultRule(
  {
    code: 'disk-bad-syntax',
    source: 'libxlu_disk_l.l',
    summary: 'An unexpected `=` in a disk spec.',
    details:
      'A parameter is a known name in lower case with `=` right after it. A target with a `=` in it must be written ' +
      'as `target=`, at the end, where everything up to the end of the string belongs to it.\n\n```\n' +
      "disk = [ 'phy:/dev/disk/by-id/x=y,xvda,w' ]                      # rejected\n" +
      "disk = [ 'format=raw,vdev=xvda,access=rw,target=/dev/disk/by-id/x=y' ]\n```",
  },
  (fault, disk, { settings }) => {
    if (fault.parameter !== undefined) {
      const name = fault.parameter.toLowerCase();
      return {
        message: `${quoted(fault.parameter)} is not how the parameter is written: xl rejects the file. Write ${name}= in lower case, without a blank before the =.`,
        fixes: fixWith(
          `Change to ${name}=`,
          editPart(disk, spanWithEquals(disk.spec.text, fault), `${name}=`),
          preferred,
        ),
      };
    }
    const named = specWithNamedTarget(disk.spec, settings.xenVersion);
    return {
      message:
        'There cannot be a = here: xl rejects the file. A target with = in it is written as target=..., after everything else.',
      fixes:
        named === null
          ? []
          : fixWith('Write the target as target=, at the end', editSpec(disk, named), preferred),
    };
  },
);

/** The name of a parameter, the `=` after it, and the spaces around the `=`, which do not belong there. */
const spanWithEquals = (text: string, { start, end }: Span): Span => {
  const operator = /^[ \t]*=[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return span(start, end + operator);
};

const isPositionalTarget = (part: DiskPart): part is DiskPositional =>
  part.kind === 'positional' && part.role === 'target';

/** The target that is known by its position; null where there is none. Every further target of the disk asks for it. */
const positionalTarget = memoizeByObject(
  ({ tree }: DiskSpec): DiskPositional | null => tree.find(isPositionalTarget) ?? null,
);

export const repeatedParameter = diskFaultRule(
  {
    code: 'disk-repeated-parameter',
    source: 'libxlu_disk_l.l',
    summary: 'A part of the disk that is given twice.',
    details:
      'Target, vdev, script and backend can be given once, format and backendtype twice only with the same value; else xl ' +
      'rejects the file ("respecified"). The ' +
      'access may be repeated: the last one counts. A word that xl does not know as a flag is taken for the target.',
  },
  (fault, { spec }, { settings }) => {
    const parameter = fault.parameter ?? '';
    const mistaken = parameter === 'target' ? positionalTarget(spec) : undefined;
    if (mistaken) {
      const later = diskParameter(mistaken.value.trim());
      return {
        at: mistaken,
        message: later
          ? `${later.name} is known since Xen ${later.since}; the xl of ${settings.xenVersion} takes it for the target and rejects the file. Remove it.`
          : `xl takes ${quoted(mistaken.value)} for the target, finds another one after target=, and rejects the file. Remove one of them.`,
      };
    }
    return { message: `The ${parameter} is given twice: xl rejects the file. Remove one of them.` };
  },
);

export const tooManyFields = diskFaultRule(
  {
    code: 'disk-too-many-fields',
    source: 'libxlu_disk_l.l',
    summary: 'A disk spec with too many positional parameters.',
    details:
      'The places are target, format, vdev and access; after a deprecated prefix target, vdev and access. Everything ' +
      'else has a name, or is a flag such as `cdrom`. One more is rejected ("too many positional parameters").',
  },
  (fault, { spec }, { settings }) => {
    const later = diskParameter(fault.value?.trim() ?? '');
    if (later && !existsIn(settings.xenVersion, later)) {
      return {
        message: `${later.name} is known since Xen ${later.since}; the xl of ${settings.xenVersion} rejects the file. Remove it.`,
      };
    }
    const places = spec.hasPrefix ? 'target, vdev and access' : 'target, format, vdev and access';
    return {
      message: `There is no place for ${quoted(fault.value ?? '')} after ${places}: xl rejects the file. Remove it, or give it a name.`,
    };
  },
);

/** What users write between the fields of a spec instead of commas. */
const SEPARATORS = /[ \t;:|]+/;

/** The spec with commas between its fields instead of other separators; null for a path only. */
const separatedByCommas = (spec: string): string | null => {
  const fields = spec.split(SEPARATORS);
  return fields.length > 1 && fields.slice(1).some((field) => parseVdev(field)) ? fields.join(',') : null;
};

/** The vdev for a hard disk that has none: the first one that completion offers. Kept, since every such disk needs it. */
const firstFreeVdev = memoizeByObject(({ specs, guest }: RuleContext): string | null => {
  const disks = disksOf(specs).map(({ spec }) => spec.fields);
  return freeVdevs(disks, guest.type, false)[0] ?? null;
});

export const missingVdev = diskFaultRule(
  {
    code: 'disk-missing-vdev',
    source: 'libxlu_disk.c:xlu_disk_parse',
    summary: 'A disk without a vdev.',
    details:
      'The vdev is the name of the disk in the guest, such as `xvda`. xl rejects a spec without one ("no vdev ' +
      'specified").\n\n```\n' +
      "disk = [ '/srv/web1.img' ]                 # rejected\ndisk = [ '/srv/web1.img,raw,xvda,rw' ]\n```",
  },
  (_error, disk, context) => {
    const { spec } = disk;
    const split = splitDiskOf(disk, context);
    if (split)
      return {
        message: `The parts of this disk are separate strings, which xl reads as ${split.pieces.length} disks: xl rejects the file. Use \`${shorten(onOneLine(split.text), 120)}\`.`,
        fixes: joinFix(split, context),
      };
    const hidden = spec.tree.some(
      (part) => part.kind === 'parameter' && part.name === 'target' && /[,]/.test(part.value),
    );
    const only = spec.tree.length === 1 ? spec.tree[0] : undefined;
    const vdev = firstFreeVdev(context);
    const text =
      only?.kind === 'positional' && /^\//.test(only.value) && !spec.text.includes(',')
        ? (separatedByCommas(spec.text) ?? (vdev && `${spec.text},raw,${vdev},rw`))
        : null;
    const completed =
      text !== null && parseDiskSpec(text, context.settings.xenVersion).faults.length === 0 ? text : null;
    const advice =
      completed === null
        ? 'Add the name of the disk in the guest, such as xvda, after the format.'
        : `Write ${shorten(onOneLine(completed), 120)}.`;
    return {
      message: hidden
        ? 'The disk has no vdev: target= takes everything up to the end of the string. xl rejects the file. Write target= last.'
        : `The disk has no vdev, which is its name in the guest: xl rejects the file. ${advice}`,
      fixes:
        completed === null ? [] : fixWith(`Complete to ${completed}`, editSpec(disk, completed), preferred),
    };
  },
);

export const missingTarget = diskFaultRule(
  {
    code: 'disk-missing-target',
    source: 'libxlu_disk.c:xlu_disk_parse',
    summary: 'A disk without a target.',
    details:
      'Only a CD-ROM drive can do without a target: it is empty then. xl rejects another disk without one ("no target ' +
      'specified").',
  },
  () => ({
    message:
      'The disk has no target: xl rejects the file. Add target= with the device or file, at the end; an empty drive needs cdrom.',
  }),
);
