/** What a client sends as settings, made into settings that can be relied on. Pure. */
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '@xlcfg/shared';
import {
  applySettingValues,
  isObject,
  readSettingValues,
  type SettingsSource,
} from '../settings/settingValues.ts';

/** The section of the client's settings that is ours. */
export const SETTINGS_SECTION = 'xlcfg';

export interface ClientSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be used, without a full stop. */
  readonly issues: readonly string[];
}

/** Settings of the same section that only an editor's client reads. */
const CLIENT_KEYS: readonly string[] = ['trace'];

const nameOf: SettingsSource['nameOf'] = (path) => [SETTINGS_SECTION, ...path].join('.');

const SOURCE: SettingsSource = {
  nameOf,
  unknownMessage: (path) =>
    path.length === 1 && CLIENT_KEYS.includes(path[0] ?? '')
      ? undefined
      : `${nameOf(path)} is no setting of this server`,
};

/**
 * Reads the `xlcfg` section of a client's settings.
 *
 * @param section anything; absent and null mean that nothing is set
 * @returns settings where each value is the client's or, where it cannot be used, the default, with the complaints
 */
export const readClientSettings = (section: unknown): ClientSettings => {
  const { values, issues: complaints } = readSettingValues(section, SOURCE);
  return {
    settings: applySettingValues(DEFAULT_SETTINGS, values),
    issues: complaints.map(({ message: sentence }) => sentence),
  };
};

/**
 * Finds our section in what a client pushes: `{ "xlcfg": {...} }`, or the section alone, which some clients send.
 *
 * @returns the section, unread; undefined where the payload is about other things
 */
export const findSection = (payload: unknown): unknown => {
  if (!isObject(payload)) return undefined;
  if (Object.hasOwn(payload, SETTINGS_SECTION)) return payload[SETTINGS_SECTION];
  return Object.keys(SETTINGS).some((key) => Object.hasOwn(payload, key)) ? payload : undefined;
};

/** The one message about settings that cannot be used; undefined where there is nothing to say. */
export const unusedSettingsMessage = ({ issues: complaints }: ClientSettings): string | undefined =>
  complaints.length === 0
    ? undefined
    : `Settings that are not used: ${complaints.join('; ')}. The default stands in for each of them.`;
