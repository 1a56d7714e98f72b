/** The project files, `.xlcfg.json` and `.xlcfgignore`, which are next to the guests or in a folder above them. Pure. */
import { SETTINGS } from '@xlcfg/shared';
// The package's main file is UMD, which esbuild cannot bundle.
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser/lib/esm/main.js';
import { isObject, isStringArray } from '../guards.ts';
import { abbreviate, readSettingValues, type SettingsSource, type SettingValues } from './settingValues.ts';

/** Settings for the folder that contains the file, and for all folders below. */
export const PROJECT_CONFIG_FILE = '.xlcfg.json';

/** Patterns of ignored files, in the syntax of a .gitignore. */
export const IGNORE_FILE = '.xlcfgignore';

/** In UTF-16 code units: far more than anyone writes by hand. */
const MAX_LENGTH = 1024 * 1024;

/** Issues that are reported per file. */
const MAX_ISSUES = 50;

/** An issue in a project file. */
export interface LocatedIssue {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** Without a full stop. */
  readonly message: string;
}

export interface ProjectConfig {
  readonly values: SettingValues;
  /** Patterns of ignored files, relative to the folder that contains the project config. */
  readonly ignore: readonly string[];
  /** At most `MAX_ISSUES`. */
  readonly issues: readonly LocatedIssue[];
}

/** Keys of the file that aren't settings. */
const OTHER_KEYS: readonly string[] = ['$schema', 'ignore'];

const nameOf: SettingsSource['nameOf'] = (path) => path.join('.') || 'the configuration';

const SOURCE: SettingsSource = {
  nameOf,
  // A getter, because SETTINGS belongs to the language bundle, which is loaded after `initialize` is answered.
  get schemas() {
    return Object.fromEntries(Object.entries(SETTINGS).filter(([, schema]) => !('personal' in schema)));
  },
  unknownKey: (path) => {
    const [key = '', ...nested] = path;
    if (nested.length > 0 || !Object.hasOwn(SETTINGS, key)) {
      return path.length === 1 && OTHER_KEYS.includes(key) ? undefined : `${nameOf(path)} is not a setting`;
    }
    return `${key} is a setting of a person's editor, and cannot be set in this file`;
  },
};

/** Messages by the error codes of jsonc-parser. */
const SYNTAX_ERRORS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not valid JSON',
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'a name in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'more follows after the end of the configuration',
  UnexpectedEndOfComment: 'a comment has no end',
  UnexpectedEndOfString: 'a text has no closing quote',
  UnexpectedEndOfNumber: 'a number has no end',
  InvalidUnicode: 'this is not a character: \\u and four hexadecimal digits are',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'this character must be written as an escape',
};

/** Offsets are UTF-16 code units. */
interface OffsetIssue {
  readonly offset: number;
  readonly message: string;
}

const locate = (text: string, { offset, message }: OffsetIssue): LocatedIssue => {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, message };
};

const unusable = (text: string, offset: number, message: string): ProjectConfig => ({
  values: {},
  ignore: [],
  issues: [locate(text, { offset, message: `${message}; nothing of this file is used` })],
});

/** The offset of the value at a path, or of its key. */
const offsetOf = (root: Node, path: readonly (string | number)[], ofKey = false): number => {
  const node = findNodeAtLocation(root, [...path]);
  return (ofKey ? node?.parent?.children?.[0] : node)?.offset ?? root.offset;
};

/** How often a pattern may contain `**`: each one multiplies the time that matching a deeply nested file takes. */
const MAX_GLOBSTARS = 3;

const TOO_MANY_GLOBSTARS = `a pattern has no more than ${MAX_GLOBSTARS} times **; this one is not used`;

const hasTooManyGlobstars = (pattern: string): boolean => pattern.split('**').length - 1 > MAX_GLOBSTARS;

/** Patterns of one file, and their characters. Each pattern is compiled, and tried on every guest, without a pause. */
const MAX_PATTERNS = 1000;
const MAX_PATTERN_CHARACTERS = 25_000;

const TOO_MANY_PATTERNS = `there are more than ${MAX_PATTERNS} patterns; from this one on they are not used`;
const TOO_LONG_PATTERNS = `the patterns have more than ${MAX_PATTERN_CHARACTERS} characters; from this one on they are not used`;

/** A pattern, and where it is: a line, or an index. */
type PatternAt = readonly [pattern: string, at: number];

interface UsablePatterns {
  readonly patterns: readonly string[];
  readonly issues: readonly { readonly at: number; readonly message: string }[];
}

/** Takes patterns up to the limits. */
const usablePatterns = (all: Iterable<PatternAt>): UsablePatterns => {
  const patterns: string[] = [];
  const issues: { at: number; message: string }[] = [];
  let count = 0;
  let characters = 0;
  for (const [pattern, at] of all) {
    count += 1;
    characters += pattern.length;
    const limit =
      count > MAX_PATTERNS
        ? TOO_MANY_PATTERNS
        : characters > MAX_PATTERN_CHARACTERS
          ? TOO_LONG_PATTERNS
          : undefined;
    if (limit) return { patterns, issues: [...issues.slice(0, MAX_ISSUES - 1), { at, message: limit }] };
    if (hasTooManyGlobstars(pattern)) issues.push({ at, message: TOO_MANY_GLOBSTARS });
    else patterns.push(pattern);
  }
  return { patterns, issues: issues.slice(0, MAX_ISSUES) };
};

interface IgnoreKey {
  readonly patterns: readonly string[];
  readonly issues: readonly OffsetIssue[];
}

const readIgnoreKey = (root: Node, value: unknown): IgnoreKey => {
  if (value === undefined || value === null) return { patterns: [], issues: [] };
  if (!isStringArray(value)) {
    const message = `ignore is ${abbreviate(value)}, it must be a list of texts`;
    return { patterns: [], issues: [{ offset: offsetOf(root, ['ignore']), message }] };
  }
  const { patterns, issues } = usablePatterns(value.map((pattern, index) => [pattern, index]));
  return {
    patterns,
    issues: issues.map(({ at, message }) => ({ offset: offsetOf(root, ['ignore', at]), message })),
  };
};

/** The syntax tree of a project config; undefined if it is nested too deeply. */
export const parseProjectConfig = (text: string, errors: ParseError[]): Node | undefined => {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser is recursive: deep nesting overflows the stack.
    return undefined;
  }
};

/**
 * Reads a project config: JSON in which comments and trailing commas are allowed. Invalid values are ignored and
 * reported; after a syntax error the whole file is.
 */
export const readProjectConfig = (content: string): ProjectConfig => {
  // A space in place of the byte order mark keeps the offsets.
  const text = content.replace(/^\ufeff/, ' ');
  if (text.length > MAX_LENGTH) return unusable(text, 0, 'the file is too long for a configuration');
  // A file that is just being created.
  if (text.trim() === '') return { values: {}, ignore: [], issues: [] };
  const errors: ParseError[] = [];
  const root = parseProjectConfig(text, errors);
  const [first] = errors;
  if (first) {
    const message = SYNTAX_ERRORS[printParseErrorCode(first.error)] ?? 'this is not valid JSON';
    return unusable(text, first.offset, message);
  }
  if (!root) return unusable(text, 0, 'this is nested too deeply');

  const value: unknown = getNodeValue(root);
  const { values, issues } = readSettingValues(value, SOURCE);
  const ignore = readIgnoreKey(root, isObject(value) ? value.ignore : undefined);
  return {
    values,
    ignore: ignore.patterns,
    issues: [
      ...issues
        .slice(0, MAX_ISSUES)
        .map(({ path, isAboutKey, message }) => ({ offset: offsetOf(root, path, isAboutKey), message })),
      ...ignore.issues,
    ]
      .slice(0, MAX_ISSUES)
      .map((issue) => locate(text, issue)),
  };
};

/** The patterns of an ignore file with their lines, counted from 1. */
function* patternsByLine(text: string): Generator<PatternAt> {
  let line = 0;
  for (const [content] of text.replace(/^\ufeff/, '').matchAll(/[^\n]+|\n/g)) {
    if (content === '\n') {
      line += 1;
      continue;
    }
    const pattern = content.replace(/\r$/, '');
    if (!/^\s*(?:#|$)/.test(pattern)) yield [pattern, line + 1];
  }
}

/**
 * Reads an ignore file.
 *
 * @returns the patterns that can be used, and the issues of the others
 */
export const readIgnoreFile = (text: string): Pick<ProjectConfig, 'ignore' | 'issues'> => {
  const { patterns, issues } = usablePatterns(patternsByLine(text));
  return { ignore: patterns, issues: issues.map(({ at, message }) => ({ line: at, column: 1, message })) };
};
