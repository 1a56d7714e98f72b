/** The vdev that is offered for the next disk. */

import { nextFreeVdev } from '@xlcfg/shared/src/model/freeVdev.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

/** The next vdev of a guest of a type with disks of these. */
function nextOf(type: string, vdevs: readonly string[]): string {
  const { guest, specs } = open(
    `type = "${type}"\ndisk = [ ${vdevs.map((vdev) => `"/x,raw,${vdev},rw"`).join(', ')} ]\n`,
  );
  return nextFreeVdev(guest, specs);
}

describe('the next free vdev', () => {
  it.each<readonly [type: string, vdevs: string, next: string]>([
    // As guests of the type do.
    ['pv', '', 'xvda'],
    ['pvh', '', 'xvda'],
    ['hvm', '', 'hda'],
    // As most of the disks that are there.
    ['pv', 'xvda', 'xvdb'],
    ['pv', 'xvda xvdc', 'xvdb'],
    ['pv', 'xvdb', 'xvda'],
    ['pv', 'sda', 'sdb'],
    ['hvm', 'hda', 'hdb'],
    ['hvm', 'xvda', 'xvdb'],
    ['hvm', 'hda xvda xvdb', 'xvdc'],
    // A partition takes its disk.
    ['pv', 'xvda1 xvda2', 'xvdb'],
    ['pv', 'd0p0', 'xvda'],
    // Where there are no more places, xvd.
    ['hvm', 'hda hdb hdc hdd', 'xvda'],
    ['hvm', 'hda hdb hdc hdd xvda', 'xvdb'],
    // Names that mean nothing take no place.
    ['pv', 'foo', 'xvda'],
    ['pv', '51712', 'xvda'],
  ])('of a %s guest with %j is %s', (type, vdevs, next) => {
    expect(
      nextOf(
        type,
        vdevs.split(' ').filter((vdev) => vdev !== ''),
      ),
    ).toBe(next);
  });

  it('goes on behind z', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `xvd${letter}`);
    expect(nextOf('pv', letters)).toBe('xvdaa');
  });
});
