/** What stands at the cursor in the text of a disk, and what the rest of the text leaves open. */

import type { DiskPart, DiskSpec, PositionalRole } from '../../languages/disk/ast.ts';
import type { DiskFieldName, DiskSpecification } from '../../languages/disk/fields.ts';
import { parseDiskSpec } from '../../languages/disk/parser.ts';
import { type DiskParameterSchema, diskParameter, diskPrefix } from '../../languages/disk/schema/index.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';

/** The field at the cursor. Offsets count in the decoded text. */
export interface Field {
  /** What is named, where the cursor is behind `name=`. */
  readonly parameter?: DiskParameterSchema;
  /** What a value without a name would be here. */
  readonly role: PositionalRole;
  /** From the start of the typed word, in which the cursor stands, to its end. */
  readonly start: number;
  readonly end: number;
  /** Nothing is typed yet. */
  readonly isNew: boolean;
  /** The word is the name of a parameter that has its `=` already. */
  readonly isName: boolean;
  /** The text before the field. */
  readonly before: DiskSpec;
}

/** What the rest of the spec says, the field at the cursor left out. */
export interface Surroundings {
  readonly used: ReadonlySet<DiskFieldName>;
  readonly cdrom: boolean;
  readonly specification: DiskSpecification;
  readonly hasTarget: boolean;
  /** Nothing follows the field, so that a named target has nothing to swallow. */
  readonly isLast: boolean;
}

const WORD = /^(?:[A-Za-z][\w-]*)?$/;
const VALUE_WORD = /^[\w-]*$/;
/** The rest of a word, and the blanks before a comma, which xl would take for a part of it. */
const WORD_TAIL = /^[\w-]*(?:[ \t]+(?=,))?/;
/** In a string that is still open, the bracket behind it belongs to the text too. */
const ENDS = /^[\s\]]*$/;

/** `name=` and what is typed of the value. A known parameter with nothing behind its `=` is none yet to the parser. */
const NAMED = /^([a-z][-_a-z0-9]*)=(.*)$/s;

/** The field at the decoded offset `at`; null where nothing can be offered: in a target, in text that xl cannot read. */
export function fieldAt(text: string, at: number, xenVersion: XenVersion): Field | null {
  const from = text.slice(0, at).lastIndexOf(',') + 1;
  const start = behindPrefixes(text, from, at);
  const before = parseDiskSpec(text.slice(0, start), xenVersion);
  if (before.tree.some(leavesNothing)) return null;
  const typed = text.slice(start, at);
  const tail = WORD_TAIL.exec(text.slice(at))?.[0] ?? '';
  const [, name, value] = NAMED.exec(typed) ?? [];
  if (name !== undefined && value !== undefined) {
    const parameter = diskParameter(name);
    if (!parameter || parameter.form === 'flag' || !existsIn(xenVersion, parameter)) return null;
    if (!VALUE_WORD.test(value)) return null;
    const role = 'surplus';
    return {
      parameter,
      role,
      start: at - value.length,
      end: at + tail.length,
      isNew: false,
      isName: false,
      before,
    };
  }
  if (!WORD.test(typed)) return null;
  // Right before a word, something new goes in, and the word stays.
  const isNew = typed === '';
  const end = isNew && tail.trim() !== '' ? at : at + tail.length;
  return { role: before.nextRole, start, end, isNew, isName: !isNew && text[end] === '=', before };
}

/** A named target takes everything up to the end, commas too; behind junk xl reads nothing. */
const leavesNothing = (part: DiskPart): boolean =>
  part.kind === 'junk' ||
  (part.kind === 'parameter' && part.known && diskParameter(part.name)?.field === 'pdev_path');

const PREFIX = /[ \t\n]*([a-z0-9]+):/y;
const BLANKS = /[ \t\n]*/y;

/** Behind the deprecated prefixes and the blanks that the field from `from` to `at` begins with. */
function behindPrefixes(text: string, from: number, at: number): number {
  let start = from;
  for (;;) {
    PREFIX.lastIndex = start;
    const [found, name] = PREFIX.exec(text) ?? [];
    if (found === undefined || name === undefined || start + found.length > at || !diskPrefix(name)) break;
    start += found.length;
  }
  BLANKS.lastIndex = start;
  return Math.min(at, start + (BLANKS.exec(text)?.[0].length ?? 0));
}

/** What the text around the field sets. */
export function surroundings(text: string, field: Field, at: number, xenVersion: XenVersion): Surroundings {
  const { before } = field;
  const rest = text.slice(field.end);
  const after = parseDiskSpec(rest.replace(field.isNew ? /^,/ : /^[^,]*,?/, ''), xenVersion);
  const full = parseDiskSpec(text, xenVersion);
  const elsewhere = full.tree.filter(
    ({ start, end }) =>
      end < field.start || start > Math.max(at, field.end) || (field.isNew && start === at && end > at),
  );
  const namedAfter = after.tree.filter(({ kind }) => kind === 'parameter' || kind === 'flag');
  const parts = [...before.tree, ...namedAfter, ...elsewhere];
  const specs: readonly DiskSpec[] = [before, after, full];
  return {
    used: new Set(parts.flatMap(fieldsOf)),
    cdrom: specs.some(({ fields }) => fields.is_cdrom),
    specification:
      specs.map(({ fields }) => fields.specification).find((one) => one !== 'unknown') ?? 'unknown',
    hasTarget: Boolean(before.fields.pdev_path) || targetByName(after) || Boolean(full.fields.pdev_path),
    isLast: ENDS.test(rest),
  };
}

const targetByName = ({ tree: parts }: DiskSpec): boolean =>
  parts.some((part) => part.kind === 'parameter' && part.name === 'target' && part.value !== '');

/** The fields of the disk that a part fills, an old devtype and the prefixes included. */
function fieldsOf(part: DiskPart): readonly DiskFieldName[] {
  switch (part.kind) {
    case 'parameter':
    case 'flag':
      return fieldNamed(part.name);
    case 'positional':
      return [...fieldNamed(part.role), ...(part.devtype ? fieldNamed('devtype') : [])];
    case 'prefix': {
      const group = diskPrefix(part.name)?.group;
      return group === 'format' || group === 'script' ? fieldNamed(group) : [];
    }
    case 'junk':
      return [];
  }
}

function fieldNamed(name: string): readonly DiskFieldName[] {
  const field = diskParameter(name)?.field;
  return field === undefined ? [] : [field];
}
