import { DEFAULT_SETTINGS, openDocument, XEN_VERSIONS, type XenVersion } from '@xlcfg/shared';
import { guestWithExample } from '@xlcfg/shared/src/docs/guestWithExample.ts';
import { DISK_PARAMETERS } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { existsIn, type GuestType, type Lifetime, OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { FILE_KINDS, type FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The newest release that has it. */
const newestOf = (lifetime: Lifetime): XenVersion =>
  XEN_VERSIONS.findLast((xenVersion) => existsIn(xenVersion, lifetime)) ?? lifetime.since;

const codesIn = (text: string, xenVersion: XenVersion, kind: FileKindName): string[] =>
  openDocument(
    TextDocument.create('file:///web1.cfg', 'xlcfg', 1, text),
    { ...DEFAULT_SETTINGS, xenVersion },
    kind,
  ).problems.map(({ code }) => code);

/** What the example of something old says of itself. */
const OWN = /^(?:deprecated-option|deprecated-value|spec-deprecated|xl-warns)$/;

const expectClean = (
  example: string,
  lifetime: Lifetime,
  isOld: boolean,
  types: readonly GuestType[],
): void => {
  const xenVersion = newestOf(lifetime);
  const problems = types.map((type) =>
    codesIn(guestWithExample(example, type, xenVersion), xenVersion, 'guest').filter(
      (code) => !(isOld && OWN.test(code)),
    ),
  );
  expect(problems).toContainEqual([]);
};

describe('an example has no problems in a version that has it', () => {
  test.each(OPTIONS.map((option) => [option.name, option] as const))('option %s', (_, option) => {
    const isOld =
      option.deprecated !== undefined || option.warns !== undefined || option.unused !== undefined;
    expectClean(option.example ?? '', option, isOld, option.guestTypes);
  });

  const specs = SPEC_LANGUAGES.flatMap(({ options, parameters }) =>
    parameters.map((parameter) => [`${options[0]}: ${parameter.name}`, parameter] as const),
  );
  test.each(specs)('%s', (_, parameter) => {
    expectClean(parameter.example ?? '', parameter, parameter.deprecated !== undefined, GUEST_TYPES);
  });

  test.each(DISK_PARAMETERS.map((parameter) => [parameter.name, parameter] as const))(
    'disk: %s',
    (_, parameter) => {
      expectClean(parameter.example ?? '', parameter, false, GUEST_TYPES);
    },
  );

  const others = (['xl.conf', 'cpupool'] as const).flatMap((kind) =>
    FILE_KINDS[kind].options.map((option) => [`${kind}: ${option.name}`, kind, option] as const),
  );
  test.each(others)('%s', (_, kind, option) => {
    const codes = codesIn(`${option.example}\n`, newestOf(option), kind);
    expect(codes.filter((code) => !(option.deprecated && OWN.test(code)))).toEqual([]);
  });
});

describe('every entry has documentation', () => {
  const entries = [
    ...OPTIONS,
    ...FILE_KINDS['xl.conf'].options,
    ...FILE_KINDS.cpupool.options,
    ...DISK_PARAMETERS,
    ...SPEC_LANGUAGES.flatMap(({ parameters }) => parameters),
  ];
  test.each(entries.map((entry) => [entry.name, entry] as const))(
    '%s',
    (name, { summary, since, example }) => {
      expect(summary).toMatch(/\.$/);
      expect(XEN_VERSIONS).toContain(since);
      expect(example ?? '', name).not.toBe('');
    },
  );
});
