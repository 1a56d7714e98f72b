/** Every capability that changes an answer: absent, null, false, true, and of other types. */
import { describe, expect, it } from 'vitest';
import { type ClientSupport, readClientSupport } from '../../../server/src/lsp/clientSupport.ts';

/** A capability, the values that announce it, and what is known of the client then. */
interface Row {
  /** From `capabilities` or `initializationOptions` on. */
  readonly path: string;
  readonly announced: readonly unknown[];
  /** Without the capability. */
  readonly absent: unknown;
  readonly present: unknown;
}

const flag = (path: string): Row => ({ path, announced: [true], absent: false, present: true });

const object = (path: string): Row => ({ path, announced: [{}, { x: 1 }], absent: false, present: true });

const markdown = (path: string): Row => ({
  path,
  announced: [['markdown'], ['markdown', 'plaintext'], ['html', 'markdown', 'plaintext']],
  absent: false,
  present: true,
});

const tag = (path: string): Row => ({
  path,
  announced: [{ valueSet: [1] }, { valueSet: [2, 1] }],
  absent: false,
  present: true,
});

const TEXT = 'capabilities.textDocument';
const WORKSPACE = 'capabilities.workspace';
const NO_DIAGNOSTIC_SUPPORT = { tags: [], relatedInformation: false, codeDescription: false };

const diagnosticRows = (parent: string): readonly Row[] => {
  const absent = NO_DIAGNOSTIC_SUPPORT;
  return [
    {
      path: `${parent}.tagSupport`,
      announced: [{ valueSet: [1, 2] }],
      absent,
      present: { ...absent, tags: [1, 2] },
    },
    {
      path: `${parent}.relatedInformation`,
      announced: [true],
      absent,
      present: { ...absent, relatedInformation: true },
    },
    {
      path: `${parent}.codeDescriptionSupport`,
      announced: [true],
      absent,
      present: { ...absent, codeDescription: true },
    },
  ];
};

const ROWS: { readonly [Name in keyof ClientSupport]-?: readonly Row[] } = {
  answersConfiguration: [flag(`${WORKSPACE}.configuration`)],
  registersSettingsChanges: [flag(`${WORKSPACE}.didChangeConfiguration.dynamicRegistration`)],
  pullsDiagnostics: [object(`${TEXT}.diagnostic`)],
  refreshesDiagnostics: [flag(`${WORKSPACE}.diagnostics.refreshSupport`)],
  refreshesInlayHints: [flag(`${WORKSPACE}.inlayHint.refreshSupport`)],
  refreshesSemanticTokens: [flag(`${WORKSPACE}.semanticTokens.refreshSupport`)],
  diagnostics: [...diagnosticRows(`${TEXT}.publishDiagnostics`), ...diagnosticRows(`${TEXT}.diagnostic`)],
  diagnosticVersions: [flag(`${TEXT}.publishDiagnostics.versionSupport`)],
  actionLiterals: [object(`${TEXT}.codeAction.codeActionLiteralSupport`)],
  appliesEdits: [flag(`${WORKSPACE}.applyEdit`)],
  preferredActions: [flag(`${TEXT}.codeAction.isPreferredSupport`)],
  allCompletionKinds: [
    {
      path: `${TEXT}.completion.completionItemKind.valueSet`,
      announced: [[], [1, 20]],
      absent: false,
      present: true,
    },
  ],
  completionTags: [tag(`${TEXT}.completion.completionItem.tagSupport`)],
  symbolTags: [tag(`${TEXT}.documentSymbol.tagSupport`)],
  linkTooltips: [flag(`${TEXT}.documentLink.tooltipSupport`)],
  formatsRanges: [flag(`${TEXT}.rangeFormatting.rangesSupport`)],
  wantsNotGuestConfig: [flag('initializationOptions.notGuestConfig')],
  showsDisabledActions: [flag(`${TEXT}.codeAction.disabledSupport`)],
  picks: [flag('initializationOptions.picks')],
  showsButtons: [object('capabilities.window.showMessage.messageActionItem')],
  showsDocuments: [flag('capabilities.window.showDocument.support')],
  createsFiles: [
    {
      path: `${WORKSPACE}.workspaceEdit`,
      announced: [{ documentChanges: true, resourceOperations: ['rename', 'create'] }],
      absent: false,
      present: true,
    },
  ],
  documentationCommand: [
    {
      path: 'initializationOptions.documentationCommand',
      announced: ['open'],
      absent: undefined,
      present: 'open',
    },
  ],
  setsLineEndings: [flag('initializationOptions.lineEndings')],
  suggestCommand: [
    {
      path: 'initializationOptions.suggestCommand',
      announced: ['suggest'],
      absent: undefined,
      present: 'suggest',
    },
  ],
  insertsSnippets: [flag(`${TEXT}.completion.completionItem.snippetSupport`)],
  markdownHover: [markdown(`${TEXT}.hover.contentFormat`)],
  markdownDocumentation: [markdown(`${TEXT}.completion.completionItem.documentationFormat`)],
  markdownSignatures: [markdown(`${TEXT}.signatureHelp.signatureInformation.documentationFormat`)],
  nestedSymbols: [flag(`${TEXT}.documentSymbol.hierarchicalDocumentSymbolSupport`)],
  foldsWholeLines: [flag(`${TEXT}.foldingRange.lineFoldingOnly`)],
  foldingLimit: [{ path: `${TEXT}.foldingRange.rangeLimit`, announced: [5], absent: undefined, present: 5 }],
  parameterOffsets: [
    flag(`${TEXT}.signatureHelp.signatureInformation.parameterInformation.labelOffsetSupport`),
  ],
  noActiveParameter: [flag(`${TEXT}.signatureHelp.signatureInformation.noActiveParameterSupport`)],
  definitionLinks: [flag(`${TEXT}.definition.linkSupport`)],
  declarationLinks: [flag(`${TEXT}.declaration.linkSupport`)],
  preparesRename: [flag(`${TEXT}.rename.prepareSupport`)],
  versionedEdits: [flag(`${WORKSPACE}.workspaceEdit.documentChanges`)],
  registersFileWatchers: [flag(`${WORKSPACE}.didChangeWatchedFiles.dynamicRegistration`)],
  watchesOutsideWorkspace: [flag(`${WORKSPACE}.didChangeWatchedFiles.relativePatternSupport`)],
  reportsFolderChanges: [flag(`${WORKSPACE}.workspaceFolders`)],
  folders: [
    {
      path: 'workspaceFolders',
      announced: [[{ uri: 'file:///a', name: 'a' }]],
      absent: [],
      present: ['file:///a'],
    },
    { path: 'rootUri', announced: ['file:///a'], absent: [], present: ['file:///a'] },
  ],
  docsUrl: [
    {
      path: 'initializationOptions.docsUrl',
      announced: ['file:///docs'],
      absent: undefined,
      present: 'file:///docs',
    },
  ],
  initialSettings: [
    {
      path: 'initializationOptions.settings',
      announced: [{ enable: false }],
      absent: undefined,
      present: { enable: false },
    },
  ],
};

/** Objects around a value; with `undefined` there is no property. */
const nested = ([key = '', ...keys]: readonly string[], value: unknown): object => {
  const inner = keys.length > 0 ? nested(keys, value) : value;
  return inner === undefined ? {} : { [key]: inner };
};

const supportWith = (path: readonly string[], value: unknown): ClientSupport =>
  readClientSupport({ processId: null, rootUri: null, capabilities: {}, ...nested(path, value) });

/** Of values that are not those of a capability. */
const isSettings = (name: string): boolean => name === 'initialSettings';

const NAMES = Object.keys(ROWS) as (keyof ClientSupport)[];

describe.each(NAMES.map((name) => [name, ROWS[name]] as const))('%s', (name, rows) => {
  it.each(rows.map((row) => [row.path, row] as const))(
    'follows from %s',
    (_, { path, announced, absent, present }) => {
      const segments = path.split('.');
      for (const value of announced) expect(supportWith(segments, value)[name]).toEqual(present);
      const others = announced[0] === true ? [undefined, null, false] : [undefined, null, false, true];
      for (const value of isSettings(name) ? [undefined] : others) {
        expect(supportWith(segments, value)[name]).toEqual(absent);
      }
      // None of what is above it may be relied on.
      for (let length = 1; length < segments.length; length += 1) {
        for (const value of [null, false, true, 7, 'x', []]) {
          expect(supportWith(segments.slice(0, length), value)[name]).toEqual(absent);
        }
      }
    },
  );
});

describe('formats of content', () => {
  it.each([
    [['plaintext', 'markdown'], false],
    [['plaintext'], false],
    [[], false],
    [['markdown', 'plaintext'], true],
  ])('are taken in the order of preference: %j', (contentFormat, expected) => {
    expect(
      supportWith(['capabilities', 'textDocument', 'hover', 'contentFormat'], contentFormat),
    ).toMatchObject({
      markdownHover: expected,
    });
  });
});
