/** Which of xl's files a file is, if any: `.cfg` is the ending of many other things. Told from name and text. */
import { lineEndAt } from '../lines.ts';
import { optionByName, xendOptionByName } from '../schema/index.ts';
import type { FileKindName } from '../schema/kinds/index.ts';

/** Names of files of other programs. */
export const FOREIGN_FILE_NAMES: ReadonlySet<string> = new Set([
  'setup.cfg',
  'grub.cfg',
  'haproxy.cfg',
  'ansible.cfg',
  'pylintrc.cfg',
  'flake8.cfg',
  'nagios.cfg',
  'cgi.cfg',
  'isolinux.cfg',
  'syslinux.cfg',
  'extlinux.cfg',
  'preseed.cfg',
  'ks.cfg',
  'buildout.cfg',
  'boost.cfg',
  'server.cfg',
]);

/** Options whose names other programs have, too: on their own they are no evidence. */
export const AMBIGUOUS_OPTIONS: ReadonlySet<string> = new Set([
  'name',
  'type',
  'root',
  'boot',
  'display',
  'pool',
  'serial',
  'uuid',
  'usb',
  'extra',
  'cap',
  'period',
  'slice',
  'latency',
  'keymap',
  'firmware',
  'channel',
  'virtio',
  'timeout',
  'path',
  'user',
  'memory',
  'kernel',
]);

/** The settings of a CPU pool's file (xlcpupool.cfg), which has the same grammar. */
export const CPUPOOL_OPTIONS: ReadonlySet<string> = new Set(['name', 'sched', 'cpus', 'nodes']);

/** Lines beyond these tell nothing new. */
export const MAX_LINES = 400;

const SETTING = /^[ \t]*([A-Za-z_][\w.-]*)[ \t]*\+?=[ \t]*(.*)/s;
/** A setting with another one behind a semicolon. */
const STATEMENT = /^([ \t]*[a-z][\w.]*[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[0-9]\w*)[ \t]*);(?=[ \t]*[a-z])/;
/** What may become a setting. */
const HALF_TYPED = /^[ \t]*[a-z][a-z0-9_]*[ \t]*(?:\+?=[ \t]*)?$/;
/** What an xl file assigns: a string, a number, a list. */
const XL_VALUE = /^(?:["'[]|[0-9][0-9a-fx]*[ \t]*(?:[#;]|$))/;
/** What it assigns to `type`, which others set to other things. */
const XL_TYPE = /^["'](?:hvm|pvh?)["']/;
/** Sections of INI files, blocks, tags, `set x=y` of grub: a file is made of them. */
const FOREIGN =
  /^[ \t]*(?:\[[A-Za-z][^\]'",]*\][ \t]*(?:[#;].*)?$|[\w.-]+[ \t]*(?:\{|[=:][ \t]*[({])|<[\w!?/]|set [a-z]|menuentry |LABEL |DEFAULT |define )|^[^#={]*\{[ \t]*$/;
/** `key: value`, which is a slip of the hand in a guest's file. */
const KEYED = /^[ \t]*[\w-]+:(?:[ \t]|$)/;

/** What a line tells: more than nothing in all makes a guest. */
export const WEIGHTS = {
  /** A setting that only a guest of Xen has. */
  own: 4,
  /** One with a common name, or with a value that xl does not read. */
  weak: 2,
  unknown: -1,
  keyed: -4,
  foreign: -8,
} as const;

/** What a guest in the folder of Xen may be called. */
const GUEST_NAME = /^[^.]+$|\.(?:cfg|hvm|pv|pvh|pvlinux|pvhlinux)$/;
/** The endings that guests have as a rule. */
const USUAL_NAME = /\.(?:cfg|hvm|pv|pvh|pvlinux|pvhlinux)$|^[^.]+$/;
/** What only guests are called. */
const GUEST_ENDING = /\.(?:hvm|pvlinux|pvhlinux)$/;

/**
 * What a file is to xl; null where it is none of xl's. `path` may be a URI or a path; only its last parts count.
 *
 * @param emptyIsGuest whether a file without settings is a guest's, as in an editor, where it may become one
 */
export function fileKind(path: string, text: string, emptyIsGuest = true): FileKindName | null {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1)?.toLowerCase() ?? '';
  if (name === 'xl.conf') return 'xl.conf';
  const evidence = weigh(text);
  // What a file sets counts for more than its name.
  if (/cpu-?pool/.test(name) && !evidence.isForeign && !setsUpGuest(evidence)) return 'cpupool';
  if (isCpupool(evidence)) return 'cpupool';
  if (isNearlyEmpty(evidence)) return emptyIsGuest && !FOREIGN_FILE_NAMES.has(name) ? 'guest' : null;
  return isGuest(parts, name, evidence, emptyIsGuest) ? 'guest' : null;
}

function isGuest(
  parts: readonly string[],
  name: string,
  evidence: Evidence,
  isBeingWritten: boolean,
): boolean {
  const { isForeign, names, own, known, weight, specific, lines } = evidence;
  if (FOREIGN_FILE_NAMES.has(name)) return own > 0 && known >= 3 && !isForeign;
  if (weight > 0) {
    // In an editor, the first lines tell little yet.
    if (specific === 0 && !(isBeingWritten && lines <= 2) && !hasCommonPair(evidence))
      return isNamedGuest(parts, name);
    return USUAL_NAME.test(name) || (known >= 2 && !isForeign);
  }
  if (isForeign) return false;
  // Nothing that tells: the place or the name decides.
  return (names.size > 0 && isAtHome(parts) && GUEST_NAME.test(name)) || GUEST_ENDING.test(name);
}

function isAtHome(parts: readonly string[]): boolean {
  const folder = parts.at(-2)?.toLowerCase();
  return folder === 'xen' || (folder === 'auto' && parts.at(-3)?.toLowerCase() === 'xen');
}

const isNamedGuest = (parts: readonly string[], name: string): boolean =>
  (isAtHome(parts) && GUEST_NAME.test(name)) || GUEST_ENDING.test(name);

/** Common names of which two together are a guest's, where both have values of xl's form. */
export const COMMON_PAIRS: readonly (readonly [string, string])[] = [
  ['name', 'kernel'],
  ['name', 'type'],
  ['name', 'memory'],
  ['name', 'firmware'],
  ['kernel', 'memory'],
  ['kernel', 'root'],
  ['kernel', 'extra'],
];

const hasCommonPair = ({ common }: Evidence): boolean =>
  COMMON_PAIRS.some((pair) => pair.every((name) => common.has(name)));

/** Whether a text is empty, has comments only, or the first word of a setting: it is too early to say what is wrong. */
export function isBarelyBegun(text: string): boolean {
  const [first, second] = contentLines(text);
  return second === undefined && (first === undefined || HALF_TYPED.test(first));
}

/** Nothing, or the beginning of the first setting: an editor asks what it may become. */
const isNearlyEmpty = ({ lines, isHalfTyped }: Evidence): boolean =>
  lines === 0 || (lines === 1 && isHalfTyped);

/** Only a pool has these. */
const hasPoolOptions = ({ names }: Evidence): boolean => names.has('sched') || names.has('nodes');

/** Whether it has options, or two common names, that a guest has and a pool has not. */
const setsUpGuest = (evidence: Evidence): boolean =>
  !hasPoolOptions(evidence) && (evidence.specific > 0 || hasCommonPair(evidence));

/** A guest has more than these. */
const isCpupool = ({ names, isForeign }: Evidence): boolean =>
  !isForeign && names.size > 1 && [...names].every((name) => CPUPOOL_OPTIONS.has(name));

interface Evidence {
  /** What is set. */
  readonly names: Set<string>;
  /** Lines with something other than a comment on them. */
  lines: number;
  /** Whether the first of them may become a setting. */
  isHalfTyped: boolean;
  /** Settings of options that only a guest of Xen has. */
  own: number;
  /** Settings that speak for a guest. */
  known: number;
  /** Settings with names that no other program has, whatever their values. */
  specific: number;
  /** Common names with values of xl's form. */
  readonly common: Set<string>;
  /** Whether there is a line that no file for xl has. */
  isForeign: boolean;
  /** What all lines tell together. */
  weight: number;
}

function weigh(text: string): Evidence {
  const evidence: Evidence = {
    names: new Set(),
    lines: 0,
    isHalfTyped: false,
    own: 0,
    known: 0,
    specific: 0,
    common: new Set(),
    isForeign: false,
    weight: 0,
  };
  for (const line of contentLines(text)) weighLine(line, evidence);
  return evidence;
}

/** The first lines with something other than a comment on them. */
function* contentLines(text: string): Generator<string> {
  let count = 0;
  for (let at = 0; at < text.length && count < MAX_LINES; count++) {
    const end = lineEndAt(text, at);
    const line = text.slice(at, Math.min(end, at + 400)).replace(/\r$/, '');
    if (!/^[ \t\ufeff]*(?:#|$)/.test(line)) yield line;
    at = end + 1;
  }
}

function weighLine(line: string, evidence: Evidence): void {
  evidence.lines++;
  if (evidence.lines === 1) evidence.isHalfTyped = HALF_TYPED.test(line);
  let rest = line;
  for (let one = STATEMENT.exec(rest); one; one = STATEMENT.exec(rest)) {
    weighStatement(one[1] ?? '', evidence);
    rest = rest.slice(one[0].length);
  }
  weighStatement(rest, evidence);
}

function weighStatement(line: string, evidence: Evidence): void {
  const [, name = '', value = ''] = SETTING.exec(line) ?? [];
  const isRepeated = evidence.names.has(name);
  if (name !== '') evidence.names.add(name);
  const kind = kindOf(line, name, value);
  // One slip of the hand tells as much as many of it.
  if (kind === undefined || (kind === 'unknown' && isRepeated)) return;
  evidence.weight += WEIGHTS[kind];
  if (kind === 'foreign' || kind === 'keyed') evidence.isForeign = true;
  if (kind === 'own') evidence.own++;
  if (kind !== 'own' && kind !== 'weak') return;
  evidence.known++;
  if (AMBIGUOUS_OPTIONS.has(name)) evidence.common.add(name);
  else if (optionByName.has(name) && !CPUPOOL_OPTIONS.has(name)) evidence.specific++;
}

/** What a line with more than a comment on it is; undefined where it tells nothing. */
function kindOf(line: string, name: string, value: string): keyof typeof WEIGHTS | undefined {
  const isOption = optionByName.has(name);
  const isXl = XL_VALUE.test(value) && (name !== 'type' || XL_TYPE.test(value));
  if (isOption && !AMBIGUOUS_OPTIONS.has(name)) return isXl ? 'own' : 'weak';
  if (isXl && (isOption || xendOptionByName.has(name))) return 'weak';
  if (FOREIGN.test(line)) return 'foreign';
  if (name !== '') return 'unknown';
  return KEYED.test(line) ? 'keyed' : undefined;
}
