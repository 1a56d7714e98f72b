/**
 * What a server needs before there is a document: little, so that it is loaded with the server, while the language
 * itself is loaded when it is first used.
 */

export { CODE_ACTION_KINDS } from './features/codeActions.ts';
export { COMPLETION_TRIGGERS } from './features/completion/triggers.ts';
export { FORMATTING_TRIGGERS } from './features/formatting/onType.ts';
export { SEMANTIC_TOKENS_LEGEND } from './features/semanticTokens/legend.ts';
export { SIGNATURE_RETRIGGERS, SIGNATURE_TRIGGERS } from './features/signatureHelp.ts';
export { memoizeByObject } from './memoize.ts';
export { createIndex } from './workspace/fileIndex.ts';
