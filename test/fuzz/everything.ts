/** Every feature of the language, asked about one text; what none of them may do wrong. */

import type * as language from '@xlcfg/shared';
import {
  CODE_ACTION_KINDS,
  codeActions,
  compareVersions,
  completion,
  DEFAULT_SETTINGS,
  definition,
  digest,
  documentHighlights,
  documentLinks,
  documentSymbols,
  effectiveConfigText,
  FORMATTING_TRIGGERS,
  filesToRename,
  findWorkspaceProblems,
  fixAll,
  fixpointEdits,
  foldingRanges,
  formatDocument,
  formatOnType,
  formatRanges,
  hover,
  inlayHints,
  newGuests,
  openDocument,
  otherFiles,
  prepareRename,
  rangeOf,
  references,
  rename,
  resolveCompletion,
  ruleActions,
  type Settings,
  selectionRanges,
  semanticTokens,
  semanticTokensEdits,
  semanticTokensIn,
  signatureHelp,
  toDiagnostic,
  toDiagnostics,
  toWorkspaceDiagnostic,
  versionComparison,
  type Workspace,
  workspaceSymbols,
  type XlDocument,
} from '@xlcfg/shared';
import { DEFAULT_FORMATTING } from '@xlcfg/shared/src/features/formatting/formatting.ts';
import { hostReferences } from '@xlcfg/shared/src/host/references.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { URI } from '../support/documents.ts';
import { workspaceOf } from '../support/workspace.ts';
import { must } from './engine/target.ts';

/** One place of one document, with the files beside it. */
export interface Asked {
  readonly doc: XlDocument;
  readonly position: Position;
  /** From the beginning to the end. */
  readonly everything: Range;
  readonly workspace: Workspace;
}

const RANDOM = (count: number): Uint8Array => new Uint8Array(count).fill(7);
const DOCS = 'file:///docs';

const othersOf = ({ workspace, doc }: Asked) => otherFiles(workspace, doc.text.uri);

const withNested = (range: SelectionRange): Range[] => {
  const ranges: Range[] = [];
  for (let next: SelectionRange | undefined = range; next; next = next.parent) ranges.push(next.range);
  return ranges;
};

export type Feature = (asked: Asked) => readonly Range[];

const ofEdits = (
  { doc }: Asked,
  edits: readonly { readonly start: number; readonly end: number }[],
): Range[] => {
  let before = 0;
  for (const { start, end } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    must(before <= start && start <= end, `edits overlap or run backwards at ${start}`);
    before = end;
  }
  must(before <= doc.text.getText().length, 'an edit ends behind the text');
  return edits.map(({ start, end }) => ({
    start: doc.text.positionAt(start),
    end: doc.text.positionAt(end),
  }));
};

const inOwnFile = (
  { doc }: Asked,
  found: readonly { readonly uri: string; readonly range: Range }[],
): Range[] => found.filter(({ uri }) => uri === doc.text.uri).map(({ range }) => range);

type Exports = typeof language;

/** The names of the public functions whose first parameter is a document. */
type DocumentFunction = {
  [Name in keyof Exports]: Exports[Name] extends (...args: infer Args) => unknown
    ? XlDocument extends Args[0]
      ? Name
      : never
    : never;
}[keyof Exports];

type OtherFeature =
  | 'findWorkspaceProblems'
  | 'hostReferences'
  | 'codeActionsOfEveryKind'
  | 'workspaceSymbols'
  | 'newGuests';

export type FeatureName = DocumentFunction | OtherFeature;

/** For each feature, the ranges in its answer. A public function of a document without a row doesn't compile. */
export const FEATURES: Readonly<Record<FeatureName, Feature>> = {
  rangeOf: ({ doc }) => doc.problems.map(({ span }) => rangeOf(doc, span)),
  digest: ({ doc }) => {
    const { facts, rangeOf: rangeOfFact } = digest(doc);
    return facts.map(rangeOfFact);
  },
  toDiagnostic: ({ doc }) => doc.problems.map((problem) => toDiagnostic(doc, problem, DOCS).range),
  toDiagnostics: ({ doc }) =>
    toDiagnostics(doc, DOCS).flatMap(({ range, relatedInformation = [] }) => [
      range,
      ...relatedInformation.map(({ location }) => location.range),
    ]),
  findWorkspaceProblems: ({ doc, workspace }) =>
    findWorkspaceProblems({ file: digest(doc), workspace, complete: true }, doc.settings)
      .map((problem) => toWorkspaceDiagnostic(problem, DOCS))
      .map(({ range }) => range),
  hostReferences: (asked) => {
    const { files, disks, bridges, pciDevices, usbDevices } = hostReferences(asked.doc);
    return [...files, ...disks, ...bridges, ...pciDevices, ...usbDevices].flatMap(
      ({ span, scope, replaceBy }) => [
        rangeOf(asked.doc, span),
        rangeOf(asked.doc, scope),
        ...replaceBy('/srv/it\'s "one".img').flatMap(({ edits }) => ofEdits(asked, edits)),
      ],
    );
  },
  compareVersions: ({ doc }) =>
    [...compareVersions(doc, '4.14', '4.20').changes, ...compareVersions(doc, '4.22', '4.8').changes]
      .flatMap(({ span, fixes }) => [span, ...fixes.flatMap(({ edits }) => edits)])
      .map((span) => rangeOf(doc, span)),
  versionComparison: ({ doc }) => {
    versionComparison(doc, '4.14', '4.20');
    return [];
  },
  hover: ({ doc, position }) => {
    const { range } = hover(doc, position, DOCS) ?? {};
    return range ? [range] : [];
  },
  completion: ({ doc, position }) => {
    const { items } = completion(doc, position);
    for (const item of items.slice(0, 3)) resolveCompletion(item);
    return items.flatMap(({ textEdit }) => (textEdit && 'range' in textEdit ? textEdit.range : []));
  },
  ruleActions: ({ doc, position }) =>
    ruleActions(doc, { start: position, end: position }).flatMap(({ edit }) =>
      (edit?.changes?.[doc.text.uri] ?? []).map(({ range }) => range),
    ),
  codeActions: ({ doc, position, workspace }) =>
    codeActions(
      doc,
      { start: position, end: position },
      { diagnostics: [] },
      { random: RANDOM, workspace, showsDisabled: true, docsUrl: DOCS },
    )
      .flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat())
      .map(({ range }) => range),
  codeActionsOfEveryKind: ({ doc, everything }) =>
    codeActions(doc, everything, { diagnostics: [], only: [...CODE_ACTION_KINDS] }, { random: RANDOM })
      .flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat())
      .map(({ range }) => range),
  fixAll: (asked) => ofEdits(asked, fixAll(asked.doc)),
  fixpointEdits: (asked) => ofEdits(asked, fixpointEdits(asked.doc, [fixAll])),
  formatDocument: (asked) => ofEdits(asked, formatDocument(asked.doc)),
  formatRanges: (asked) => {
    const at = asked.doc.text.offsetAt(asked.position);
    return ofEdits(asked, formatRanges(asked.doc, [{ start: at, end: at }], DEFAULT_FORMATTING));
  },
  formatOnType: (asked) =>
    FORMATTING_TRIGGERS.flatMap((trigger) =>
      ofEdits(
        asked,
        formatOnType(asked.doc, asked.doc.text.offsetAt(asked.position), trigger, DEFAULT_FORMATTING),
      ),
    ),
  definition: ({ doc, position, ...asked }) =>
    definition(doc, position, othersOf({ doc, position, ...asked }))
      .filter(({ targetUri }) => targetUri === doc.text.uri)
      .flatMap(({ targetRange, targetSelectionRange, originSelectionRange }) => [
        targetRange,
        targetSelectionRange,
        ...(originSelectionRange ? [originSelectionRange] : []),
      ]),
  references: (asked) => inOwnFile(asked, references(asked.doc, asked.position, true, othersOf(asked))),
  documentHighlights: ({ doc, position }) => documentHighlights(doc, position).map(({ range }) => range),
  documentLinks: ({ doc }) => documentLinks(doc).map(({ link }) => link.range),
  documentSymbols: ({ doc }) =>
    documentSymbols(doc).flatMap(({ range, selectionRange, children = [] }) => [
      range,
      selectionRange,
      ...children.map((child) => child.range),
    ]),
  foldingRanges: ({ doc }) => {
    for (const { startLine, endLine } of foldingRanges(doc, { lines: true }))
      must(
        0 <= startLine && startLine < endLine && endLine < doc.text.lineCount,
        'a fold is out of the text',
      );
    return [];
  },
  inlayHints: ({ doc, everything }) =>
    inlayHints(doc, everything).map(({ position }) => ({ start: position, end: position })),
  prepareRename: ({ doc, position }) => {
    const { range } = prepareRename(doc, position) ?? {};
    return range ? [range] : [];
  },
  filesToRename: (asked) => {
    const uris = filesToRename(asked.doc, asked.position, othersOf(asked));
    must(!uris.includes(asked.doc.text.uri), 'the document itself is among the other files');
    return [];
  },
  rename: (asked) => {
    const { doc, position } = asked;
    const others = othersOf(asked);
    const renaming = rename(doc, position, 'xvdq', [], others);
    if (renaming.kind === 'refused') return [];
    return renaming.files.filter((file) => file.doc === doc).flatMap(({ edits }) => ofEdits(asked, edits));
  },
  selectionRanges: ({ doc, position }) => selectionRanges(doc, [position]).flatMap(withNested),
  semanticTokens: ({ doc }) => {
    const all = semanticTokens(doc);
    must(all.length % 5 === 0, 'half a semantic token');
    semanticTokensEdits(all, all.slice(5));
    return [];
  },
  semanticTokensIn: ({ doc, everything }) => {
    must(
      semanticTokensIn(doc, everything).length === semanticTokens(doc).length,
      'other semantic tokens for the whole range',
    );
    return [];
  },
  signatureHelp: ({ doc, position }) => {
    const help = signatureHelp(doc, position);
    const { label = '', parameters = [] } = help?.signatures[0] ?? {};
    for (const parameter of parameters) {
      const [start = 0, end = 0] = typeof parameter.label === 'string' ? [] : parameter.label;
      must(start <= end && end <= label.length, 'a parameter lies out of its signature');
    }
    return [];
  },
  effectiveConfigText: ({ doc }) => {
    if (doc.kind.name === 'guest') JSON.parse(effectiveConfigText(doc).json);
    return [];
  },
  workspaceSymbols: ({ doc, workspace }) =>
    workspaceSymbols(workspace, 'web')
      .filter(({ location }) => location.uri === doc.text.uri)
      .map(({ location }) => location.range),
  newGuests: ({ doc }) => {
    newGuests(doc.settings, doc.text.uri);
    return [];
  },
};

const isPlace = ({ text }: XlDocument, position: Position): boolean => {
  const back = text.positionAt(text.offsetAt(position));
  return back.line === position.line && back.character === position.character;
};

/** Throws where a range is not a part of the text. */
export function mustLieIn(doc: XlDocument, ranges: readonly Range[]): void {
  for (const { start, end } of ranges) {
    must(
      isPlace(doc, start) && isPlace(doc, end) && doc.text.offsetAt(start) <= doc.text.offsetAt(end),
      `no range of the text: ${JSON.stringify({ start, end })}`,
    );
  }
}

const BESIDE =
  'name = "db1"\ntype = "pvh"\nvif = [ "mac=00:16:3e:00:00:01" ]\ndisk = [ "/srv/a.img,raw,xvda,rw" ]\n';

/** The text as a document, asked about at an offset, beside a file of another guest. */
export function ask(text: string, offset: number, settings: Partial<Settings> = {}, uri = URI): Asked {
  const open = (name: string, content: string): XlDocument =>
    openDocument(TextDocument.create(name, 'xlcfg', 1, content), { ...DEFAULT_SETTINGS, ...settings });
  const doc = open(uri, text);
  return {
    doc,
    position: doc.text.positionAt(offset),
    everything: { start: { line: 0, character: 0 }, end: doc.text.positionAt(text.length) },
    workspace: workspaceOf([doc, open('file:///etc/xen/db1.cfg', BESIDE)]),
  };
}

/** Asks for every feature; throws where one throws or answers with a place that is not in the text. */
export function askEverything(asked: Asked): void {
  for (const [name, feature] of Object.entries(FEATURES)) {
    try {
      mustLieIn(asked.doc, feature(asked));
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.stack : error}`, { cause: error });
    }
  }
}
