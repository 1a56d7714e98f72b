/**
 * What a program needs before there is a document: the answer of a server to `initialize`, the help of the command line.
 * It is little, and is loaded with the program, while the language itself is loaded when it is first used.
 */

export { CODE_ACTION_KINDS } from './features/codeActions.ts';
export { COMPLETION_TRIGGERS } from './features/completion/triggers.ts';
export { DEFAULT_FORMATTING } from './features/formatting/formatting.ts';
export { FORMATTING_TRIGGERS } from './features/formatting/onType.ts';
export { SEMANTIC_TOKENS_LEGEND } from './features/semanticTokens/legend.ts';
export { SIGNATURE_RETRIGGERS, SIGNATURE_TRIGGERS } from './features/signatureHelp.ts';
export { memoizeByObject } from './memoize.ts';
export { ARCHITECTURES } from './schema/platform.ts';
export { NEWEST_XEN_VERSION, XEN_VERSIONS } from './schema/xenVersions.ts';
export { DEFAULT_SETTINGS, RULE_LEVEL_LABELS, SETTINGS } from './settings.ts';
export { createIndex } from './workspace/fileIndex.ts';
