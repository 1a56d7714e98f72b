/** The server's answers about the guest, for a client with the capabilities of the editor. */
import type {
  CodeAction,
  Diagnostic,
  Hover,
  InlayHint,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { applyTextEdits, startClient, type TestClient } from '../../../server/support/client.ts';
import { GUEST, type GuestPosition, QUESTIONS } from './guest.ts';
import type { Home } from './home.ts';
import { wordsOf } from './words.ts';

export interface Problem {
  readonly line: number;
  /** As in the protocol: 1 is an error, 4 is a hint. */
  readonly severity: number;
  readonly message: string;
}

export interface Token {
  readonly type: string;
  readonly modifiers: readonly string[];
}

export interface Hint extends GuestPosition {
  readonly label: string;
}

/** What an editor shows about the guest, or what the server answers. Texts are those of the whole file. */
export interface Answers {
  readonly diagnostics: readonly Problem[];
  /** Its words, see {@link wordsOf}. */
  readonly hover: string;
  /** The labels, best first. */
  readonly completion: readonly string[];
  /** The text after the first of these was accepted. */
  readonly completed: string;
  /** The title of the preferred quick fix. */
  readonly fix: string;
  readonly fixed: string;
  readonly fixedAll: string;
  /** The text after a rule was disabled for its line. */
  readonly disabled: string;
  /** The Xen version and the architecture as a status line shows them, and where they come from. */
  readonly platform: readonly string[];
  readonly formatted: string;
  readonly renamed: string;
  readonly hints: readonly Hint[];
  /** The text including all inlay hints. */
  readonly hinted: string;
  /** One for each position. */
  readonly tokens: readonly Token[];
}

const FORMATTING = 'textDocument/formatting';

const edited = (uri: string, edit: WorkspaceEdit | null | undefined): string => {
  const documents = edit?.documentChanges?.flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  const edits = [...(edit?.changes?.[uri] ?? []), ...(documents ?? [])].filter((one) => 'newText' in one);
  return applyTextEdits(GUEST, edits);
};

const hoverText = ({ contents }: Hover): string => {
  const parts = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
};

const labelOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** Sorts problems by line, as in all lists of problems here. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => a.line - b.line || a.message.localeCompare(b.message));

const asProblem = ({ range, severity = 1, message }: Diagnostic): Problem => ({
  line: range.start.line,
  severity,
  message: typeof message === 'string' ? message : message.value,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const platformTexts = (platform: unknown): readonly string[] =>
  ['xenVersion', 'architecture'].flatMap((name) => {
    const value = isRecord(platform) ? platform[name] : undefined;
    return isRecord(value) ? [`${value.text}: ${value.detail}`] : [];
  });

const problemsOf = async (
  client: TestClient,
  uri: string,
  pulls: boolean,
): Promise<readonly Diagnostic[]> => {
  if (!pulls) return (await client.nextDiagnostics(uri)).diagnostics;
  const report = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  return report.kind === 'full' ? report.items : [];
};

/** Decodes semantic tokens, and returns those at the given positions. */
const tokensAt = (
  data: readonly number[],
  { tokenTypes, tokenModifiers }: { tokenTypes: readonly string[]; tokenModifiers: readonly string[] },
  places: readonly GuestPosition[],
): Token[] => {
  const found = new Map<string, Token>();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [down = 0, right = 0, , type = 0, bits = 0] = data.slice(at, at + 5);
    line += down;
    character = down > 0 ? right : character + right;
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.set(`${line}:${character}`, { type: tokenTypes[type] ?? '', modifiers });
  }
  return places.map((place) => found.get(`${place.line}:${place.character}`) ?? { type: '', modifiers: [] });
};

/** Asks the server itself, with the capabilities and settings that the editor has sent. Call it after the editor has ended. */
export const askServer = async ({ server, uri, sent, configured }: Home): Promise<Answers> => {
  const [initialize] = sent('initialize');
  if (!isRecord(initialize) || !isRecord(initialize.capabilities))
    throw new Error('The editor started no server.');
  const { capabilities, initializationOptions } = initialize;
  const [configuration] = configured();
  const [changed] = sent('workspace/didChangeConfiguration');
  await using client = startClient(server, {
    onlyCapabilities: capabilities,
    ...(isRecord(initializationOptions) && { initializationOptions }),
    answerConfiguration: () => configuration,
  });
  const { capabilities: offered } = await client.initialize();
  if (changed !== undefined) await client.notify('workspace/didChangeConfiguration', changed);
  const document = { textDocument: { uri } };
  await client.open(uri, GUEST);
  const pulls = isRecord(capabilities.textDocument) && isRecord(capabilities.textDocument.diagnostic);
  const diagnostics = await problemsOf(client, uri, pulls);

  const hover = await client.request('textDocument/hover', { ...document, position: QUESTIONS.hover });
  const { items } = await client.request('textDocument/completion', {
    ...document,
    position: QUESTIONS.completion,
  });
  const fitting = items
    .filter(({ label }) => label.startsWith(QUESTIONS.completion.typed))
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  const [best] = fitting;

  const problem = diagnostics.find(({ code }) => code === QUESTIONS.fix.code);
  if (problem === undefined || hover === null || best?.textEdit === undefined)
    throw new Error('The server says too little of the guest.');
  const actionsFor = (diagnosed: readonly Diagnostic[], only: readonly string[]): Promise<CodeAction[]> =>
    client.request('textDocument/codeAction', {
      ...document,
      range: problem.range,
      context: { diagnostics: diagnosed, only },
    });
  const fixes = await actionsFor([problem], ['quickfix']);
  const [fix] = fixes;
  const disable = fixes.find(({ title }) => title.startsWith('Disable '));
  const platform = await client.requestUntyped('workspace/executeCommand', {
    command: 'xlcfg.platform',
    arguments: [uri],
  });
  const [fixAll] = await actionsFor([], ['source.fixAll']);

  const [format] = sent(FORMATTING);
  const edits = (await client.requestUntyped(
    FORMATTING,
    format ?? { ...document, options: { tabSize: 4, insertSpaces: true } },
  )) as TextEdit[];
  const rename = await client.request('textDocument/rename', {
    ...document,
    position: QUESTIONS.rename,
    newName: QUESTIONS.rename.to,
  });
  const hints = await client.request('textDocument/inlayHint', {
    ...document,
    range: { start: { line: 0, character: 0 }, end: { line: GUEST.split('\n').length, character: 0 } },
  });
  const { data } = await client.request('textDocument/semanticTokens/full', document);
  const legend = offered.semanticTokensProvider?.legend ?? { tokenTypes: [], tokenModifiers: [] };

  return {
    diagnostics: sortProblems(diagnostics.map(asProblem)),
    hover: wordsOf(hoverText(hover)),
    completion: fitting.map(({ label }) => label),
    completed: applyTextEdits(GUEST, [
      'range' in best.textEdit
        ? best.textEdit
        : { range: best.textEdit.replace, newText: best.textEdit.newText },
    ]),
    fix: fix?.title ?? '',
    fixed: edited(uri, fix?.edit),
    fixedAll: edited(uri, fixAll?.edit),
    disabled: edited(uri, disable?.edit),
    platform: platformTexts(platform),
    formatted: applyTextEdits(GUEST, edits),
    renamed: edited(uri, rename),
    hints: hints.map((hint) => ({ ...hint.position, label: labelOf(hint) })),
    hinted: applyTextEdits(
      GUEST,
      hints.map((hint) => ({
        range: { start: hint.position, end: hint.position },
        newText: `${hint.paddingLeft ? ' ' : ''}${labelOf(hint)}${hint.paddingRight ? ' ' : ''}`,
      })),
    ),
    tokens: tokensAt(data, legend, QUESTIONS.tokens),
  };
};
