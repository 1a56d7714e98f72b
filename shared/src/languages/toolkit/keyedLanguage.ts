/** Makes a language of a table of keys, of what has to hold at the end of a string, and of the shape of its JSON. */
import type { JsonObject, JsonValue, KeyOrder } from '../json.ts';
import type { ParsedSpec, SpecContext, SpecFault, SpecLanguage, SpecReader } from '../language.ts';
import { type ListReadings, readingGroup } from './readers.ts';
import { type KeyedGrammar, type KeyedReading, readKeyed } from './readKeyed.ts';
import type { Values } from './valueReaders.ts';

/** A string of `key=value` fields, read. */
export interface KeyedSpec extends ParsedSpec<JsonObject> {
  /** The fields by their names, those of inner objects with dots between, as far as xl gets. */
  readonly values: Values;
}

export interface KeyedItem {
  readonly reading: KeyedReading;
  /** Place among the strings of the option, from 0. */
  readonly index: number;
  readonly context: SpecContext;
  /** Place of the first string that claims the same as this one. */
  readonly holder?: number;
}

export interface KeyedDefinition
  extends Omit<SpecLanguage<KeyedSpec>, 'createReader' | 'separator' | 'parameters' | 'json'> {
  /** The grammar in this release. Its parameters are the language's. */
  readonly grammar: (context: SpecContext) => KeyedGrammar;
  readonly parameters: KeyedGrammar['parameters'];
  /** Whether the number of a device is its place in the list, unless it is given. Absent: it has none. */
  readonly isNumbered?: (context: SpecContext) => boolean;
  /** Whether a string begins with the values of the string before it. Absent: it does not. */
  readonly inherits?: (context: SpecContext) => boolean;
  /** What is wrong with the string as a whole, in the order in which xl finds it. */
  readonly check?: (item: KeyedItem) => readonly SpecFault[];
  /** What only one device of the list can have. */
  readonly claim?: (values: Values) => unknown;
  /** The names that libxl prints, in its order. */
  readonly keys: KeyOrder;
  readonly fields: (values: Values, item: KeyedItem) => JsonObject;
}

/** The language of a definition. */
export function keyedLanguage(definition: KeyedDefinition): SpecLanguage<KeyedSpec> {
  const { grammar, isNumbered, inherits, check, claim, fields, keys, ...head } = definition;
  return {
    ...head,
    separator: ',',
    json: { order: keys, fields: (spec) => spec.fields },
    createReader: (context) => createKeyedReader(definition, context),
  };
}

/** One string at its place in the list. */
interface Slot {
  /** What only one device of the list can have, if the string claims it. */
  readonly claimed: unknown;
  readonly holder: number | undefined;
  readonly spec: KeyedSpec;
}

function createKeyedReader(definition: KeyedDefinition, context: SpecContext): SpecReader<KeyedSpec> {
  const table = definition.grammar(context);
  const read = (text: string): KeyedReading => readKeyed(text, table, context.xenVersion);
  const isNumbered = definition.isNumbered?.(context) ?? false;

  const slotOf = (reading: KeyedReading, index: number, holders: Map<unknown, number>): Slot => {
    const values = isNumbered ? numbered(reading.values, index) : reading.values;
    const claimed = definition.claim?.(values);
    const holder = claimed === undefined ? undefined : holders.get(claimed);
    if (claimed !== undefined && holder === undefined) holders.set(claimed, index);
    const item = { reading: { ...reading, values }, index, context };
    return { claimed, holder, spec: specOf(definition, holder === undefined ? item : { ...item, holder }) };
  };

  const slotsOf = (readings: readonly KeyedReading[]): readonly Slot[] => {
    const holders = new Map<unknown, number>();
    return readings.map((reading, index) => slotOf(reading, index, holders));
  };

  const specsOf = (readings: readonly KeyedReading[]): readonly KeyedSpec[] =>
    slotsOf(readings).map(({ spec }) => spec);

  /**
   * Where strings were changed, and neither their number nor what they claim, the others are what they were. Else every
   * string gets its place anew, which is a small part of reading it.
   */
  const createRelate = () => {
    let slots: readonly Slot[] = [];
    return ({ readings, start, end }: ListReadings<KeyedReading>): readonly KeyedSpec[] => {
      const until = readings.length - end;
      const changed =
        readings.length === slots.length
          ? readings.slice(start, until).map((reading, at) => slotOf(reading, start + at, new Map()))
          : undefined;
      const isSettled = ({ claimed }: Slot, at: number): boolean => {
        const before = slots[start + at];
        return claimed === before?.claimed && before?.holder === undefined;
      };
      slots =
        changed?.every(isSettled) === true
          ? [...slots.slice(0, start), ...changed, ...slots.slice(until)]
          : slotsOf(readings);
      return slots.map(({ spec }) => spec);
    };
  };
  if (definition.inherits?.(context)) {
    return (groups) => groups.map((texts) => specsOf(readInheriting(texts, table, context)));
  }
  return readingGroup(read, createRelate)(context);
}

function specOf({ check, fields }: KeyedDefinition, item: KeyedItem): KeyedSpec {
  const { text, parts, faults, values } = item.reading;
  // Of a string that xl dies of there is no more to say.
  const dies = faults.some(({ effect }) => effect === 'crashes');
  const all = dies || !check ? faults : [...faults, ...check(item)];
  return { text, parts, faults: all, fields: fields(values, item), values };
}

/** Each string begins with the values of the one before. */
function readInheriting(
  texts: readonly string[],
  table: KeyedGrammar,
  { xenVersion }: SpecContext,
): KeyedReading[] {
  let previous: Values | undefined;
  return texts.map((text) => {
    const reading = readKeyed(text, table, xenVersion, previous);
    previous = reading.values;
    return reading;
  });
}

/** The values with the place in the list as the number of the device, unless they have one. */
const numbered = (values: Values, index: number): Values =>
  values.has('devid') ? values : new Map([['devid', index], ...values]);

/** Fields of libxl's type devid, of which -1 is the default; of other numbers it is 0. */
const DEVIDS: ReadonlySet<string> = new Set(['devid', 'ctrl']);

const isDefault = (name: string, value: unknown): boolean =>
  DEVIDS.has(name) ? value === -1 : value === 0 || value === false;

/** The values as libxl prints them: defaults are left out, names with dots become objects within. */
export function printed(values: Values): JsonObject {
  const fields: Record<string, JsonValue> = {};
  const inner: Record<string, Record<string, JsonValue>> = {};
  for (const [name, value] of values) {
    if (isDefault(name, value)) continue;
    if (!name.includes('.')) {
      fields[name] = value;
      continue;
    }
    const [outer = name, key = ''] = name.split('.');
    inner[outer] = { ...inner[outer], [key]: value };
  }
  return { ...fields, ...inner };
}

/** A fault of the string as a whole. */
export const wholeFault = (
  { text }: Pick<KeyedReading, 'text'>,
  fault: Pick<SpecFault, 'kind' | 'effect' | 'parameter' | 'cure'>,
): SpecFault => ({ ...fault, start: 0, end: text.length });

/** A fault of the part that set a field, or of the whole string where none did. */
export function faultAt(
  { text, setBy }: KeyedReading,
  field: string,
  fault: Pick<SpecFault, 'kind' | 'effect' | 'parameter' | 'cure'>,
): SpecFault {
  const part = setBy.get(field);
  const place = part?.kind === 'parameter' ? part.valueSpan : (part ?? { start: 0, end: text.length });
  return { ...fault, start: place.start, end: place.end };
}

/** True where the string has this key, whatever became of it. */
export const isGiven = ({ parts }: KeyedReading, key: string): boolean =>
  parts.some((part) => part.kind === 'parameter' && part.name === key);
