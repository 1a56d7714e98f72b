/** The language of xl's guest configuration files. Everything that server, command line and tests use is here. */

export { ALL_RULES } from './allRules.ts';
export { fileKind, isBarelyBegun } from './detect/fileKind.ts';
export { KNOWLEDGE_FORMAT, type Knowledge, knowledge } from './docs/knowledge.ts';
export { KNOWLEDGE_SCHEMA } from './docs/knowledgeSchema.ts';
export type { XlDocument } from './document/document.ts';
export { openDocument } from './document/openDocument.ts';
export { rangeOf } from './document/positions.ts';
export type { Edit, Fix } from './edits/edit.ts';
export { applyEdits } from './edits/mergeEdits.ts';
export {
  CODE_ACTION_KINDS,
  codeActions,
  FIX_ALL_KIND,
  MODERNIZE_KIND,
  type OfferedAction,
} from './features/codeActions.ts';
export { completion, resolveCompletion } from './features/completion.ts';
export { definition } from './features/definition.ts';
export {
  ruleUrl,
  toDiagnostic,
  toDiagnostics,
  toWorkspaceDiagnostic,
} from './features/diagnostics.ts';
export { documentHighlights } from './features/documentHighlight.ts';
export { documentLinks, type FoundLink } from './features/documentLinks.ts';
export { documentSymbols } from './features/documentSymbols.ts';
export {
  type EffectiveConfigText,
  type EffectiveLine,
  effectiveConfigText,
} from './features/effectiveConfig.ts';
export { type Explanation, explain, explainableNames } from './features/explain.ts';
export { fixAll } from './features/fixAll.ts';
export { fixpointEdits } from './features/fixpoint.ts';
export { foldingRanges } from './features/folding.ts';
export { DEFAULT_FORMATTING, formatDocument, formatRanges } from './features/formatting/formatting.ts';
export { FORMATTING_TRIGGERS, formatOnType } from './features/formatting/onType.ts';
export { hover } from './features/hover.ts';
export { inlayHints } from './features/inlayHints.ts';
export { type OtherFiles, otherFiles } from './features/occurrences/crossFile.ts';
export { macGenerator } from './features/refactor/generate.ts';
export { references } from './features/references.ts';
export { filesToRename, prepareRename, type RenameTarget, rename } from './features/rename.ts';
export { ruleActions } from './features/ruleActions.ts';
export { selectionRanges } from './features/selectionRanges.ts';
export {
  SEMANTIC_TOKENS_LEGEND,
  semanticTokens,
  semanticTokensEdits,
  semanticTokensIn,
} from './features/semanticTokens.ts';
export { SIGNATURE_RETRIGGERS, SIGNATURE_TRIGGERS, signatureHelp } from './features/signatureHelp.ts';
export { type NewGuest, newGuests } from './features/templates.ts';
export { versionComparison } from './features/versionComparison.ts';
export { workspaceSymbols } from './features/workspaceSymbols.ts';
export type { HostFileSystem, HostNode, LookUp } from './host/fileSystem.ts';
export { findHostProblems, type HostProblems } from './host/findHostProblems.ts';
export { findSharedDevices, type SharedDevices, sharedDeviceProblems } from './host/sharedDevices.ts';
export { createHostView, type HostView } from './host/view.ts';
export { readXenHost, type XenHost } from './host/xenHost.ts';
export { chooseBackend } from './languages/disk/backend.ts';
export { parseDiskSpec } from './languages/disk/parser.ts';
export { parseVdev } from './languages/disk/vdev.ts';
export { architectureAssumption } from './model/architecture.ts';
export { compareProblems } from './rules/findProblems.ts';
export { RULES } from './rules/index.ts';
export type { Problem, Related } from './rules/problem.ts';
export type { Rule } from './rules/rule.ts';
export type { FileKindName } from './schema/kinds/index.ts';
export {
  ARCHITECTURE_NAMES,
  ARCHITECTURES,
  type Architecture,
  type Platform,
} from './schema/platform.ts';
export {
  isXenVersion,
  NEWEST_XEN_VERSION,
  XEN_VERSIONS,
  type XenVersion,
} from './schema/xenVersions.ts';
export {
  type AnySettingSchema,
  DEFAULT_SETTINGS,
  RULE_LEVEL_LABELS,
  type RuleLevel,
  type RuleLevels,
  SETTINGS,
  type SettingGroup,
  type Settings,
} from './settings.ts';
export { SEVERITY_LABELS, type Severity } from './severity.ts';
export { plainSnippet } from './snippet.ts';
export type { Span } from './span.ts';
export { parseConfig } from './syntax/index.ts';
export { compareTexts } from './text/compare.ts';
export { differencesText } from './upgrade/changes.ts';
export { compareVersions } from './upgrade/compareVersions.ts';
export type { Change, ChangeKind, Outcome, VersionComparison } from './upgrade/comparison.ts';
export { type PlainDifference, plainDifference } from './upgrade/plain.ts';
export type { QuietChange } from './upgrade/quietChanges.ts';
export { detached, digest } from './workspace/digest.ts';
export type { Fact, FactKind, FileFacts, PlacedFact, Workspace } from './workspace/facts.ts';
export { createIndex, type FileIndex } from './workspace/fileIndex.ts';
export { findWorkspaceProblems, type WorkspaceProblem } from './workspace/rules/findProblems.ts';
