/** How many findings of each severity there are. Pure. */
import type { Severity } from '@xlcfg/shared';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  /** Those of severity information and hint. */
  readonly notes: number;
  /** Those that `xlcfg fix` resolves. */
  readonly fixable: number;
}

/** What is counted: a problem of a rule, or the finding that was made from it. */
interface Countable {
  readonly severity: Severity;
  readonly fixes?: readonly { readonly safe?: boolean }[];
}

export const NO_FINDINGS: Counts = { errors: 0, warnings: 0, notes: 0, fixable: 0 };

/** Whether `xlcfg fix` resolves a finding: it applies safe fixes only. */
export const isFixable = ({ fixes }: Countable): boolean => fixes?.some(({ safe }) => safe === true) ?? false;

export const countFindings = (findings: readonly Countable[]): Counts => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return {
    errors,
    warnings,
    notes: findings.length - errors - warnings,
    fixable: findings.filter(isFixable).length,
  };
};

export const addCounts = (a: Counts, b: Counts): Counts => ({
  errors: a.errors + b.errors,
  warnings: a.warnings + b.warnings,
  notes: a.notes + b.notes,
  fixable: a.fixable + b.fixable,
});
