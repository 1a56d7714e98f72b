/** The vdevs that completion offers and that fixes add. */

import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { freeVdevs } from '@xlcfg/shared/src/languages/disk/freeVdev.ts';
import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { GUEST_TYPES, type GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { law } from '../../../support/laws.ts';

const disk = (vdev: string): string => `/x,raw,${vdev},rw`;

/** The best vdev for another disk, or CD-ROM drive, of a guest with disks of these vdevs. */
const next = (type: GuestType, vdevs: readonly string[], cdrom = false): string | undefined =>
  freeVdevs(
    vdevs.map((vdev) => parseDiskSpec(disk(vdev), NEWEST_XEN_VERSION).fields),
    type,
    cdrom,
  )[0];

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

describe('the next free vdev', () => {
  it.each<readonly [type: GuestType, vdevs: string, next: string]>([
    // The usual scheme of the guest type.
    ['pv', '', 'xvda'],
    ['pvh', '', 'xvda'],
    ['hvm', '', 'hda'],
    ['pv', 'xvda', 'xvdb'],
    ['pv', 'xvda xvdc', 'xvdb'],
    ['pv', 'xvdb', 'xvda'],
    // A disk number is taken whatever its scheme.
    ['pv', 'sda', 'xvdb'],
    ['hvm', 'sda hdb hdc', 'hdd'],
    ['pv', 'd0p0', 'xvdb'],
    ['pv', '51712', 'xvdb'],
    // The scheme of the last hard disk.
    ['hvm', 'hda', 'hdb'],
    ['hvm', 'xvda', 'xvdb'],
    ['hvm', 'hda xvdb', 'xvdc'],
    // After a partition, the next one of its disk.
    ['pv', 'xvda1 xvda2', 'xvda3'],
    ['pv', 'xvda1 xvdb', 'xvdc'],
    // There are four IDE disks.
    ['hvm', 'hda hdb hdc hdd', 'xvde'],
    ['hvm', 'hda hdb hdc hdd xvde', 'xvdf'],
    // Invalid vdevs do not count.
    ['pv', 'foo', 'xvda'],
  ])('of a %s guest with %j is %s', (type, vdevs, expected) => {
    expect(next(type, words(vdevs))).toBe(expected);
  });

  it.each<readonly [type: GuestType, vdevs: string, next: string]>([
    ['hvm', 'hda', 'hdc'],
    ['hvm', 'hda hdc', 'hdd'],
    ['hvm', 'hda hdb hdc hdd', 'xvde'],
    ['pv', 'xvda', 'xvdb'],
  ])('for a CD-ROM drive of a %s guest with %j is %s', (type, vdevs, expected) => {
    expect(next(type, words(vdevs), true)).toBe(expected);
  });

  it('has two letters after z', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `xvd${letter}`);
    expect(next('pv', letters)).toBe('xvdaa');
  });
});

it('the fix for a missing vdev adds the one that completion offers first', () => {
  const vdev = fc.constantFrom(
    'xvda',
    'xvdb',
    'xvda1',
    'xvdaa',
    'hda',
    'hdb',
    'hdc',
    'hdd',
    'sda',
    'sdb',
    '51712',
    'foo',
  );
  law(fc.tuple(fc.constantFrom(...GUEST_TYPES), fc.array(vdev, { maxLength: 6 })), ([type, vdevs]) => {
    const before = `type = "${type}"\ndisk = [ ${vdevs.map((one) => `"${disk(one)}", `).join('')}"/new`;
    const completed = open(`${before},raw," ]\n`);
    const [first] = completion(completed, completed.text.positionAt(`${before},raw,`.length))
      .items.filter(({ label }) => label !== '' && parseVdev(label))
      .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    const lacking = open(`${before}" ]\n`);
    const [fix] = lacking.problems.find(({ code }) => code === 'disk-missing-vdev')?.fixes ?? [];
    expect(fix && applyEdits(lacking.text.getText(), fix.edits)).toBe(
      `${before},raw,${first?.label},rw" ]\n`,
    );
  });
});
