/** How serious a problem is, in the words of the Language Server Protocol: what data, such as JSON reports, say. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What users read and write for each severity. */
export const SEVERITY_LABELS = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
} as const satisfies Readonly<Record<Severity, string>>;
