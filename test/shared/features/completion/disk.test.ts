import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { NEWEST_XEN_VERSION, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { apply, complete, HVM, labels, openMarked } from '../../../support/cursor.ts';

describe('an item taken', () => {
  it.each([
    // Fields of a disk.
    ["disk=['/x,|']", 'qcow2', "disk=['/x,qcow2']"],
    ["disk=['/x,q|,xvda,w']", 'qcow2', "disk=['/x,qcow2,xvda,w']"],
    ["disk=['/x,qc|ow,xvda,w']", 'qcow2', "disk=['/x,qcow2,xvda,w']"],
    ["disk=['/x,raw,|']", 'xvda', "disk=['/x,raw,xvda']"],
    ["disk=['/x,raw,|", 'xvda', "disk=['/x,raw,xvda"],
    ["disk = [ '/x,raw,xv| ]", 'xvda', "disk = [ '/x,raw,xvda ]"],
    ["disk=['/x,raw,xv|d,rw']", 'xvda', "disk=['/x,raw,xvda,rw']"],
    ["disk=['/x, raw, | , rw']", 'xvda', "disk=['/x, raw, xvda, rw']"],
    ["disk=['/x,raw,xvda,|']", 'ro', "disk=['/x,raw,xvda,ro']"],
    ["disk=['/x,raw,xvda,w,|']", 'backendtype=', "disk=['/x,raw,xvda,w,backendtype=']"],
    ["disk=['/x,raw,xvda,w,backendtype=|']", 'qdisk', "disk=['/x,raw,xvda,w,backendtype=qdisk']"],
    ["disk=['format=|raw, vdev=xvda']", 'vhd', "disk=['format=vhd, vdev=xvda']"],
    ["disk=['for|, vdev=xvda, target=/x']", 'format=', "disk=['format=, vdev=xvda, target=/x']"],
    ["disk=['fo|rm=raw']", 'format=', "disk=['format=raw']"],
    ["disk=['vdev=xvda, |']", 'target=', "disk=['vdev=xvda, target=']"],
    ["disk=['vdev=|, target=/x']", 'xvda', "disk=['vdev=xvda, target=/x']"],
    ["disk=['grant_usage=|']", '1', "disk=['grant_usage=1']"],
    ["disk=['phy:/x,|']", 'xvda', "disk=['phy:/x,xvda']"],
    ['disk=["/a\\"b,raw,xv|"]', 'xvda', 'disk=["/a\\"b,raw,xvda"]'],
    ["disk=['/x,raw,xvda,w|,dis']", 'w', "disk=['/x,raw,xvda,w,dis']"],
    // Whole disks.
    ['disk = |', 'disk', "disk = [ '/dev/vg/guest,raw,xvda,rw' ]"],
    ['disk = [ |', 'disk', "disk = [ '/dev/vg/guest,raw,xvda,rw'"],
    ['disk = [ | ]', 'disk by names', "disk = [ 'vdev=xvda, format=raw, access=rw, target=/dev/vg/guest' ]"],
    ["disk = [ '/a,raw,xvda,w', | ]", 'disk', "disk = [ '/a,raw,xvda,w', '/dev/vg/guest,raw,xvdb,rw' ]"],
    ["disk = [ '/a,raw,xvda,w' | ]", 'disk', "disk = [ '/a,raw,xvda,w' , '/dev/vg/guest,raw,xvdb,rw' ]"],
    ["disk = [ | '/a,raw,xvda,w' ]", 'disk', "disk = [ '/dev/vg/guest,raw,xvdb,rw',  '/a,raw,xvda,w' ]"],
    [
      "disk = [\n  '/a,raw,xvda,w',\n  |\n]",
      'cdrom',
      "disk = [\n  '/a,raw,xvda,w',\n  '/srv/install.iso,raw,xvdb,ro,cdrom'\n]",
    ],
    [
      "disk = [\n  '/a,raw,xvda,w',\n  cd|",
      'cdrom, empty',
      "disk = [\n  '/a,raw,xvda,w',\n  'vdev=xvdb, cdrom'",
    ],
    [`${HVM}disk = [ | ]`, 'cdrom', `${HVM}disk = [ '/srv/install.iso,raw,hdc,ro,cdrom' ]`],
    [`${HVM}disk = [ | ]`, 'disk', `${HVM}disk = [ '/dev/vg/guest,raw,hda,rw' ]`],
  ])('%s: %s', (marked, label, expected) => expect(complete(marked).take(label)).toBe(expected));
});

describe('what comes first', () => {
  it.each([
    ["disk=['/x,|']", ['raw', 'qcow2', 'qcow', 'vhd', 'qed', 'format=', 'vdev=']],
    ["disk=['/x,raw,|']", ['xvda', 'xvdb', 'xvdc', 'xvdd', 'vdev=']],
    ["disk=['/x,raw,xvda,|']", ['rw', 'ro', 'w', 'r', 'access=', 'cdrom']],
    ["disk=['/x,raw,xvda,w,|']", ['cdrom', 'devtype=']],
    ["disk=['|']", ['format=', 'vdev=']],
    ['disk = [ |', ['disk', 'disk by names', 'cdrom', 'cdrom, empty']],
  ])('%s', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it('offers target= last, and only where nothing follows', () => {
    expect(labels("disk=['vdev=xvda, |']").at(-1)).toBe('target=');
    expect(labels("disk=['|, vdev=xvda']")).not.toContain('target=');
  });
});

describe('fields of a disk', () => {
  const offered = (marked: string, xenVersion?: XenVersion): ReadonlySet<string> =>
    new Set(labels(marked, xenVersion));

  it.each([
    // What fills the same field is taken or contradicts.
    ["disk=['/x,raw,xvda,w,discard,|']", 'no-discard discard', 'cdrom untrusted'],
    ["disk=['/x,raw,xvda,w,|,no-discard']", 'no-discard discard', 'cdrom'],
    ["disk=['|,discard, vdev=xvda']", 'no-discard discard vdev=', 'cdrom format='],
    ["disk=['|discard, vdev=xvda']", 'no-discard discard vdev=', 'cdrom format='],
    ["disk=['/x,raw,hdc:cdrom,r,|']", 'cdrom devtype= vdev= access= format= target=', 'discard'],
    ["disk=['/x,raw,xvda,w,untrusted,|']", 'trusted', 'colo'],
    ["disk=['/x,raw,xvda,w,colo,|']", 'no-colo colo', 'colo-host='],
    ["disk=['vdev=xvda, |']", 'vdev=', 'format= target='],
    ["disk=['qcow2:/x,|']", 'format= qcow2', 'vdev= access='],
    ["disk=['drbd:/x,|']", 'script=', 'format='],
    ["disk=['tap:|']", 'tap: aio: raw', 'vdev='],
    ["disk=['|']", 'tap: phy: file: aio: raw:', 'vdev= target='],
    // Words that the rest makes void or wrong.
    ["disk=['/x,raw,hdc,|,cdrom']", 'rw w', 'ro r'],
    ["disk=['vdev=xvda, format=|']", 'empty', 'raw qed'],
    ["disk=['vdev=xvda, cdrom, format=|']", '', 'empty raw'],
    ["disk=['vdev=xvda, cdrom, format=|, target=/x']", 'empty', 'raw'],
    ["disk=['/x,raw,xvda,w,specification=virtio,backendtype=|']", 'phy qdisk tap', 'standalone'],
    ["disk=['/x,raw,xvda,w,specification=xen,backendtype=|']", 'standalone', 'phy qdisk tap'],
    ["disk=['/x,raw,xvda,w,backendtype=|']", '', 'standalone phy qdisk tap'],
  ])('%s without %s', (marked, out, in_) => {
    const found = offered(marked);
    for (const label of out.split(' ').filter(Boolean)) expect(found).not.toContain(label);
    for (const label of in_.split(' ')) expect(found).toContain(label);
  });

  it.each([
    ["disk=['/x,|']", '4.8', 'qed', '4.9'],
    ["disk=['/x,raw,xvda,w,|']", '4.18', 'untrusted', '4.19'],
    ["disk=['/x,raw,xvda,w,|']", '4.6', 'colo', '4.7'],
    ["disk=['/x,raw,xvda,w,backendtype=|']", '4.16', 'standalone', '4.17'],
    ['disk=[|', '4.1', 'disk', '4.2'],
  ] as const)('%s: in %s no %s', (marked, without, label, with_) => {
    expect(offered(marked, without)).not.toContain(label);
    expect(offered(marked, with_)).toContain(label);
  });

  it.each([
    "disk=['/dev/|']",
    "disk=['vdev=xvda,target=/a,|']",
    "disk=['vdev=xvda,target=|']",
    "disk=['/x,raw,hdc:|']",
    "disk=['/x,raw,xvda,w,cdrom=|']",
    "disk=['/x,raw,xvda,w,foo=|']",
    "disk=['/x=|']",
    "disk='/x,|'",
    "disk=[['/x,|']]",
    "disk=['/x,raw'|]",
    'disk=[ [ | ] ]',
    "vif='/x,|'",
  ])('nothing in %s', (marked) => expect(labels(marked)).toEqual([]));
});

describe('free vdevs', () => {
  const vdevs = (marked: string): string =>
    labels(marked)
      .filter((label) => parseVdev(label) && label !== '')
      .join(' ');

  it.each([
    ["disk=['/a,raw,xvda,w','/b,raw,|']", 'xvdb xvdc xvdd xvde'],
    ["disk=['/a,raw,|','/b,raw,xvda,w','/c,raw,xvdc,w']", 'xvdb xvdd xvde xvdf'],
    ["disk=['/a,raw,xvda|,w']", 'xvda xvdb xvdc xvdd'],
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

describe('whole disks', () => {
  it.each(GUEST_TYPES)('each is taken by xl, with a vdev of its own: %s', (type) => {
    const { doc, offset } = openMarked(`type="${type}"\ndisk=['/a,raw,xvda,w', |]`, NEWEST_XEN_VERSION);
    const items = completion(doc, doc.text.positionAt(offset));
    expect(items.length).toBe(4);
    for (const item of items) {
      const { errors, settings } = parseConfig(`${apply(doc, item)}\n`);
      expect(errors).toEqual([]);
      const list = settings.at(-1)?.value;
      const added = list?.kind === 'list' ? list.items.at(-1) : undefined;
      const spec =
        added?.kind === 'string' ? parseDiskSpec(added.content.text, NEWEST_XEN_VERSION) : undefined;
      expect(spec?.faults).toEqual([]);
      expect(parseVdev(spec?.fields.vdev ?? '')?.disk).toBeGreaterThan(0);
      expect(spec?.fields.is_cdrom).toBe(item.label.startsWith('cdrom'));
    }
  });
});
