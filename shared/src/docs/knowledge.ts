/** All that is known, as data for other programs: `xlcfg schema`. Its shape is described in knowledgeSchema.ts. */

import {
  DISK_PARAMETERS,
  DISK_PREFIXES,
  type DiskParameterSchema,
  type DiskPrefixSchema,
} from '../languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '../languages/index.ts';
import type { SpecShape } from '../languages/language.ts';
import { RULES } from '../rules/index.ts';
import type { RuleDescription } from '../rules/rule.ts';
import { OPTION_AREAS, type OptionSchema, type XendOption } from '../schema/index.ts';
import { FILE_KINDS } from '../schema/kinds/index.ts';
import type { ParameterSchema } from '../schema/types.ts';
import { XEN_VERSIONS, type XenVersion } from '../schema/xenVersions.ts';
import { WORKSPACE_RULES } from '../workspace/rules/index.ts';

/** Counts up with every change that a program could stumble over: something is gone, or means something else. */
export const KNOWLEDGE_FORMAT = 1;

export interface KnownSpec {
  readonly options: readonly string[];
  readonly noun: string;
  readonly shape: SpecShape;
  readonly separator: string;
  readonly parameters: readonly KnownParameter[];
}

export type KnownRule = RuleDescription & {
  readonly scope: 'file' | 'workspace';
};

export interface Knowledge {
  readonly format: typeof KNOWLEDGE_FORMAT;
  readonly releases: readonly XenVersion[];
  readonly options: readonly (OptionSchema & { readonly area: string })[];
  readonly disk: {
    readonly parameters: readonly DiskParameterSchema[];
    readonly prefixes: readonly DiskPrefixSchema[];
  };
  readonly specs: readonly KnownSpec[];
  readonly xmOptions: readonly XendOption[];
  readonly otherFiles: {
    readonly 'xl.conf': readonly OptionSchema[];
    readonly cpupool: readonly OptionSchema[];
  };
  readonly rules: readonly KnownRule[];
}

const ruleOf =
  (scope: KnownRule['scope']) =>
  ({ code, source, severity, summary, details }: RuleDescription): KnownRule => ({
    code,
    source,
    severity,
    scope,
    summary,
    details,
  });

/** What is told of a parameter. What parsers have beside it is theirs alone. */
const PARAMETER_FIELDS = [
  'name',
  'source',
  'form',
  'summary',
  'details',
  'since',
  'last',
  'defaultValue',
  'example',
  'content',
  'values',
  'mandatory',
  'deprecated',
] as const satisfies readonly (keyof ParameterSchema)[];

type KnownParameter = Pick<ParameterSchema, (typeof PARAMETER_FIELDS)[number]>;

const parameterOf = (parameter: ParameterSchema): KnownParameter =>
  Object.fromEntries(PARAMETER_FIELDS.map((field) => [field, parameter[field]])) as KnownParameter;

/** Everything, in the order of the reference pages. */
export const knowledge = (): Knowledge => ({
  format: KNOWLEDGE_FORMAT,
  releases: XEN_VERSIONS,
  options: OPTION_AREAS.flatMap(({ title, options }) =>
    options.map((option) => ({ area: title, ...option })),
  ),
  disk: { parameters: DISK_PARAMETERS, prefixes: DISK_PREFIXES },
  specs: SPEC_LANGUAGES.filter(({ page }) => page === undefined).map(
    ({ options, noun, shape, separator, parameters }) => ({
      options,
      noun,
      shape,
      separator,
      parameters: parameters.map(parameterOf),
    }),
  ),
  xmOptions: [...FILE_KINDS.guest.xendOptionByName.values()],
  otherFiles: { 'xl.conf': FILE_KINDS['xl.conf'].options, cpupool: FILE_KINDS.cpupool.options },
  rules: [...RULES.map(ruleOf('file')), ...WORKSPACE_RULES.map(ruleOf('workspace'))],
});
