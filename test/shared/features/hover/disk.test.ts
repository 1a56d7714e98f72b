import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { hover } from '@xlcfg/shared/src/features/hover.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { HVM, openMarked, show, testHovers } from '../../../support/cursor.ts';
import { law, likelyDiskSpec } from '../../../support/laws.ts';

describe('parts of a disk', () => {
  testHovers([
    [
      "disk=['ta|p:aio:/a,xvda,w']",
      'tap:',
      ['`tap:` (deprecated prefix)', 'tapdisk2', 'In 2011 (Xen 4.1): '],
    ],
    ["disk=['tap:|aio:/a,xvda,w']", 'aio:', ['`aio:` (deprecated prefix)', '- Write: ']],
    [
      "disk=['fo|o:/a,xvda,w']",
      'foo:',
      ['`foo:` (disk: unknown prefix)', '"unknown deprecated disk prefix"', '`target=foo:...`'],
    ],
    ["disk=['nbd|:h,xvda,w']", 'nbd:', ['script=block-nbd']],
    [
      "disk=['/a,r|aw,xvda']",
      'raw',
      ['`raw` (format of the disk)\n\nThe bytes as they are', 'Mandatory: no', '- `qcow2`: '],
    ],
    ["disk=['/a,|,xvda']", "'/a,,xvda'", ['Disk `/a,,xvda`']],
    ["disk=['form|at=vhd, vdev=xvda, target=/a']", 'format', ['`format` (disk: key, or second position)']],
    [
      "disk=['format=v|hd, vdev=xvda, target=/a']",
      'vhd',
      ['`vhd` (format of the disk)\n\nImage of Virtual PC'],
    ],
    ["disk=['/a,RA|W,xvda']", 'RAW', ['**xl rejects the file.** This is not a valid value.']],
    [
      "disk=['/a,raw,xvda,r|o']",
      'ro',
      ['`ro` (access of the disk)\n\nThe guest may read only.', '- Default: `rw`'],
    ],
    ["disk=['/a,raw,hdc,r|w,cdrom']", 'rw', ['This is a CD-ROM drive: read-only, whatever is written here.']],
    [`${HVM}disk=['/a,raw,hda,|r']`, 'r', ['**This HVM guest does not start with it**']],
    ["disk=['/a,raw,xvda,w,cd|rom']", 'cdrom', ['`cdrom` (disk: flag)']],
    [
      "disk=['/a,raw,hdc:cd|rom,r']",
      'cdrom',
      ['`cdrom` (devtype of the disk)', 'Deprecated forms: `:cdrom`'],
    ],
    ["disk=['/a,raw,xvda,w,ba|r=x']", 'bar=x', ['`bar` (disk: unknown key)\n\n**xl rejects the file.**']],
    ["disk=['format|=vhd, vdev=xvda, target=/a']", 'format=vhd', ['`format` (disk: key']],
    // The colon belongs to neither side.
    ["disk=['/a,raw,hdc|:cdrom,r']", "'/a,raw,hdc:cdrom,r'", ['Disk `']],
    [
      "disk=['/a,raw,xvda,w,so|me']",
      'some',
      ['`some` (disk: value)\n\n**xl rejects the file.** Target, format, vdev and access are already set'],
    ],
    [
      "disk=['|/a,raw,xvda']",
      '/a',
      ['`/a` (target of the disk)', 'A path on the host.', 'Mandatory: yes, except for'],
    ],
    ["disk=['a|.img,raw,xvda']", 'a.img', ['looked up on the host from the directory where xl runs']],
    ["disk=['vdev=xvda,script=block-x,target=r|es']", 'res', ['Passed to the script `block-x`']],
    ["disk=['vdev=xvda,backend=dd,target=/|x']", '/x', ['A path in the domain `dd`.']],
    ["disk=['vdev=xvda,target=/a,b|=c']", '/a,b=c', ['`/a,b=c` (target of the disk)']],
    [
      "disk=['vdev=xvda,backendtype=ta|p,target=/a']",
      'tap',
      ['`tap` (backendtype of the disk)', '4.13 to 4.18'],
    ],
  ]);

  it('finds the place of an escaped part', () => {
    expect(show('disk=["/a\\"b,r|aw,xvda"]')?.on).toBe('raw');
    expect(show('disk=["/a|\\"b,raw,xvda"]')?.on).toBe('/a\\"b');
  });

  it.each([
    ["disk=['/a,qe|d,xvda']", '4.8', 'qed'],
    ["disk=['/a,raw,xvda,w,backendtype=standa|lone']", '4.16', 'standalone'],
    ["disk=['/a,raw,xvda,w,specifica|tion=xen']", '4.17', null],
  ] as const)('%s in %s', (marked, xenVersion, unknown) => {
    const markdown = show(marked, xenVersion)?.markdown ?? '';
    if (unknown) expect(markdown).toContain(`**The xl of ${xenVersion} does not know it.**`);
    else expect(markdown).not.toContain('**The xl');
  });
});

describe('vdevs', () => {
  const vdev = (name: string, prefix = ''): string =>
    show(`${prefix}disk=['/a,raw,|${name},rw']`)?.markdown.split('\n\n---\n\n')[0] ?? '';

  it.each([
    ['xvda', '`51712`, `0xca00`', 'Major 202, minor 0', '`/dev/xvda`', '`xbd0`'],
    ['xvdb2', '`51730`, `0xca12`', 'Major 202, minor 18', '`/dev/xvdb2`', '`xbd1`'],
    ['d1p2', '`51730`, `0xca12`', 'Major 202, minor 18', '`/dev/xvdb2`', '`xbd1`'],
    ['hda', '`768`, `0x300`', 'Major 3, minor 0', '`/dev/xvda`', '`ada0`'],
    ['hdd', '`5696`, `0x1640`', 'Major 22, minor 64', '`/dev/xvdd`', '`ada3`'],
    ['sdp15', '`2303`, `0x8ff`', 'Major 8, minor 255', '`/dev/xvdp15`', '`da15`'],
    ['xvdq', '`268439552`, `0x10001000` (extended)', 'no major number', '`/dev/xvdq`', '`xbd16`'],
    ['xvdtq37', '`268572709`, `0x10021825` (extended)', 'no major number', '`/dev/xvdtq37`', '`xbd536`'],
  ])('%s', (name, number, majorMinor, linux, freebsd) => {
    const markdown = vdev(name);
    for (const part of [
      `Number in xenstore: ${number}`,
      majorMinor,
      `${linux} in Linux`,
      `${freebsd} in FreeBSD`,
    ]) {
      expect(markdown).toContain(part);
    }
    expect(markdown).toContain('This PV guest: Xen virtual disk, nothing is emulated');
  });

  it.each([
    ['hda', 'emulated IDE disk 0 (`hda`)'],
    ['xvdd', 'emulated IDE disk 3 (`hdd`)'],
    ['xvde', 'emulated with `hdtype="ahci"` only'],
    ['xvdg', 'nothing is emulated'],
    ['sdb', 'emulated SCSI disk, id 1'],
    ['hda1', 'emulated IDE disk 0 (`hda`), or AHCI with `hdtype="ahci"`; as if it were the whole disk'],
    ['hdc,cdrom', 'emulated CD-ROM drive, IDE bus 1, unit 0'],
    ['xvde,cdrom', 'an emulated drive that QEMU does not have, so that it does not start'],
    ['xvdf,cdrom', 'no emulated drive: only the first four devices can be one'],
    ['768', 'nothing is emulated: libxl cannot tell which disk it is'],
  ])('%s of an hvm guest', (name, text) => {
    expect(vdev(name, HVM)).toContain(`This HVM guest: Xen virtual disk, and ${text}`);
  });

  it.each(['hde', 'sdq', 'foo', 'xvda256', 'hda01'])('%s is none', (name) => {
    expect(vdev(name)).toContain('libxl cannot read this name');
  });

  it('tells the number of a name without a disk, which libxl takes', () => {
    expect(vdev('xvd')).toContain('which no guest can use');
  });
});

describe('a whole disk', () => {
  const whole = (spec: string, prefix = '', xenVersion?: XenVersion): string =>
    show(`${prefix}disk=[|'${spec}']`, xenVersion)?.markdown ?? '';

  it.each([
    ["disk=['/a,raw,xvda|']", "'/a,raw,xvda'"],
    ["disk=[|'/a,raw,xvda']", "'/a,raw,xvda'"],
    ["disk=['/a,|,xvda']", "'/a,,xvda'"],
    ["disk=['/a,| raw,xvda']", "'/a, raw,xvda'"],
    ["disk=[|'']", "''"],
  ])('%s', (marked, on) =>
    expect(show(marked)).toMatchObject({ on, markdown: expect.stringMatching(/^Disk /) }),
  );

  it('tells every field in the terms of today', () => {
    expect(whole('tap:aio:/srv/a.img,hda,w')).toContain(
      [
        'Disk `tap:aio:/srv/a.img,hda,w`\n',
        'What xl makes of it:\n',
        '- Target: `/srv/a.img`',
        '- Format: `raw`',
        '- Virtual device: `hda`, number `768`',
        '- Access: read and write',
        '- Drive: hard disk',
        '- Specification: `xen`',
        '- Discard: yes\n',
      ].join('\n'),
    );
  });

  it.each([
    ['/a,raw,xvda,w', '', 'Served by the first backend that fits:\n\n- `phy`: blkback'],
    ['/a,qcow2,xvda,w', '', '- `qdisk`: QEMU on the host'],
    ['/a,qcow2,xvda,w', '', 'Passed over:\n\n- `phy` does not read qcow2'],
    ['/a,raw,xvda,w,backendtype=qdisk', '', 'Served by the backend that `backendtype` names:\n\n- `qdisk`'],
    ['/a,raw,hdc,cdrom', HVM, 'Served by the backend of CD-ROM drives of HVM guests:\n\n- `qdisk`'],
    [
      '/a,qcow2,xvda,w,backendtype=phy',
      '',
      '**The guest does not start**: no backend fits.\n\n- `phy` does not read qcow2',
    ],
    [
      'vdev=xvda,format=empty,target=/a',
      '',
      '**The guest does not start**: a disk without a medium must be a CD-ROM drive.',
    ],
    ['/a,xvda,w', '', '**xl rejects the file.**\n\nAs far as xl gets:\n\n- Target: `/a`'],
  ])('%s: who serves it', (spec, prefix, text) => expect(whole(spec, prefix)).toContain(text));

  it('tells both backends where the release lets the host decide', () => {
    const markdown = whole('/a,raw,xvda,w', '', '4.5');
    expect(markdown).toContain('- `phy` where the target is a block device: ');
    expect(markdown).toContain('- `qdisk` where it is an image file: ');
  });

  it.each([
    ['phy:/a,xvda,w', 'In 2011 it was served by blkback, always.'],
    ['file:/a,xvda,w', 'In 2011 it was served by tapdisk2, or QEMU where there was none.'],
    ['tap:vhd:/a,xvda,w', 'In 2011 it was served by tapdisk2 only'],
    ['tap:qcow2:/a,xvda,w', 'In 2011 it was served by QEMU'],
  ])('%s: who served it in 2011', (spec, text) => expect(whole(spec)).toContain(text));

  it.each(['drbd:r,xvda,w', '/a,qed,xvda,w', ',hdc:cdrom,r'])('%s: unknown in 2011', (spec) => {
    expect(whole(spec)).not.toContain('2011');
  });

  /** The modern text that the hover shows; null where it shows none. */
  const modernText = (markdown: string): string | null =>
    /Written today:\n\n`{3,}xlcfg\n(.*)\n`{3,}/.exec(markdown)?.[1] ?? null;

  it.each([
    ['tap:aio:/srv/a.img,hda,w', '/srv/a.img,raw,hda,rw'],
    ['tap:aio:/srv/a.img, hda, w', '/srv/a.img, raw, hda, rw'],
    [',hdc:cdrom,r', ',empty,hdc,ro,cdrom'],
    ['file:/a.iso,hdc:cdrom,r', '/a.iso,raw,hdc,ro,cdrom'],
    ['drbd:r0,xvda,w', 'r0,raw,xvda,rw,script=block-drbd'],
  ])('%s, written today', (spec, today) => expect(modernText(whole(spec))).toBe(today));

  it.each(['/a,raw,xvda,rw', '/a,raw,xvda,w', '/a,,xvda,,untrusted', 'vdev=xvda,target=tap:/x'])(
    '%s is not rewritten: nothing in it is deprecated',
    (spec) => expect(modernText(whole(spec))).toBeNull(),
  );

  it('shows the text that the fix writes', () => {
    let written = 0;
    law(likelyDiskSpec, (spec) => {
      const { doc, offset } = openMarked(`disk=[|'${spec}']`);
      const contents = hover(doc, doc.text.positionAt(offset))?.contents;
      const shown = typeof contents === 'object' && 'value' in contents ? modernText(contents.value) : null;
      const rewrites = doc.problems
        .filter(({ code }) => code === 'disk-deprecated-prefix' || code === 'disk-deprecated-devtype')
        .flatMap(({ fixes = [] }) => fixes.map(({ edits }) => applyEdits(doc.text.getText(), edits)));
      expect(new Set(rewrites)).toEqual(new Set(shown === null ? [] : [`disk=['${shown}']`]));
      written += rewrites.length;
    });
    expect(written).toBeGreaterThan(50);
  });

  it.each([
    ["disk=[|'/a,raw,xvda']\ndisk=['/b,raw,xvda']", true],
    ["disk=['/a,raw,xvda', 5, |'/b,raw,xvdb']", false],
    ["disk=['/a,raw,xvda', ['x'], |'/b,raw,xvdb']", true],
    ["disk=['/a,raw,xvda']\ndisk+=[|'/b,raw,xvdb']", false],
  ])('%s: whether the guest gets it', (marked, lost) => {
    const note = '**xl does not read it for the guest**';
    const markdown = show(marked)?.markdown ?? '';
    if (lost) expect(markdown).toContain(note);
    else expect(markdown).toMatch(/^Disk `\/b,raw,xvdb`\n\nWhat xl makes of it:\n\n- Target/);
  });
});
