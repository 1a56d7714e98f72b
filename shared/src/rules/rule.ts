/** What a rule is. One file a rule, or a table of rules of one shape; all are listed in index.ts. */
import type { Guest } from '../model/guest.ts';
import { type Judged, judgeValues } from '../model/judge.ts';
import { type Names, namesOf } from '../model/names.ts';
import { type Readings, readingsOf } from '../model/readings.ts';
import type { GuestSpecs } from '../model/specs.ts';
import type { FileKind, FileKindName } from '../schema/kinds/index.ts';
import type { Settings } from '../settings.ts';
import type { ConfigFile } from '../syntax/index.ts';
import type { Problem, Severity } from './problem.ts';

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
  readonly names: Names;
  /** What is wrong with the values of the options that xl reads. */
  readonly judged: readonly Judged[];
  /** Of a guest: what xl gets from its options. */
  readonly read: Readings;
}

export function ruleContext(source: RuleSource): RuleContext {
  const { kind, guest, settings } = source;
  const release = settings.xenVersion;
  const names = namesOf(guest, kind.optionByName, release);
  return {
    names,
    judged: judgeValues(names.read, { release, guestType: guest.type }),
    read: readingsOf(guest, release),
    ...source,
  };
}

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
