/** Fixes for faults for which neither their language nor their rule has one: each is tried on the string first. */
import type { Fix } from '../../edits/edit.ts';
import { editIn, fixWith } from '../../edits/stringEdits.ts';
import { readStrings, type SpecFault } from '../../languages/language.ts';
import { type GuestSpec, specContext } from '../../model/guestSpecs.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { type Span, span } from '../../span.ts';
import type { RuleContext } from '../rule.ts';
import { SEVERITY } from './effects.ts';
import { fieldAround } from './removeField.ts';

interface FoundFault {
  readonly fault: SpecFault;
  readonly guestSpec: GuestSpec;
  readonly context: RuleContext;
}

/** A change of a part of the string, which may or may not help. */
interface Candidate {
  readonly title: string;
  readonly at: Span;
  readonly newText: string;
  readonly preferred?: true;
}

/** Each trial reads the string once more, so that strings with more faults than this get none. */
const MOST_FAULTS = 8;
/** Of so many values each is offered. */
const MOST_VALUES = 4;

/** The fixes that remove the fault. Of two that add the same, at either end of the string, the first. */
export function repairs(found: FoundFault): readonly Fix[] {
  const { guestSpec } = found;
  const { text, faults } = guestSpec.spec;
  if (faults.length > MOST_FAULTS) return [];
  const fixes = new Map<string, Fix>();
  for (const { title, at, newText, preferred } of candidates(found)) {
    if (fixes.has(title) || !isCuredBy(found, text.slice(0, at.start) + newText + text.slice(at.end)))
      continue;
    for (const fix of fixWith(title, editIn(guestSpec.node, at, newText), preferred ? { preferred } : {}))
      fixes.set(title, fix);
  }
  return [...fixes.values()];
}

function candidates(found: FoundFault): readonly Candidate[] {
  const { fault } = found;
  switch (fault.kind) {
    case 'missing-key':
      return missingFields(found).flatMap((field) => additions(found, field));
    case 'deprecated':
      return fault.effect === 'ignored' ? preferring(removals(found)) : [];
    case 'repeated':
      return preferring(removals(found));
    case 'conflict':
      return [
        ...(fault.additions ?? []).flatMap((field) => additions(found, field)),
        ...otherValues(found),
        ...(fault.effect === 'ignored' ? preferring(removals(found)) : removals(found)),
      ];
    case 'bad-value':
    case 'unknown-key':
      return [...otherValues(found), ...removals(found)];
    case 'bad-form':
      return [...surplus(found), ...(found.guestSpec.language.separator === '' ? [] : removals(found))];
    default:
      return [];
  }
}

const preferring = (all: readonly Candidate[]): readonly Candidate[] =>
  all.map((one) => ({ ...one, preferred: true }));

const parameterOf = ({ fault, guestSpec }: FoundFault): ParameterSchema | undefined =>
  guestSpec.language.parameters.find(({ name }) => name === fault.parameter);

function valuesOf({ context }: FoundFault, { values = [] }: ParameterSchema): readonly string[] {
  const names = values.flatMap((value) =>
    !value.internal && existsIn(context.settings.xenVersion, value) ? value.name : [],
  );
  return names.length <= MOST_VALUES ? names : [];
}

/** What could be added for a parameter that is missing: each of its values, or else that of its example. */
function missingFields(found: FoundFault): readonly string[] {
  const parameter = parameterOf(found);
  if (found.fault.additions) return found.fault.additions;
  if (!parameter) return [];
  const values = valuesOf(found, parameter);
  if (values.length > 0) return values.map((value) => `${parameter.name}=${value}`);
  const example = new RegExp(`\\b${parameter.name}=[^,'"]+`).exec(parameter.example ?? '')?.[0];
  return example === undefined ? [] : [example];
}

/** In place of the same key without a value, at the end, or at the beginning. */
function additions({ guestSpec: { spec, language } }: FoundFault, field: string): readonly Candidate[] {
  const { text } = spec;
  const title = `Add ${field}`;
  const key = field.slice(0, field.indexOf('=') + 1);
  const empty = spec.parts.find(({ start, end }) => text.slice(start, end).trim() === key);
  if (text.trim() === '') return [{ title, at: span(0, text.length), newText: field }];
  return [
    ...(empty ? [{ title, at: empty, newText: field }] : []),
    { title, at: span(text.length, text.length), newText: language.separator + field },
    { title, at: span(0, 0), newText: field + language.separator },
  ];
}

/** The other values of a parameter, where the fault is at the value. */
function otherValues(found: FoundFault): readonly Candidate[] {
  const { fault, guestSpec } = found;
  const parameter = parameterOf(found);
  const value = guestSpec.spec.text.slice(fault.start, fault.end);
  if (!parameter || value.includes('=')) return [];
  return valuesOf(found, parameter)
    .filter((other) => other !== value)
    .map((other) => ({ title: `Change to ${other}`, at: fault, newText: other }));
}

/** Without the field; where words follow each other without a separator, without the word. */
function removals({ fault, guestSpec }: FoundFault): readonly Candidate[] {
  const { text } = guestSpec.spec;
  const { separator } = guestSpec.language;
  if (separator === '')
    return [{ title: `Remove ${text.slice(fault.start, fault.end)}`, at: fault, newText: '' }];
  const { field, withSeparator } = fieldAround(text, separator, fault);
  const title = `Remove ${text.slice(field.start, field.end).trim()}`;
  return field.end > field.start ? [{ title, at: withSeparator, newText: '' }] : [];
}

/** What follows a value that xl has read, from a sign on: `@5`, `,20`. */
function surplus({ fault, guestSpec }: FoundFault): readonly Candidate[] {
  const text = guestSpec.spec.text.slice(fault.start, fault.end);
  return fault.start > 0 && /^[^\w\s]/.test(text)
    ? [{ title: `Remove ${text}`, at: fault, newText: '' }]
    : [];
}

const isFatal = ({ effect }: SpecFault): boolean => SEVERITY[effect] === 'error';

/** Whether the fault is gone from the text, and nothing that makes xl fail has come for it. */
function isCuredBy(found: FoundFault, text: string): boolean {
  const { fault, guestSpec } = found;
  const [before, after] = [readAlone(found, guestSpec.spec.text), readAlone(found, text)];
  const alike = (faults: readonly SpecFault[]): number =>
    faults.filter(
      ({ kind, effect, parameter }) =>
        kind === fault.kind && effect === fault.effect && parameter === fault.parameter,
    ).length;
  const fatal = (faults: readonly SpecFault[]): number => faults.filter(isFatal).length;
  return (
    before !== undefined &&
    after !== undefined &&
    alike(after) < alike(before) &&
    fatal(after) <= fatal(before) - (isFatal(fault) ? 1 : 0)
  );
}

/** The faults of a string as the only one of its option. */
function readAlone({ guestSpec, context }: FoundFault, text: string): readonly SpecFault[] | undefined {
  const { guest, settings } = context;
  const form = guest.settings.get(guestSpec.option)?.value.kind === 'list' ? 'list' : 'text';
  const whole = { ...specContext(guest, settings.xenVersion), form } as const;
  return readStrings(guestSpec.language, [text], whole)[0]?.faults;
}
