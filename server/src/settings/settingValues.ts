/** Setting values from any source: validating them, and applying them on top of other settings. Pure. */
import {
  ALL_RULES,
  type AnySettingSchema,
  RULE_LEVEL_LABELS,
  type RuleLevel,
  type RuleLevels,
  SETTINGS,
  SEVERITY_LABELS,
  type SettingGroup,
  type Settings,
  type Severity,
} from '@xlcfg/shared';
import { isObject, isStringArray } from '../guards.ts';

type PartialValues<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** The settings that a source sets explicitly. */
export type SettingValues = PartialValues<Omit<Settings, SettingGroup>> & {
  readonly [Group in SettingGroup]?: PartialValues<Settings[Group]>;
};

/** Why a value is ignored. */
export interface SettingIssue {
  /** The keys that lead to the value. */
  readonly path: readonly string[];
  /** True if the last key is wrong rather than its value. */
  readonly isAboutKey: boolean;
  /** Without a full stop. */
  readonly message: string;
}

export interface ReadSettingValues {
  readonly values: SettingValues;
  readonly issues: readonly SettingIssue[];
}

/** How a source refers to its settings, and which ones it may set. */
export interface SettingsSource {
  /** What messages call the setting at a path; the empty path means all settings. */
  readonly nameOf: (path: readonly string[]) => string;
  /** The message for a key that isn't in `schemas`, without a full stop; undefined if the key is accepted silently. */
  readonly unknownKey: (path: readonly string[]) => string | undefined;
  /** Defaults to all settings. */
  readonly schemas?: object;
}

const SEVERITY_NAMES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The level that a user's value names, by its label or by the protocol's name; undefined for anything else. */
export const readRuleLevel = (value: unknown): RuleLevel | undefined =>
  value === 'off'
    ? value
    : SEVERITY_NAMES.find((severity) => value === severity || value === SEVERITY_LABELS[severity]);

export const isRuleCode = (code: string): boolean => ALL_RULES.some((rule) => rule.code === code);

/** A value as JSON, cut off after 60 characters. */
export const abbreviate = (value: unknown): string => {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
};

type AnySchema = AnySettingSchema | GroupSchema;

interface GroupSchema {
  readonly kind: 'group';
  readonly settings: object;
}

/** Of a long list only the first and the last choice. */
const listChoices = (choices: readonly string[]): string => {
  const quoted = choices.map((choice) => `"${choice}"`);
  return quoted.length > 6 ? `${quoted[0]} to ${quoted.at(-1)}` : quoted.join(', ');
};

/** What the value must be, to complete "it must be ..."; undefined if the value is valid. */
const violatedRequirement = (schema: AnySettingSchema, value: unknown): string | undefined => {
  switch (schema.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'choice':
      return schema.choices.some((choice) => choice === value)
        ? undefined
        : `one of, in quotes, ${listChoices(schema.choices)}`;
    case 'number': {
      const { min, max } = schema;
      const isValid = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
      return isValid ? undefined : `a whole number from ${min} to ${max}`;
    }
    case 'texts':
      return isStringArray(value) ? undefined : 'a list of texts';
    case 'rules':
      return isObject(value) ? undefined : 'an object of rule codes and severities';
  }
};

/**
 * Reads settings. Never fails as a whole: each value that is invalid is ignored and reported.
 *
 * @param section any JSON value; null and undefined mean that nothing is set, here and for each setting
 */
export const readSettingValues = (
  section: unknown,
  { nameOf, unknownKey, schemas = SETTINGS }: SettingsSource,
): ReadSettingValues => {
  const issues: SettingIssue[] = [];
  const report = (path: readonly string[], message: string, isAboutKey = false): undefined => {
    issues.push({ path, isAboutKey, message });
    return undefined;
  };

  const readRules = (path: readonly string[], value: object): RuleLevels => {
    const levels: [string, RuleLevel][] = [];
    for (const [code, label] of Object.entries(value)) {
      const rulePath = [...path, code];
      const level = readRuleLevel(label);
      if (!isRuleCode(code)) {
        report(rulePath, `${nameOf(path)} names ${abbreviate(code)}, which is not a rule`, true);
      } else if (level !== undefined) {
        levels.push([code, level]);
      } else {
        report(
          rulePath,
          `${nameOf(path)} sets ${code} to ${abbreviate(label)}, it must be one of ${RULE_LEVEL_LABELS.join(', ')}`,
        );
      }
    }
    return Object.fromEntries(levels);
  };

  const readSetting = (path: readonly string[], schema: AnySchema, value: unknown): unknown => {
    if (value === undefined || value === null) return undefined;
    if (schema.kind === 'group') return readGroup(path, schema.settings, value);
    const requirement = violatedRequirement(schema, value);
    if (requirement !== undefined) {
      return report(path, `${nameOf(path)} is ${abbreviate(value)}, it must be ${requirement}`);
    }
    return schema.kind === 'rules' && isObject(value) ? readRules(path, value) : value;
  };

  const readGroup = (path: readonly string[], group: object, value: unknown): object | undefined => {
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) {
      return report(path, `${nameOf(path)} is ${abbreviate(value)}, it must be an object`);
    }
    const read = Object.entries(group).flatMap(([key, schema]) => {
      const setting = readSetting([...path, key], schema, value[key]);
      return setting === undefined ? [] : [[key, setting] as const];
    });
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(group, key)) continue;
      const message = unknownKey([...path, key]);
      if (message !== undefined) report([...path, key], message, true);
    }
    return Object.fromEntries(read);
  };

  // The result has the shape of the schemas, and the compiler checks that SETTINGS has the shape of Settings.
  return { values: (readGroup([], schemas, section) ?? {}) as SettingValues, issues };
};

const overlay = (schemas: object, below: object, above: object): object =>
  Object.fromEntries(
    Object.entries(schemas).map(([key, { kind, settings }]) => {
      const [base, own]: unknown[] = [Reflect.get(below, key), Reflect.get(above, key)];
      if (own === undefined) return [key, base];
      if (!isObject(base) || !isObject(own)) return [key, own];
      return [key, kind === 'group' ? overlay(settings, base, own) : { ...base, ...own }];
    }),
  );

/** Settings with some values replaced. Groups and rules are merged: what they don't mention keeps its value. */
export const applySettingValues = (settings: Settings, values: SettingValues): Settings =>
  // The result has the shape of SETTINGS, and the compiler checks that this is the shape of Settings.
  overlay(SETTINGS, settings, values) as Settings;
