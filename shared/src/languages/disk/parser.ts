/**
 * Disk specs, read field by field as libxlutil reads them (libxlu_disk_l.l, libxlu_disk.c): positional and named
 * parameters, flags, `target=` that takes the rest, and the deprecated forms. Never throws; linear in the text.
 */

import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import { span } from '../../span.ts';
import { type Assigned, fail, setField, setWord } from './assign.ts';
import type { DiskFault, DiskPart, DiskPositional, DiskSpec, PositionalRole } from './ast.ts';
import { partsOf } from './ast.ts';
import { emptyFields, saveText } from './fields.ts';
import { createDiskLexer, type Lexeme } from './lexer.ts';
import { diskParameter, diskPrefix } from './schema/index.ts';

/** What the parser knows while it goes through the text. */
interface State extends Assigned {
  readonly text: string;
  readonly tree: DiskPart[];
  hasPrefix: boolean;
  /** Which positional parameters are taken. After an error xl ignores the rest; a person still wants to know. */
  readonly taken: { target: boolean; format: boolean; vdev: boolean; access: boolean };
}

const NO_ERRORS: readonly DiskFault[] = [];

/**
 * Parses the decoded text of one item of a `disk` list. `errors` is empty if and only if xlu_disk_parse of that
 * release takes it, and `fields` are those that it fills in then.
 */
export function parseDiskSpec(text: string, xenVersion: XenVersion): DiskSpec {
  const state: State = {
    text,
    // The grammar of 4.1 was another one, of the deprecated forms alone; 4.2 takes all of those.
    xenVersion: atLeast(xenVersion, '4.2') ? xenVersion : '4.2',
    fields: emptyFields(),
    tree: [],
    faults: [],
    hasPrefix: false,
    stopped: false,
    taken: { target: false, format: false, vdev: false, access: false },
  };
  const lexer = createDiskLexer(text, state.xenVersion);
  for (let at = 0; at < text.length; ) {
    const lexeme = lexer.at(at);
    const goesOn = read(state, at, lexeme);
    at = lexeme.end;
    if (!goesOn) break;
  }
  if (state.faults.length === 0) finish(state);
  return {
    text,
    // A copy has no room for more: specs are kept by the thousand.
    tree: state.tree.slice(),
    parts: partsOf(text, state.tree),
    faults: state.faults.length > 0 ? state.faults : NO_ERRORS,
    fields: state.fields,
    nextRole: nextRole(state),
    hasPrefix: state.hasPrefix,
  };
}

/** Takes one lexeme in; false where xl stops reading. */
function read(state: State, start: number, lexeme: Lexeme): boolean {
  switch (lexeme.kind) {
    case 'blank':
      return true;
    case 'parameter':
      readParameter(state, start, lexeme);
      return true;
    case 'flag':
      readFlag(state, start, lexeme.nameEnd);
      return true;
    case 'prefix':
      return readPrefix(state, start, lexeme);
    case 'positional':
      return readPositional(state, start, lexeme.valueEnd, lexeme.end);
    case 'junk':
      state.tree.push({ kind: 'junk', start, end: lexeme.end });
      // A `=` as the very last character: the scanner wants more, meets the end and says nothing.
      if (start < state.text.length - 1) fail(state, 'disk-bad-syntax', start, lexeme.end);
      return false;
  }
}

function readParameter(state: State, start: number, lexeme: Extract<Lexeme, { kind: 'parameter' }>): void {
  const { nameEnd, valueEnd, known } = lexeme;
  const name = state.text.slice(start, nameEnd);
  const value = state.text.slice(nameEnd + 1, valueEnd);
  state.tree.push({
    kind: 'parameter',
    start,
    end: valueEnd,
    name,
    nameSpan: span(start, nameEnd),
    value,
    valueSpan: span(nameEnd + 1, valueEnd),
    known,
  });
  const parameter = diskParameter(name);
  if (!known || !parameter) {
    fail(state, 'disk-unknown-parameter', start, nameEnd, { parameter: name, value });
    return;
  }
  setField(state, parameter, value, nameEnd + 1, valueEnd);
  if (parameter.field === 'vdev') state.taken.vdev = true;
  if (parameter.field === 'pdev_path') state.taken.target = true;
  if (parameter.field === 'format') state.taken.format = true;
}

function readFlag(state: State, start: number, nameEnd: number): void {
  const name = state.text.slice(start, nameEnd);
  state.tree.push({ kind: 'flag', start, end: nameEnd, name });
  const flag = diskParameter(name);
  if (flag?.form === 'flag') Object.assign(state.fields, { [flag.field]: flag.sets });
}

function readPrefix(state: State, start: number, lexeme: Extract<Lexeme, { kind: 'prefix' }>): boolean {
  const { nameEnd, end, known } = lexeme;
  const name = state.text.slice(start, nameEnd);
  state.tree.push({ kind: 'prefix', start, end, name });
  if (!known) {
    const advice = `xl reports "unknown deprecated disk prefix". For a target that begins like this, use \`target=${name}:...\` at the end.`;
    fail(state, 'disk-unknown-prefix', start, end, { value: name, advice });
    return false;
  }
  state.hasPrefix = true;
  const field = diskPrefix(name)?.field;
  if (field === 'format') setWord(state, 'format', name, start, nameEnd);
  if (field === 'script' && !saveText(state.fields, 'script', `block-${name}`)) {
    fail(state, 'disk-repeated-parameter', start, nameEnd, { parameter: 'script', value: `block-${name}` });
  }
  return true;
}

/** What a positional parameter would be now. After a prefix, or once the format is set, none is expected for it. */
function nextRole({ taken, hasPrefix }: State): PositionalRole {
  if (!taken.target) return 'target';
  if (!taken.format && !hasPrefix) return 'format';
  if (!taken.vdev) return 'vdev';
  return taken.access ? 'surplus' : 'access';
}

function readPositional(state: State, start: number, valueEnd: number, end: number): boolean {
  const { text, tree: parts, fields, taken } = state;
  const name = text.slice(start, valueEnd);
  const almost = end === valueEnd && text[end] === '=' && end < text.length - 1;
  if (almost && /^[A-Za-z][\w-]*[ \t]*$/.test(name)) return readAlmostParameter(state, start, end);
  let role = nextRole(state);
  const value = text.slice(start, valueEnd);
  const colon = value.lastIndexOf(':');
  const hasDevtype = colon >= 0 && (role === 'vdev' || (role === 'format' && fields.pdev_path === ''));
  if (hasDevtype) role = 'vdev';
  const part = positionalPart(text, start, valueEnd, role, hasDevtype ? start + colon : undefined);
  parts.push(part);
  if (role === 'surplus') {
    // Once there is an error, xl ignores what it has no place for.
    if (state.faults.length > 0) return true;
    const positions = state.hasPrefix ? 'Target, vdev and access' : 'Target, format, vdev and access';
    const advice = `${positions} are already set: what follows them needs a key.`;
    fail(state, 'disk-too-many-fields', start, valueEnd, { value, advice });
    state.stopped = true;
    return true;
  }
  const viaFormat = hasDevtype && nextRole(state) === 'format';
  taken[role] = true;
  if (viaFormat) taken.format = true;
  if (state.faults.length > 0) return true;
  if (viaFormat) fields.format = 'empty';
  const parameter = diskParameter(role);
  if (parameter) setField(state, parameter, part.value, part.valueSpan.start, part.valueSpan.end);
  const devtype = part.devtype && diskParameter('devtype');
  // `hdc:cdrom`, and `hdc:disk` too (vdev_and_devtype).
  if (part.devtype && devtype) {
    setField(state, devtype, part.devtype.value, part.devtype.span.start, part.devtype.span.end);
  }
  return true;
}

/** `colon` is where the old device type begins. */
function positionalPart(
  text: string,
  start: number,
  end: number,
  role: PositionalRole,
  colon: number | undefined,
): DiskPositional {
  const valueEnd = colon ?? end;
  const valueSpan = span(start, valueEnd);
  // Written out twice: a part spread in is slow, and there are many without.
  if (colon === undefined)
    return { kind: 'positional', start, end, role, value: text.slice(start, end), valueSpan };
  const devtype = { value: text.slice(colon + 1, end), span: span(colon + 1, end) };
  return { kind: 'positional', start, end, role, value: text.slice(start, colon), valueSpan, devtype };
}

/** `Vdev=…`, `vdev =…`, `foo=`: xl sees a positional parameter and then a `=` that it has no rule for. */
function readAlmostParameter(state: State, start: number, equals: number): boolean {
  const { text } = state;
  const comma = text.indexOf(',', equals);
  const valueEnd = comma < 0 ? text.length : comma;
  const name = text.slice(start, equals).trimEnd();
  const nameSpan = span(start, start + name.length);
  const valueSpan = span(equals + 1, valueEnd);
  const value = text.slice(equals + 1, valueEnd);
  state.tree.push({
    kind: 'parameter',
    start,
    end: valueEnd,
    name,
    nameSpan,
    value,
    valueSpan,
    known: false,
  });
  const rule = diskParameter(name.toLowerCase()) ? 'disk-bad-syntax' : 'disk-unknown-parameter';
  fail(state, rule, start, equals, { parameter: name, value });
  state.tree.push({ kind: 'junk', start: valueEnd, end: text.length });
  return false;
}

/** What xlu_disk_parse does once the scanner is through. */
function finish(state: State): void {
  const { fields, text } = state;
  if (fields.format === 'unknown') fields.format = 'raw';
  if (fields.is_cdrom) {
    fields.removable = true;
    fields.readwrite = false;
    if (!fields.pdev_path) fields.format = 'empty';
  }
  if (fields.vdev === null) fail(state, 'disk-missing-vdev', 0, text.length, { parameter: 'vdev' });
  else if (fields.pdev_path === null && !fields.removable) {
    fail(state, 'disk-missing-target', 0, text.length, { parameter: 'target' });
  }
}
