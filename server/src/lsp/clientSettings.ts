/** The settings that a client sends. Pure. */
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '@xlcfg/shared';
import { isObject } from '../guards.ts';
import { applySettingValues, readSettingValues, type SettingsSource } from '../settings/settingValues.ts';

/** The section of the client's settings that belongs to this server. */
export const SETTINGS_SECTION = 'xlcfg';

export interface ClientSettings {
  /** The client's values, and the defaults for those that are missing or invalid. */
  readonly settings: Settings;
  /** One message for each ignored value, without a full stop. */
  readonly issues: readonly string[];
}

/** Settings in this section that only the client's library reads. */
const CLIENT_ONLY_KEYS: readonly string[] = ['trace'];

const nameOf: SettingsSource['nameOf'] = (path) => [SETTINGS_SECTION, ...path].join('.');

const SOURCE: SettingsSource = {
  nameOf,
  unknownKey: (path) =>
    path.length === 1 && CLIENT_ONLY_KEYS.includes(path[0] ?? '')
      ? undefined
      : `${nameOf(path)} is not a setting of this server`,
};

/**
 * Reads the `xlcfg` section of a client's settings.
 *
 * @param section any JSON value; null and undefined mean that nothing is set
 */
export const readClientSettings = (section: unknown): ClientSettings => {
  const { values, issues } = readSettingValues(section, SOURCE);
  return {
    settings: applySettingValues(DEFAULT_SETTINGS, values),
    issues: issues.map(({ message }) => message),
  };
};

/**
 * Finds the `xlcfg` section in what a client pushes: `{ "xlcfg": {...} }`, or the section alone, which some clients send.
 *
 * @returns the section, not validated; undefined if the payload has none
 */
export const findSection = (payload: unknown): unknown => {
  if (!isObject(payload)) return undefined;
  if (Object.hasOwn(payload, SETTINGS_SECTION)) return payload[SETTINGS_SECTION];
  return Object.keys(SETTINGS).some((key) => Object.hasOwn(payload, key)) ? payload : undefined;
};

/** The message about ignored values; undefined if there are none. */
export const ignoredValuesMessage = ({ issues }: ClientSettings): string | undefined =>
  issues.length === 0 ? undefined : `Ignored settings: ${issues.join('; ')}. Their defaults apply.`;
