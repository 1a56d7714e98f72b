/** Which of xl's files a file is, if any: `.cfg` is the ending of many other things. Told from name and text. */
import { optionByName, xendOptionByName } from '../schema/index.ts';
import type { FileKindName } from '../schema/kinds/index.ts';

/** Names that other programs look for. */
export const OTHER_NAMES: ReadonlySet<string> = new Set([
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

/** Options with names that other programs have too: no evidence by themselves. */
export const COMMON_NAMES: ReadonlySet<string> = new Set([
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
export const POOL_NAMES: ReadonlySet<string> = new Set(['name', 'sched', 'cpus', 'nodes']);

/** Lines beyond these tell nothing new. */
export const MAX_LINES = 400;

const SETTING = /^[ \t]*([A-Za-z_][\w.-]*)[ \t]*\+?=[ \t]*(.*)/s;
/** What may become a setting. */
const HALF_TYPED = /^[ \t]*[a-z][a-z0-9_]*[ \t]*(?:\+?=[ \t]*)?$/;
/** What an xl file assigns: a string, a number, a list. */
const XL_VALUE = /^(?:["'[]|[0-9][0-9a-fx]*[ \t]*(?:[#;]|$))/;
/** Sections of INI files, blocks, `key: value`, tags, `set x=y` of grub, statements ended by a semicolon in a block. */
const FOREIGN =
  /^[ \t]*(?:\[[A-Za-z][^\]'",]*\][ \t]*(?:[#;].*)?$|[\w.-]+[ \t]*\{|\}|<[\w!?/]|[\w-]+:(?:[ \t]|$)|set [a-z]|menuentry |LABEL |DEFAULT |define |;)/;

/**
 * What a file is to xl; null where it is none of xl's. `path` may be a URI or a path; only its last parts count.
 */
export function fileKind(path: string, text: string): FileKindName | null {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1)?.toLowerCase() ?? '';
  if (name === 'xl.conf') return 'xl.conf';
  const evidence = weigh(text);
  if (/cpu-?pool/.test(name) && evidence.foreign === 0) return 'cpupool';
  if (isPool(evidence)) return 'cpupool';
  return isGuest(parts, name, evidence) ? 'guest' : null;
}

function isGuest(parts: readonly string[], name: string, evidence: Evidence): boolean {
  if (OTHER_NAMES.has(name)) {
    return evidence.own > 0 && evidence.own + evidence.weak >= 3 && evidence.foreign === 0;
  }
  if (evidence.own > 0) return evidence.own > evidence.foreign;
  if (evidence.foreign > 0) return false;
  const folder = parts.at(-2)?.toLowerCase();
  const above = parts.at(-3)?.toLowerCase();
  const isAtHome = folder === 'xen' || (folder === 'auto' && above === 'xen');
  // Nothing written yet, or nothing that tells: a name that only guests have decides, or weak evidence.
  return isUnwritten(evidence) || evidence.weak > 0 || isAtHome || /\.(?:hvm|pvlinux)$/.test(name);
}

/** Nothing, or the beginning of the first setting: an editor asks what it may become. */
const isUnwritten = ({ lines, isHalfTyped }: Evidence): boolean =>
  lines === 0 || (lines === 1 && isHalfTyped);

/** A guest has more than these. */
const isPool = ({ names, foreign }: Evidence): boolean =>
  foreign === 0 && names.size > 1 && [...names].every((name) => POOL_NAMES.has(name));

interface Evidence {
  /** What is set. */
  readonly names: Set<string>;
  /** Lines with something other than a comment on them. */
  lines: number;
  /** Whether the first of them may become a setting. */
  isHalfTyped: boolean;
  /** Settings that only a guest of Xen has. */
  own: number;
  /** Settings of an option with a common name, written as xl reads it. */
  weak: number;
  /** Lines that no file for xl has. */
  foreign: number;
}

function weigh(text: string): Evidence {
  const evidence: Evidence = { names: new Set(), lines: 0, isHalfTyped: false, own: 0, weak: 0, foreign: 0 };
  let count = 0;
  for (let at = 0; at < text.length && count < MAX_LINES; count++) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    weighLine(text.slice(at, Math.min(end, at + 400)).replace(/\r$/, ''), evidence);
    at = end + 1;
  }
  return evidence;
}

function weighLine(line: string, evidence: Evidence): void {
  if (/^[ \t\ufeff]*(?:#|$)/.test(line)) return;
  evidence.lines++;
  if (evidence.lines === 1) evidence.isHalfTyped = HALF_TYPED.test(line);
  const [, name = '', value = ''] = SETTING.exec(line) ?? [];
  if (name !== '') evidence.names.add(name);
  const known = optionByName.has(name) || xendOptionByName.has(name);
  if (known && !COMMON_NAMES.has(name)) evidence.own++;
  else if (known && XL_VALUE.test(value)) evidence.weak++;
  else if (FOREIGN.test(line)) evidence.foreign++;
}
