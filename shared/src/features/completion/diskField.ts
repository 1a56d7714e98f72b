/** What stands at the cursor in the text of a disk, and what the rest of the text leaves open. */
import {
  type DiskFieldName,
  type DiskParameterSchema,
  diskParameter,
  diskPrefix,
} from '../../schema/disk.ts';
import { existsIn, type Release } from '../../schema/releases.ts';
import type { DiskPart, DiskSpec, DiskSpecification, PositionalRole } from '../../specs/disk/ast.ts';
import { parseDiskSpec } from '../../specs/disk/parser.ts';

/** The field at the cursor. Offsets count in the decoded text. */
export interface Field {
  /** What is named, where the cursor is behind `name=`. */
  readonly parameter?: DiskParameterSchema;
  /** What a value without a name would be here. */
  readonly role: PositionalRole;
  /** Start of the typed word; the cursor is at its end. */
  readonly start: number;
  readonly typed: string;
  /** End of the word at the cursor. */
  readonly end: number;
  /** The word is the name of a parameter that has its `=` already. */
  readonly isName: boolean;
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
const WORD_TAIL = /^[\w-]*/;
/** In a string that is still open, the bracket behind it belongs to the text too. */
const ENDS = /^[\s\]]*$/;

/** The field at the decoded offset `at`; null where nothing can be offered: in a target, in text that xl cannot read. */
export function fieldAt(text: string, at: number, release: Release): Field | null {
  const { parts } = parseDiskSpec(text.slice(0, at), release);
  // A named target takes everything up to the end, commas too.
  if (
    parts.some(
      (one) => one.kind === 'parameter' && one.known && diskParameter(one.name)?.field === 'pdev_path',
    )
  ) {
    return null;
  }
  const last = parts.at(-1);
  const part = last?.end === at && last.kind !== 'prefix' ? last : undefined;
  if (part?.kind === 'junk' || (part?.kind === 'positional' && part.devtype)) return null;
  const tail = WORD_TAIL.exec(text.slice(at))?.[0] ?? '';
  if (part?.kind === 'parameter') {
    const parameter = diskParameter(part.name);
    if (!parameter || parameter.form === 'flag' || !existsIn(release, parameter)) return null;
    const { start } = part.valueSpan;
    const end = at + tail.length;
    return VALUE_WORD.test(part.value)
      ? { parameter, role: 'surplus', start, typed: part.value, end, isName: false }
      : null;
  }
  const start = part?.start ?? at;
  const typed = text.slice(start, at);
  if (!WORD.test(typed)) return null;
  const { nextRole } = parseDiskSpec(text.slice(0, start), release);
  // Right before a word that is not being typed, something new goes in, and the word stays.
  const end = typed === '' ? at : at + tail.length;
  return { role: nextRole, start, typed, end, isName: text[end] === '=' && end > start };
}

/** What the text around the field sets. */
export function surroundings(text: string, field: Field, at: number, release: Release): Surroundings {
  const before = parseDiskSpec(text.slice(0, field.start), release);
  const isNew = field.start === field.end;
  const rest = text.slice(field.end);
  const after = parseDiskSpec(rest.replace(isNew ? /^,/ : /^[^,]*,?/, ''), release);
  const full = parseDiskSpec(text, release);
  const elsewhere = full.parts.filter(
    ({ start, end }) => end < field.start || start > at || (isNew && start === at && end > at),
  );
  const namedAfter = after.parts.filter(({ kind }) => kind === 'parameter' || kind === 'flag');
  const parts = [...before.parts, ...namedAfter, ...elsewhere].filter((part) => !isOpenName(part, field));
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

/** `name=` in front of the cursor is itself no use of the parameter. */
const isOpenName = (part: DiskPart, field: Field): boolean =>
  part.kind === 'parameter' && field.parameter?.name === part.name && part.valueSpan.start === field.start;

const targetByName = ({ parts }: DiskSpec): boolean =>
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
