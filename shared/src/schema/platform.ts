/** What a file is validated against: the version of Xen, and the processor architecture that its tools are built for. */
import type { XenVersion } from './xenVersions.ts';

/** xl and libxl are built for one of them, and differ in defaults, checks and the options that have an effect. */
export const ARCHITECTURES = ['x86', 'arm'] as const;

export type Architecture = (typeof ARCHITECTURES)[number];

/** As written in a sentence. */
export const ARCHITECTURE_NAMES: Readonly<Record<Architecture, string>> = { x86: 'x86', arm: 'Arm' };

export interface Platform {
  /** The version of Xen whose xl reads the file. */
  readonly xenVersion: XenVersion;
  /** `auto`: the file tells, see `decideArchitecture`. */
  readonly architecture: Architecture | 'auto';
}
