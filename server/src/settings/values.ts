/** Values of settings, wherever they come from: read, and put on top of each other. Pure. */
import {
  ALL_RULES,
  type AnySettingSchema,
  RULE_LEVELS,
  type RuleLevel,
  type RuleLevels,
  SETTINGS,
  type Settings,
} from '@xlcfg/shared';

type Groups = 'inlayHints' | 'format';

type SomeOf<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** What was set, and nothing else. */
export type SettingValues = SomeOf<Omit<Settings, Groups>> & {
  readonly [Group in Groups]?: SomeOf<Settings[Group]>;
};

/** What there is to say of a value that cannot be used. */
export interface Complaint {
  /** The keys that lead to the value. */
  readonly path: readonly string[];
  /** Whether it is about the name rather than the value. */
  readonly aboutName: boolean;
  /** Without a full stop. */
  readonly sentence: string;
}

export interface ReadValues {
  readonly values: SettingValues;
  readonly complaints: readonly Complaint[];
}

/** How settings are spoken of, and which there are. */
export interface Source {
  /** How the setting at a path is called; the path is empty for all of them. */
  readonly nameOf: (path: readonly string[]) => string;
  /** What is said of a setting that is not in `schemas`; undefined: nothing. Without a full stop. */
  readonly unknown: (path: readonly string[]) => string | undefined;
  /** Those that can be set. */
  readonly schemas?: object;
}

export const isLevel = (value: unknown): value is RuleLevel => RULE_LEVELS.some((level) => level === value);

export const isRule = (code: string): boolean => ALL_RULES.some((rule) => rule.code === code);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A value as it is shown to a person, in short. */
export const show = (value: unknown): string => {
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
      return isTexts(value) ? undefined : 'a list of texts';
    case 'rules':
      return isObject(value) ? undefined : 'an object of rule codes and severities';
  }
};

/**
 * Reads settings. Never fails as a whole: what cannot be used is left out, with a complaint, and the rest is used.
 *
 * @param section anything; absent and null mean that nothing is set, as they do for each setting
 */
export const readValues = (section: unknown, { nameOf, unknown, schemas = SETTINGS }: Source): ReadValues => {
  const complaints: Complaint[] = [];
  const complain = (path: readonly string[], sentence: string, aboutName = false): undefined => {
    complaints.push({ path, aboutName, sentence });
    return undefined;
  };

  const readRules = (path: readonly string[], value: object): RuleLevels => {
    const levels: [string, RuleLevel][] = [];
    for (const [code, level] of Object.entries(value)) {
      const here = [...path, code];
      if (!isRule(code)) complain(here, `${nameOf(path)} names ${show(code)}, which is no rule`, true);
      else if (isLevel(level)) levels.push([code, level]);
      else {
        complain(
          here,
          `${nameOf(path)} sets ${code} to ${show(level)}, it must be one of ${RULE_LEVELS.join(', ')}`,
        );
      }
    }
    return Object.fromEntries(levels);
  };

  const readSetting = (path: readonly string[], schema: AnySchema, value: unknown): unknown => {
    if (value === undefined || value === null) return undefined;
    if (schema.kind === 'group') return readGroup(path, schema.settings, value);
    const wanted = requirement(schema, value);
    if (wanted !== undefined)
      return complain(path, `${nameOf(path)} is ${show(value)}, it must be ${wanted}`);
    return schema.kind === 'rules' && isObject(value) ? readRules(path, value) : value;
  };

  const readGroup = (path: readonly string[], group: object, value: unknown): object | undefined => {
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) return complain(path, `${nameOf(path)} is ${show(value)}, it must be an object`);
    const read = Object.entries(group).flatMap(([key, schema]) => {
      const one = readSetting([...path, key], schema, value[key]);
      return one === undefined ? [] : [[key, one] as const];
    });
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(group, key)) continue;
      const sentence = unknown([...path, key]);
      if (sentence !== undefined) complain([...path, key], sentence, true);
    }
    return Object.fromEntries(read);
  };

  // The shape is that of the schemas, which the compiler holds to be that of Settings.
  return { values: (readGroup([], schemas, section) ?? {}) as SettingValues, complaints };
};

const layer = (schemas: object, below: object, above: object): object =>
  Object.fromEntries(
    Object.entries(schemas).map(([key, { kind, settings }]) => {
      const [base, own]: unknown[] = [Reflect.get(below, key), Reflect.get(above, key)];
      if (own === undefined) return [key, base];
      if (!isObject(base) || !isObject(own)) return [key, own];
      return [key, kind === 'group' ? layer(settings, base, own) : { ...base, ...own }];
    }),
  );

/** The settings with some values set anew: single settings of a group, and single rules. */
export const withValues = (settings: Settings, values: SettingValues): Settings =>
  // The shape is that of SETTINGS, which the compiler holds to be that of Settings.
  layer(SETTINGS, settings, values) as Settings;
