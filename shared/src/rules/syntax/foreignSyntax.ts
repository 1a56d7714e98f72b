/** Syntax of Python and of shells: xm ran the one, and many users know the other. */
import type { Fix } from '../../edits/edit.ts';
import { removeSetting } from '../../edits/removeSetting.ts';
import type { ParseError } from '../../syntax/index.ts';
import { isPlaceholder } from './bareValue.ts';
import {
  commentLinesEdits,
  replaceEdit,
  type SyntaxRule,
  shown,
  singleEditFix,
  sourceOf,
} from './syntaxRule.ts';

/** Whether all statements of some Python load modules. */
const isImport = (source: string): boolean =>
  source.split('\n').every((line) => /^[ \t]*(?:import|from)\b/.test(line));

/** `( 'a', 'b' )` as a list; `( 'a' )` is its content. Null where something other than strings and numbers is in it. */
function tupleFixes({ start, end }: ParseError, source: string): readonly Fix[] {
  const inner = source.slice(1, -1);
  if (!/^\s*(?:(?:'[^'\n\\]*'|"[^"\n\\]*"|[0-9]+)\s*(?:,\s*|$))+$/.test(inner)) return [];
  return /,/.test(inner.replace(/'[^']*'|"[^"]*"/g, ''))
    ? singleEditFix('Use a list in brackets', replaceEdit(start, end, `[${inner}]`))
    : singleEditFix('Remove the parentheses', replaceEdit(start, end, inner.trim()));
}

export const FOREIGN_SYNTAX_RULES: readonly SyntaxRule[] = [
  {
    code: 'triple-quotes',
    source: 'libxlu_cfg_l.l libxlu_cfg_y.y',
    summary: "A string in Python's triple quotes.",
    details:
      'xl reads `"""` as an empty string and the beginning of another one, and rejects the file. A string is written in `"` or ' +
      "`'` and ends on its line; text for people is a comment.\n\n" +
      '```\nextra = """quiet"""     # rejected\nextra = "quiet"\n```',
    message: (error, text) =>
      /^["'\n]*\n|\n/.test(sourceOf(error, text))
        ? "Python's triple quotes: xl rejects the file. Use a comment with `#`, or a string in single or double quotes on one line."
        : 'Python\'s triple quotes: xl rejects the file. Use one `"` at each end.',
    fixes: (error, text) => {
      const source = sourceOf(error, text);
      const quote = source.slice(0, 3);
      const inner = source.slice(3, -3);
      if (source.length < 6 || !source.endsWith(quote) || /[\n"'\\]/.test(inner)) return [];
      return singleEditFix(
        'Use one quote at each end',
        replaceEdit(error.start, error.end, `${quote[0]}${inner}${quote[0]}`),
      );
    },
  },
  {
    code: 'nested-quotes',
    source: 'libxlu_cfg_l.l libxlu_cfg_y.y',
    summary: 'An unescaped quote inside a string.',
    details:
      'The string ends at the second quote, and xl rejects what follows. Inside a string that begins with `"` use `\'`, or no ' +
      'quotes at all: in strings such as those of `vif` and `vfb` they would belong to the value.\n\n' +
      '```\nvfb = [ "vnc=1,vncpasswd="secret"" ]     # rejected\nvfb = [ "vnc=1,vncpasswd=secret" ]\n```',
    message: (error, text) =>
      `The string ends at this quote, before ${shown(sourceOf(error, text).slice(1))}: xl rejects the file. Remove the inner quotes, or use the other kind around the string.`,
  },
  {
    code: 'line-continuation',
    source: 'libxlu_cfg_l.l',
    summary: 'A backslash at the end of a line.',
    details:
      'It continues a line in Python and in shells, not in a file for xl, which is rejected. A list goes on over several lines by ' +
      'itself; a string must end on its line, and `+=` adds to it.\n\n' +
      "```\ndisk = [ '/a,raw,xvda,rw', \\     # rejected\n         '/b,raw,xvdb,rw' ]\ndisk = [ '/a,raw,xvda,rw',\n         '/b,raw,xvdb,rw' ]\n```",
    message: () =>
      'A backslash does not continue a line: xl rejects the file. Remove it: lists may span lines, and `+=` appends to a string.',
    fixes: (error, text) => {
      const before = text.slice(Math.max(0, error.start - 200), error.start);
      const after = text.slice(error.end, error.end + 200);
      // Elsewhere than in a list, the next line would be on its own.
      if (!/[[,]\s*$/.test(before) && !/^\s*[\],]/.test(after)) return [];
      const start = error.start - (/(?<![ \t])[ \t]*$/.exec(before)?.[0].length ?? 0);
      const end = error.end + (/^[ \t]*/.exec(after)?.[0].length ?? 0);
      return singleEditFix('Remove the backslash', replaceEdit(start, end, ''));
    },
  },
  {
    code: 'python-code',
    source: 'libxlu_cfg_l.l libxlu_cfg_y.y',
    summary: 'Python code, which only xm ran.',
    details:
      'Files for xm, up to Xen 4.4, were Python programs. xl reads settings alone and rejects the rest: `import`, ' +
      '`def`, `if`, function calls, `+` and `%` between texts, two strings side by side. Write down the value that the ' +
      'code would give.\n\n```\nname = "web%d" % 1     # rejected\nname = "web1"\n```',
    message: (error, text) => {
      const source = sourceOf(error, text);
      if (error.detail === 'tuple')
        return 'Parentheses are Python, which only xm could run: xl rejects the file. Use a list in brackets, [ ... ].';
      if (isPlaceholder(source))
        return `${shown(source)} is a template placeholder, which xl does not expand: xl rejects the file. Use the value itself.`;
      if (isImport(source))
        return 'This is Python code, which only xm could run: xl rejects the file. Remove it: xl needs no modules.';
      return 'This is Python code, which only xm could run: xl rejects the file. Use the resulting value, or remove it.';
    },
    fixes: (error, text) => {
      const source = sourceOf(error, text);
      if (error.detail === 'tuple') return tupleFixes(error, source);
      if (error.detail !== 'statement') return [];
      if (isImport(source))
        return singleEditFix('Remove the import', removeSetting(text, error.start, error.end));
      return [{ title: 'Comment out', edits: commentLinesEdits(error, text) }];
    },
  },
];
