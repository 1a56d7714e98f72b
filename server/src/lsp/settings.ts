/** What a client sends as settings, made into settings that can be relied on. Pure. */
import { ALL_RULES, type AnySettingSchema, type RuleLevels, SETTINGS, type Settings } from '@xlcfg/shared';

/** The section of the client's settings that is ours. */
export const SECTION = 'xlcfg';

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be used, without a full stop. */
  readonly complaints: readonly string[];
}

type Level = RuleLevels[string];

/** What there is to say of a value that cannot be used: one sentence each, without a full stop. */
type Complain = (sentence: string) => void;

const LEVELS: ReadonlySet<unknown> = new Set<Level>(['off', 'hint', 'information', 'warning', 'error']);

/** Settings of the same section that only an editor's client reads. */
const CLIENT_KEYS: ReadonlySet<string> = new Set(['trace']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLevel = (value: unknown): value is Level => LEVELS.has(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
};

type AnySchema = AnySettingSchema | Group;

interface Group {
  readonly kind: 'group';
  readonly settings: object;
}

/** A long list is shown by its ends. */
const choicesInWords = (choices: readonly string[]): string => {
  const quoted = choices.map((choice) => `"${choice}"`);
  return quoted.length > 6 ? `${quoted[0]} to ${quoted.at(-1)}` : quoted.join(', ');
};

/** Whether the value is one of the setting's; else what it must be, to complete a sentence. */
const requirement = (schema: AnySettingSchema, value: unknown): string | undefined => {
  switch (schema.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'choice':
      return schema.choices.some((choice) => choice === value)
        ? undefined
        : `one of, in quotes, ${choicesInWords(schema.choices)}`;
    case 'number': {
      const { min, max } = schema;
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
      return fits ? undefined : `a whole number from ${min} to ${max}`;
    }
    case 'texts':
      return Array.isArray(value) && value.every(isText) ? undefined : 'a list of texts';
    case 'rules':
      return isObject(value) ? undefined : 'an object of rule codes and severities';
  }
};

/** Never fails as a whole: a rule that is set wrongly keeps its own severity, the others are used. */
const readRules = (name: string, value: object, complain: Complain): RuleLevels => {
  const codes = new Set(ALL_RULES.map((rule) => rule.code));
  const levels: [string, Level][] = [];
  for (const [code, level] of Object.entries(value)) {
    if (!codes.has(code)) complain(`${name} names ${show(code)}, which is no rule`);
    else if (!isLevel(level)) {
      complain(`${name} sets ${code} to ${show(level)}, it must be one of ${[...LEVELS].join(', ')}`);
    } else levels.push([code, level]);
  }
  return Object.fromEntries(levels);
};

const readSetting = (name: string, schema: AnySchema, value: unknown, complain: Complain): unknown => {
  if (schema.kind === 'group') return readGroup(name, schema.settings, value, complain);
  if (value === undefined || value === null) return schema.default;
  const wanted = requirement(schema, value);
  if (wanted === undefined) {
    return schema.kind === 'rules' && isObject(value) ? readRules(name, value, complain) : value;
  }
  complain(`${name} is ${show(value)}, it must be ${wanted}`);
  return schema.default;
};

const readGroup = (name: string, schemas: object, value: unknown, complain: Complain): object => {
  const isSet = value !== undefined && value !== null;
  if (isSet && !isObject(value)) complain(`${name} is ${show(value)}, it must be an object`);
  const section = isObject(value) ? value : {};
  const settings = Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => [
      key,
      readSetting(`${name}.${key}`, schema, section[key], complain),
    ]),
  );
  for (const key of Object.keys(section)) {
    if (!Object.hasOwn(schemas, key) && !(name === SECTION && CLIENT_KEYS.has(key))) {
      complain(`${name}.${key} is no setting of this server`);
    }
  }
  return settings;
};

/**
 * Reads the `xlcfg` section of a client's settings.
 *
 * @param section anything; absent and null mean that nothing is set
 * @returns settings where each value is the client's or, where it cannot be used, the default, with the complaints
 */
export const readSettings = (section: unknown): ReadSettings => {
  const complaints: string[] = [];
  const settings = readGroup(SECTION, SETTINGS, section, (sentence) => complaints.push(sentence));
  // The shape is that of SETTINGS, which the compiler holds to be that of Settings.
  return { settings: settings as Settings, complaints };
};

/**
 * Finds our section in what a client pushes: `{ "xlcfg": {...} }`, or the section alone, which some clients send.
 *
 * @returns the section, unread; undefined where the payload is about other things
 */
export const sectionOf = (payload: unknown): unknown => {
  if (!isObject(payload)) return undefined;
  if (Object.hasOwn(payload, SECTION)) return payload[SECTION];
  return Object.keys(SETTINGS).some((key) => Object.hasOwn(payload, key)) ? payload : undefined;
};

/** The one message about settings that cannot be used; undefined where there is nothing to say. */
export const complaintMessage = ({ complaints }: ReadSettings): string | undefined =>
  complaints.length === 0
    ? undefined
    : `Settings that are not used: ${complaints.join('; ')}. The default stands in for each of them.`;
