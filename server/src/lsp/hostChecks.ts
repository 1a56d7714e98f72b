/**
 * What documents name that the host of the server does not have. Looked up in the background: no request waits for a disk,
 * and what turns out later is published then.
 */
import {
  createHostView,
  type FileFacts,
  findSharedDevices,
  type HostFileSystem,
  type HostView,
  type Problem,
  readXenHost,
  type Settings,
  type SharedDevices,
  sharedDeviceProblems,
  type Workspace,
  type WorkspaceProblem,
  type XenHost,
  type XlDocument,
} from '@xlcfg/shared';
import { lookUpOnHost } from './hostLookUp.ts';
import { createThrottle, yieldToEventLoop } from './scheduling.ts';

/** How long answers of the host are believed, in milliseconds. Older ones are still given while it is asked anew. */
const FRESH_MS = 5000;
/** The least time between two comparisons of all disks, in milliseconds. */
const DEVICES_INTERVAL_MS = 1000;

export interface HostChecks {
  /** Which Xen the host runs. Never rejects. */
  readonly xen: () => Promise<XenHost>;
  /**
   * Has a version of a document looked up if its settings ask for it. Waits for answers that are known, but for no disk.
   */
  readonly settle: (document: XlDocument) => Promise<void>;
  /** What is known so far of a version of a document, and of its disks among those of the workspace. */
  readonly problemsOf: (document: XlDocument, file: FileFacts) => readonly Problem[];
  /** The problems of a file that is not open, with all answers that come in time. */
  readonly check: (document: XlDocument) => Promise<readonly Problem[]>;
  readonly sharedDevicesOf: (file: FileFacts, settings: Settings) => readonly WorkspaceProblem[];
  /** Changes whenever the host has been asked anew. */
  readonly revision: () => number;
  readonly stop: () => void;
}

export interface HostChecksOptions {
  /** Absent where there is no file system to look at. */
  readonly fileSystem: HostFileSystem | undefined;
  readonly workspace: { readonly current: Workspace; readonly revision: () => number };
  /** Called when answers have come that were not known before. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
  /** In milliseconds. */
  readonly now?: () => number;
}

const NO_XEN: XenHost = { isXen: false, isDom0: false };
const NOTHING: readonly never[] = [];
const NO_DEVICES: SharedDevices = new Map();

interface Answers {
  readonly view: HostView;
  readonly since: number;
}

const lookUp = async (view: HostView, document: XlDocument): Promise<readonly Problem[]> =>
  (await lookUpOnHost(view, document)).problems;

export const createHostChecks = ({
  fileSystem,
  workspace,
  onChange,
  onError,
  now = Date.now,
}: HostChecksOptions): HostChecks => {
  const results = new WeakMap<XlDocument, readonly Problem[]>();
  /** The version of each document that was asked about last. */
  const latest = new Map<string, XlDocument>();
  let answers: Answers | undefined;
  let xen: Promise<XenHost> | undefined;
  let devices = NO_DEVICES;
  let devicesRevision: number | undefined;
  let revision = 0;
  let isRefreshing = false;

  const changed = (): void => {
    revision += 1;
    onChange();
  };

  const answersOf = (files: HostFileSystem): Answers => {
    answers ??= { view: createHostView(files), since: now() };
    return answers;
  };

  const compareDisks = createThrottle(
    async () => {
      if (!fileSystem) return;
      devicesRevision = workspace.revision();
      devices = await findSharedDevices(workspace.current.files(), answersOf(fileSystem).view);
      changed();
    },
    DEVICES_INTERVAL_MS,
    onError,
  );

  /** Asks the host about all documents again, and only then gives up the old answers. */
  const refresh = async (files: HostFileSystem): Promise<void> => {
    const view = createHostView(files);
    for (const document of latest.values()) results.set(document, await lookUp(view, document));
    answers = { view, since: now() };
    devicesRevision = undefined;
    changed();
  };

  const refreshIfOld = (files: HostFileSystem): void => {
    if (isRefreshing || now() - answersOf(files).since <= FRESH_MS) return;
    isRefreshing = true;
    refresh(files)
      .catch(onError)
      .finally(() => {
        isRefreshing = false;
      });
  };

  const settle = async (document: XlDocument): Promise<void> => {
    if (!fileSystem || !document.settings.host) return;
    latest.set(document.text.uri, document);
    refreshIfOld(fileSystem);
    if (devicesRevision !== workspace.revision()) compareDisks.request();
    if (results.has(document)) return;
    let isLate = false;
    const run = lookUp(answersOf(fileSystem).view, document).then((problems) => {
      results.set(document, problems);
      if (isLate && latest.get(document.text.uri) === document) changed();
    });
    run.catch(onError);
    await Promise.race([run, yieldToEventLoop(() => results.has(document))]);
    isLate = true;
  };

  const sharedDevicesOf: HostChecks['sharedDevicesOf'] = (file, settings) =>
    settings.host ? sharedDeviceProblems({ file, workspace: workspace.current, devices }, settings) : NOTHING;

  return {
    xen: () => {
      xen ??= fileSystem ? readXenHost(createHostView(fileSystem)) : Promise.resolve(NO_XEN);
      return xen;
    },
    settle,
    problemsOf: (document, file) =>
      document.settings.host
        ? [...(results.get(document) ?? NOTHING), ...sharedDevicesOf(file, document.settings)]
        : NOTHING,
    check: async (document) =>
      fileSystem && document.settings.host ? lookUp(answersOf(fileSystem).view, document) : NOTHING,
    sharedDevicesOf,
    revision: () => revision,
    stop: compareDisks.stop,
  };
};
