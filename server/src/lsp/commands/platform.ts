import {
  ARCHITECTURE_NAMES,
  architectureAssumption,
  DEFAULT_SETTINGS,
  type Platform,
  type Settings,
} from '@xlcfg/shared';
import { PROJECT_CONFIG_FILE } from '../../settings/projectConfig.ts';
import type { ProjectSettings } from '../../settings/projectResolver.ts';
import type { SettingValues } from '../../settings/settingValues.ts';
import type { Session } from '../session.ts';
import { type Command, invalidArguments } from './command.ts';

/** Where a value comes from: a project config, the editor's settings, the host of the server, or nowhere. */
type Origin = 'project' | 'settings' | 'host' | 'default';

interface PlatformValue {
  readonly value: string;
  readonly origin: Origin;
  /** The value as a status line shows it. */
  readonly text: string;
  /** Why it is this value, as a status line shows it. */
  readonly detail: string;
}

const originOf = (
  name: keyof Platform,
  settings: Settings,
  project: ProjectSettings | undefined,
  host: SettingValues,
): Origin => {
  if (project?.values[name] !== undefined) return 'project';
  if (host[name] !== undefined) return 'host';
  return settings[name] === DEFAULT_SETTINGS[name] ? 'default' : 'settings';
};

const ORIGINS: Readonly<Record<Origin, string>> = {
  project: `set in ${PROJECT_CONFIG_FILE}`,
  settings: "set in the editor's settings",
  host: 'version of this host',
  default: 'newest known version',
};

const ARCHITECTURE_DETAILS: Readonly<Record<Origin, string>> = {
  ...ORIGINS,
  host: 'architecture of this host',
  default: 'assumed',
};

const platformOf = async (uri: string, { settings, documents }: Session) => {
  const [effective, project] = await Promise.all([settings.forDocument(uri), settings.project(uri)]);
  const text = documents.get(uri);
  // A document that isn't open is never closed, so its settings would stay cached.
  if (text === undefined) settings.forget(uri);
  const guest = text && documents.isGuest(text) ? documents.analyze(text, effective).guest : undefined;
  const ofHost = await settings.hostPlatform(await settings.fromClient(uri), project?.values);
  const versionOrigin = originOf('xenVersion', effective, project, ofHost);
  const xenVersion: PlatformValue = {
    value: effective.xenVersion,
    origin: versionOrigin,
    text: `Xen ${effective.xenVersion}`,
    detail: ORIGINS[versionOrigin],
  };
  const value = guest?.architecture ?? (effective.architecture === 'arm' ? 'arm' : 'x86');
  const architectureOrigin = originOf('architecture', effective, project, ofHost);
  const architecture: PlatformValue = {
    value,
    origin: architectureOrigin,
    text: ARCHITECTURE_NAMES[value],
    detail:
      (guest &&
        architectureAssumption(guest)
          ?.replace(/^\w+ is assumed/, 'assumed')
          .replace(/`|\.$/g, '')) ??
      ARCHITECTURE_DETAILS[architectureOrigin],
  };
  return { xenVersion, architecture };
};

/**
 * `[uri]`: the Xen version and the architecture that a document is validated against, each as a value and as texts for a
 * status line that say where it comes from.
 */
export const platformCommand: Command = {
  name: 'xlcfg.platform',
  run: async ([uri], session) => {
    if (typeof uri !== 'string') throw invalidArguments('xlcfg.platform takes the URI of a document.');
    return platformOf(uri, session);
  },
};
