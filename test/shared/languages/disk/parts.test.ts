/**
 * Which parts a disk spec falls into. Every piece is cut out of the spec by the part's own offsets: `target(/x)` is a
 * parameter without a name, `vdev(hdc):cdrom` one with the type behind it, `format=raw` a named one, with a `?` in
 * front where xl does not know it, `flag(cdrom)` a word alone, `prefix(tap:)`, and `junk(=)` what nothing matches.
 */

import type { DiskPart } from '@xlcfg/shared/src/languages/disk/ast.ts';
import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import type { Span } from '@xlcfg/shared/src/span.ts';
import { describe, expect, it } from 'vitest';

const outline = (text: string): string =>
  parseDiskSpec(text, NEWEST_XEN_VERSION)
    .tree.map((part) => outlinePart(text, part))
    .join(' ');

function outlinePart(text: string, part: DiskPart): string {
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  switch (part.kind) {
    case 'parameter':
      expect(cut(part)).toBe(
        `${part.name}${text.slice(part.nameSpan.end, part.valueSpan.start)}${part.value}`,
      );
      return `${part.known ? '' : '?'}${cut(part.nameSpan)}=${cut(part.valueSpan)}`;
    case 'positional':
      expect(cut(part.valueSpan)).toBe(part.value);
      return `${part.role}(${part.value})${part.devtype ? `:${cut(part.devtype.span)}` : ''}`;
    default:
      return `${part.kind}(${cut(part)})`;
  }
}

type Case = readonly [spec: string, parts: string];
const expectParts = (spec: string, parts: string): void => expect(outline(spec)).toBe(parts);

describe('parameters by position', () => {
  it.each<Case>([
    ['', ''],
    ['/dev/x', 'target(/dev/x)'],
    ['/dev/x,raw,xvda,rw', 'target(/dev/x) format(raw) vdev(xvda) access(rw)'],
    ['/dev/x,,xvda', 'target(/dev/x) format() vdev(xvda)'],
    [',,', 'target() format()'],
    ['/dev/x,raw,xvda,rw,more', 'target(/dev/x) format(raw) vdev(xvda) access(rw) surplus(more)'],
    // Blanks before a parameter do not belong to it, those behind it do.
    ['  /dev/x , raw,\txvda', 'target(/dev/x ) format(raw) vdev(xvda)'],
    ['/srv/a b.img,raw,xvda', 'target(/srv/a b.img) format(raw) vdev(xvda)'],
    ['/srv/a:b.img,raw,xvda', 'target(/srv/a:b.img) format(raw) vdev(xvda)'],
    ['/a.iso,raw,hdc:cdrom,r', 'target(/a.iso) format(raw) vdev(hdc):cdrom access(r)'],
    // An empty drive, as xm had it: the second place is the vdev's then.
    [',hdc:cdrom,r', 'target() vdev(hdc):cdrom access(r)'],
  ])('%j', expectParts);
});

describe('parameters by name', () => {
  it.each<Case>([
    ['vdev=xvda', 'vdev=xvda'],
    ['vdev=xvda,format=raw,access=ro,target=/dev/x', 'vdev=xvda format=raw access=ro target=/dev/x'],
    ['vdev=xvda, target=/srv/a,b=c.img ', 'vdev=xvda target=/srv/a,b=c.img '],
    ['vdev=,target=', 'vdev= target='],
    ['/dev/x,raw,vdev=xvda,rw', 'target(/dev/x) format(raw) vdev=xvda access(rw)'],
    ['format=raw,/dev/x,xvda', 'format=raw target(/dev/x) vdev(xvda)'],
    ['vdev=xvda,/dev/x,raw,ro', 'vdev=xvda target(/dev/x) format(raw) access(ro)'],
    ['script=block-drbd,target=res0', 'script=block-drbd target=res0'],
  ])('%j', expectParts);
});

describe('words alone', () => {
  it.each<Case>([
    ['/a.iso,raw,hdc,ro,cdrom', 'target(/a.iso) format(raw) vdev(hdc) access(ro) flag(cdrom)'],
    ['cdrom,/a.iso,raw,hdc', 'flag(cdrom) target(/a.iso) format(raw) vdev(hdc)'],
    [
      '/x,raw,xvda,discard,direct-io-safe',
      'target(/x) format(raw) vdev(xvda) flag(discard) flag(direct-io-safe)',
    ],
    ['/x,raw,xvda,rw,untrusted', 'target(/x) format(raw) vdev(xvda) access(rw) flag(untrusted)'],
    // Part of a longer word they are none.
    ['cdrom2,raw', 'target(cdrom2) format(raw)'],
    ['discards', 'target(discards)'],
    ['no-discard,/x', 'flag(no-discard) target(/x)'],
  ])('%j', expectParts);
});

describe('prefixes', () => {
  it.each<Case>([
    ['phy:/dev/x,xvda,w', 'prefix(phy:) target(/dev/x) vdev(xvda) access(w)'],
    ['tap:aio:/a.img,xvda,w', 'prefix(tap:) prefix(aio:) target(/a.img) vdev(xvda) access(w)'],
    ['tap2:tapdisk:vhd:/a,hda', 'prefix(tap2:) prefix(tapdisk:) prefix(vhd:) target(/a) vdev(hda)'],
    ['phy:/dev/x,ioemu:hda,w', 'prefix(phy:) target(/dev/x) prefix(ioemu:) vdev(hda) access(w)'],
    ['file:/a.iso,hdc:cdrom,r', 'prefix(file:) target(/a.iso) vdev(hdc):cdrom access(r)'],
    ['phy: /dev/x,xvda', 'prefix(phy:) target(/dev/x) vdev(xvda)'],
    // In upper case, or behind something else, there is none.
    ['PHY:/dev/x,raw,xvda', 'target(PHY:/dev/x) format(raw) vdev(xvda)'],
    ['/phy:x,raw', 'target(/phy:x) format(raw)'],
  ])('%j', expectParts);
});

describe('what xl cannot read', () => {
  it.each<Case>([
    ['acces=rw,target=/x', '?acces=rw target=/x'],
    ['foo=bar,vdev=xvda,target=/x', '?foo=bar vdev=xvda target=/x'],
    ['Vdev=xvda,/x', '?Vdev=xvda junk(,/x)'],
    ['vdev =xvda,/x', '?vdev=xvda junk(,/x)'],
    ['/dev/a=b,raw,xvda', 'target(/dev/a) junk(=b,raw,xvda)'],
    ['http://host/x,raw', 'prefix(http:)'],
    ['/x=', 'target(/x) junk(=)'],
  ])('%j', expectParts);
});
