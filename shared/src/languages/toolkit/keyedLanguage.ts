/** Makes a language of a table of keys, of what must hold at the end of a string, and of the shape of its JSON. */
import type { CreateStage } from '../../schema/types.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import type { JsonObject, JsonValue, KeyOrder } from '../json.ts';
import type {
  DeviceList,
  ParsedSpec,
  SpecContext,
  SpecEffect,
  SpecFault,
  SpecLanguage,
  SpecReader,
} from '../language.ts';
import { type FaultDetails, faultAt } from './draft.ts';
import { type ListReadings, readingGroup } from './readers.ts';
import { type KeyedGrammar, type KeyedParameter, type KeyedReading, readKeyed } from './readKeyed.ts';
import { wholeOf } from './slice.ts';
import type { FieldValue, Values } from './valueReaders.ts';

/** A string of `key=value` fields, read. */
export interface KeyedSpec extends ParsedSpec<JsonObject> {
  /** The fields by their names, those of inner objects with dots between, as far as xl gets. */
  readonly values: Values;
}

/** A string that is to be checked as a whole. */
export interface KeyedItem {
  readonly reading: KeyedReading;
  /** Its position among the strings of the option, from 0. */
  readonly index: number;
  readonly context: SpecContext;
  /** The position of the first string with the same `uniqueValue`, where that is another one. */
  readonly duplicateOf?: number;
}

/** Absent are the shape and `nonStringItem` of a list of devices. */
export interface KeyedDefinition
  extends Pick<SpecLanguage<KeyedSpec>, 'noun' | 'symbol' | 'facts'>,
    Partial<Pick<SpecLanguage, 'shape' | 'nonStringItem'>> {
  readonly option: string;
  readonly parameters: readonly KeyedParameter[];
  readonly grammar: KeyedGrammar | ((xenVersion: XenVersion) => KeyedGrammar);
  /** Whether the number of a device is its position in the list, unless it is given. Absent: it is. */
  readonly isNumbered?: (xenVersion: XenVersion) => boolean;
  /** Whether a string begins with the values of the string before it. Absent: it does not. */
  readonly inherits?: (xenVersion: XenVersion) => boolean;
  /** What is wrong with the string as a whole, in the order in which xl finds it. */
  readonly check?: (item: KeyedItem) => readonly SpecFault[];
  /** What only one device of the list can have. */
  readonly uniqueValue?: (values: Values) => unknown;
  /** As in `DeviceJson`. */
  readonly list?: DeviceList;
  /** The names that libxl prints, in its order; null where the string is not a device. */
  readonly keys: KeyOrder | null;
  /** Values that libxl does not print, besides 0 and false. */
  readonly defaults?: Readonly<Record<string, FieldValue>>;
  /** Puts what libxl prints of the values into the shape of its JSON. Absent: it has that shape. */
  readonly fields?: (printed: JsonObject) => JsonObject;
}

/** The language of a definition. */
export function keyedLanguage(definition: KeyedDefinition): SpecLanguage<KeyedSpec> {
  const { option, noun, shape = 'items', nonStringItem = 'restDropped', parameters, keys } = definition;
  const { symbol, facts, list } = definition;
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return {
    options: [option],
    noun,
    shape,
    nonStringItem,
    separator: ',',
    parameters,
    ...(symbol ? { symbol } : {}),
    ...(facts ? { facts } : {}),
    ...(keys ? { json: { order: keys, fields: (spec) => spec.fields, ...(list ? { list } : {}) } } : {}),
    createReader: (context) => createKeyedReader(definition, byName, context),
  };
}

/** One string at its position in the list. */
interface Slot {
  /** What only one device of the list can have; undefined where the string does not say it. */
  readonly unique: unknown;
  readonly duplicateOf: number | undefined;
  readonly spec: KeyedSpec;
}

function createKeyedReader(
  definition: KeyedDefinition,
  parameters: ReadonlyMap<string, KeyedParameter>,
  context: SpecContext,
): SpecReader<KeyedSpec> {
  const { grammar, isNumbered = () => true, inherits, uniqueValue } = definition;
  const { xenVersion } = context;
  const table = typeof grammar === 'function' ? grammar(xenVersion) : grammar;
  const hasNumber = isNumbered(xenVersion);
  const read = (text: string, initial?: Values): KeyedReading =>
    readKeyed(text, table, parameters, context, initial);

  const slotOf = (base: KeyedReading, index: number, firstWith: Map<unknown, number>): Slot => {
    const values = hasNumber ? numbered(base.values, index) : base.values;
    const unique = uniqueValue?.(values);
    const duplicateOf = unique === undefined ? undefined : firstWith.get(unique);
    if (duplicateOf === undefined) firstWith.set(unique, index);
    const item = { reading: { ...base, values }, index, context };
    const spec = specOf(definition, duplicateOf === undefined ? item : { ...item, duplicateOf });
    return { unique, duplicateOf, spec };
  };

  const slotsOf = (readings: readonly KeyedReading[]): readonly Slot[] => {
    const firstWith = new Map<unknown, number>();
    return readings.map((reading, index) => slotOf(reading, index, firstWith));
  };

  const specsOf = (readings: readonly KeyedReading[]): readonly KeyedSpec[] =>
    slotsOf(readings).map(({ spec }) => spec);

  /**
   * Where strings were changed, and neither their number nor their unique values, the others are what they were. Else
   * every string gets its position anew, which is a small part of reading it.
   */
  const createRelate = () => {
    let slots: readonly Slot[] = [];
    return ({ readings, start, end }: ListReadings<KeyedReading>): readonly KeyedSpec[] => {
      const until = readings.length - end;
      const changed =
        readings.length === slots.length
          ? readings.slice(start, until).map((reading, at) => slotOf(reading, start + at, new Map()))
          : undefined;
      const isSettled = ({ unique }: Slot, at: number): boolean => {
        const before = slots[start + at];
        return unique === before?.unique && before?.duplicateOf === undefined;
      };
      slots =
        changed?.every(isSettled) === true
          ? [...slots.slice(0, start), ...changed, ...slots.slice(until)]
          : slotsOf(readings);
      return slots.map(({ spec }) => spec);
    };
  };
  if (inherits?.(xenVersion)) return (groups) => groups.map((texts) => specsOf(readInheriting(texts, read)));
  return readingGroup((text) => read(text), createRelate)(context);
}

function specOf(
  { check, defaults = {}, fields = (printed) => printed }: KeyedDefinition,
  item: KeyedItem,
): KeyedSpec {
  const { text, parts, faults, values } = item.reading;
  // After a crash there is no more to say.
  const crashes = faults.some(({ effect }) => effect === 'crashes');
  const all = crashes || !check ? faults : [...faults, ...check(item)];
  return { text, parts, faults: all, fields: fields(printedValues(values, defaults)), values };
}

/** Each string begins with the values of the one before. */
function readInheriting(
  texts: readonly string[],
  read: (text: string, initial?: Values) => KeyedReading,
): KeyedReading[] {
  let previous: Values | undefined;
  return texts.map((text) => {
    const reading = read(text, previous);
    previous = reading.values;
    return reading;
  });
}

/** The values with the position in the list as the number of the device, unless they have one. */
function numbered(values: Values, index: number): Values {
  if (values.has('devid')) return values;
  const all = new Map<string, FieldValue>([['devid', index]]);
  for (const [field, value] of values) all.set(field, value);
  return all;
}

/** Fields of libxl's type devid, of which -1 is the default; of other numbers it is 0. */
const DEVIDS: ReadonlySet<string> = new Set(['devid', 'ctrl']);

const isDefault = (name: string, value: FieldValue): boolean =>
  DEVIDS.has(name) ? value === -1 : value === 0 || value === false;

/** The values as libxl prints them: defaults are left out, names with dots become objects within. */
function printedValues(values: Values, defaults: Readonly<Record<string, FieldValue>>): JsonObject {
  const fields: Record<string, JsonValue> = {};
  const inner: Record<string, Record<string, JsonValue>> = {};
  for (const [name, value] of values) {
    if (isDefault(name, value) || defaults[name] === value) continue;
    const dot = name.indexOf('.');
    if (dot < 0) fields[name] = value;
    else {
      const outer = name.slice(0, dot);
      inner[outer] = { ...inner[outer], [name.slice(dot + 1)]: value };
    }
  }
  return Object.assign(fields, inner);
}

/** True where the string has this key, whatever became of it. */
export const hasKey = ({ parts }: KeyedReading, key: string): boolean =>
  parts.some((part) => part.kind === 'parameter' && part.name === key);

/** A key that must be in the string, and is not. */
export const missingKey = (
  { text }: KeyedReading,
  parameter: string,
  effect: SpecEffect,
  advice?: string,
  stage?: CreateStage,
): SpecFault =>
  faultAt(wholeOf(text), 'missing-key', effect, {
    parameter,
    ...(advice === undefined ? {} : { advice }),
    ...(stage === undefined ? {} : { stage }),
  });

/** A fault of the value that set a field, or of the whole string where none did. */
export function faultOfField(
  { text, setBy }: KeyedReading,
  field: string,
  kind: SpecFault['kind'],
  effect: SpecEffect,
  details: FaultDetails,
): SpecFault {
  const part = setBy.get(field);
  const at = part?.kind === 'parameter' ? part.valueSpan : (part ?? wholeOf(text));
  return faultAt(at, kind, effect, details);
}
