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
  type GuestDisk,
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
import {
  addField,
  changePart,
  type DiskChange,
  fixesWithFewerFaults,
  partsWith,
  removeField,
} from './trials.ts';

const preferred = { preferred: true } as const;

export const badSyntax = diskFaultRule(
  {
    code: 'disk-bad-syntax',
    source: 'libxlu_disk_l.l',
    summary: 'An unexpected `=` in a disk spec.',
    details:
      'A parameter is a known name in lowercase, followed directly by `=`. A target with a `=` in it must be written ' +
      'as `target=`, at the end, where everything up to the end of the string belongs to it.\n\n```\n' +
      "disk = [ 'phy:/dev/disk/by-id/x=y,xvda,w' ]                      # rejected\n" +
      "disk = [ 'format=raw,vdev=xvda,access=rw,target=/dev/disk/by-id/x=y' ]\n```",
  },
  (fault, disk, { settings }) => {
    if (fault.parameter !== undefined) {
      const name = fault.parameter.toLowerCase();
      return {
        message: `${quoted(fault.parameter)} is not a valid parameter: xl rejects the file. Use \`${name}=\` in lowercase, without a space before \`=\`.`,
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
        named === null ? [] : fixWith('Put the target last, as `target=`', editSpec(disk, named), preferred),
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
      'access may be repeated: the last one counts. A word that is not a flag becomes the target.',
  },
  (fault, disk, context) => {
    const { spec } = disk;
    const { settings } = context;
    const parameter = fault.parameter ?? '';
    const mistaken = parameter === 'target' ? positionalTarget(spec) : undefined;
    if (mistaken) {
      const later = diskParameter(mistaken.value.trim());
      const flag = flagLike(mistaken.value);
      return {
        at: mistaken,
        fixes: fixesWithFewerFaults(disk, () => mistakenFlag(disk, mistaken, flag), context),
        message: later
          ? `\`${later.name}\` requires Xen ${later.since}: Xen ${settings.xenVersion} reads it as the target and rejects the file. Remove it.`
          : `xl takes ${quoted(mistaken.value)} for the target, finds another one after \`target=\`, and rejects the file. ${flag === undefined ? 'Remove one of them.' : `Did you mean \`${flag}\`?`}`,
      };
    }
    return {
      message: `The ${parameter} is set twice: xl rejects the file. Remove one of them.`,
      fixes: fixesWithFewerFaults(
        disk,
        () =>
          [
            fault,
            ...partsWith(spec, parameter).filter(({ start, end }) => fault.start < start || fault.end > end),
          ].map((part) => removeField(disk, part)),
        context,
      ),
    };
  },
);

/** The flag that was meant by a word that is none, which differs in upper case and spaces. */
function flagLike(word: string): string | undefined {
  const name = word.trim().toLowerCase();
  return diskParameter(name)?.form === 'flag' && name !== word ? name : undefined;
}

/** The disk with the flag that was meant, and without the word. */
function mistakenFlag(
  disk: GuestDisk,
  word: DiskPositional,
  flag: string | undefined,
): readonly DiskChange[] {
  return [
    ...(flag === undefined ? [] : [{ ...changePart(disk, word.valueSpan, flag), preferred: true }]),
    removeField(disk, word, flag === undefined && diskParameter(word.value.trim()) !== undefined),
  ];
}

export const tooManyFields = diskFaultRule(
  {
    code: 'disk-too-many-fields',
    source: 'libxlu_disk_l.l',
    summary: 'A disk spec with too many positional parameters.',
    details:
      'The places are target, format, vdev and access; after a deprecated prefix target, vdev and access. Everything ' +
      'else has a name, or is a flag such as `cdrom`. One more is rejected ("too many positional parameters").',
  },
  (fault, disk, context) => {
    const { spec } = disk;
    const { settings } = context;
    const later = diskParameter(fault.value?.trim() ?? '');
    if (later && !existsIn(settings.xenVersion, later)) {
      return {
        message: `\`${later.name}\` requires Xen ${later.since}: Xen ${settings.xenVersion} rejects the file. Remove it.`,
        fixes: fixesWithFewerFaults(disk, () => [removeField(disk, fault, true)], context),
      };
    }
    const places = spec.hasPrefix ? 'target, vdev and access' : 'target, format, vdev and access';
    return {
      message: `Unexpected ${quoted(fault.value ?? '')} after ${places}: xl rejects the file. Remove it, or use \`key=value\`.`,
      fixes: fixesWithFewerFaults(disk, () => [removeField(disk, fault)], context),
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
        message: `One disk is split into ${split.pieces.length} strings, which xl reads as ${split.pieces.length} disks: xl rejects the file. Use \`${shorten(onOneLine(split.text), 120)}\`.`,
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
        ? 'Add the name of the disk in the guest, such as `xvda`, after the format.'
        : `Use \`${shorten(onOneLine(completed), 120)}\`.`;
    return {
      message: hidden
        ? 'The disk has no vdev: `target=` takes everything up to the end of the string. xl rejects the file. Put `target=` last.'
        : `The disk has no vdev, the device name in the guest: xl rejects the file. ${advice}`,
      fixes:
        completed === null
          ? fixesWithFewerFaults(
              disk,
              () => (hidden ? targetLast(disk) : vdev === null ? [] : [addField(disk, `vdev=${vdev}`)]),
              context,
            )
          : fixWith(`Complete to ${completed}`, editSpec(disk, completed), preferred),
    };
  },
);

/** The disk with what follows the target before it. */
function targetLast({ spec: { text, tree } }: GuestDisk): readonly DiskChange[] {
  const target = tree.find((part) => part.kind === 'parameter' && part.name === 'target');
  const comma = target ? text.indexOf(',', target.start) : -1;
  if (!target || comma < 0) return [];
  const rest = text.slice(comma + 1).replace(/(?<![,\s])[,\s]+$/, '');
  const moved = `${text.slice(0, target.start)}${rest.trim()},${text.slice(target.start, comma)}`;
  return [{ title: `Change to ${moved}`, text: moved }];
}

export const missingTarget = diskFaultRule(
  {
    code: 'disk-missing-target',
    source: 'libxlu_disk.c:xlu_disk_parse',
    summary: 'A disk without a target.',
    details:
      'Only a CD-ROM drive can do without a target: it is empty then. xl rejects another disk without one ("no target ' +
      'specified").',
  },
  (_fault, disk, context) => ({
    fixes: fixesWithFewerFaults(disk, () => [addField(disk, 'cdrom')], context),
    message:
      'The disk has no target: xl rejects the file. Add target= with the device or file, at the end; an empty drive needs cdrom.',
  }),
);
