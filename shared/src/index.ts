/** The language of xl's guest configuration files. Everything that server, command line and tests use is here. */

export { fileKind } from './detect/fileKind.ts';
export { CODE_ACTION_KINDS, codeActions, FIX_ALL_KIND } from './features/codeActions.ts';
export { completion, resolveCompletion } from './features/completion.ts';
export { rangeOf, ruleUrl, toDiagnostic, toDiagnostics } from './features/diagnostics.ts';
export type { XlDocument } from './features/document.ts';
export { applyEdits } from './features/edits.ts';
export { fixAll } from './features/fixAll.ts';
export { hover } from './features/hover.ts';
export { openDocument } from './features/open.ts';
export { RULES } from './rules/index.ts';
export type { Edit, Fix, Problem, Severity } from './rules/problem.ts';
export type { Rule } from './rules/rule.ts';
export type { FileKindName } from './schema/kinds/index.ts';
export { isRelease, NEWEST_RELEASE, RELEASES, type Release } from './schema/releases.ts';
export {
  DEFAULT_SETTINGS,
  type RuleLevels,
  SETTINGS,
  type SettingSchema,
  type Settings,
} from './settings.ts';
export type { Span } from './span.ts';
export { chooseBackend } from './specs/disk/backend.ts';
export { parseDiskSpec } from './specs/disk/parser.ts';
export { parseVdev } from './specs/disk/vdev.ts';
export { parseConfig } from './syntax/index.ts';
