/**
 * The cursor in a source marks what comes of its line in the effective configuration to the side, and the cursor there marks
 * the places in the source.
 */
import {
  type Disposable,
  Range,
  type TextDocument,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Range as LspRange } from 'vscode-languageclient';
import { debounceByKey } from './debounce.ts';
import { EFFECTIVE_CONFIG_SCHEME } from './effectiveConfig.ts';
import type { LanguageServer } from './languageServer.ts';

/** A line of the effective configuration, and the places in the source that its value comes from. */
interface EffectiveLine {
  readonly line: number;
  readonly sources: readonly LspRange[];
}

/** Since the last move of the cursor, so that typing isn't held up. */
const UPDATE_DELAY_MS = 100;

const isEffective = ({ uri }: TextDocument): boolean => uri.scheme === EFFECTIVE_CONFIG_SCHEME;

const isSourceOf = (source: TextDocument, virtual: TextDocument): boolean =>
  isEffective(virtual) && virtual.uri.query === source.uri.toString();

/** The places in the source for a line of the effective configuration. */
const sourcesOf = (lines: readonly EffectiveLine[], effectiveLine: number): readonly Range[] =>
  lines
    .filter(({ line }) => line === effectiveLine)
    .flatMap(({ sources }) => sources)
    .map(({ start, end }) => new Range(start.line, start.character, end.line, end.character));

/** What comes of a line of the source in the effective configuration. */
const effectsOf = (lines: readonly EffectiveLine[], sourceLine: number): readonly Range[] =>
  lines
    .filter(({ sources }) =>
      sources.some(({ start, end }) => start.line <= sourceLine && sourceLine <= end.line),
    )
    .map(({ line }) => new Range(line, 0, line, Number.MAX_SAFE_INTEGER));

/** Marks and shows in the other editor of a pair what belongs to the cursor. */
export const syncEffectiveConfig = (server: LanguageServer): Disposable => {
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
  });
  const updates = debounceByKey(UPDATE_DELAY_MS);

  const linesOf = async (source: Uri): Promise<readonly EffectiveLine[]> => {
    // The server may end while it is asked.
    const answer = await server
      .executeCommand('xlcfg.effectiveConfigurationLines', [source.toString()])
      .catch(() => null);
    return Array.isArray(answer) ? answer : [];
  };

  const update = async (): Promise<void> => {
    const from = window.activeTextEditor;
    if (from === undefined) return;
    const { document } = from;
    const to = window.visibleTextEditors.find(
      (other) => isSourceOf(other.document, document) || isSourceOf(document, other.document),
    );
    if (to === undefined) return;
    const lines = await linesOf((isEffective(document) ? to : from).document.uri);
    const cursor = from.selection.active.line;
    const ranges = isEffective(document) ? sourcesOf(lines, cursor) : effectsOf(lines, cursor);
    from.setDecorations(mark, []);
    to.setDecorations(mark, ranges);
    const [first] = ranges;
    // Its end may be far to the right.
    if (first !== undefined)
      to.revealRange(new Range(first.start, first.start), TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const soon = (): void => updates.schedule('', () => void update());
  const disposables: readonly Disposable[] = [
    mark,
    updates,
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) soon();
    }),
    window.onDidChangeActiveTextEditor(soon),
    window.onDidChangeVisibleTextEditors(soon),
    // Its lines have moved.
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isEffective(document)) soon();
    }),
  ];
  return {
    dispose: () => {
      for (const disposable of disposables) disposable.dispose();
    },
  };
};
