/** What the schema knows of the sections of the reference pages, by their anchors. */
import { NEWEST_XEN_VERSION, XEN_VERSIONS, type XenVersion } from '@xlcfg/shared';
import { ALL_RULES } from '@xlcfg/shared/src/allRules.ts';
import { lifetimeText } from '@xlcfg/shared/src/docs/markdown.ts';
import { DISK_PARAMETERS } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { anchorOf } from '@xlcfg/shared/src/prose/anchors.ts';
import { FILE_KINDS, type FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { GUEST_TYPES, type GuestType, type OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { existsIn, type Lifetime } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { keyAnchor } from '../docs/anchors.ts';
import { completeExample, inspect, type Platform, type VersionTable, versionTable } from './versionStatus.ts';

/** A file that shows something in the playground. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  readonly xenVersion: XenVersion;
  readonly architecture: 'x86' | 'arm';
}

export interface SectionFacts {
  /** The versions of Xen, as a badge shows them. */
  readonly badge: string;
  readonly table?: VersionTable;
  /** The file in which an example of the section stands; undefined if it is not one. */
  readonly exampleFile: (example: string) => ExampleFile;
}

const ALL_VERSIONS = `Xen ${XEN_VERSIONS[0]} to ${NEWEST_XEN_VERSION}`;

const badgeOf = (lifetime: Partial<Lifetime>): string => lifetimeText(lifetime) || ALL_VERSIONS;

const FILE_NAMES: Readonly<Record<FileKindName, string>> = {
  guest: 'example.cfg',
  'xl.conf': 'xl.conf',
  cpupool: 'cpupool.cfg',
};

/** The newest version that has something. */
const newestOf = (lifetime: Partial<Lifetime>): XenVersion =>
  XEN_VERSIONS.findLast((version) => existsIn(version, lifetime)) ?? NEWEST_XEN_VERSION;

/** The example as a file of the guest type for which the rules say the least, or what is asked for. */
const exampleFile = (
  example: string,
  types: readonly GuestType[],
  xenVersion: XenVersion,
  platform: Platform,
  isWanted: (codes: readonly string[]) => boolean,
): ExampleFile => {
  const texts = types.map((type) => completeExample(example, platform.kind, type, xenVersion));
  const chosen = texts.find((text) => isWanted(inspect(text, xenVersion, platform).codes));
  return {
    name: FILE_NAMES[platform.kind],
    text: chosen ?? texts[0] ?? example,
    xenVersion,
    architecture: platform.architecture ?? 'x86',
  };
};

const hasNone = (codes: readonly string[]): boolean => codes.length === 0;

const optionFacts = (option: OptionSchema, kind: FileKindName): SectionFacts => ({
  badge: badgeOf(option),
  table: versionTable(option, kind),
  exampleFile: (example) =>
    exampleFile(
      example,
      option.guestTypes,
      newestOf(option),
      { kind, architecture: option.architecture },
      hasNone,
    ),
});

/** The types in the order in which examples are tried: HVM guests need the least. */
const TYPES: readonly GuestType[] = ['hvm', ...GUEST_TYPES.filter((type) => type !== 'hvm')];

const keyFacts = (lifetime: Partial<Lifetime>): SectionFacts => ({
  badge: badgeOf(lifetime),
  exampleFile: (example) => exampleFile(example, TYPES, newestOf(lifetime), { kind: 'guest' }, hasNone),
});

/** The versions in which an example of a rule is reported, and the file that shows it. */
const ruleFacts = (code: string): SectionFacts => ({
  badge: ALL_VERSIONS,
  exampleFile: (example) => {
    for (const kind of ['guest', 'xl.conf', 'cpupool'] as const)
      for (const architecture of ['x86', 'arm'] as const)
        for (const xenVersion of XEN_VERSIONS.toReversed()) {
          const platform = { kind, architecture };
          const file = exampleFile(example, TYPES, xenVersion, platform, (codes) => codes.includes(code));
          if (inspect(file.text, xenVersion, platform).codes.includes(code)) return file;
        }
    return exampleFile(example, TYPES, NEWEST_XEN_VERSION, { kind: 'guest' }, hasNone);
  },
});

const optionPage = (kind: FileKindName): ReadonlyMap<string, SectionFacts> =>
  new Map(FILE_KINDS[kind].options.map((option) => [anchorOf(option.name), optionFacts(option, kind)]));

/** The facts for the anchors of each page. */
export const REFERENCE: Readonly<Record<string, ReadonlyMap<string, SectionFacts>>> = {
  options: optionPage('guest'),
  'xl.conf': optionPage('xl.conf'),
  cpupool: optionPage('cpupool'),
  disks: new Map(DISK_PARAMETERS.map((parameter) => [anchorOf(parameter.name), keyFacts(parameter)])),
  specs: new Map(
    SPEC_LANGUAGES.flatMap(({ options: [option = ''], parameters }) =>
      parameters.map((parameter) => [keyAnchor(option, parameter.name), keyFacts(parameter)]),
    ),
  ),
  rules: new Map(ALL_RULES.map(({ code }) => [anchorOf(code), ruleFacts(code)])),
};
