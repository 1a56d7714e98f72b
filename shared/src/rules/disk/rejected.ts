/** Disk specs that xl rejects (libxlu_disk_l.l, libxlu_disk.c). xl prints the error without a line number. */

import type { Fix } from '../../edits/edit.ts';
import { fixWith } from '../../edits/stringEdits.ts';
import { memoizeByObject } from '../../memoize.ts';
import {
  DISK_PARAMETERS,
  DISK_PREFIXES,
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
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import { nearest } from '../../text/nearest.ts';
import { listed, quoted } from '../../text/sentences.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { diskFaultRule } from './diskRule.ts';
import { editPart, editSpec } from './specEdits.ts';
import {
  findUpperCasePrefixes,
  specWithInsertedField,
  specWithNamedTarget,
  specWithoutPrefixes,
} from './suggestions.ts';

/** The words that a parameter has in a version. */
const wordsOf = (parameter: string, xenVersion: XenVersion): string[] =>
  (diskParameter(parameter)?.values ?? [])
    .filter((value) => existsIn(xenVersion, value))
    .map(({ name }) => name);

const preferred = { preferred: true } as const;

/** The word that was most likely meant, as the end of a message, and the fix. */
function suggestWord(
  disk: GuestDisk,
  part: { start: number; end: number },
  value: string,
  words: readonly string[],
): { hint: string; fixes: readonly Fix[] } {
  const trimmed = value.trim().toLowerCase();
  const suggestion =
    words.find((word) => word === trimmed) ?? (trimmed === '' ? null : nearest(trimmed, words));
  if (!suggestion) return { hint: '', fixes: [] };
  return {
    hint: ` Did you mean ${suggestion}?`,
    fixes: fixWith(`Change to ${suggestion}`, editPart(disk, part, suggestion), preferred),
  };
}

const unknownParameter = diskFaultRule(
  {
    code: 'disk-unknown-parameter',
    summary: 'A parameter that disk specs do not have.',
    details:
      'xl refuses the file ("unknown parameter"), without a line number. Names are compared exactly.\n\n```\n' +
      "disk = [ 'vdev=xvda, acces=rw, target=/srv/a.img' ]    # refused\n```",
  },
  (fault, disk, { settings }) => {
    const name = fault.parameter ?? '';
    const known = diskParameter(name);
    if (known && !existsIn(settings.xenVersion, known)) {
      return {
        message: `The disk parameter ${name} is known since Xen ${known.since}: the xl of ${settings.xenVersion} refuses the file. Remove it.`,
      };
    }
    const names = DISK_PARAMETERS.filter(
      (parameter) => parameter.form === 'value' && existsIn(settings.xenVersion, parameter),
    ).map((parameter) => parameter.name);
    const { hint, fixes } = suggestWord(
      disk,
      { start: fault.start, end: fault.start + name.length },
      name,
      names,
    );
    const flag = diskParameter(name)?.form === 'flag';
    return {
      message: flag
        ? `${name} stands alone, without = and a value: xl refuses the file. Write ${name}.`
        : `There is no disk parameter ${quoted(name)}: xl refuses the file.${hint || ' Remove it.'}`,
      fixes: flag ? [] : fixes,
    };
  },
);

const badSyntax = diskFaultRule(
  {
    code: 'disk-bad-syntax',
    summary: 'A `=` where a disk spec cannot have one.',
    details:
      'A parameter is a known name in lower case with `=` right behind it. A target with a `=` in it has to be written ' +
      'as `target=`, at the end, where everything up to the end of the string belongs to it.\n\n```\n' +
      "disk = [ 'phy:/dev/disk/by-id/x=y,xvda,w' ]                      # refused\n" +
      "disk = [ 'format=raw,vdev=xvda,access=rw,target=/dev/disk/by-id/x=y' ]\n```",
  },
  (fault, disk, { settings }) => {
    if (fault.parameter !== undefined) {
      const name = fault.parameter.toLowerCase();
      return {
        message: `${quoted(fault.parameter)} is not how the parameter is written: xl refuses the file. Write ${name}= in lower case, without a blank before the =.`,
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
        'There cannot be a = here: xl refuses the file. A target with = in it is written as target=..., after everything else.',
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

const repeatedParameter = diskFaultRule(
  {
    code: 'disk-repeated-parameter',
    summary: 'A part of the disk that is given twice.',
    details:
      'Target, vdev, script and backend can be given once, format and backendtype twice only with the same value; else xl ' +
      'refuses the file ("respecified"). The ' +
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
          ? `${later.name} is known since Xen ${later.since}; the xl of ${settings.xenVersion} takes it for the target and refuses the file. Remove it.`
          : `xl takes ${quoted(mistaken.value)} for the target, finds another one behind target=, and refuses the file. Remove one of them.`,
      };
    }
    return { message: `The ${parameter} is given twice: xl refuses the file. Remove one of them.` };
  },
);

const badFormat = diskFaultRule(
  {
    code: 'disk-bad-format',
    summary: 'A format that xl does not know.',
    details:
      'The formats are raw, qcow2, qcow, vhd, qed and empty, in lower case. Without a prefix the second place of a spec ' +
      'is that of the format, and it may be left empty.\n\n```\n' +
      "disk = [ '/dev/vg/web1,xvda,rw' ]         # refused: no format called xvda\n" +
      "disk = [ '/dev/vg/web1,raw,xvda,rw' ]\n```",
  },
  (fault, disk, { settings }) => {
    if (findUpperCasePrefixes(disk.spec.text)) return null;
    const value = fault.value ?? '';
    const xenVersion = settings.xenVersion;
    const inserted =
      parseVdev(value.replace(/:\w*$/, '')) &&
      specWithInsertedField(disk.spec, fault.start, 'raw', xenVersion);
    if (inserted) {
      return {
        message: `The format belongs here, before the vdev ${quoted(value)}: xl refuses the file. Write raw, or the format of the image, between target and vdev.`,
        fixes: fixWith('Add the format raw', editSpec(disk, inserted), preferred),
      };
    }
    const { hint, fixes } = suggestWord(disk, fault, value, wordsOf('format', xenVersion));
    return {
      message: `xl knows no format ${quoted(value)} and refuses the file.${hint || ` Write ${listed(wordsOf('format', xenVersion))}.`}`,
      fixes,
    };
  },
);

const badAccess = diskFaultRule(
  {
    code: 'disk-bad-access',
    summary: 'An access that xl does not know.',
    details:
      'The access is `rw` or `ro`; `w` and `r` mean the same. `w!`, which told xm to share a disk that another guest ' +
      'writes to, is refused.',
  },
  (fault, disk, { settings }) => {
    const value = fault.value ?? '';
    const bare = specWithoutPrefixes(disk.spec, settings.xenVersion);
    if (bare !== null) {
      const prefix = disk.spec.tree.find((part) => part.kind === 'prefix');
      const name = prefix?.kind === 'prefix' ? prefix.name : '';
      return {
        message: `After ${name}: the places are target, vdev, access; there is none for the format, so that ${quoted(value)} is taken for the access. xl refuses the file. Remove ${name}:.`,
        fixes: fixWith(`Remove ${name}:`, editSpec(disk, bare), preferred),
      };
    }
    if (/^[rw]!$/.test(value)) {
      const word = value === 'w!' ? 'rw' : 'ro';
      return {
        message: `${quoted(value)} was for xm; xl refuses the file. Write ${word}.`,
        fixes: fixWith(`Change to ${word}`, editPart(disk, fault, word), preferred),
      };
    }
    const { hint, fixes } = suggestWord(disk, fault, value, ['rw', 'ro', 'w', 'r']);
    return {
      message: `xl knows no access ${quoted(value)} and refuses the file.${hint || ' Write rw or ro.'}`,
      fixes,
    };
  },
);

const badDevtype = diskFaultRule(
  {
    code: 'disk-bad-devtype',
    summary: 'A device type that xl does not know.',
    details:
      'The device type is `cdrom` or `disk`, behind `devtype=`; another word is refused. The old form `hdc:cdrom` is taken too.',
  },
  (fault, disk) => {
    const { hint, fixes } = suggestWord(disk, fault, fault.value ?? '', ['cdrom', 'disk']);
    return {
      message: `xl knows no device type ${quoted(fault.value ?? '')} and refuses the file.${hint || ' Write cdrom or disk.'}`,
      fixes,
    };
  },
);

const badValue = diskFaultRule(
  {
    code: 'disk-bad-value',
    summary: 'A value that the parameter of a disk does not have.',
    details:
      '`backendtype` and `specification` take one of a few words, in lower case; `colo-port` a number other than 0. ' +
      'Anything else is refused.',
  },
  (fault, disk, { settings }) => {
    const parameter = fault.parameter ?? '';
    const words = wordsOf(parameter, settings.xenVersion);
    const { hint, fixes } = suggestWord(disk, fault, fault.value ?? '', words);
    const advice = words.length > 0 ? `Write ${listed(words)}.` : 'Write a number other than 0.';
    return {
      message: `${quoted(fault.value ?? '')} is no value of ${parameter}: xl refuses the file.${hint || ` ${advice}`}`,
      fixes,
    };
  },
);

const unknownPrefix = diskFaultRule(
  {
    code: 'disk-unknown-prefix',
    summary: 'A prefix in front of the target that xl does not know.',
    details:
      'A word with a colon is a prefix to xl, such as `phy:` and `file:`, which are deprecated. A target with a colon, ' +
      'such as a URL, has to be written as `target=`, at the end.\n\n```\n' +
      "disk = [ 'http://host/a.img,xvda,w' ]     # refused\n```",
  },
  (fault, disk, { settings }) => {
    const name = fault.value ?? '';
    const format = wordsOf('format', settings.xenVersion).includes(name);
    const suggestion = nearest(
      name,
      DISK_PREFIXES.map((prefix) => prefix.name),
    );
    const named = specWithNamedTarget(disk.spec, settings.xenVersion);
    const advice = format
      ? ` The format is written as format=${name}.`
      : ' A target with a colon in it is written as target=..., after everything else.';
    return {
      message: `xl knows no prefix ${name}: and refuses the file.${suggestion ? ` Did you mean ${suggestion}:?` : advice}`,
      fixes: suggestion
        ? fixWith(`Change to ${suggestion}:`, editPart(disk, fault, `${suggestion}:`), preferred)
        : named === null || format
          ? []
          : fixWith('Write the target as target=, at the end', editSpec(disk, named), preferred),
    };
  },
);

const tooManyFields = diskFaultRule(
  {
    code: 'disk-too-many-fields',
    summary: 'More places in a disk spec than there are.',
    details:
      'The places are target, format, vdev and access; after a deprecated prefix target, vdev and access. Everything ' +
      'else has a name, or is a flag such as `cdrom`. One more is refused ("too many positional parameters").',
  },
  (fault, { spec }, { settings }) => {
    const later = diskParameter(fault.value?.trim() ?? '');
    if (later && !existsIn(settings.xenVersion, later)) {
      return {
        message: `${later.name} is known since Xen ${later.since}; the xl of ${settings.xenVersion} refuses the file. Remove it.`,
      };
    }
    const places = spec.hasPrefix ? 'target, vdev and access' : 'target, format, vdev and access';
    return {
      message: `There is no place for ${quoted(fault.value ?? '')} after ${places}: xl refuses the file. Remove it, or give it a name.`,
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

const missingVdev = diskFaultRule(
  {
    code: 'disk-missing-vdev',
    summary: 'A disk without a vdev.',
    details:
      'The vdev is the name of the disk in the guest, such as `xvda`. xl refuses a spec without one ("no vdev ' +
      'specified").\n\n```\n' +
      "disk = [ '/srv/web1.img' ]                 # refused\ndisk = [ '/srv/web1.img,raw,xvda,rw' ]\n```",
  },
  (_error, disk, context) => {
    const { spec } = disk;
    const hidden = spec.tree.some(
      (part) => part.kind === 'parameter' && part.name === 'target' && /[,]/.test(part.value),
    );
    const only = spec.tree.length === 1 ? spec.tree[0] : undefined;
    const vdev = firstFreeVdev(context);
    const text =
      only?.kind === 'positional' && /^\//.test(only.value) && !spec.text.includes(',')
        ? (separatedByCommas(spec.text) ?? (vdev && `${spec.text},raw,${vdev},rw`))
        : null;
    return {
      message: hidden
        ? 'The disk has no vdev: target= takes everything up to the end of the string. xl refuses the file. Write target= last.'
        : 'The disk has no vdev: xl refuses the file. Add the name of the disk in the guest, such as xvda, after the format.',
      fixes:
        text === null || parseDiskSpec(text, context.settings.xenVersion).faults.length > 0
          ? []
          : fixWith(`Complete to ${text}`, editSpec(disk, text), preferred),
    };
  },
);

const missingTarget = diskFaultRule(
  {
    code: 'disk-missing-target',
    summary: 'A disk without a target.',
    details:
      'Only a CD-ROM drive can do without a target: it is empty then. xl refuses another disk without one ("no target ' +
      'specified").',
  },
  () => ({
    message:
      'The disk has no target: xl refuses the file. Add target= with the device or file, at the end; an empty drive needs cdrom.',
  }),
);

export const rejectedDiskRules: readonly Rule[] = [
  unknownParameter,
  repeatedParameter,
  badFormat,
  badAccess,
  badDevtype,
  badValue,
  unknownPrefix,
  tooManyFields,
  badSyntax,
  missingVdev,
  missingTarget,
];
