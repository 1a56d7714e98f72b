/** The release of Xen that files are judged against: what it is, which there are, and where a choice is written. */
import { ConfigurationTarget, type Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';
import { placesFor, releasesOf } from './releases.ts';

export const SELECT_XEN_VERSION = 'xlcfg.selectXenVersion';
export const XEN_VERSION = 'xenVersion';

const TARGETS = {
  user: ConfigurationTarget.Global,
  workspace: ConfigurationTarget.Workspace,
  folder: ConfigurationTarget.WorkspaceFolder,
} as const;

const configurationFor = (uri: Uri | undefined) => workspace.getConfiguration(LANGUAGE, uri);

/** The release in effect for a document, as the settings have it. */
export const xenVersionFor = (uri: Uri | undefined): string => configurationFor(uri).get(XEN_VERSION, '');

const PLACES = {
  user: { label: 'All files', description: 'in the user settings' },
  workspace: { label: 'This workspace', description: 'in the workspace settings' },
  folder: { label: 'This folder', description: 'in the folder settings' },
} as const;

/**
 * Lets the person choose a release and writes it into the settings.
 *
 * @param manifest of the extension, which has the releases
 */
export const selectXenVersion = async (manifest: unknown): Promise<void> => {
  const uri = window.activeTextEditor?.document.uri;
  const configuration = configurationFor(uri);
  const current = xenVersionFor(uri);
  const release = await window.showQuickPick(
    releasesOf(manifest).map((label) => ({ label, description: label === current ? 'in use' : '' })),
    { title: 'Xen release', placeHolder: 'The release of Xen whose xl will read the files' },
  );
  if (release === undefined) return;
  const places = placesFor(configuration.inspect(XEN_VERSION) ?? {}, {
    open: workspace.workspaceFolders !== undefined,
    inFolder:
      workspace.workspaceFile !== undefined &&
      uri !== undefined &&
      workspace.getWorkspaceFolder(uri) !== undefined,
  });
  const [only, another] = places;
  const place =
    another === undefined
      ? only
      : (
          await window.showQuickPick(
            places.map((id) => ({ id, ...PLACES[id] })),
            { title: `Xen ${release.label}`, placeHolder: 'Where it holds' },
          )
        )?.id;
  if (place !== undefined) await configuration.update(XEN_VERSION, release.label, TARGETS[place]);
};
