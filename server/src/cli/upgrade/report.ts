/** What `xlcfg upgrade` reports, as plain data: its formats need nothing else. Pure. */
import type { ChangeKind, Outcome, VersionComparison, XenVersion } from '@xlcfg/shared';
import type { Colors } from '../../terminalText.ts';
import type { FileReport } from '../report/fileReport.ts';

/** A change is a finding of the report on the file, at the same index. */
export interface ComparedFile {
  readonly report: FileReport;
  readonly comparison: VersionComparison;
}

export interface UpgradeReport {
  readonly from: XenVersion;
  readonly to: XenVersion;
  /** In the order of the command line. */
  readonly files: readonly ComparedFile[];
}

export interface UpgradeFormat {
  /** Its purpose, as a phrase in the help. */
  readonly description: string;
  readonly write: (report: UpgradeReport, colors: Colors) => Iterable<string>;
}

/** How serious a change is to whoever upgrades. */
export const SEVERITIES = {
  rejected: 'error',
  ignored: 'warning',
  warned: 'warning',
  changed: 'warning',
  read: 'warning',
  resolved: 'information',
  deprecated: 'hint',
} as const satisfies Readonly<Record<ChangeKind, FileReport['findings'][number]['severity']>>;

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** How many files there are of each outcome. */
export const countOutcomes = (files: readonly ComparedFile[]): OutcomeCounts => {
  const counts = { breaks: 0, rejected: 0, repaired: 0, changes: 0, same: 0 };
  for (const { comparison } of files) counts[comparison.outcome] += 1;
  return counts;
};
