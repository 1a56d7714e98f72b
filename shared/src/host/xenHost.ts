/** Which Xen a host runs. Facts: drivers/xen/sys-hypervisor.c and xenfs of Linux. */

import type { Architecture } from '../schema/platform.ts';
import {
  NEWEST_XEN_VERSION,
  OLDEST_XEN_VERSION,
  XEN_VERSIONS,
  type XenVersion,
} from '../schema/xenVersions.ts';
import type { HostView } from './view.ts';

export interface XenHost {
  /** Whether the kernel runs on Xen, as dom0 or as a guest. */
  readonly isXen: boolean;
  readonly isDom0: boolean;
  /** The nearest version that is known. Absent where the host does not tell. */
  readonly xenVersion?: XenVersion;
  readonly architecture?: Architecture;
}

const VERSION_FOLDER = '/sys/hypervisor/version';

const NO_UUID = /^[0-]+$/;

/** Newer ones than the newest known one count as that one, older ones than the oldest as that. */
function knownVersion(major: string, minor: string): XenVersion | undefined {
  if (!/^\d+$/.test(major) || !/^\d+$/.test(minor)) return undefined;
  const known = XEN_VERSIONS.find((version) => version === `${Number(major)}.${Number(minor)}`);
  if (known) return known;
  const [newestMajor = 0, newestMinor = 0] = NEWEST_XEN_VERSION.split('.').map(Number);
  const isNewer =
    Number(major) > newestMajor || (Number(major) === newestMajor && Number(minor) > newestMinor);
  return isNewer ? NEWEST_XEN_VERSION : OLDEST_XEN_VERSION;
}

function architectureOf(capabilities: string): Architecture | undefined {
  if (/\b(?:aarch64|armv7l)\b/.test(capabilities)) return 'arm';
  return /\bx86_(?:32p?|64)\b/.test(capabilities) ? 'x86' : undefined;
}

export async function readXenHost(host: HostView): Promise<XenHost> {
  const read = async (path: string): Promise<string> => ((await host.text(path)) ?? '').trim();
  const [type, uuid, capabilities, major, minor, abilities] = await Promise.all(
    [
      '/sys/hypervisor/type',
      '/sys/hypervisor/uuid',
      '/proc/xen/capabilities',
      `${VERSION_FOLDER}/major`,
      `${VERSION_FOLDER}/minor`,
      '/sys/hypervisor/properties/capabilities',
    ].map(read),
  );
  const isXen = type === 'xen' || typeof (await host.find('/proc/xen')).found !== 'string';
  const isDom0 = capabilities?.includes('control_d') === true || (type === 'xen' && NO_UUID.test(uuid ?? ''));
  const xenVersion = knownVersion(major ?? '', minor ?? '');
  const architecture = architectureOf(abilities ?? '');
  return {
    isXen,
    isDom0,
    ...(xenVersion && { xenVersion }),
    ...(architecture && { architecture }),
  };
}
