/** Disks of two guests that are one device, or one file, under two names. */

import { silencedBy } from '../directives/silence.ts';
import type { RuleDescription } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import { spanOf } from '../span.ts';
import {
  type Fact,
  type FileFacts,
  factsOfKind,
  guestNameOf,
  type PlacedFact,
  type Workspace,
} from '../workspace/facts.ts';
import type { WorkspaceProblem } from '../workspace/rules/findProblems.ts';
import { describeGuestOf, MAX_RELATED, relatedFacts } from '../workspace/rules/workspaceRule.ts';
import { named } from './rules/hostRule.ts';
import type { HostView } from './view.ts';

export const sharedDevice: RuleDescription = {
  code: 'host-shared-disk',
  source: 'tools/hotplug/Linux/block',
  severity: 'warning',
  summary: 'A disk that another guest has under another name.',
  details:
    'A device has many names: `/dev/vg/web1`, `/dev/mapper/vg-web1` and `/dev/dm-3` are one, and so are an image and a link ' +
    'to it. Where one of two guests writes to it, their data are lost when both run. Devices are compared by their ' +
    'numbers, files by what they lead to. Disks with the same name are found without the host: `shared-disk`.',
};

/** The disks of all files that are on the host under more than one name, by what they are. */
export type SharedDevices = ReadonlyMap<string, readonly PlacedFact[]>;

/** The path of a disk that dom0 serves without a script; undefined for any other. */
const pathOf = ({ key }: Fact): string | undefined =>
  key.startsWith('\n\n/') ? key.slice('\n\n'.length) : undefined;

async function identityOf(host: HostView, path: string): Promise<string | undefined> {
  const { found } = await host.find(path);
  if (typeof found === 'string') return undefined;
  if (found.device !== undefined) return `device ${found.device}`;
  return found.kind === 'file' ? `file ${found.id}` : undefined;
}

export async function findSharedDevices(files: Iterable<FileFacts>, host: HostView): Promise<SharedDevices> {
  const byIdentity = new Map<string, { readonly paths: Set<string>; readonly places: PlacedFact[] }>();
  for (const file of files) {
    for (const fact of factsOfKind(file, 'diskTarget')) {
      const path = pathOf(fact);
      const identity = path === undefined ? undefined : await identityOf(host, path);
      if (path === undefined || identity === undefined) continue;
      const known = byIdentity.get(identity) ?? { paths: new Set(), places: [] };
      known.paths.add(path);
      known.places.push({ uri: file.uri, file, fact });
      byIdentity.set(identity, known);
    }
  }
  const shared = [...byIdentity].filter(([, { paths }]) => paths.size > 1);
  return new Map(
    shared.flatMap(([, { places, paths }]) => [...paths].map((path) => [path, places] as const)),
  );
}

/** Whether a place is of another guest, has the device under another name, and both do not only read. */
const conflictsWith =
  (file: FileFacts, own: Fact) =>
  ({ uri, file: other, fact }: PlacedFact): boolean =>
    fact.key !== own.key &&
    (fact.writable === true || own.writable === true) &&
    (uri === file.uri || guestNameOf(other) === undefined || guestNameOf(other) !== guestNameOf(file));

/** What these disks mean for one file, with the severity of the settings, without what is silenced. */
export function sharedDeviceProblems(
  {
    file,
    workspace,
    devices,
  }: { readonly file: FileFacts; readonly workspace: Workspace; readonly devices: SharedDevices },
  settings: Settings,
): WorkspaceProblem[] {
  const { code, severity } = sharedDevice;
  const chosen = settings.rules[code];
  if (!settings.enable || chosen === 'off' || devices.size === 0) return [];
  const isSilenced = silencedBy(file.silences ?? []);
  return factsOfKind(file, 'diskTarget').flatMap((fact) => {
    const conflicts = conflictsWith(file, fact);
    const others: PlacedFact[] = [];
    for (const place of devices.get(pathOf(fact) ?? '') ?? []) {
      if (others.length === MAX_RELATED) break;
      if (conflicts(place)) others.push(place);
    }
    const [first] = others;
    if (!first || isSilenced(code, fact.start)) return [];
    const who =
      first.uri === file.uri ? 'This guest' : describeGuestOf({ file, workspace, complete: true }, first);
    return [
      {
        code,
        severity: chosen ?? severity,
        span: spanOf(fact),
        range: file.rangeOf(fact),
        message: `${who} has this disk too, as ${named(first.fact.text)}: on this host both names are one disk, and data are lost where one of them writes. Give each its own disk.`,
        related: relatedFacts(others, 'The same disk on this host.'),
      },
    ];
  });
}
