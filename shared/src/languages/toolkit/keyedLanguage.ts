/** Makes a language of a table of keys, of what has to hold at the end of a string, and of the shape of its JSON. */
import type { ParsedSpec, SpecContext, SpecFault, SpecLanguage } from '../language.ts';
import { type KeyedGrammar, type KeyedReading, readKeyed } from './readKeyed.ts';
import type { Values } from './valueReaders.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface KeyedItem {
  readonly reading: KeyedReading;
  /** Place among the strings of the option, from 0. */
  readonly index: number;
  readonly context: SpecContext;
  /** Place of the first string that claims the same as this one. */
  readonly holder?: number;
}

export interface KeyedDefinition
  extends Omit<SpecLanguage<JsonObject>, 'parse' | 'separator' | 'parameters'> {
  /** The grammar in this release. Its parameters are the language's. */
  readonly grammar: (context: SpecContext) => KeyedGrammar;
  readonly parameters: KeyedGrammar['parameters'];
  /** The values that hold before a string, given those of the string before it. Absent: none. */
  readonly before?: (item: Pick<KeyedItem, 'index' | 'context'>, previous: Values | undefined) => Values;
  /** What is wrong with the string as a whole, in the order in which xl finds it. */
  readonly check?: (item: KeyedItem) => readonly SpecFault[];
  /** What only one device of the list can have. */
  readonly claim?: (values: Values) => unknown;
  readonly fields: (values: Values, item: KeyedItem) => JsonObject;
}

/** The language of a definition. */
export function keyedLanguage(definition: KeyedDefinition): SpecLanguage<JsonObject> {
  const { grammar, before, check, claim, fields, ...head } = definition;
  const parse = (texts: readonly string[], context: SpecContext): ParsedSpec<JsonObject>[] => {
    const table = grammar(context);
    const holders = new Map<unknown, number>();
    let previous: Values | undefined;
    return texts.map((text, index) => {
      const reading = readKeyed(text, table, context.xenVersion, before?.({ index, context }, previous));
      previous = reading.values;
      const claimed = claim?.(reading.values);
      const holder = holders.get(claimed);
      if (claimed !== undefined && holder === undefined) holders.set(claimed, index);
      const item = { reading, index, context, ...(holder === undefined ? {} : { holder }) };
      // Of a string that xl dies of there is no more to say.
      const dies = reading.faults.some(({ effect }) => effect === 'crashes');
      const faults = dies || !check ? reading.faults : [...reading.faults, ...check(item)];
      return { text, parts: reading.parts, faults, fields: fields(reading.values, item) };
    });
  };
  return { ...head, separator: ',', parse };
}

/** Fields of libxl's type devid, of which -1 is the default; of other numbers it is 0. */
const DEVIDS: ReadonlySet<string> = new Set(['devid', 'ctrl']);

const isDefault = (name: string, value: unknown): boolean =>
  DEVIDS.has(name) ? value === -1 : value === 0 || value === false;

/** The values as libxl prints them: defaults are left out, names with dots become objects within. */
export function printed(values: Values): JsonObject {
  const fields: Record<string, unknown> = {};
  const inner: Record<string, Record<string, unknown>> = {};
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

/** The values of a device whose number is its place in the list. */
export const numbered = ({ index }: { readonly index: number }): Values => new Map([['devid', index]]);

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
