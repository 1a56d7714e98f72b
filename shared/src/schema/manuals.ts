/** The manual pages of Xen: docs/man of its releases 4.1 to 4.22, which xenbits.xen.org shows by branch from 4.2 on. */
import { atLeast, existsIn, type Lifetime, type XenVersion } from './xenVersions.ts';

export interface ManualPage extends Lifetime {
  readonly name: string;
  readonly section: 1 | 5 | 7 | 8;
}

const page = (
  name: string,
  section: ManualPage['section'],
  since: XenVersion,
  last?: XenVersion,
): readonly [string, ManualPage] => [name, { name, section, since, ...(last ? { last } : {}) }];

/** By name. Those that configuration has to do with, of xm too. */
export const MANUAL_PAGES: ReadonlyMap<string, ManualPage> = new Map([
  page('xl', 1, '4.2'),
  page('xl.cfg', 5, '4.2'),
  page('xl.conf', 5, '4.2'),
  page('xlcpupool.cfg', 5, '4.2'),
  page('xl-disk-configuration', 5, '4.9'),
  page('xl-network-configuration', 5, '4.9'),
  page('xl-pci-configuration', 5, '4.15'),
  page('xl-numa-placement', 7, '4.9'),
  page('xen-pci-device-reservations', 7, '4.9'),
  page('xen-pv-channel', 7, '4.9'),
  page('xen-tscmode', 7, '4.9'),
  page('xen-vbd-interface', 7, '4.9'),
  page('xen-vtpm', 7, '4.9'),
  page('xen-vtpmmgr', 7, '4.9'),
  page('xenhypfs', 1, '4.14'),
  page('xenstore', 1, '4.4'),
  page('xenstore-ls', 1, '4.4'),
  page('xentop', 1, '4.6'),
  page('xm', 1, '4.2', '4.4'),
  page('xmdomain.cfg', 5, '4.2', '4.4'),
  page('xend-config.sxp', 5, '4.2', '4.4'),
]);

/** The release whose page is the nearest to that of `xenVersion`. */
export const versionOfPage = ({ since, last }: Lifetime, xenVersion: XenVersion): XenVersion => {
  if (!atLeast(xenVersion, since)) return since;
  return last === undefined || existsIn(xenVersion, { since, last }) ? xenVersion : last;
};

/** URL of the page as the branch of the release has it. */
export const manualUrl = ({ name, section }: ManualPage, xenVersion: XenVersion): string =>
  `https://xenbits.xen.org/docs/${xenVersion}-testing/man/${name}.${section}.html`;
