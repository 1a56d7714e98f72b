/** What is offered inside a string with its own language: whatever the language accepts there. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { OfferedValue, ParsedSpec, SpecFaultKind } from '../../languages/language.ts';
import { parameterForm } from '../../prose/parameter.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { exampleValue } from './examples.ts';
import { ordinal, type Proposal } from './items.ts';
import type { StringField } from './stringField.ts';
import { type EditedString, faultsOf, fieldOf, fits, type Trial, tryOut } from './trial.ts';
import { valuesFor } from './values.ts';

/** Values sort before keys and flags. */
const VALUES_FIRST = 1;
const THEN_KEYS = 2;
const LAST = 3;

export function stringProposals(field: StringField, edited: EditedString): readonly Proposal[] {
  const { parameter } = field;
  if (parameter) return existsIn(edited.xenVersion, parameter) ? namedValues(parameter, edited) : [];
  const free = edited.language.parameters.filter((one) => !edited.usedFields.has(fieldOf(one)));
  const known = free.filter((one) => existsIn(edited.xenVersion, one));
  if (field.role !== undefined)
    return free.filter(({ name }) => name === field.role).flatMap((one) => valuesWithoutKey(one, edited));
  const keys = known
    .filter((one) => acceptsKey(one, field, edited))
    .map((one) => keyProposal(one, field, edited));
  if (field.isKey) return keys;
  return [
    // A position may be older than the key with which it can be named.
    ...free.flatMap((one) => valuesWithoutKey(one, edited)),
    ...known.filter((one) => acceptsFlag(one, edited)).map((one) => flagProposal(one, edited)),
    ...keys,
  ];
}

const hasFault = (trial: Trial, kinds: readonly SpecFaultKind[]): boolean =>
  faultsOf(trial).some(({ kind }) => kinds.includes(kind));

/** Values after a key. */
const namedValues = (parameter: ParameterSchema, edited: EditedString): readonly Proposal[] =>
  valuesFor(edited.language, parameter, edited)
    .filter(({ name }) => !hasFault(tryOut(edited, name), ['bad-value', 'bad-form']))
    .map((value, index) => valueProposal(parameter, value, index, edited));

function valueProposal(
  { name: parameter, values = [] }: ParameterSchema,
  { name: value, deprecated, note }: OfferedValue,
  index: number,
  { option, before, separator, after, guestType, suggestCommand }: EditedString,
): Proposal {
  const isInSchema = values.some(({ name }) => name === value);
  const text = `${value}${separator}`;
  return {
    label: value,
    kind: isInSchema ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    detail: note === undefined ? parameter : `${parameter}, ${note}`,
    newText: text,
    sortText: `${deprecated === undefined ? VALUES_FIRST : LAST}${ordinal(index)}`,
    isDeprecated: deprecated !== undefined,
    // In a folder there is more to choose.
    suggestCommand: value.endsWith('/') ? suggestCommand : undefined,
    data: {
      kind: 'specValue',
      option,
      parameter,
      value,
      ...(isInSchema ? {} : { read: { text: `${before}${text}${after}`, guestType } }),
    },
  };
}

const isReadAs = ({ name }: ParameterSchema, word: string, { part }: Trial): boolean =>
  part?.kind === 'word' && part.text === word && part.role === name;

/** Whether the language reads the word as this parameter, and accepts it. */
function acceptsWord(word: string, parameter: ParameterSchema, edited: EditedString): boolean {
  const trial = tryOut(edited, word);
  return isReadAs(parameter, word, trial) && faultsOf(trial).length === 0 && fits(edited, trial);
}

/** Values that are identified by their position or form. */
function valuesWithoutKey(parameter: ParameterSchema, edited: EditedString): readonly Proposal[] {
  if (!edited.language.notations?.[parameter.name]) return [];
  // In another position, no value is read as this parameter. An example with a separator in it needs its key.
  const example = exampleValue(edited.language, parameter);
  if (example === undefined) return [];
  if (!example.includes(edited.language.separator) && !isReadAs(parameter, example, tryOut(edited, example)))
    return [];
  return valuesFor(edited.language, parameter, edited)
    .filter(({ name }) => acceptsWord(name, parameter, edited))
    .map((value, index) => valueProposal(parameter, value, index, edited));
}

/** A parameter that is its own name. Others without a key have a notation. */
const acceptsFlag = (parameter: ParameterSchema, edited: EditedString): boolean =>
  parameter.form === 'flag' &&
  !edited.language.notations?.[parameter.name] &&
  acceptsWord(parameter.name, parameter, edited);

/** Whether the key can be written here, with a value of its example or its schema. */
function acceptsKey(parameter: ParameterSchema, field: StringField, edited: EditedString): boolean {
  const { name, form } = parameter;
  if (form !== 'value') return false;
  const value =
    exampleValue(edited.language, parameter) ?? valuesFor(edited.language, parameter, edited)[0]?.name ?? '1';
  // The value that is there already stays.
  const trial = tryOut(edited, field.isKey ? name : `${name}=${value}`);
  const { part, start } = trial;
  const isRead = part?.kind === 'parameter' && part.name === name;
  // A value that is there already must be one of this key; another one is still to be written.
  const isFaulty = field.isKey
    ? countFaults(trial.spec) > countFaults(edited.spec)
    : hasFault({ ...trial, end: start + name.length + 1 }, ['unknown-key', 'bad-form']);
  return isRead && !isFaulty && fits(edited, trial);
}

const countFaults = ({ faults }: ParsedSpec): number =>
  faults.filter(({ kind, effect }) => effect !== 'none' && kind !== 'deprecated').length;

const flagProposal = (parameter: ParameterSchema, edited: EditedString): Proposal =>
  parameterProposal(parameter, edited, `${parameter.name}${edited.separator}`);

function keyProposal(parameter: ParameterSchema, { isKey }: StringField, edited: EditedString): Proposal {
  const { name, mandatory } = parameter;
  const { separator } = edited;
  const text = isKey ? name : `${name}=${separator === '' ? '' : `$0${separator}`}`;
  const proposal = parameterProposal(parameter, edited, text);
  return {
    ...proposal,
    label: `${name}=`,
    kind: CompletionItemKind.Field,
    ...(mandatory ? { detail: `${proposal.detail}, mandatory` } : {}),
    // A snippet within another one would end that one in some editors.
    isSnippet: !isKey && separator !== '',
    suggestCommand: isKey ? undefined : edited.suggestCommand,
    filterText: name,
  };
}

/** In the order of the table. */
function parameterProposal(
  parameter: ParameterSchema,
  { option, language }: EditedString,
  text: string,
): Proposal {
  const { name, deprecated, takesRest } = parameter;
  const rank = deprecated === undefined && !takesRest ? THEN_KEYS : LAST;
  return {
    label: name,
    kind: CompletionItemKind.Keyword,
    detail: parameterForm(parameter),
    newText: text,
    sortText: `${rank}${ordinal(language.parameters.indexOf(parameter))}`,
    isDeprecated: deprecated !== undefined,
    data: { kind: 'specParameter', option, name },
  };
}
