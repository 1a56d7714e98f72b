/** What a release takes and another refuses. Put to the real xl of 4.17 to 4.22; older ones by their source. */

import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { XEN_VERSIONS, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { expect, it } from 'vitest';

/** The releases that take a spec, as `4.2-4.16 4.19-4.22`. */
function takers(spec: string): string {
  const ranges: { first: XenVersion; last: XenVersion }[] = [];
  let before: XenVersion | undefined;
  for (const xenVersion of XEN_VERSIONS) {
    const taken = parseDiskSpec(spec, xenVersion).faults.length === 0;
    const range = ranges.at(-1);
    if (taken && range && range.last === before) range.last = xenVersion;
    else if (taken) ranges.push({ first: xenVersion, last: xenVersion });
    before = xenVersion;
  }
  return ranges.map(({ first, last }) => `${first}-${last}`).join(' ');
}

it.each([
  ['/x,raw,xvda,rw', '4.1-4.22'],
  ['tap:aio:/x,xvda,w', '4.1-4.22'],
  ['/x,raw,xvda,rw,backend=store', '4.3-4.22'],
  ['/x,raw,xvda,rw,discard', '4.5-4.22'],
  ['/x,raw,xvda,rw,direct-io-safe', '4.5-4.22'],
  ['/x,raw,xvda,rw,no-colo', '4.7-4.22'],
  ['/x,qed,xvda,rw', '4.9-4.22'],
  ['/x,raw,xvda,rw,specification=xen', '4.17-4.22'],
  ['/x,raw,xvda,rw,backendtype=standalone', '4.17-4.22'],
  ['/x,raw,xvda,rw,trusted', '4.19-4.22'],
  ['vdev=xvda,untrusted,target=/x', '4.19-4.22'],
  ['/x,trusted,raw,xvda,w', '4.19-4.22'],
  ['vdev=xvda,grant_usage=1,target=/x', '4.19-4.22'],
  ['vdev=xvda,grant_usage=0,target=/x', '4.19-4.22'],
  // Without trusted as a word of its own, it is the vdev.
  ['/x,,trusted', '4.1-4.18'],
  ['vdev=xvda,grant_usage=2,target=/x', ''],
  ['vdev=xvda,grant_usage=yes,target=/x', ''],
  ['vdev=xvda,grant_usage=,target=/x', ''],
  ['vdev=xvda,grant_usage,target=/x', ''],
])('%j is taken by %s', (spec, releases) => expect(takers(spec)).toBe(releases));

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
