/** A value that is not a string, a number or a list: what was meant, and how to write it. */

import type { Fix } from '../../edits/edit.ts';
import { optionByName } from '../../schema/index.ts';
import { encodeString, type ParseError } from '../../syntax/index.ts';
import { BOOLEANS, MEBIBYTES } from '../settings/meantValues.ts';

/** What is wrong with a value (the beginning of a sentence), what to do (sentences), and the fixes. */
interface Interpretation {
  readonly wrong?: string;
  readonly advice: string;
  readonly fixes?: readonly Fix[];
}

interface BareValue {
  /** The text of the value. */
  readonly source: string;
  readonly error: ParseError;
  /** The whole file. */
  readonly text: string;
  /** The parts of its line before and after the value. */
  readonly before: string;
  readonly after: string;
}

/** How far the line of a value is looked at. */
const MAX_CONTEXT = 2000;

const shown = (text: string): string => `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;

const replaceFix = (
  { start, end }: ParseError,
  newText: string,
  title = `Use ${newText}`,
): readonly Fix[] => [{ title, edits: [{ start, end, newText }], preferred: true }];

function boolean({ source, error }: BareValue): Interpretation | undefined {
  const digit = BOOLEANS[source.trim().toLowerCase()];
  if (digit === undefined) return undefined;
  return {
    wrong: `Unexpected ${shown(source)}`,
    advice: `Use \`${digit}\`.`,
    fixes: replaceFix(error, digit),
  };
}

const pythonNone = ({ source }: BareValue): Interpretation | undefined =>
  source === 'None'
    ? { wrong: "`None` is Python's word for nothing, which xl does not know", advice: 'Remove it.' }
    : undefined;

/** After a string in a list; elsewhere the parser recognizes it. */
const pythonOperator = ({ source }: BareValue): Interpretation | undefined =>
  /^[%+]/.test(source)
    ? { wrong: 'This is Python code, which only xm could run', advice: 'Use the resulting value.' }
    : undefined;

function curlyQuotes({ source, error }: BareValue): Interpretation | undefined {
  const inner = /^[\u2018-\u201f\u00ab\u00bb](.*)[\u2018-\u201f\u00ab\u00bb]$/s.exec(source)?.[1];
  if (inner === undefined) return undefined;
  const encoded = inner.includes('"') ? null : encodeString(inner, '"');
  return {
    wrong: `xl accepts only straight quotes, not those of ${shown(source)}`,
    advice: 'Use " or \'.',
    ...(encoded !== null && { fixes: replaceFix(error, `"${encoded}"`, 'Use straight quotes') }),
  };
}

/** No fix where the end of a list follows on the line: it would become part of the comment. */
function slashComment({ source, error: { start }, text, after }: BareValue): Interpretation | undefined {
  if (!source.startsWith('//')) return undefined;
  const isAlone = !(source + after).includes(']') && text.includes('\n', start);
  const edits = [{ start, end: start + 2, newText: '#' }];
  return {
    wrong: 'A comment starts with `#`, not `//`',
    advice: 'Write #.',
    ...(isAlone && { fixes: [{ title: 'Start the comment with #', edits, preferred: true }] }),
  };
}

function secondOperator({ source, error }: BareValue): Interpretation | undefined {
  const value = /^[=>]+[ \t]*(.*)$/.exec(source)?.[1];
  if (value === undefined) return undefined;
  return {
    wrong: 'There is more than one operator between name and value',
    advice: 'Use a single `=`.',
    ...(/^(?:0|[1-9][0-9]*)$/.test(value) && { fixes: replaceFix(error, value, 'Use a single `=`') }),
  };
}

const upperHex = ({ source, error }: BareValue): Interpretation | undefined =>
  /^0[xX][0-9a-fA-F]+$/.test(source)
    ? {
        wrong: `xl cannot read ${shown(source)} as a number`,
        advice: 'Use lowercase digits.',
        fixes: replaceFix(error, source.toLowerCase(), 'Use lowercase digits'),
      }
    : undefined;

/** Python's prefixes of strings, and the quotes of shells. */
function foreignQuotes({ source, error }: BareValue): Interpretation | undefined {
  const [, prefix, , inner, command] =
    /^(?:([furb]{1,2})(["'])([^"'\\\n]*)\2|`([^`"\\]*)`)$/i.exec(source) ?? [];
  const text = inner ?? command;
  if (text === undefined) return undefined;
  return {
    wrong: prefix ? `xl does not support ${shown(prefix)} before a string` : 'xl does not support backticks',
    advice: `Use \`"${text}"\`.`,
    fixes: replaceFix(error, `"${text}"`),
  };
}

/** What Ansible, Puppet, shells and make fill in. */
const PLACEHOLDER = /^(?:\{\{.*\}\}|\{%.*%\}|<%.*%>|\$\{.*\}|\$\(.*\)|\$[A-Za-z_]\w*|@\w+@|%\(\w+\)[sd])$/s;

export const isPlaceholder = (source: string): boolean => PLACEHOLDER.test(source.trim());

const placeholder = ({ source }: BareValue): Interpretation | undefined =>
  isPlaceholder(source)
    ? {
        wrong: `${shown(source)} is a template placeholder, which xl does not expand`,
        advice: 'Use the value itself.',
      }
    : undefined;

/** The name of the setting whose value follows the text; empty where there is none. */
function nameBefore(before: string): string {
  const setting = before.trimEnd();
  if (!setting.endsWith('=')) return '';
  const name = setting.slice(0, setting.endsWith('+=') ? -2 : -1).trimEnd();
  return name.split(/[^\w.]/).at(-1) ?? '';
}

/** The only numbers that may be negative, which must be in quotes. */
const SIGNED: ReadonlySet<string> = new Set(['rtc_timeoffset']);

/** Quotes are not suggested: xl would accept the file and ignore the option. */
function number({ source, error, before }: BareValue): Interpretation | undefined {
  const option = optionByName.get(nameBefore(before));
  if (option?.kind !== 'number' || (SIGNED.has(option.name) && /^-[0-9]+$/.test(source))) return undefined;
  const [, digits, unit = ''] = /^([0-9]{1,9})([mgt])(?:i?b)?$/i.exec(source) ?? [];
  const factor = option.unit === 'MiB' ? MEBIBYTES[unit.toLowerCase()] : undefined;
  const meant = digits !== undefined && factor !== undefined ? String(Number(digits) * factor) : undefined;
  return {
    wrong: `xl cannot read ${shown(source)} as a number`,
    advice: `Use ${meant === undefined ? 'digits only' : `\`${meant}\``}${option.unit === undefined ? '' : `, in ${option.unit}`}.`,
    ...(meant !== undefined && { fixes: replaceFix(error, meant) }),
  };
}

/** What ends the content of a list that has no quotes. */
const DELIMITER = /[[\]"'#]/;

/** The content of the list around the value, if it has several items and no quotes. */
function bareList({ source, before, after, error }: BareValue): { start: number; text: string } | undefined {
  const open = before.lastIndexOf('[');
  const close = after.search(DELIMITER);
  if (open < 0 || after[close] !== ']') return undefined;
  const left = before.slice(open + 1).trimStart();
  if (DELIMITER.test(left) || /["']/.test(source)) return undefined;
  const text = left + source + after.slice(0, close).trimEnd();
  return text.includes(',') ? { start: error.start - left.length, text } : undefined;
}

/** `[ /dev/vg/a,raw,xvda,rw ]`: the fields of one string, which would be separate items. */
function fieldsWithoutQuotes(bare: BareValue): Interpretation | undefined {
  const list = bareList(bare);
  if (!list || !/[=/]/.test(list.text)) return undefined;
  const encoded = encodeString(list.text, '"');
  const { start } = list;
  const isFirst = start === bare.error.start;
  return {
    advice: 'Quote all of it.',
    ...(isFirst &&
      encoded !== null && {
        fixes: [
          {
            title: 'Quote all of it',
            preferred: true,
            edits: [{ start, end: start + list.text.length, newText: `"${encoded}"` }],
          },
        ],
      }),
  };
}

function text({ source, error }: BareValue): Interpretation {
  const encoded = source.includes('"') ? null : encodeString(source, '"');
  const fixes = encoded === null ? [] : replaceFix(error, `"${encoded}"`, 'Put it in quotes');
  return /^[-+]?[0-9]/.test(source)
    ? {
        wrong: `xl cannot read ${shown(source)} as a number`,
        advice: 'Use digits only, or quote it.',
        fixes,
      }
    : { advice: 'Quote it.', fixes };
}

/** The first one that recognizes the value explains it. */
const INTERPRETERS: readonly ((bare: BareValue) => Interpretation | undefined)[] = [
  boolean,
  pythonNone,
  placeholder,
  pythonOperator,
  foreignQuotes,
  curlyQuotes,
  slashComment,
  secondOperator,
  upperHex,
  number,
  fieldsWithoutQuotes,
];

function interpret(error: ParseError, whole: string): Interpretation & { readonly source: string } {
  const { start, end } = error;
  const source = whole.slice(start, end);
  const before =
    whole
      .slice(Math.max(0, start - MAX_CONTEXT), start)
      .split('\n')
      .at(-1) ?? '';
  const after = whole.slice(end, end + MAX_CONTEXT).split('\n', 1)[0] ?? '';
  const bare = { source, error, text: whole, before, after };
  for (const meaning of INTERPRETERS) {
    const found = meaning(bare);
    if (found) return { ...found, source };
  }
  return { ...text(bare), source };
}

export function bareValueMessage(error: ParseError, whole: string): string {
  const { wrong, advice, source } = interpret(error, whole);
  return wrong === undefined
    ? `xl rejects the file because of ${shown(source)}: strings need quotes. ${advice}`
    : `${wrong}: xl rejects the file. ${advice}`;
}

export const bareValueFixes = (error: ParseError, whole: string): readonly Fix[] =>
  interpret(error, whole).fixes ?? [];
