import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { describe, expect, it } from 'vitest';
import { HVM, labels } from '../../../support/cursor.ts';

describe('values that make sense with the rest of the string', () => {
  it.each([
    ["disk=['/x,raw,hdc,|,cdrom']", 'rw w', 'ro r'],
    ["disk=['vdev=xvda, format=|']", 'empty', 'raw qed'],
    ["disk=['vdev=xvda, cdrom, format=|']", '', 'empty raw'],
    ["disk=['vdev=xvda, cdrom, format=|, target=/x']", 'empty', 'raw'],
    ["disk=['/x,raw,xvda,w,specification=virtio,backendtype=|']", 'phy qdisk tap', 'standalone'],
    ["disk=['/x,raw,xvda,w,specification=xen,backendtype=|']", 'standalone', 'phy qdisk tap'],
    ["disk=['/x,raw,xvda,w,backendtype=|']", '', 'standalone phy qdisk tap'],
  ])('%s: without %s, with %s', (marked, out, in_) => {
    const found = labels(marked);
    for (const label of out.split(' ').filter(Boolean)) expect(found).not.toContain(label);
    for (const label of in_.split(' ').filter(Boolean)) expect(found).toContain(label);
  });
});

describe('values that the language computes from the other strings', () => {
  const vdevs = (marked: string): string =>
    labels(marked)
      .filter((label) => parseVdev(label) && label !== '')
      .join(' ');

  it.each([
    ["disk=['/a,raw,xvda,w','/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,|','/b,raw,xvda,w','/c,raw,xvdc,w']", 'xvdb xvdd xvde xvdf'],
    ["disk=['/a,raw,xvd|a,w']", 'xvda xvdb xvdc xvdd'],
    ["disk=['/a,raw,d1p0,w','/b,raw,|']", 'xvda xvdc xvdd xvde'],
    ["disk=['/a,raw,hda,w','/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,xvda2,w','/b,raw,xvda1,w','/c,raw,|']", 'xvda3 xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,xvda,w']\ndisk+=['/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,xvda,w']\ndisk=['/b,raw,|']", 'xvda xvdb xvdc xvdd'],
    ["disk=['/b,raw,|']\ndisk=['/a,raw,xvda,w']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,foo,w','/b,raw,|']", 'xvda xvdb xvdc xvdd'],
    [`${HVM}disk=['/a,raw,|']`, 'hda hdb hdc hdd xvda sda'],
    [`${HVM}disk=['/a,raw,hda,w','/b,raw,|']`, 'hdb hdc hdd xvdb sdb'],
    [`${HVM}disk=['/a,raw,xvda,w','/b,raw,|']`, 'xvdb xvdc xvdd xvde hdb sdb'],
    [`${HVM}disk=['/a,raw,xvda,w','/i,raw,hdc,cdrom','/b,raw,|']`, 'xvdb xvdd xvde xvdf hdb sdb'],
    [`${HVM}disk=['/a,raw,sda,w','/b,raw,|']`, 'sdb sdc sdd sde hdb xvdb'],
    [`${HVM}disk=['/a,raw,hda,w','/b,raw,hdb,w','/c,raw,hdc,w','/d,raw,hdd,w','/e,raw,|']`, 'xvde sde'],
    [`${HVM}disk=['/a,raw,hda,w','/i,raw,|,cdrom']`, 'hdc hdd hdb xvdb'],
    [`${HVM}disk=['/a,raw,hdc,w','/i,raw,|,cdrom']`, 'hdd hdb hda xvda'],
  ])('%s', (marked, expected) => expect(vdevs(marked)).toBe(expected));
});
