/** Rules about the strings of options: the faults that the languages find, explained. */

import type { Fix } from '../../edits/edit.ts';
import { editIn, fixWith, placeIn } from '../../edits/stringEdits.ts';
import type { SpecEffect, SpecFault, SpecFaultKind } from '../../languages/language.ts';
import { isFatal } from '../../languages/toolkit/readKeyed.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import { fieldAt, flagOf, otherKeyOf } from '../../schema/keySynonyms.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { spanOf } from '../../span.ts';
import { nearest } from '../../text/nearest.ts';
import { listed, quoted } from '../../text/sentences.ts';
import {
  type Explanation,
  type Finding,
  NOTHING,
  type Rule,
  type RuleContext,
  type RuleDescription,
  withFixes,
} from '../rule.ts';
import { isConsequence, keysOf, lackOf, meantKey } from './causes.ts';
import { OUTCOME, SEVERITY } from './effects.ts';
import { removeFieldFix } from './removeField.ts';
import { repairs } from './repairs.ts';

interface FoundFault {
  readonly fault: SpecFault;
  readonly guestSpec: GuestSpec;
  readonly context: RuleContext;
  /** The fault of the key that is missing because this one stands in its place. */
  readonly lack?: SpecFault | undefined;
}

/** Message, advice unless the fault has its own, and fixes. */
interface FaultExplanation extends Explanation {
  readonly advice: string;
}

const parameterOf = ({ guestSpec, fault }: FoundFault): ParameterSchema | undefined =>
  guestSpec.language.parameters.find(({ name }) => name === fault.parameter);

const wordsOf = ({ context }: FoundFault, parameter: ParameterSchema | undefined): string[] =>
  (parameter?.values ?? []).flatMap((value) =>
    !value.internal && existsIn(context.settings.xenVersion, value) ? value.name : [],
  );

const textOf = ({ fault, guestSpec }: FoundFault): string =>
  fault.value ?? guestSpec.spec.text.slice(fault.start, fault.end);

const changeFix = ({ guestSpec, fault }: FoundFault, newText: string): readonly Fix[] =>
  fixWith(`Change to ${newText}`, editIn(guestSpec.node, fault, newText), { preferred: true });

function unknownKey(found: FoundFault): FaultExplanation {
  const { guestSpec, context, fault, lack } = found;
  const name = fault.parameter ?? textOf(found);
  const known = guestSpec.language.parameters.find((parameter) => parameter.name === name);
  const xenVersion = context.settings.xenVersion;
  if (known && !existsIn(xenVersion, known)) {
    const when =
      known.last && !existsIn(xenVersion, { since: known.since }) ? '' : `requires Xen ${known.since}`;
    return {
      message: `\`${name}\` ${when || `does not exist in Xen ${xenVersion}`}: ${OUTCOME[fault.effect]}.`,
      advice: 'Remove it.',
      fixes: removeFieldFix(guestSpec, fault),
    };
  }
  if (keysOf(guestSpec, xenVersion).includes(name)) {
    const written = fieldAt(guestSpec.spec.text, fault.start);
    const flag = flagOf(name, written.slice(name.length + 1));
    const field = { start: fault.start, end: fault.start + written.length };
    return {
      message: `\`${name}\` has no value: ${OUTCOME[fault.effect]}.`,
      advice: flag === null ? 'Remove it.' : `Use \`${flag}\`, or remove it.`,
      fixes:
        flag === null
          ? removeFieldFix(guestSpec, fault)
          : fixWith(`Change to ${flag}`, editIn(guestSpec.node, field, flag), { preferred: true }),
    };
  }
  const other = otherKeyOf(guestSpec.option, name);
  if (other)
    return {
      message: `Unknown key ${quoted(name)} in this ${guestSpec.language.noun}: ${OUTCOME[fault.effect]}.`,
      advice: other.instead,
    };
  const suggestion = meantKey(name, guestSpec, xenVersion);
  const { noun } = guestSpec.language;
  return {
    message:
      lack === undefined
        ? `Unknown key ${quoted(name)} in this ${noun}: ${OUTCOME[fault.effect]}.`
        : `This ${noun} has no \`${lack.parameter}\`, and ${quoted(name)} is not a key: ${OUTCOME[fault.effect]}.`,
    advice: suggestion ? `Did you mean \`${suggestion}\`?` : 'Remove it.',
    fixes: !suggestion
      ? removeFieldFix(guestSpec, fault)
      : fault.end - fault.start === name.length
        ? changeFix(found, suggestion)
        : [],
  };
}

/** xl often reads part of a value that it does not accept; the advice says which. */
const outcomeOfValue = (effect: SpecEffect): string =>
  effect === 'ignored' ? 'xl accepts it with another meaning' : OUTCOME[effect];

function badValue(found: FoundFault): FaultExplanation {
  const parameter = parameterOf(found);
  const words = wordsOf(found, parameter);
  const value = textOf(found);
  const meant = words.find((word) => word === value.trim().toLowerCase()) ?? nearest(value, words);
  // Where the fault has its own advice, the message does not ask.
  const { advice } = found.fault;
  const suggestion =
    meant !== value && (advice === undefined || (meant && advice.includes(meant))) ? meant : null;
  const choice = words.length > 0 && words.length <= 12 ? `Use ${listed(words.map(quoted))}.` : '';
  return {
    message: `Invalid \`${parameter?.name ?? found.guestSpec.option}\` value ${quoted(value)}: ${outcomeOfValue(found.fault.effect)}.`,
    advice: suggestion
      ? `Did you mean \`${suggestion}\`?`
      : choice || (parameter?.example ? `Example: \`${parameter.example}\`` : ''),
    ...(suggestion ? { fixes: changeFix(found, suggestion) } : {}),
  };
}

function badForm(found: FoundFault): FaultExplanation {
  const { guestSpec, fault } = found;
  return {
    message: `Invalid ${guestSpec.language.noun} ${quoted(textOf(found))}: ${OUTCOME[fault.effect]}.`,
    advice: `Check how a ${guestSpec.language.noun} is written.`,
  };
}

function missingKey(found: FoundFault): FaultExplanation {
  const { guestSpec, fault } = found;
  return {
    message: `This ${guestSpec.language.noun} has no ${fault.parameter ? `\`${fault.parameter}\`` : 'content'}: ${OUTCOME[fault.effect]}.`,
    advice: fault.parameter ? `Add \`${fault.parameter}=\`.` : 'Fill it in, or remove it.',
  };
}

function padding(found: FoundFault): FaultExplanation {
  const { fault, guestSpec } = found;
  const text = textOf(found);
  if (text === '')
    return {
      message: `There are only spaces here: xl prints a warning and keeps the ${guestSpec.language.noun}.`,
      advice: 'Remove them.',
    };
  const what = /["']/.test(text) ? 'quotes' : 'space';
  const outcome = fault.effect === 'ignored' ? '' : `: ${OUTCOME[fault.effect]}`;
  return {
    message: `The ${what} around the value of \`${fault.parameter ?? guestSpec.option}\` ${what === 'quotes' ? 'are' : 'is'} part of it${outcome}.`,
    advice: '',
  };
}

const separator = ({ fault }: FoundFault): FaultExplanation => ({
  message: `A comma is missing before \`${fault.value}=\`, which becomes part of the value of \`${fault.parameter}\`${fault.effect === 'ignored' ? ', and lost' : `: ${OUTCOME[fault.effect]}`}.`,
  advice: 'Add a comma.',
});

const repeated = (found: FoundFault): FaultExplanation => ({
  message: `${quoted(found.fault.parameter ?? textOf(found))} is set twice: ${OUTCOME[found.fault.effect]}.`,
  advice: 'Remove one of them.',
});

function deprecated(found: FoundFault): FaultExplanation {
  const parameter = parameterOf(found);
  return {
    message: `${quoted(parameter?.name ?? textOf(found))} is deprecated: ${OUTCOME[found.fault.effect]}.`,
    advice: parameter?.deprecated ? `Use ${parameter.deprecated}.` : '',
  };
}

const conflict = (found: FoundFault): FaultExplanation => ({
  message: `${quoted(textOf(found))} conflicts with the rest of the string: ${OUTCOME[found.fault.effect]}.`,
  advice: 'Remove one of them.',
});

/** What goes with a fault that is removed, without the comma and the spaces that go with it. */
const removed = ({ fault, guestSpec }: FoundFault): string =>
  guestSpec.spec.text.slice(fault.start, fault.end).replace(/^[, ]+|(?<![, ])[, ]+$/g, '');

function findingOf(found: FoundFault, explain: (found: FoundFault) => FaultExplanation): Finding {
  const { fault, guestSpec } = found;
  const { message, advice, fixes } = explain(found);
  const own = fault.replacement
    ? fixWith(
        fault.replacement.newText === ''
          ? `Remove ${removed(found)}`
          : `Change to ${fault.replacement.newText}`,
        editIn(guestSpec.node, fault, fault.replacement.newText),
        {
          preferred: true,
          ...(fault.replacement.safe ? { safe: true } : {}),
        },
      )
    : fixes?.length
      ? fixes
      : repairs(found);
  const scope = spanOf(guestSpec.node);
  const stage = fault.stage ?? (fault.effect === 'createFails' ? 'setup' : undefined);
  return {
    severity: SEVERITY[fault.effect],
    ...(stage ? { stage } : {}),
    span: fault.kind === 'missing-key' ? scope : placeIn(guestSpec.node, fault),
    scope,
    message: [fault.message ?? message, fault.advice ?? advice].filter((text) => text !== '').join(' '),
    ...(fault.kind === 'deprecated' ? { tag: 'deprecated' as const } : {}),
    ...withFixes(own),
    ...(fault.kind === 'bad-value' && parameterOf(found)?.content === 'mac'
      ? { generatedFix: { title: 'Generate a new MAC address', generates: 'mac' } }
      : {}),
  };
}

/** Faults with their own rule are reported there. */
const isReportedAs = (kind: SpecFaultKind, fault: SpecFault): boolean =>
  fault.kind === kind && fault.rule === undefined;

/** The readers of strings that most faults are about. */
const READERS =
  'xl_parse.c:parse_nic_config,parse_usbdev_config,parse_vkb_config,parse_vnuma_config,parse_config_data ' +
  'libxlu_pci.c:xlu_pci_parse_spec_string';

const faultRule = (
  kind: SpecFaultKind,
  rule: Pick<RuleDescription, 'summary' | 'details'>,
  explain: (found: FoundFault) => FaultExplanation,
): Rule => ({
  code: `spec-${kind}`,
  source: READERS,
  severity: kind === 'deprecated' ? 'information' : 'warning',
  ...rule,
  check: (context) =>
    context.specs.faulty.some(({ spec }) => spec.faults.some((fault) => isReportedAs(kind, fault)))
      ? faultsOf(kind, context, explain)
      : NOTHING,
});

function* faultsOf(
  kind: SpecFaultKind,
  context: RuleContext,
  explain: (found: FoundFault) => FaultExplanation,
): Generator<Finding> {
  const { xenVersion } = context.settings;
  for (const guestSpec of context.specs.faulty) {
    for (const fault of guestSpec.spec.faults) {
      if (!isReportedAs(kind, fault) || isConsequence(fault, guestSpec, xenVersion)) continue;
      const meant = kind === 'unknown-key' ? meantKey(fault.parameter ?? '', guestSpec, xenVersion) : null;
      const lack = meant === null ? undefined : lackOf(meant, guestSpec);
      // What xl does about the missing key comes after, unless it has exited before.
      const { effect, stage } = isFatal(fault.effect) ? fault : (lack ?? fault);
      yield findingOf(
        { fault: { ...fault, effect, ...(stage && { stage }) }, guestSpec, context, lack },
        explain,
      );
    }
  }
}

export const specRules: readonly Rule[] = [
  faultRule(
    'unknown-key',
    {
      summary: 'An unknown key or word in a string.',
      details:
        'Keys are compared exactly, in lowercase, and a space before the `=` belongs to the key. What xl does about an ' +
        'unknown one depends on the option: for `vif` it prints a line and ignores it, for most others it rejects the file.',
    },
    unknownKey,
  ),
  faultRule(
    'bad-form',
    {
      summary: 'A part of a string that xl cannot read.',
      details:
        'An address, a range or a pair that is not of the form that the option needs. The message says what happens.',
    },
    badForm,
  ),
  faultRule(
    'bad-value',
    {
      summary: 'An invalid value of a key.',
      details: 'The message says what xl does with it. The hover of the key shows what it takes.',
    },
    badValue,
  ),
  faultRule(
    'missing-key',
    {
      summary: 'A string without a required key.',
      details:
        'Such as the `backend` of a `vtpm`, or the `path` of a `p9`. xl rejects the file, or does without the device.',
    },
    missingKey,
  ),
  faultRule(
    'repeated',
    {
      summary: 'A part of a string that is given twice.',
      details: 'As a rule the last one counts; the message says what xl does.',
    },
    repeated,
  ),
  faultRule(
    'deprecated',
    {
      summary: 'A deprecated part of a string.',
      details: 'The message says what to write instead.',
    },
    deprecated,
  ),
  faultRule(
    'padding',
    {
      summary: 'Quotes or spaces around a value in a string, which are part of the value.',
      details:
        'Inside a string xl takes everything up to the comma, spaces and quotes included: there is no bridge of the name ' +
        '`"xenbr0"`, and none of the name `xenbr0` with a trailing space. Of a string of spaces only, xl warns.\n\n' +
        "```\nvif = [ 'bridge=\"xenbr0\" ,model=e1000' ]     # no such bridge\nvif = [ 'bridge=xenbr0,model=e1000' ]\n```",
    },
    padding,
  ),
  faultRule(
    'separator',
    {
      summary: 'A space or a semicolon where a comma belongs.',
      details:
        'Fields are separated by commas. With another character the next field is a part of the value before it, and lost, or ' +
        "xl rejects the file.\n\n```\nvif = [ 'mac=00:16:3e:00:00:01 bridge=xenbr0' ]     # the default bridge\n" +
        "vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]\n```",
    },
    separator,
  ),
  faultRule(
    'conflict',
    {
      summary: 'Parts of a string that contradict each other.',
      details: 'Or a string that does not go with the others of the option. The message says what xl does.',
    },
    conflict,
  ),
];
