/** Disk specs that some versions of xl accept. Checked with the real xl of 4.17 to 4.22, and with the source of older ones. */

import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { XEN_VERSIONS, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { expect, it } from 'vitest';

const accepts = (spec: string, xenVersion: XenVersion): boolean =>
  parseDiskSpec(spec, xenVersion).faults.length === 0;

/** The versions where the answer changes, as `since 4.2, not since 4.17`. */
const accepted = (spec: string): string =>
  XEN_VERSIONS.filter((xenVersion, at) => {
    const previous = XEN_VERSIONS[at - 1];
    return accepts(spec, xenVersion) !== (previous !== undefined && accepts(spec, previous));
  })
    .map((xenVersion) => `${accepts(spec, xenVersion) ? '' : 'not '}since ${xenVersion}`)
    .join(', ') || 'never';

it.each([
  ['/x,raw,xvda,rw', 'since 4.1'],
  ['tap:aio:/x,xvda,w', 'since 4.1'],
  ['/x,raw,xvda,rw,backend=store', 'since 4.3'],
  ['/x,raw,xvda,rw,discard', 'since 4.5'],
  ['/x,raw,xvda,rw,direct-io-safe', 'since 4.5'],
  ['/x,raw,xvda,rw,no-colo', 'since 4.8'],
  ['/x,qed,xvda,rw', 'since 4.9'],
  ['/x,raw,xvda,rw,specification=xen', 'since 4.17'],
  ['/x,raw,xvda,rw,backendtype=standalone', 'since 4.17'],
  ['/x,raw,xvda,rw,trusted', 'since 4.19'],
  ['vdev=xvda,untrusted,target=/x', 'since 4.19'],
  ['/x,trusted,raw,xvda,w', 'since 4.19'],
  ['vdev=xvda,grant_usage=1,target=/x', 'since 4.19'],
  ['vdev=xvda,grant_usage=0,target=/x', 'since 4.19'],
  // Without trusted as its own word, it is the vdev.
  ['/x,,trusted', 'since 4.1, not since 4.19'],
  ['vdev=xvda,grant_usage=2,target=/x', 'never'],
  ['vdev=xvda,grant_usage=yes,target=/x', 'never'],
  ['vdev=xvda,grant_usage=,target=/x', 'never'],
  ['vdev=xvda,grant_usage,target=/x', 'never'],
])('%j is accepted %s', (spec, versions) => expect(accepted(spec)).toBe(versions));

it.each([
  ['vdev=xvda,trusted,target=/x', { trusted: true, grant_usage: null }],
  ['vdev=xvda,untrusted,target=/x', { trusted: false }],
  ['vdev=xvda,trusted,untrusted,target=/x', { trusted: false }],
  ['vdev=xvda,grant_usage=1,target=/x', { grant_usage: true, trusted: null }],
  ['vdev=xvda,grant_usage=0,target=/x', { grant_usage: false }],
])('%j, of 4.19: %j', (spec, fields) => expect(parseDiskSpec(spec, '4.19').fields).toMatchObject(fields));

it.each([
  // How a release that does not know it reads it.
  ['vdev=xvda,trusted,target=/x', '4.18', 'disk-repeated-parameter'],
  ['/x,raw,xvda,w,trusted', '4.18', 'disk-too-many-fields'],
  ['/x,raw,xvda,trusted', '4.18', 'disk-bad-access'],
  ['/x,trusted,raw,xvda,w', '4.18', 'disk-bad-format'],
  ['/x,,trusted', '4.19', 'disk-missing-vdev'],
  ['/x,raw,xvda,rw,specification=xen', '4.16', 'disk-unknown-parameter'],
  ['/x,qed,xvda,rw', '4.8', 'disk-bad-format'],
] as const)('%j, of %s, is %s', (spec, xenVersion, code) => {
  expect(parseDiskSpec(spec, xenVersion).faults.map((error) => error.rule)).toContain(code);
});
