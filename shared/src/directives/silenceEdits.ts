/** Edits that silence a rule by a comment: for one line, or for the whole file. */
import type { Edit } from '../edits/edit.ts';
import { lineEndAt, lineStartAt } from '../lines.ts';
import type { Comment, ConfigFile } from '../syntax/index.ts';
import { parseConfig } from '../syntax/index.ts';
import { directiveIn, silencedBy, silencesOf } from './silence.ts';

const insertion = (at: number, newText: string): Edit => ({ start: at, end: at, newText });

/** Adds the code to a comment that silences others. */
const added = (comment: Comment, code: string): Edit | undefined => {
  const end = directiveIn(comment)?.end;
  return end === undefined ? undefined : insertion(end, `, ${code}`);
};

/** The comment on a line, which is the last thing there. */
const commentOn = ({ comments, text }: ConfigFile, lineStart: number): Comment | undefined => {
  const end = lineEndAt(text, lineStart);
  return comments.findLast(({ start }) => start >= lineStart && start <= end);
};

/** After what is on the line. */
function onLine(file: ConfigFile, code: string, lineStart: number): Edit | undefined {
  const comment = commentOn(file, lineStart);
  if (comment) return directiveIn(comment)?.scope === 'line' ? added(comment, code) : undefined;
  const line = file.text.slice(lineStart, lineEndAt(file.text, lineStart));
  const { length } = line.replace(/(?<!\r)\r+$/, '');
  const space = /[ \t]$/.test(line.slice(0, length)) ? ' ' : '  ';
  const end = lineStart + length;
  // xl rejects a comment without a line ending.
  const lineEnding = end === file.text.length ? '\n' : '';
  return insertion(end, `${space}# xlcfg-disable-line ${code}${lineEnding}`);
}

/** On the line before. */
function beforeLine(file: ConfigFile, code: string, lineStart: number): Edit | undefined {
  const comment = lineStart === 0 ? undefined : commentOn(file, lineStartAt(file.text, lineStart - 1));
  if (comment && directiveIn(comment)?.scope === 'next-line') return added(comment, code);
  const [indentation = ''] = /^[ \t]*/.exec(file.text.slice(lineStart)) ?? [];
  return insertion(lineStart, `${indentation}# xlcfg-disable-next-line ${code}\n`);
}

function inFile(file: ConfigFile, code: string): Edit | undefined {
  const comment = file.comments.find((one) => directiveIn(one)?.scope === 'file');
  if (comment) return added(comment, code);
  return insertion(file.text.startsWith('\ufeff') ? 1 : 0, `# xlcfg-disable-file ${code}\n`);
}

/** Whether the rule is silenced at the offset once the edit is made. Within a string, for example, a `#` begins no comment. */
function silences({ text }: ConfigFile, { start, newText }: Edit, code: string, offset: number): boolean {
  const edited = parseConfig(`${text.slice(0, start)}${newText}${text.slice(start)}`);
  return silencedBy(silencesOf(edited))(code, start <= offset ? offset + newText.length : offset);
}

/**
 * Silences a rule where it reports something.
 *
 * @param offset of the finding, in UTF-16 code units
 * @returns undefined where no comment can do it
 */
export function silenceEdit(
  file: ConfigFile,
  scope: 'line' | 'file',
  code: string,
  offset: number,
): Edit | undefined {
  const lineStart = lineStartAt(file.text, offset);
  const edits =
    scope === 'file'
      ? [inFile(file, code)]
      : [onLine(file, code, lineStart), beforeLine(file, code, lineStart)];
  return edits.find((edit) => edit && silences(file, edit, code, offset));
}
