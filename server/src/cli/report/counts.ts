/** How many problems of which kind. Pure. */
import type { Problem } from '@xlcfg/shared';

export interface Count {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly notes: number;
  /** Problems that `xlcfg fix` takes away. */
  readonly fixable: number;
}

export const NOTHING: Count = { files: 0, errors: 0, warnings: 0, notes: 0, fixable: 0 };

/** Whether `xlcfg fix` does something about it: it applies safe fixes only. */
export const isFixable = ({ fixes }: Problem): boolean => fixes?.some((fix) => fix.safe === true) ?? false;

/** The count of one file, of these problems. */
export const countOf = (problems: readonly Problem[]): Count => {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  return {
    files: 1,
    errors,
    warnings,
    notes: problems.length - errors - warnings,
    fixable: problems.filter(isFixable).length,
  };
};

export const add = (a: Count, b: Count): Count => ({
  files: a.files + b.files,
  errors: a.errors + b.errors,
  warnings: a.warnings + b.warnings,
  notes: a.notes + b.notes,
  fixable: a.fixable + b.fixable,
});
