/** What xl does with a value or a string that it cannot use, in words. */
import type { ParsedSpec, SpecEffect, SpecFault, SpecFaultKind } from '../languages/language.ts';
import type { BadValueEffect } from '../schema/types.ts';
import type { Span } from '../span.ts';
import { plain } from '../text/markdown.ts';
import { printable } from '../text/printable.ts';

/** What xl does, the worst first, as a sentence without its full stop. Empty for what works as written. */
export const EFFECTS: Readonly<Record<SpecEffect, string>> = {
  refused: 'xl rejects the file',
  crashes: 'xl crashes or never returns',
  createFails: 'xl accepts the file, but the guest cannot be created',
  dropped: 'xl continues without the device',
  startFails: 'xl accepts the file, but the guest does not start',
  unusable: 'xl accepts it, but the guest cannot use it',
  restIgnored: 'xl ignores it and the rest of the string',
  ignored: 'xl ignores it',
  none: '',
};

/** Likewise for the value of an option. */
export const OPTION_EFFECTS: Readonly<Record<BadValueEffect, string>> = {
  ...EFFECTS,
  ignored: 'xl ignores the option',
};

/** Likewise for a string as a whole. */
const WHOLE_EFFECTS: Readonly<Record<SpecEffect, string>> = {
  ...EFFECTS,
  restIgnored: 'xl reads only the beginning',
  ignored: 'xl ignores a part of it',
};

/** Of a value that xl takes for another one: it does not ignore that. */
const MISREAD = 'xl does not read it as written';

const WORST_FIRST = Object.keys(EFFECTS);

export const byEffect = (one: SpecFault, other: SpecFault): number =>
  WORST_FIRST.indexOf(one.effect) - WORST_FIRST.indexOf(other.effect);

const strong = (sentence: string): string => (sentence === '' ? '' : `**${sentence}.**`);

/** What xl does with a string because of a fault. Markdown; empty where it works as written. */
export const wholeEffect = ({ effect }: SpecFault): string => strong(WHOLE_EFFECTS[effect]);

/** What to do about a fault. Markdown on one line; empty where the effect says it all. */
export const adviceOn = ({ advice }: SpecFault): string => (advice ? printable(plain(advice)) : '');

/** What is wrong, where neither the text itself nor advice tells. */
const REASONS: Readonly<Partial<Record<SpecFaultKind, string>>> = {
  'bad-value': 'This is not a valid value.',
  repeated: 'It is already set.',
};

function faultLine(fault: SpecFault): string {
  const { kind, effect } = fault;
  const isMisread = kind === 'bad-value' && effect === 'ignored';
  const outcome = strong(isMisread ? MISREAD : EFFECTS[effect]);
  return [outcome, adviceOn(fault) || REASONS[kind]].filter(Boolean).join(' ');
}

/** What is wrong within a span of the decoded text, the worst first. Markdown, one line each. */
export const faultLines = ({ faults }: ParsedSpec, { start, end }: Span): readonly string[] =>
  faults
    .filter((fault) => fault.start >= start && fault.end <= end)
    .sort(byEffect)
    .map(faultLine)
    .filter((line) => line !== '');
