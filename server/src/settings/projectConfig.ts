/** The configuration file that lies beside the guests. Pure. */
import { SETTINGS } from '@xlcfg/shared';
// The file that the package names as its main one cannot be bundled.
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser/lib/esm/main.js';
import {
  abbreviate,
  isObject,
  isStringArray,
  readSettingValues,
  type SettingsSource,
  type SettingValues,
} from './settingValues.ts';

/** Settings for the folder that it is in and those below. */
export const PROJECT_CONFIG_FILE = '.xlcfg.json';

/** Patterns of files that are left alone, as in a .gitignore. */
export const IGNORE_FILE = '.xlcfgignore';

/** In characters; no person writes a longer one. */
const MAX_LENGTH = 1024 * 1024;

/** No person reads more. */
const MAX_COMPLAINTS = 50;

/** What is wrong with a configuration file. */
export interface LocatedIssue {
  /** From one, in UTF-16 code units; as are the columns. */
  readonly line: number;
  readonly column: number;
  /** Without a full stop. */
  readonly message: string;
}

export interface ProjectConfig {
  readonly values: SettingValues;
  /** Patterns of files that are left alone, relative to the folder of the file. */
  readonly ignore: readonly string[];
  /** The first ones, if there are many. */
  readonly complaints: readonly LocatedIssue[];
}

/** Keys of the file that are no settings. */
const OWN_KEYS: readonly string[] = ['$schema', 'ignore'];

const nameOf: SettingsSource['nameOf'] = (path) => path.join('.') || 'the configuration';

const SOURCE: SettingsSource = {
  nameOf,
  // Late: the server answers its first request before the language is loaded.
  get schemas() {
    return Object.fromEntries(Object.entries(SETTINGS).filter(([, schema]) => !('personal' in schema)));
  },
  unknownMessage: (path) => {
    const [key = '', ...deeper] = path;
    if (deeper.length > 0 || !Object.hasOwn(SETTINGS, key)) {
      return path.length === 1 && OWN_KEYS.includes(key) ? undefined : `${nameOf(path)} is no setting`;
    }
    return `${key} is a setting of a person's editor, and cannot be set in this file`;
  },
};

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON',
  InvalidNumberFormat: 'this is no number',
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
  InvalidUnicode: 'this is no character: \\u and four hexadecimal digits are',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'this character must be written as an escape',
};

const placed = (text: string, offset: number, message: string): LocatedIssue => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
};

const NOTHING: Pick<ProjectConfig, 'values' | 'ignore'> = { values: {}, ignore: [] };

const broken = (text: string, offset: number, message: string): ProjectConfig => ({
  ...NOTHING,
  complaints: [placed(text, offset, `${message}; nothing of this file is used`)],
});

/** The offset of the value at a path, or of its name. */
const offsetOf = (root: Node, path: readonly (string | number)[], aboutName = false): number => {
  const node = findNodeAtLocation(root, [...path]);
  return (aboutName ? node?.parent?.children?.[0] : node)?.offset ?? root.offset;
};

/** In a pattern. Each multiplies the time that a file in many folders takes to be compared. */
const MAX_WIDE = 3;

const TOO_WIDE = `a pattern has no more than ${MAX_WIDE} times **; this one is not used`;

const isTooWide = (pattern: string): boolean => pattern.split('**').length - 1 > MAX_WIDE;

interface Patterns {
  readonly patterns: readonly string[];
  readonly complaints: readonly { readonly at: number; readonly sentence: string }[];
}

const readPatterns = (root: Node, value: unknown): Patterns => {
  if (value === undefined || value === null) return { patterns: [], complaints: [] };
  if (!isStringArray(value)) {
    const sentence = `ignore is ${abbreviate(value)}, it must be a list of texts`;
    return { patterns: [], complaints: [{ at: offsetOf(root, ['ignore']), sentence }] };
  }
  return {
    patterns: value.filter((pattern) => !isTooWide(pattern)),
    complaints: value
      .flatMap((pattern, index) => (isTooWide(pattern) ? index : []))
      .slice(0, MAX_COMPLAINTS)
      .map((index) => ({ at: offsetOf(root, ['ignore', index]), sentence: TOO_WIDE })),
  };
};

const parse = (text: string, errors: ParseError[]): Node | undefined => {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser calls itself for each level, and runs out of stack.
    return undefined;
  }
};

/**
 * Reads the text of a configuration file: JSON, with comments and commas at the ends of lists where one likes them.
 * A value that cannot be used is left out, with a complaint; of a file that is no JSON nothing is used.
 */
export const readProjectConfig = (given: string): ProjectConfig => {
  // A blank in its place keeps the offsets.
  const text = given.replace(/^\ufeff/, ' ');
  if (text.length > MAX_LENGTH) return broken(text, 0, 'the file is too long for a configuration');
  const errors: ParseError[] = [];
  const root = parse(text, errors);
  const [first] = errors;
  if (first) {
    const words = SYNTAX[printParseErrorCode(first.error)] ?? 'this is no JSON';
    return broken(text, first.offset, words);
  }
  if (!root) return broken(text, 0, 'this is nested too deeply');

  const value: unknown = getNodeValue(root);
  const { values, issues: complaints } = readSettingValues(value, SOURCE);
  const ignore = readPatterns(root, isObject(value) ? value.ignore : undefined);
  return {
    values,
    ignore: ignore.patterns,
    complaints: [
      ...complaints
        .slice(0, MAX_COMPLAINTS)
        .map(({ path, aboutName, message: sentence }) => ({ at: offsetOf(root, path, aboutName), sentence })),
      ...ignore.complaints,
    ]
      .slice(0, MAX_COMPLAINTS)
      .map(({ at, sentence }) => placed(text, at, sentence)),
  };
};

/**
 * Reads the text of an ignore file.
 *
 * @returns its lines that are patterns, or comments, and what there is to say of the others
 */
export const readIgnoreFile = (text: string): Pick<ProjectConfig, 'ignore' | 'complaints'> => {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return {
    ignore: lines.filter((line) => !isTooWide(line)),
    complaints: lines
      .flatMap((line, index) => (isTooWide(line) ? { line: index + 1, column: 1, message: TOO_WIDE } : []))
      .slice(0, MAX_COMPLAINTS),
  };
};
