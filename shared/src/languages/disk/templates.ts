/** Whole disks to begin with. The vdev gives way to a free one. */
import type { SpecTemplate } from '../language.ts';

export const DISK_TEMPLATES: readonly SpecTemplate[] = [
  {
    label: 'disk',
    summary: 'Target, format, vdev and access, each identified by its position.',
    since: '4.2',
    text: '/dev/vg/guest,raw,xvda,rw',
  },
  {
    label: 'disk by names',
    summary: 'The same with keys; the target comes last and may contain commas.',
    since: '4.2',
    text: 'vdev=xvda, format=raw, access=rw, target=/dev/vg/guest',
  },
  {
    label: 'cdrom',
    summary: 'A CD-ROM drive with an image in it.',
    since: '4.2',
    text: '/srv/install.iso,raw,hdc,ro,cdrom',
  },
  {
    label: 'cdrom, empty',
    summary: 'A CD-ROM drive without a medium; xl cd-insert puts one in.',
    since: '4.2',
    text: 'vdev=hdc, cdrom',
  },
];
