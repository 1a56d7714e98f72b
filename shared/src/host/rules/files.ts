/** Files that are not there. Facts: libxl__device_disk_set_backend, libxl_bootloader.c, libxl__abs_path. */

import { listed } from '../../text/sentences.ts';
import type { FileReference } from '../references.ts';
import { suggestPaths } from '../suggestions.ts';
import type { FoundPath, HostView } from '../view.ts';
import { findEach, type HostRule, NOT_STARTED, named } from './hostRule.ts';

/** Where libxl looks for a hotplug script that is named without a path. */
const SCRIPTS = '/etc/xen/scripts';

/** What is run rather than read. */
const PROGRAMS: ReadonlySet<string> = new Set([
  'bootloader',
  'device_model_override',
  'disk.script',
  'vif.script',
]);

/** Folders that may have a folder `xen` or `xen-4.17` with the programs of Xen, and those of PATH. */
const PRIVATE_PARENTS = ['/usr/lib', '/usr/libexec', '/usr/lib64', '/usr/local/lib', '/usr/local/libexec'];
const PATH_FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The folders of Xen's own programs. There are as many as there are installed versions. */
async function privateFolders(host: HostView): Promise<readonly string[]> {
  const parents = await Promise.all(
    PRIVATE_PARENTS.map(async (parent) =>
      ((await host.names(parent)) ?? [])
        .filter((name) => /^xen(?:-\d[\w.]*)?$/.test(name))
        .map((name) => `${parent}/${name}/bin`),
    ),
  );
  const found = await Promise.all(
    parents.flat().map(async (folder) => ({ folder, names: await host.names(folder) })),
  );
  return found.flatMap(({ folder, names }) => (names ? [folder] : []));
}

/** The paths at which the file may be, the likeliest first; none where that depends on where xl runs. */
async function candidatePaths(host: HostView, { text, purpose }: FileReference): Promise<readonly string[]> {
  if (text.startsWith('/')) return [text];
  if (text.includes('/')) return [];
  if (purpose === 'bootloader') {
    const folders = await privateFolders(host);
    return folders.length === 0 ? [] : [...folders, ...PATH_FOLDERS].map((folder) => `${folder}/${text}`);
  }
  if (!purpose.endsWith('.script') || (await host.names(SCRIPTS)) === undefined) return [];
  return [`${SCRIPTS}/${text}`];
}

/**
 * Folders that are filled while a system runs, with what is there then. On the disk of a system that does not run, nothing can be
 * said of what is in them: `/dev` has a few static nodes at most.
 */
const LIVE_FOLDERS: Readonly<Record<string, string>> = {
  dev: '/sys/class',
  proc: '/proc/self',
  sys: '/sys/class',
  run: '/proc/self',
};

async function isVisible(host: HostView, path: string): Promise<boolean> {
  const sign = LIVE_FOLDERS[path.replace(/^\/var\/run\//, '/run/').split('/')[1] ?? ''];
  return sign === undefined || typeof (await host.find(sign)).found !== 'string';
}

/** What is wrong with the file, as the end of a sentence that begins with its name; undefined where nothing is. */
function faultOf(asked: string, { path, found }: FoundPath, isProgram: boolean): string | undefined {
  if (found === 'unknown') return undefined;
  if (found === 'missing') {
    return path === asked || asked.startsWith(`${path}/`)
      ? 'does not exist on this host'
      : `leads to ${named(path)}, which does not exist on this host`;
  }
  if (found.kind === 'folder') return 'is a folder on this host';
  if (isProgram && found.kind === 'file' && !found.isExecutable) return 'is not executable on this host';
  return undefined;
}

const advice = (fault: string, suggestions: readonly string[], asked: string): string => {
  if (fault.startsWith('is not executable')) return ` Run chmod +x ${asked}.`;
  return suggestions.length > 0 ? ` Did you mean ${listed(suggestions.map(named))}?` : '';
};

const withoutNumbers = (path: string): string => path.replace(/\d+/g, '0');

/** Of two disks whose names differ in a number alone, each is likely a disk of its own. Images of CDs come in versions. */
const isAnotherDisk = ({ purpose }: FileReference, asked: string, path: string): boolean =>
  purpose === 'disk.target' && !asked.endsWith('.iso') && withoutNumbers(asked) === withoutNumbers(path);

export const missingFile: HostRule = {
  code: 'host-missing-file',
  source:
    'libxl_device.c:libxl__device_disk_set_backend libxl_bootloader.c:bootloader_disk_attached_cb libxl_internal.c:libxl__abs_path',
  severity: 'warning',
  summary: 'A file or device that does not exist on this host.',
  details:
    'Disk targets, kernels, ramdisks, bootloaders, firmware, device models and hotplug scripts are looked up, the latter ' +
    'also in `/etc/xen/scripts`, and a bootloader without a path where Xen has its programs. A path that is not ' +
    'absolute is left alone, as is what another domain serves, what a script makes a device of, and what is on a network ' +
    'file system. With a bootloader, the kernel is a path in the guest.',
  check: ({ references, host }) =>
    findEach(references.files, async (file) => {
      const paths = await candidatePaths(host, file);
      const found = await Promise.all(paths.map((path) => host.find(path)));
      const isProgram = PROGRAMS.has(file.purpose);
      const faults = found.map((one, index) => faultOf(paths[index] ?? '', one, isProgram));
      const [fault] = faults;
      const asked = paths[0] ?? '';
      if (fault === undefined || faults.includes(undefined) || !(await isVisible(host, asked)))
        return undefined;
      const suggestions = fault.startsWith('does not') ? await suggestPaths(host, asked) : [];
      const meant = suggestions.filter((path) => !isAnotherDisk(file, asked, path));
      const names = meant.map((path) =>
        file.text.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1),
      );
      const where = file.text.includes('/') || paths.length > 1 ? file.text : asked;
      return {
        span: file.span,
        scope: file.scope,
        message: `${named(where)} ${fault}: ${NOT_STARTED}.${advice(fault, names, asked)}`,
        fixes: names.flatMap(file.replaceBy),
      };
    }),
};
