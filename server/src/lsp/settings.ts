/** What a client sends as settings, made into settings that can be relied on. Pure. */
import { DEFAULT_SETTINGS, isRelease, RELEASES, RULES, type Settings, type Severity } from '@xlcfg/shared';

/** The section of the client's settings that is ours. */
export const SECTION = 'xlcfg';

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be used, without a full stop. */
  readonly complaints: readonly string[];
}

type Level = Severity | 'off';

/** Reads one setting: its value, or the sentence that says why it cannot be used. */
type Reader<T> = (value: unknown) => { readonly value: T } | { readonly complaint: string };

const LEVELS: ReadonlySet<unknown> = new Set<Level>(['off', 'hint', 'information', 'warning', 'error']);

/** Settings of the same section that only an editor's client reads. */
const CLIENT_KEYS: ReadonlySet<string> = new Set(['trace']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLevel = (value: unknown): value is Level => LEVELS.has(value);

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
};

const readEnable: Reader<boolean> = (value) =>
  typeof value === 'boolean'
    ? { value }
    : { complaint: `${SECTION}.enable is ${show(value)}, it must be true or false` };

const readXenVersion: Reader<Settings['xenVersion']> = (value) =>
  typeof value === 'string' && isRelease(value)
    ? { value }
    : {
        complaint:
          `${SECTION}.xenVersion is ${show(value)}, it must be a release of Xen in quotes, ` +
          `"${RELEASES[0]}" to "${RELEASES[RELEASES.length - 1]}"`,
      };

/** Never fails as a whole: a rule that is set wrongly keeps its own severity, the others are used. */
const readRules = (value: unknown): { value: Settings['rules']; complaints: string[] } => {
  if (!isObject(value)) {
    return {
      value: DEFAULT_SETTINGS.rules,
      complaints: [`${SECTION}.rules is ${show(value)}, it must be an object of rule codes and severities`],
    };
  }
  const codes = new Set(RULES.map((rule) => rule.code));
  const levels: [string, Level][] = [];
  const complaints: string[] = [];
  for (const [code, level] of Object.entries(value)) {
    if (!codes.has(code)) complaints.push(`${SECTION}.rules names ${show(code)}, which is no rule`);
    else if (!isLevel(level)) {
      complaints.push(
        `${SECTION}.rules sets ${code} to ${show(level)}, it must be one of ${[...LEVELS].join(', ')}`,
      );
    } else levels.push([code, level]);
  }
  return { value: Object.fromEntries(levels), complaints };
};

/**
 * Reads the `xlcfg` section of a client's settings.
 *
 * @param section anything; absent and null mean that nothing is set
 * @returns settings where each value is the client's or, where it cannot be used, the default, with the complaints
 */
export const readSettings = (section: unknown): ReadSettings => {
  if (section === undefined || section === null) return { settings: DEFAULT_SETTINGS, complaints: [] };
  if (!isObject(section)) {
    return {
      settings: DEFAULT_SETTINGS,
      complaints: [`${SECTION} is ${show(section)}, it must be an object`],
    };
  }
  const complaints: string[] = [];
  const pick = <T>(key: string, read: Reader<T>, fallback: T): T => {
    const value = section[key];
    if (value === undefined || value === null) return fallback;
    const result = read(value);
    if ('value' in result) return result.value;
    complaints.push(result.complaint);
    return fallback;
  };
  const enable = pick('enable', readEnable, DEFAULT_SETTINGS.enable);
  const xenVersion = pick('xenVersion', readXenVersion, DEFAULT_SETTINGS.xenVersion);
  const rules = readRules(section.rules ?? DEFAULT_SETTINGS.rules);
  const unknown = Object.keys(section)
    .filter((key) => !Object.hasOwn(DEFAULT_SETTINGS, key) && !CLIENT_KEYS.has(key))
    .map((key) => `${SECTION}.${key} is no setting of this server`);
  return {
    settings: { enable, xenVersion, rules: rules.value },
    complaints: [...complaints, ...rules.complaints, ...unknown],
  };
};

/**
 * Finds our section in what a client pushes: `{ "xlcfg": {...} }`, or the section alone, which some clients send.
 *
 * @returns the section, unread; undefined where the payload is about other things
 */
export const sectionOf = (payload: unknown): unknown => {
  if (!isObject(payload)) return undefined;
  if (Object.hasOwn(payload, SECTION)) return payload[SECTION];
  return Object.keys(DEFAULT_SETTINGS).some((key) => Object.hasOwn(payload, key)) ? payload : undefined;
};

/** The one message about settings that cannot be used; undefined where there is nothing to say. */
export const complaintMessage = ({ complaints }: ReadSettings): string | undefined =>
  complaints.length === 0
    ? undefined
    : `Settings that are not used: ${complaints.join('; ')}. The default stands in for each of them.`;
