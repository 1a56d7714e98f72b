/** The settings `xlcfg.xenVersion` and `xlcfg.architecture`: their values for a document, and the command that changes the version. */
import { ConfigurationTarget, type Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';
import { effectiveTargets, xenVersionsIn } from './xenVersionChoices.ts';

export const SELECT_XEN_VERSION = 'xlcfg.selectXenVersion';
export const XEN_VERSION = 'xenVersion';

const CONFIGURATION_TARGETS = {
  user: ConfigurationTarget.Global,
  workspace: ConfigurationTarget.Workspace,
  folder: ConfigurationTarget.WorkspaceFolder,
} as const;

const configurationFor = (uri: Uri | undefined) => workspace.getConfiguration(LANGUAGE, uri);

/** The Xen version that the settings have for a document. */
export const xenVersionFor = (uri: Uri | undefined): string => configurationFor(uri).get(XEN_VERSION, '');

/** The architecture that the settings have for a document: `auto`, `x86` or `arm`. */
export const architectureFor = (uri: Uri | undefined): string =>
  configurationFor(uri).get('architecture', 'auto');

const TARGET_ITEMS = {
  user: { label: 'All files', description: 'in the user settings' },
  workspace: { label: 'This workspace', description: 'in the workspace settings' },
  folder: { label: 'This folder', description: 'in the folder settings' },
} as const;

/**
 * Lets the user choose a Xen version and saves it to the settings.
 *
 * @param manifest of the extension, which lists the versions
 */
export const selectXenVersion = async (manifest: unknown): Promise<void> => {
  const uri = window.activeTextEditor?.document.uri;
  const configuration = configurationFor(uri);
  const current = xenVersionFor(uri);
  const version = await window.showQuickPick(
    xenVersionsIn(manifest).map((label) => ({ label, description: label === current ? 'in use' : '' })),
    { title: 'Xen release', placeHolder: 'The release of Xen whose xl will read the files' },
  );
  if (version === undefined) return;
  const targets = effectiveTargets(configuration.inspect(XEN_VERSION) ?? {}, {
    isOpen: workspace.workspaceFolders !== undefined,
    isFileInFolder:
      workspace.workspaceFile !== undefined &&
      uri !== undefined &&
      workspace.getWorkspaceFolder(uri) !== undefined,
  });
  const [only, another] = targets;
  const target =
    another === undefined
      ? only
      : (
          await window.showQuickPick(
            targets.map((id) => ({ id, ...TARGET_ITEMS[id] })),
            { title: `Xen ${version.label}`, placeHolder: 'Where it holds' },
          )
        )?.id;
  if (target !== undefined)
    await configuration.update(XEN_VERSION, version.label, CONFIGURATION_TARGETS[target]);
};
