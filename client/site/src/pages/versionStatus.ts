/** What each version of Xen does with an option, or with one of its values. Asked of the rules themselves. */
import { DEFAULT_SETTINGS, openDocument, XEN_VERSIONS, type XenVersion } from '@xlcfg/shared';
import { guestWithExample } from '@xlcfg/shared/src/docs/guestWithExample.ts';
import type { FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import type { Architecture } from '@xlcfg/shared/src/schema/platform.ts';
import type { GuestType, OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { existsIn, type Lifetime } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

export type Status = 'read' | 'ignored' | 'rejected';

/** Consecutive versions in which nothing changes, and the status of each row of a table in them. */
export interface VersionRange {
  readonly first: XenVersion;
  readonly last: XenVersion;
  readonly statuses: readonly Status[];
}

export interface Platform {
  readonly kind: FileKindName;
  readonly architecture?: Architecture | undefined;
}

/** The codes of the problems in a file, and whether one of them makes xl reject it. */
export const inspect = (text: string, xenVersion: XenVersion, { kind, architecture = 'x86' }: Platform) => {
  const document = TextDocument.create('file:///example.cfg', 'xlcfg', 1, text);
  const { problems } = openDocument(document, { ...DEFAULT_SETTINGS, xenVersion, architecture }, kind);
  return {
    codes: problems.map(({ code }) => code),
    isRejected: problems.some(({ severity }) => severity === 'error'),
  };
};

/** The file that an example of a kind of file stands for. */
export const completeExample = (
  example: string,
  kind: FileKindName,
  type: GuestType,
  xenVersion: XenVersion,
): string => (kind === 'guest' ? guestWithExample(example, type, xenVersion) : `${example}\n`);

/** What a version does with lines. PVH guests came with 4.10; before, other types show what the version rejects. */
const statusOf = (
  example: string,
  lifetime: Partial<Lifetime>,
  types: readonly GuestType[],
  xenVersion: XenVersion,
  platform: Platform,
): Status => {
  const rejected = types.every(
    (type) =>
      inspect(completeExample(example, platform.kind, type, xenVersion), xenVersion, platform).isRejected,
  );
  if (rejected) return 'rejected';
  return existsIn(xenVersion, lifetime) ? 'read' : 'ignored';
};

const sameStatuses = (one: readonly Status[], other: readonly Status[]): boolean =>
  one.every((status, at) => status === other[at]);

/** Joins consecutive versions with the same statuses. */
const toRanges = (
  statuses: readonly (readonly [XenVersion, readonly Status[]])[],
): readonly VersionRange[] => {
  const ranges: VersionRange[] = [];
  for (const [version, row] of statuses) {
    const before = ranges.at(-1);
    if (before && sameStatuses(before.statuses, row))
      ranges[ranges.length - 1] = { ...before, last: version };
    else ranges.push({ first: version, last: version, statuses: row });
  }
  return ranges;
};

export interface VersionTable {
  /** What the rows are about: the option, then each value that not all of its versions have. */
  readonly rows: readonly string[];
  readonly ranges: readonly VersionRange[];
}

export const versionTable = (option: OptionSchema, kind: FileKindName): VersionTable => {
  const platform = { kind, architecture: option.architecture };
  const values = (option.kind === 'string' ? (option.values ?? []) : []).filter(
    ({ since, last, internal }) => internal !== true && (since !== undefined || last !== undefined),
  );
  const lines = [
    { row: option.name, example: option.example ?? '', lifetime: option },
    ...values.map(({ name, since = option.since, last = option.last }) => ({
      row: `${option.name} = "${name}"`,
      example: `${option.name} = "${name}"`,
      lifetime: { since, ...(last !== undefined && { last }) },
    })),
  ];
  const statuses = XEN_VERSIONS.map(
    (version) =>
      [
        version,
        lines.map(({ example, lifetime }) =>
          statusOf(example, lifetime, option.guestTypes, version, platform),
        ),
      ] as const,
  );
  return { rows: lines.map(({ row }) => row), ranges: toRanges(statuses) };
};
