/** The definition of a rule. All rules are listed in index.ts. */

import type { Fix } from '../edits/edit.ts';
import { type ClassifiedOptions, classifyOptions } from '../model/classifyOptions.ts';
import { type ProgramBefore, programBefore } from '../model/createStages.ts';
import type { Guest } from '../model/guest.ts';
import type { GuestSpecs } from '../model/guestSpecs.ts';
import { type OptionValues, optionValuesOf } from '../model/optionValues.ts';
import { schemaContext } from '../model/schemaContext.ts';
import { type InvalidValue, validateValues } from '../model/validateValues.ts';
import type { FileKind, FileKindName } from '../schema/kinds/index.ts';
import type { Sourced } from '../schema/source.ts';
import type { CreateStage } from '../schema/types.ts';
import type { Settings } from '../settings.ts';
import type { Severity } from '../severity.ts';
import type { ConfigFile } from '../syntax/index.ts';
import type { Problem } from './problem.ts';

/** The file in which problems are searched. */
export interface RuleSource {
  /** The kind of the file, with its options. */
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly guest: Guest;
  /** The parsed strings of its options. */
  readonly specs: GuestSpecs;
  readonly settings: Settings;
  /** Any URI or path of the file, to suggest a name for the guest. */
  readonly uri: string;
}

/** The source, with what many rules need. */
export interface RuleContext extends RuleSource {
  readonly options: ClassifiedOptions;
  /** What is wrong with the values of the options that xl reads. */
  readonly invalidValues: readonly InvalidValue[];
  /** The values that xl gets for the options of a guest. */
  readonly values: OptionValues;
  /** False where the file sets a type that xl rejects, so that whatever depends on the type is unknown. */
  readonly hasValidType: boolean;
  /** The program that has to succeed before xl gets to this part of `xl create`, if there is one. */
  readonly programBefore: (stage: CreateStage) => ProgramBefore | undefined;
}

export function ruleContext(source: RuleSource): RuleContext {
  const { kind, guest, specs, settings } = source;
  const xenVersion = settings.xenVersion;
  const options = classifyOptions(guest, kind.optionByName, xenVersion);
  const invalidValues = validateValues(options.read, schemaContext(guest, settings));
  const values = optionValuesOf(guest, xenVersion);
  return {
    options,
    invalidValues,
    values,
    programBefore: (stage) => programBefore(stage, values, specs),
    hasValidType: guest.typeSetting !== undefined || !invalidValues.some(isRejectedType),
    ...source,
  };
}

const isRejectedType = ({ option, fault }: InvalidValue): boolean =>
  fault.effect === 'refused' && (option.name === 'type' || option.name === 'builder');

/** A fault put into words, by rules that explain the faults of a reader. */
export type Explanation = Pick<Problem, 'message' | 'fixes'>;

/** The fixes as a property to spread, where there are any. */
export const withFixes = (fixes: readonly Fix[] = []): Pick<Problem, 'fixes'> =>
  fixes.length > 0 ? { fixes } : {};

export type Finding = Omit<Problem, 'code' | 'severity'> & {
  /** Absent: that of the rule. */
  readonly severity?: Severity;
  /** True where it depends on the architecture: the message then says which one is assumed, and why. */
  readonly assumesArchitecture?: true;
};

/** What users can know and set of a rule. */
export interface RuleDescription extends Sourced {
  /** Stable: settings, comments and the documentation refer to the rule by it. */
  readonly code: string;
  /** The severity unless the settings or a finding have another one. `error` if and only if xl rejects the file. */
  readonly severity: Severity;
  /** Its errors are those of libxl, once xl has read the file: `xl create -n` accepts it, and prints its configuration. */
  readonly isAfterParsing?: true;
  /** What it finds, in one sentence. */
  readonly summary: string;
  /** What xl does, and what to write instead, with an example. Markdown. */
  readonly details: string;
}

export interface Rule extends RuleDescription {
  /** The kinds of files that it is for. Absent: guests. */
  readonly kinds?: readonly FileKindName[];
  readonly check: (context: RuleContext) => Iterable<Finding>;
}

/** The result of a rule that finds nothing, which findProblems recognizes. */
export const NOTHING: readonly Finding[] = [];

/** For rules that apply to all files in xl's grammar. */
export const EVERY_KIND: readonly FileKindName[] = ['guest', 'xl.conf', 'cpupool'];
