/** Specs written anew. xl makes the same disk of them. */

import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import {
  isDeprecated,
  modernSpec,
  namedSpec,
  sameFields,
  specWithFormat,
} from '@xlcfg/shared/src/languages/disk/write.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskSpecText, law, likelyDiskSpec } from '../../../support/laws.ts';

const parse = (spec: string) => parseDiskSpec(spec, NEWEST_XEN_VERSION);

describe('in the syntax of today', () => {
  it.each([
    ['phy:/dev/vg/web1,xvda,w', '/dev/vg/web1,raw,xvda,rw'],
    ['file:/srv/a.img,xvda,r', '/srv/a.img,raw,xvda,ro'],
    ['tap:aio:/srv/a.img,xvda,w', '/srv/a.img,raw,xvda,rw'],
    ['tap2:tapdisk:aio:/srv/a.img,xvda1,w', '/srv/a.img,raw,xvda1,rw'],
    ['tap:qcow2:/srv/a.img,hda,w', '/srv/a.img,qcow2,hda,rw'],
    ['vhd:/srv/a.vhd,hda,w', '/srv/a.vhd,vhd,hda,rw'],
    ['phy:/dev/x,ioemu:hda,w', '/dev/x,raw,hda,rw'],
    ['phy:/dev/x,xvda', '/dev/x,raw,xvda'],
    ['phy:/dev/x,xvda,', '/dev/x,raw,xvda'],
    ['file:/a.iso,hdc:cdrom,r', '/a.iso,raw,hdc,ro,cdrom'],
    ['/a.iso,raw,hdc:cdrom,w', '/a.iso,raw,hdc,ro,cdrom'],
    ['/a.img,raw,hda:disk,w', '/a.img,raw,hda,rw'],
    [',hdc:cdrom,r', ',empty,hdc,ro,cdrom'],
    ['iscsi:iqn.2001-05.com.example,xvda,w', 'iqn.2001-05.com.example,raw,xvda,rw,script=block-iscsi'],
    ['drbd:res0,xvda,w', 'res0,raw,xvda,rw,script=block-drbd'],
    // Blanks stay where they were, but those behind a prefix.
    ['phy:/dev/x, xvda, w', '/dev/x, raw, xvda, rw'],
    ['phy: /dev/x,xvda,w', '/dev/x,raw,xvda,rw'],
    // So do parameters with names.
    ['phy:/dev/x,xvda,w,backend=store', '/dev/x,raw,xvda,rw,backend=store'],
    ['phy:/dev/x,xvda,format=raw,w', '/dev/x,raw,xvda,format=raw,rw'],
    ['phy:vdev=xvda,target=/x', 'vdev=xvda,target=/x'],
    // The first comma sets the spacing of what is added.
    ['tap:qcow2:/x, hda,w', '/x, qcow2, hda,rw'],
    ['drbd:res0, xvda, w', 'res0, raw, xvda, rw, script=block-drbd'],
  ])('%j is %j', (old, modern) => expect(modernSpec(parse(old), NEWEST_XEN_VERSION)).toBe(modern));

  it.each(['phy:/x', '/x,xvda,w', 'foo:/x,xvda,w', ''])(
    '%j, which xl rejects, has no modern form',
    (spec) => {
      expect(modernSpec(parse(spec), NEWEST_XEN_VERSION)).toBeNull();
    },
  );

  it.each(['/x,raw,xvda,w', '/x,raw,xvda,rw', '/x,,xvda,r', 'vdev=xvda,target=/x'])(
    '%j has nothing deprecated to rewrite',
    (spec) => expect(modernSpec(parse(spec), NEWEST_XEN_VERSION)).toBeNull(),
  );

  it('does not exist before Xen 4.2', () => {
    const spec = 'phy:/dev/vg/web1,xvda,w';
    expect(modernSpec(parseDiskSpec(spec, '4.1'), '4.1')).toBeNull();
    expect(modernSpec(parseDiskSpec(spec, '4.2'), '4.2')).toBe('/dev/vg/web1,raw,xvda,rw');
  });

  it('means the same to xl, and has nothing old in it', () => {
    let written = 0;
    law(
      fc.oneof(diskSpecText, likelyDiskSpec),
      (text) => {
        const spec = parse(text);
        const modern = modernSpec(spec, NEWEST_XEN_VERSION);
        // A line feed in the middle of a spec is beyond what can be kept.
        if (spec.faults.length === 0 && isDeprecated(spec) && !text.includes('\n')) {
          expect(modern).not.toBeNull();
        }
        if (modern === null) return;
        written++;
        const read = parse(modern);
        expect(read.faults).toEqual([]);
        expect(sameFields(read.fields, spec.fields)).toBe(true);
        expect(isDeprecated(read)).toBe(false);
      },
      1200,
    );
    expect(written).toBeGreaterThan(100);
  });
});

describe('with another format', () => {
  it.each([
    ['/a.qcow2,raw,xvda,rw', 'qcow2', '/a.qcow2,qcow2,xvda,rw'],
    ['/a.qcow2,,xvda,w', 'qcow2', '/a.qcow2,qcow2,xvda,rw'],
    ['phy:/a.vhd,xvda,w', 'vhd', '/a.vhd,vhd,xvda,rw'],
    ['vdev=xvda,format=raw,target=/a.qcow2', 'qcow2', 'vdev=xvda,format=qcow2,target=/a.qcow2'],
    ['vdev=xvda,target=/a.qcow2', 'qcow2', 'format=qcow2,vdev=xvda,access=rw,target=/a.qcow2'],
  ] as const)('%j with %s is %j', (spec, format, written) => {
    expect(specWithFormat(parse(spec), format, NEWEST_XEN_VERSION)).toBe(written);
  });

  it('of a spec that xl rejects is nothing', () => {
    expect(specWithFormat(parse('/x,xvda'), 'qcow2', NEWEST_XEN_VERSION)).toBeNull();
  });
});

describe('with every parameter by name', () => {
  it.each([
    ['/x,raw,xvda', 'format=raw,vdev=xvda,access=rw,target=/x'],
    ['phy:/x,xvda,r', 'format=raw,vdev=xvda,access=ro,target=/x'],
    ['vdev=hdc,cdrom', 'format=empty,vdev=hdc,access=ro,devtype=cdrom'],
    ['drbd:res0,xvda,w', 'format=raw,vdev=xvda,access=rw,script=block-drbd,target=res0'],
    [
      '/x,raw,xvda,no-discard,direct-io-safe,backend=store,backendtype=qdisk,untrusted',
      'format=raw,vdev=xvda,access=rw,backend=store,backendtype=qdisk,direct-io-safe,no-discard,untrusted,target=/x',
    ],
    ['vdev=xvda,target=/x,y=z', 'format=raw,vdev=xvda,access=rw,target=/x,y=z'],
  ])('%j is %j', (spec, named) => {
    expect(namedSpec(parse(spec).fields, ',')).toBe(named);
    expect(parse(named).fields).toEqual(parse(spec).fields);
  });
});

it.each([
  ['phy:/x,xvda', true],
  ['/x,raw,hdc:cdrom', true],
  ['/x,raw,ioemu:hda', true],
  ['/x,raw,xvda,w', false],
  ['vdev=xvda,target=phy:/x', false],
])('%j has an old form in it: %s', (spec, old) => expect(isDeprecated(parse(spec))).toBe(old));
