/**
 * The releases of xl that are asked, one row each. The name of a row is also that of its folder in build/, and its key in
 * recorded/.
 */
import type { Architecture } from '@xlcfg/shared/src/schema/platform.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';

export interface Release<Name extends ReleaseName = ReleaseName> {
  readonly name: Name;
  /** The version of Xen that files are judged for. */
  readonly xenVersion: XenVersion;
  /** The release of Debian that its packages come from. */
  readonly suite: string;
  /** What it is built for, and files are judged for. That of Arm is emulated here. */
  readonly architecture: Architecture;
  /** What xl loads. */
  readonly packages: readonly string[];
  /** How much of what is generated it is asked: 1 is all. */
  readonly share: number;
}

export const RELEASE_NAMES = ['4.14', '4.17', '4.20'] as const;
export const ARM_RELEASE_NAMES = ['arm-4.17', 'arm-4.20'] as const;
export type X86ReleaseName = (typeof RELEASE_NAMES)[number];
export type ArmReleaseName = (typeof ARM_RELEASE_NAMES)[number];
export type ReleaseName = X86ReleaseName | ArmReleaseName;

/** Xen's libraries whose packages have the same names in all releases, what these load, and the headers. */
const LIBRARIES = [
  'libxencall1',
  'libxendevicemodel1',
  'libxenevtchn1',
  'libxenforeignmemory1',
  'libxengnttab1',
  'libxenhypfs1',
  'libxentoolcore1',
  'libxentoollog1',
  'libxen-dev',
  'libyajl2',
  'libuuid1',
] as const;

/** For releases that are compiled against a newer C library than Debian 12 has. */
const C_LIBRARIES = ['libc6', 'liblzma5', 'libzstd1', 'zlib1g'] as const;

/** For those of Arm, which make device trees, and find nothing of theirs on this machine. */
const ARM_LIBRARIES = ['libxenstore4', ...LIBRARIES, ...C_LIBRARIES, 'libgcc-s1', 'libfdt1'] as const;

export const RELEASES: readonly Release<X86ReleaseName>[] = [
  {
    name: '4.14',
    xenVersion: '4.14',
    suite: 'bullseye',
    architecture: 'x86',
    packages: ['xen-utils-4.14', 'libxenmisc4.14', 'libxenstore3.0', ...LIBRARIES],
    share: 1,
  },
  {
    name: '4.17',
    xenVersion: '4.17',
    suite: 'bookworm',
    architecture: 'x86',
    packages: ['xen-utils-4.17', 'libxenmisc4.17', 'libxenstore4', ...LIBRARIES],
    share: 1,
  },
  {
    name: '4.20',
    xenVersion: '4.20',
    suite: 'trixie',
    architecture: 'x86',
    packages: ['xen-utils-4.20', 'libxenmisc4.20', 'libxenstore4', ...LIBRARIES, ...C_LIBRARIES],
    share: 1,
  },
];

/** The emulator takes a hundred times as long: they are asked about files alone, and about few. */
export const ARM_RELEASES: readonly Release<ArmReleaseName>[] = [
  {
    name: 'arm-4.17',
    xenVersion: '4.17',
    suite: 'bookworm',
    architecture: 'arm',
    packages: ['xen-utils-4.17', 'libxenmisc4.17', ...ARM_LIBRARIES],
    share: 0.02,
  },
  {
    name: 'arm-4.20',
    xenVersion: '4.20',
    suite: 'trixie',
    architecture: 'arm',
    packages: ['xen-utils-4.20', 'libxenmisc4.20', ...ARM_LIBRARIES],
    share: 0.02,
  },
];

export const releaseOf = (name: X86ReleaseName): Release<X86ReleaseName> => {
  const release = RELEASES.find((one) => one.name === name);
  if (!release) throw new Error(`no release ${name}`);
  return release;
};

/** The one whose answers are recorded in full, and that is asked where one release is enough. */
export const BASE = releaseOf('4.17');
