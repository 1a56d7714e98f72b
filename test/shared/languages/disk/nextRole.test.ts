/** What a parameter without a name would be, typed at the end of a spec. */

import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { expect, it } from 'vitest';

it.each([
  ['', 'target'],
  ['/x,', 'format'],
  ['/x,raw,', 'vdev'],
  ['/x,raw,xvda,', 'access'],
  ['/x,raw,xvda,rw,', 'surplus'],
  [' ', 'target'],
  ['/x, ', 'format'],
  [',', 'format'],
  [',,', 'vdev'],
  // What has a name needs no place.
  ['vdev=xvda,', 'target'],
  ['format=raw,', 'target'],
  ['format=raw,/x,', 'vdev'],
  ['/x,vdev=xvda,', 'format'],
  ['/x,raw,vdev=xvda,', 'access'],
  ['script=block-drbd,', 'target'],
  // An access by name may be repeated, by position too.
  ['/x,raw,xvda,access=ro,', 'access'],
  ['cdrom,', 'target'],
  ['/x,cdrom,', 'format'],
  // After a prefix there is no place for a format.
  ['phy:', 'target'],
  ['phy:/x,', 'vdev'],
  ['tap:aio:/x,xvda,', 'access'],
  ['phy:/x,xvda,w,', 'surplus'],
  // A mistake does not stop a person from typing on.
  ['foo=bar,', 'target'],
  ['/x,xvda,', 'vdev'],
  ['/x,RAW,xvda,', 'access'],
  // An empty drive as xm had it.
  [',hdc:cdrom,', 'access'],
])('%j: %s', (spec, role) => expect(parseDiskSpec(spec, NEWEST_XEN_VERSION).nextRole).toBe(role));

it.each([
  ['/x,raw', false],
  ['phy:/x', true],
  ['/x,ioemu:hda', true],
  ['foo:/x', false],
])('%j has a prefix that xl knows: %s', (spec, hasPrefix) => {
  expect(parseDiskSpec(spec, NEWEST_XEN_VERSION).hasPrefix).toBe(hasPrefix);
});
