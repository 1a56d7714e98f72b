/** Words in disk specs that xl rejects: names, values and prefixes. Facts: libxlu_disk_l.l, libxlu_disk.c. */

import type { Fix } from '../../edits/edit.ts';
import { fixWith } from '../../edits/stringEdits.ts';
import {
  DISK_PARAMETERS,
  DISK_PREFIXES,
  diskParameter,
  type GuestDisk,
  parseVdev,
} from '../../model/disks.ts';
import { fieldAt, flagOf } from '../../schema/keySynonyms.ts';
import { valueSynonymOf } from '../../schema/valueSynonyms.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';
import { nearest } from '../../text/nearest.ts';
import { listed, quoted } from '../../text/sentences.ts';
import type { Explanation, RuleContext } from '../rule.ts';
import { removeFieldFix } from '../specs/removeField.ts';
import { suggestKey } from '../specs/suggestKey.ts';
import { diskFaultRule } from './diskRule.ts';
import { editPart, editSpec } from './specEdits.ts';
import {
  findUpperCasePrefixes,
  specWithInsertedField,
  specWithNamedTarget,
  specWithoutPrefixes,
} from './suggestions.ts';
import { changePart, servedFixes } from './trials.ts';

/** The words that a parameter has in a version. */
const wordsOf = (parameter: string, xenVersion: XenVersion): string[] =>
  (diskParameter(parameter)?.values ?? [])
    .filter((value) => existsIn(xenVersion, value))
    .map(({ name }) => name);

const preferred = { preferred: true } as const;

/** The word that was most likely meant, as the end of a message, and the fix; or else one for each of the choices. */
function suggestWord(
  { disk, context }: { readonly disk: GuestDisk; readonly context: RuleContext },
  part: Span,
  value: string,
  parameter: string,
  words: readonly string[],
  choices: readonly string[] = words,
): { hint: string; fixes: readonly Fix[] } {
  const trimmed = value.trim().toLowerCase();
  const synonym = valueSynonymOf(parameter, trimmed);
  const suggestion =
    words.find((word) => word === (synonym ?? trimmed)) ?? (trimmed === '' ? null : nearest(trimmed, words));
  if (!suggestion)
    return {
      hint: '',
      fixes: servedFixes(disk, () => choices.map((word) => changePart(disk, part, word)), context),
    };
  return {
    hint: ` Did you mean \`${suggestion}\`?`,
    fixes: fixWith(`Change to ${suggestion}`, editPart(disk, part, suggestion), preferred),
  };
}

/** `discard=1`, `trusted=0`. */
function flagWithValue(name: string, part: Span, disk: GuestDisk): Explanation {
  const { start } = part;
  const written = fieldAt(disk.spec.text, start);
  const flag = flagOf(name, written.slice(name.length + 1));
  return {
    message: `\`${name}\` has no value: xl rejects the file. ${flag === null ? 'Remove it' : `Use \`${flag}\``}.`,
    fixes:
      flag === null
        ? removeFieldFix(disk, part)
        : fixWith(
            `Change to ${flag}`,
            editPart(disk, { start, end: start + written.length }, flag),
            preferred,
          ),
  };
}

export const unknownParameter = diskFaultRule(
  {
    code: 'disk-unknown-parameter',
    source: 'libxlu_disk_l.l',
    summary: 'An unknown disk parameter.',
    details:
      'xl rejects the file ("unknown parameter"), without a line number. Names are compared exactly.\n\n```\n' +
      "disk = [ 'vdev=xvda, acces=rw, target=/srv/a.img' ]    # rejected\n```",
  },
  (fault, disk, { settings }) => {
    const name = fault.parameter ?? '';
    const known = diskParameter(name);
    if (known && !existsIn(settings.xenVersion, known)) {
      return {
        message: `Disk parameter \`${name}\` requires Xen ${known.since}: Xen ${settings.xenVersion} rejects the file. Remove it.`,
        fixes: removeFieldFix(disk, fault),
      };
    }
    const names = DISK_PARAMETERS.filter(
      (parameter) => parameter.form === 'value' && existsIn(settings.xenVersion, parameter),
    ).map((parameter) => parameter.name);
    const suggestion = suggestKey('disk', name, names);
    const place = { start: fault.start, end: fault.start + name.length };
    if (known?.form === 'flag') return flagWithValue(name, fault, disk);
    return {
      message: `Unknown disk parameter ${quoted(name)}: xl rejects the file. ${suggestion ? `Did you mean \`${suggestion}\`?` : 'Remove it.'}`,
      fixes:
        suggestion === null
          ? removeFieldFix(disk, fault)
          : fixWith(`Change to ${suggestion}`, editPart(disk, place, suggestion), preferred),
    };
  },
);

/** Formats of other hypervisors, for which xl has no word. */
const isForeignFormat = (format: string): boolean =>
  /^(?:vmdk|vdi|vhdx|parallels|hdd|luks|dmg|cloop)$/i.test(format.trim());

export const badFormat = diskFaultRule(
  {
    code: 'disk-bad-format',
    source: 'libxlu_disk_l.l',
    summary: 'An unknown disk format.',
    details:
      'The formats are raw, qcow2, qcow, vhd, qed and empty, in lowercase. Without a prefix the second place of a spec ' +
      'is that of the format, and it may be left empty.\n\n```\n' +
      "disk = [ '/dev/vg/web1,xvda,rw' ]         # rejected: no format called xvda\n" +
      "disk = [ '/dev/vg/web1,raw,xvda,rw' ]\n```",
  },
  (fault, disk, context) => {
    const { settings } = context;
    if (findUpperCasePrefixes(disk.spec)) return null;
    const value = fault.value ?? '';
    const xenVersion = settings.xenVersion;
    const inserted =
      parseVdev(value.replace(/:\w*$/, '')) &&
      specWithInsertedField(disk.spec, fault.start, 'raw', xenVersion);
    if (inserted) {
      return {
        message: `The format is missing before the vdev ${quoted(value)}: xl rejects the file. Put \`raw\`, or the format of the image, between target and vdev.`,
        fixes: fixWith('Add the format raw', editSpec(disk, inserted), preferred),
      };
    }
    if (isForeignFormat(value))
      return {
        message: `Unsupported format ${quoted(value.trim())}: xl rejects the file. Convert the image with \`qemu-img\`, and use \`raw\` or \`qcow2\`.`,
      };
    const { hint, fixes } = suggestWord(
      { disk, context },
      fault,
      value,
      'format',
      wordsOf('format', xenVersion),
      ['raw', 'qcow2'],
    );
    return {
      message: `Invalid format ${quoted(value)}: xl rejects the file.${hint || ` Use ${listed(wordsOf('format', xenVersion).map(quoted))}.`}`,
      fixes,
    };
  },
);

export const badAccess = diskFaultRule(
  {
    code: 'disk-bad-access',
    source: 'libxlu_disk_l.l',
    summary: 'An unknown access mode.',
    details:
      'The access is `rw` or `ro`; `w` and `r` mean the same. `w!`, which made xm share a disk that another guest ' +
      'writes to, is rejected.',
  },
  (fault, disk, context) => {
    const { settings } = context;
    const value = fault.value ?? '';
    const bare = specWithoutPrefixes(disk.spec, settings.xenVersion);
    if (bare !== null) {
      const prefix = disk.spec.tree.find((part) => part.kind === 'prefix');
      const name = prefix?.kind === 'prefix' ? prefix.name : '';
      return {
        message: `After \`${name}:\` xl expects target, vdev, access, and reads ${quoted(value)} as the access mode: xl rejects the file. Remove \`${name}:\`.`,
        fixes: fixWith(`Remove ${name}:`, editSpec(disk, bare), preferred),
      };
    }
    if (/^[rw]!$/.test(value)) {
      const word = value === 'w!' ? 'rw' : 'ro';
      return {
        message: `Access mode ${quoted(value)} is from xm: xl rejects the file. Use \`${word}\`.`,
        fixes: fixWith(`Change to ${word}`, editPart(disk, fault, word), preferred),
      };
    }
    const { hint, fixes } = suggestWord(
      { disk, context },
      fault,
      value,
      'access',
      ['rw', 'ro', 'w', 'r'],
      ['rw', 'ro'],
    );
    return {
      message: `Invalid access mode ${quoted(value)}: xl rejects the file.${hint || ' Use `rw` or `ro`.'}`,
      fixes,
    };
  },
);

export const badDevtype = diskFaultRule(
  {
    code: 'disk-bad-devtype',
    source: 'libxlu_disk_l.l',
    summary: 'An unknown device type.',
    details:
      'The device type is `cdrom` or `disk`, after `devtype=`; other values are rejected. The old form `hdc:cdrom` is accepted too.',
  },
  (fault, disk, context) => {
    const { hint, fixes } = suggestWord({ disk, context }, fault, fault.value ?? '', 'devtype', [
      'cdrom',
      'disk',
    ]);
    return {
      message: `Invalid device type ${quoted(fault.value ?? '')}: xl rejects the file.${hint || ' Use `cdrom` or `disk`.'}`,
      fixes,
    };
  },
);

export const badValue = diskFaultRule(
  {
    code: 'disk-bad-value',
    source: 'libxlu_disk_l.l',
    summary: 'An invalid value of a disk parameter.',
    details:
      '`backendtype` and `specification` take one of a few keywords, in lowercase; `colo-port` a number other than 0. ' +
      'Anything else is rejected.',
  },
  (fault, disk, context) => {
    const { settings } = context;
    const parameter = fault.parameter ?? '';
    const words = wordsOf(parameter, settings.xenVersion);
    const { hint, fixes } = suggestWord({ disk, context }, fault, fault.value ?? '', parameter, words);
    const advice = words.length > 0 ? `Use ${listed(words.map(quoted))}.` : 'Use a number other than 0.';
    return {
      message: `Invalid \`${parameter}\` value ${quoted(fault.value ?? '')}: xl rejects the file.${hint || ` ${advice}`}`,
      fixes,
    };
  },
);

export const unknownPrefix = diskFaultRule(
  {
    code: 'disk-unknown-prefix',
    source: 'libxlu_disk_l.l',
    summary: 'An unknown prefix before the target.',
    details:
      'A word with a colon is a prefix to xl, such as `phy:` and `file:`, which are deprecated. A target with a colon, ' +
      'such as a URL, must be written as `target=`, at the end.\n\n```\n' +
      "disk = [ 'http://host/a.img,xvda,w' ]     # rejected\n```",
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
      message: `Unknown prefix \`${name}\`: xl rejects the file.${suggestion ? ` Did you mean \`${suggestion}:\`?` : advice}`,
      fixes: suggestion
        ? fixWith(`Change to ${suggestion}:`, editPart(disk, fault, `${suggestion}:`), preferred)
        : named === null || format
          ? []
          : fixWith('Put the target last, as `target=`', editSpec(disk, named), preferred),
    };
  },
);
