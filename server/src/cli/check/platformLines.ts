/** `--verbose`: what files are validated against, and why. Pure. */
import { ARCHITECTURE_NAMES } from '@xlcfg/shared';
import type { Job, PlatformOrigin } from '../common/jobs.ts';
import { pluralize } from '../common/pluralize.ts';

const ORIGINS: Readonly<Record<PlatformOrigin, string>> = {
  option: 'from the command line',
  project: 'from .xlcfg.json',
  host: 'from /sys/hypervisor of the host',
  default: 'default',
};

const platformOf = ({ settings: { xenVersion, architecture }, origins }: Job): string => {
  const name = architecture === 'auto' ? 'architecture from each file' : ARCHITECTURE_NAMES[architecture];
  return `Xen ${xenVersion} (${ORIGINS[origins.xenVersion]}), ${name} (${ORIGINS[origins.architecture]})`;
};

/** One line for each combination of version, architecture and their origins, in the order of the files. */
export const platformLines = (jobs: readonly Job[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const job of jobs) {
    const platform = platformOf(job);
    counts.set(platform, (counts.get(platform) ?? 0) + 1);
  }
  return [...counts].map(([platform, count]) => `xlcfg: ${pluralize(count, 'file')}: ${platform}\n`);
};
