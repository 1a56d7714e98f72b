/** How serious a problem is, in the words of the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
