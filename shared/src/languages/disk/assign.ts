/** Fields of a disk as the helpers in libxlu_disk_l.l set them, and the faults of values that they refuse. */
import { atoi } from '../../cNumbers.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { DISK_FAULTS, type DiskFault, type DiskRuleCode } from './ast.ts';
import { isTextField, type MutableFields, saveText, type TextField } from './fields.ts';
import { type DiskParameterSchema, diskParameter } from './schema/index.ts';

/** What assignments change. */
export interface Assigned {
  readonly xenVersion: XenVersion;
  readonly fields: MutableFields;
  readonly faults: DiskFault[];
  /** True after a fault at which xl stops without a further message: the rest is read for the reader of the file only. */
  stopped: boolean;
}

export function fail(
  state: Assigned,
  rule: DiskRuleCode,
  start: number,
  end: number,
  about: Pick<DiskFault, 'parameter' | 'value' | 'advice'> = {},
): void {
  if (state.stopped) return;
  state.faults.push({ kind: DISK_FAULTS[rule], effect: 'refused', rule, start, end, ...about });
}

type WordField = 'format' | 'backend' | 'specification';

/** Sets an enumeration; a different second value is an error (DSET). False where xl does not know the word. */
export function setWord(
  state: Assigned,
  field: WordField,
  value: string,
  start: number,
  end: number,
): boolean {
  const { fields, xenVersion } = state;
  const parameter = field === 'backend' ? 'backendtype' : field;
  const word = field === 'format' && value === '' ? 'raw' : value;
  const known = diskParameter(parameter)?.values?.find((one) => one.name === word);
  if (!known || !existsIn(xenVersion, known)) return false;
  if (fields[field] !== 'unknown' && fields[field] !== word) {
    fail(state, 'disk-repeated-parameter', start, end, { parameter, value });
  } else Object.assign(fields, { [field]: word });
  return true;
}

/** Sets the field of a parameter to a value, which is at `start` to `end`. */
export function setField(
  state: Assigned,
  parameter: DiskParameterSchema,
  value: string,
  start: number,
  end: number,
): void {
  const { fields } = state;
  const { field, name } = parameter;
  switch (field) {
    case 'format':
      if (!setWord(state, field, value, start, end)) {
        fail(state, 'disk-bad-format', start, end, { parameter: name, value });
      }
      return;
    case 'backend':
    case 'specification':
      if (!setWord(state, field, value, start, end)) {
        fail(state, 'disk-bad-value', start, end, { parameter: name, value });
      }
      return;
    case 'readwrite':
      if (value === 'r' || value === 'ro') fields.readwrite = false;
      else if (value === 'w' || value === 'rw' || value === '') fields.readwrite = true;
      else fail(state, 'disk-bad-access', start, end, { parameter: name, value });
      return;
    case 'is_cdrom':
      if (value === 'cdrom') fields.is_cdrom = true;
      else if (value === 'disk') fields.is_cdrom = false;
      else fail(state, 'disk-bad-devtype', start, end, { parameter: name, value });
      return;
    case 'colo_port':
      fields.colo_port = atoi(value) || fields.colo_port;
      if (atoi(value) === 0) fail(state, 'disk-bad-value', start, end, { parameter: name, value });
      return;
    case 'grant_usage':
      fields.grant_usage = value === '1';
      return;
    default:
      if (isTextField(field)) setText(state, field, name, value, start, end);
  }
}

function setText(
  state: Assigned,
  field: TextField,
  parameter: string,
  value: string,
  start: number,
  end: number,
): void {
  if (!saveText(state.fields, field, value)) {
    fail(state, 'disk-repeated-parameter', start, end, { parameter, value });
  }
}
