/** The settings of the user and the options of the editor, in the form that the formatter works with. */
import type { FormattingOptions } from 'vscode-languageserver-types';
import type { FormatSettings } from '../../settings.ts';

export interface Style extends FormatSettings {
  /** What stands before the items of a list, for each list that they are in. */
  readonly indent: string;
  /** The columns that the indent takes; a tab reaches to the next multiple of it. */
  readonly tabSize: number;
  readonly trimLines: boolean;
  readonly trimEnd: boolean;
  readonly endLine: boolean;
}

/** An option that the editor does not name is on: whoever asks for a formatted file wants its ends in order. */
export function styleOf(settings: FormatSettings, options: FormattingOptions): Style {
  const tabSize = Math.min(Math.max(1, Math.trunc(options.tabSize) || 1), 16);
  return {
    ...settings,
    indent: options.insertSpaces ? ' '.repeat(tabSize) : '\t',
    tabSize,
    trimLines: options.trimTrailingWhitespace ?? true,
    trimEnd: options.trimFinalNewlines ?? true,
    endLine: options.insertFinalNewline ?? true,
  };
}

/** The column behind a text that begins in a column; both count from 0. */
export function columnAfter(column: number, text: string, tabSize: number): number {
  if (!text.includes('\t')) return column + text.length;
  let at = column;
  for (const character of text.split('')) at += character === '\t' ? tabSize - (at % tabSize) : 1;
  return at;
}
