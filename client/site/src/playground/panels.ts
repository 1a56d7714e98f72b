/** The panels next to the editor: each shows what a command of the server says about the file of the current tab. */
import { type LSPClient, LSPPlugin } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type { ExecuteCommandParams, Range } from 'vscode-languageserver-protocol';
import { button, create } from '../common/dom.ts';
import { showMarkdown } from './markdown.ts';

export interface CurrentFile {
  readonly uri: string;
  readonly view: EditorView;
}

const NOT_A_GUEST = 'This text is not recognized as an xl config file.';

const execute = <Result>(
  client: LSPClient,
  command: string,
  ...args: readonly unknown[]
): Promise<Result> => {
  client.sync();
  return client.request<ExecuteCommandParams, Result>('workspace/executeCommand', {
    command,
    arguments: [...args],
  });
};

/** What `xlcfg.effectiveConfigurationLines` returns for a line that comes from the file. */
interface SourceLine {
  readonly line: number;
  readonly sources: readonly Range[];
}

/** Shows the effective configuration. Each line with a source leads to it. */
export const showEffective = async (
  client: LSPClient,
  { uri }: CurrentFile,
  output: HTMLElement,
  onGoTo: (range: Range) => void,
): Promise<void> => {
  const [text, lines] = await Promise.all([
    execute<string | null>(client, 'xlcfg.effectiveConfiguration', uri),
    execute<readonly SourceLine[] | null>(client, 'xlcfg.effectiveConfigurationLines', uri),
  ]);
  if (text === null) {
    output.replaceChildren(create('p', {}, NOT_A_GUEST));
    return;
  }
  const sources = new Map(lines?.map(({ line, sources: [first] }) => [line, first]));
  const rows = text
    .trimEnd()
    .split('\n')
    .map((row, at) => {
      const source = sources.get(at);
      return source === undefined
        ? create('span', { class: 'row' }, row)
        : button(row, () => onGoTo(source), { class: 'row', title: `Line ${source.start.line + 1}` });
    });
  output.replaceChildren(create('div', { class: 'effective' }, ...rows));
};

const showAnswer = (output: HTMLElement, { view }: CurrentFile, markdown: string | null): void => {
  const plugin = LSPPlugin.get(view);
  if (markdown === null || plugin === null) output.replaceChildren(create('p', {}, NOT_A_GUEST));
  else showMarkdown(output, plugin, markdown);
};

/** Shows what changes for the file between two versions of Xen. */
export const showUpgrade = async (
  client: LSPClient,
  file: CurrentFile,
  output: HTMLElement,
  from: string,
  to: string,
): Promise<void> =>
  showAnswer(
    output,
    file,
    await execute<string | null>(client, 'xlcfg.versionComparison', file.uri, from, to),
  );

/** Explains an error of xl, an option, a rule, a string or a line. */
export const showExplanation = async (
  client: LSPClient,
  file: CurrentFile,
  output: HTMLElement,
  text: string,
): Promise<void> => showAnswer(output, file, await execute<string>(client, 'xlcfg.explain', file.uri, text));
