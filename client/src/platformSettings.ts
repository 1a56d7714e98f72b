/** The commands that change the Xen version and the architecture that files are validated against. */
import { ConfigurationTarget, type Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { type PlatformSetting, readPlatform } from './platform.ts';
import { choicesOf, effectiveTargets, type SettingTarget } from './platformChoices.ts';
import { saveProjectConfig } from './projectConfig.ts';

export const SELECT_XEN_VERSION = 'xlcfg.selectXenVersion';
export const SELECT_ARCHITECTURE = 'xlcfg.selectArchitecture';

const CONFIGURATION_TARGETS = {
  user: ConfigurationTarget.Global,
  workspace: ConfigurationTarget.Workspace,
  folder: ConfigurationTarget.WorkspaceFolder,
} as const;

const TITLES: Readonly<Record<PlatformSetting, string>> = {
  xenVersion: 'Xen version to validate against',
  architecture: 'Architecture to validate against',
};

const configurationFor = (uri: Uri | undefined) => workspace.getConfiguration(LANGUAGE, uri);

/** The Xen version that the settings have for a document. */
export const xenVersionFor = (uri: Uri | undefined): string => configurationFor(uri).get('xenVersion', '');

const TARGET_ITEMS = {
  project: { label: 'Project', description: 'in .xlcfg.json, for all editors and the command line' },
  user: { label: 'All files', description: 'in the user settings' },
  workspace: { label: 'This workspace', description: 'in the workspace settings' },
  folder: { label: 'This folder', description: 'in the folder settings' },
} as const;

type Target = keyof typeof TARGET_ITEMS;

const settingTargets = (name: PlatformSetting, uri: Uri | undefined): readonly SettingTarget[] =>
  effectiveTargets(configurationFor(uri).inspect(name) ?? {}, {
    isOpen: workspace.workspaceFolders !== undefined,
    isFileInFolder:
      workspace.workspaceFile !== undefined &&
      uri !== undefined &&
      workspace.getWorkspaceFolder(uri) !== undefined,
  });

/** Where a new value takes effect: a project config that has one overrides all settings. */
const targetsOf = (
  name: PlatformSetting,
  uri: Uri | undefined,
  origin: string | undefined,
): readonly Target[] => {
  if (origin === 'project') return ['project'];
  const inFolder = uri !== undefined && workspace.getWorkspaceFolder(uri) !== undefined;
  return [...settingTargets(name, uri), ...(inFolder ? (['project'] as const) : [])];
};

const pickTarget = async (title: string, targets: readonly Target[]): Promise<Target | undefined> => {
  const [only, another] = targets;
  if (another === undefined) return only;
  const items = targets.map((id) => ({ id, ...TARGET_ITEMS[id] }));
  return (await window.showQuickPick(items, { title, placeHolder: 'Where to save it' }))?.id;
};

/**
 * Lets the user choose a value and saves it to where it takes effect.
 *
 * @param manifest of the extension, which lists the values
 */
export const selectPlatform = async (
  name: PlatformSetting,
  server: Pick<LanguageServer, 'executeCommand'>,
  manifest: unknown,
): Promise<void> => {
  const uri = window.activeTextEditor?.document.uri;
  const answer = uri && server.executeCommand('xlcfg.platform', [uri.toString()]).catch(() => undefined);
  const current = readPlatform(await answer)?.[name];
  const value = await window.showQuickPick(
    choicesOf(manifest, name).map((label) => ({
      label,
      description: label === current?.value ? current.detail : '',
    })),
    { title: TITLES[name] },
  );
  if (value === undefined) return;
  const target = await pickTarget(`${TITLES[name]}: ${value.label}`, targetsOf(name, uri, current?.origin));
  if (target === undefined) return;
  if (target !== 'project')
    await configurationFor(uri).update(name, value.label, CONFIGURATION_TARGETS[target]);
  else
    await saveProjectConfig(
      await server.executeCommand('xlcfg.setPlatform', [uri?.toString(), name, value.label]),
    );
};
