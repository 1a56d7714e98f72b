/** What a rule is. One file a rule, or a table of rules of one shape; all are listed in index.ts. */

import { type ClassifiedOptions, classifyOptions } from '../model/classifyOptions.ts';
import type { Guest } from '../model/guest.ts';
import type { GuestSpecs } from '../model/guestSpecs.ts';
import { type OptionValues, optionValuesOf } from '../model/optionValues.ts';
import { type InvalidValue, validateValues } from '../model/validateValues.ts';
import type { FileKind, FileKindName } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import type { Severity } from '../severity.ts';
import type { ConfigFile } from '../syntax/index.ts';
import type { Problem } from './problem.ts';

/** What the problems of a file are found in. */
export interface RuleSource {
  /** The kind of file it is, with the options of such files. */
  readonly kind: FileKind;
  readonly file: ConfigFile;
  readonly guest: Guest;
  /** The strings of its options, read. */
  readonly specs: GuestSpecs;
  readonly settings: Settings;
  /** Where the text is from, to suggest a name for the guest; any URI or path. */
  readonly uri: string;
}

/** The source, with what many rules ask of it. */
export interface RuleContext extends RuleSource {
  readonly options: ClassifiedOptions;
  /** What is wrong with the values of the options that xl reads. */
  readonly invalidValues: readonly InvalidValue[];
  /** Of a guest: what xl gets from its options. */
  readonly values: OptionValues;
  /** False where the file sets a type that xl rejects: what depends on the type is not known then. */
  readonly hasValidType: boolean;
}

export function ruleContext(source: RuleSource): RuleContext {
  const { kind, guest, settings } = source;
  const xenVersion = settings.xenVersion;
  const options = classifyOptions(guest, kind.optionByName, xenVersion);
  const invalidValues = validateValues(options.read, { xenVersion, guestType: guest.type });
  return {
    options,
    invalidValues,
    values: optionValuesOf(guest, xenVersion),
    hasValidType: guest.typeSetting !== undefined || !invalidValues.some(isRejectedType),
    ...source,
  };
}

const isRejectedType = ({ option, fault }: InvalidValue): boolean =>
  fault.effect === 'refused' && (option.name === 'type' || option.name === 'builder');

export type Finding = Omit<Problem, 'code' | 'severity'> & {
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
};

export interface Rule {
  /** Stable: settings, comments and the documentation name the rule by it. */
  readonly code: string;
  /** The severity unless the settings or a finding say otherwise. `error` if and only if xl refuses the file. */
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly summary: string;
  /** What xl does, and what to write instead, with an example. Markdown. */
  readonly details: string;
  /** The kinds of files that it is for. Absent: guests. */
  readonly kinds?: readonly FileKindName[];
  readonly check: (context: RuleContext) => Iterable<Finding>;
}

/** Of a rule that sees at a glance that there is nothing for it in the file, as most do in most files. */
export const NOTHING: readonly Finding[] = [];

/** For rules that hold wherever xl's grammar does. */
export const EVERY_KIND: readonly FileKindName[] = ['guest', 'xl.conf', 'cpupool'];
