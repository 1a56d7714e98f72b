/** The host that files are checked against, and which Xen it runs. */
import { createHostView, type HostView, readXenHost, type Settings, type XenHost } from '@xlcfg/shared';
import { hostFileSystem } from '../../node/hostFileSystem.ts';
import type { SettingValues } from '../../settings/settingValues.ts';

export interface CliHost {
  /** The folder that takes the place of `/`. */
  readonly root: string;
  readonly view: HostView;
  readonly xen: () => Promise<XenHost>;
  /** Whether files with this setting are checked against it: a project file asks for it on a dom0 only. */
  readonly isUsed: (isWanted: boolean) => Promise<boolean>;
}

export interface HostOptions {
  readonly root?: string | undefined;
  /** Whether the command line asks for it, so that it is used whatever runs on it. */
  readonly isForced?: boolean;
}

/** Nothing is looked up before it is asked for. What was looked up is kept: a host is for one run. */
export const createHost = ({ root = '/', isForced = false }: HostOptions = {}): CliHost => {
  const view = createHostView(hostFileSystem(root));
  let known: Promise<XenHost> | undefined;
  const xen = (): Promise<XenHost> => {
    known ??= readXenHost(view);
    return known;
  };
  return { root, view, xen, isUsed: async (isWanted) => isWanted && (isForced || (await xen()).isDom0) };
};

/** The version and the architecture of the host, as settings. */
export const hostPlatform = async ({ xen }: CliHost): Promise<Pick<SettingValues, keyof PlatformValues>> => {
  const { xenVersion, architecture } = await xen();
  return { xenVersion, architecture };
};

type PlatformValues = Pick<Settings, 'xenVersion' | 'architecture'>;
