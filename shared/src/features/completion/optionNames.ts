/** Names of options, with the beginning of a value. */

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import type { Guest } from '../../model/guest.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { kindOf } from '../../prose/documentation.ts';
import { isRejectedOption, onlyArchitecture } from '../../schema/options/matching.ts';
import type { OptionKind, OptionSchema } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { choice, placeholder } from '../../snippet.ts';
import type { Value } from '../../syntax/index.ts';
import { type AtName, isStatementEnd } from './context.ts';
import { itemOf, type Proposal } from './items.ts';
import type { KnownValues } from './known.ts';
import { defaultNumber, NUMBERS, offeredValues } from './optionValues.ts';
import type { CompletionTools } from './tools.ts';

/** The options that this version of Xen reads for this type of guest, and that the file does not set yet. */
export function optionNameItems(
  doc: XlDocument,
  context: AtName,
  known: KnownValues,
  tools: CompletionTools,
): CompletionItem[] {
  const begin = valueBeginning(doc, context, known, tools);
  const { settings, guest, file, kind } = doc;
  const isForGuest = (option: OptionSchema): boolean =>
    option.guestTypes.includes(guest.type) &&
    !isRejectedOption(option, schemaContext(guest, settings)) &&
    isForArchitecture(option, guest);
  const set = new Set(file.settings.filter((one) => one !== context.setting).map(({ name }) => name.text));
  return kind.options
    .filter(
      (option) =>
        (kind.name !== 'guest' || isForGuest(option)) &&
        existsIn(settings.xenVersion, option) &&
        !set.has(option.name) &&
        takes(option, context.setting?.value),
    )
    .map((option) =>
      itemOf(doc, context.replaced, {
        label: option.name,
        kind: CompletionItemKind.Property,
        detail: kindOf(option),
        ...begin(option),
        sortText: `${option.deprecated ? LAST : option.use}${option.name}`,
        isDeprecated: option.deprecated !== undefined,
        data: { kind: 'option', file: kind.name, name: option.name },
      }),
    );
}

/** An option that only Arm has is offered as long as nothing says that the file is for x86. */
function isForArchitecture(option: OptionSchema, { architecture, architectureFrom }: Guest): boolean {
  const only = onlyArchitecture(option);
  return only === undefined || only === architecture || (only === 'arm' && architectureFrom === 'default');
}

/** The kinds of options that take a value. Anything else may be on its way to becoming one. */
const TAKEN_BY: Readonly<Partial<Record<Value['kind'], readonly OptionKind[]>>> = {
  string: ['string', 'stringOrList', 'numberOrString', 'booleanOrString'],
  number: ['number', 'boolean', 'numberOrString', 'booleanOrString', 'booleanOrList'],
  list: ['list', 'stringOrList', 'booleanOrList'],
};

/** Whether an option can have the value that is there already. */
const takes = ({ kind }: OptionSchema, value: Value | undefined): boolean =>
  value === undefined || (TAKEN_BY[value.kind]?.includes(kind) ?? true);

type Insertion = Pick<Proposal, 'newText' | 'isSnippet' | 'suggestCommand'>;

/** What an accepted name brings with it: nothing where something follows, else the operator and the beginning of a value. */
function valueBeginning(
  doc: XlDocument,
  { hasOperator, replaced }: AtName,
  known: KnownValues,
  { insertsSnippets = true, suggestCommand }: CompletionTools,
): (option: OptionSchema) => Insertion {
  if (hasOperator || !isStatementEnd(doc.file.text, replaced.end)) return ({ name }) => ({ newText: name });
  // Without tab stops, the value would look like a choice of the user's.
  if (!insertsSnippets) return ({ name }) => ({ newText: `${name} = ` });
  return (option) => {
    const value = skeleton(option, doc, known, suggestCommand !== undefined);
    const begun = { newText: `${option.name} = ${value}`, isSnippet: true };
    return /['"]\$1['"]/.test(value) ? { ...begun, suggestCommand } : begun;
  };
}

/** Sorts after every `use`. */
const LAST = 9;

/** The words that an option has for its value. */
interface Words {
  readonly all: readonly string[];
  /** Whether the tab stop offers them. */
  readonly inStop: boolean;
  /** The number that the document and the other files suggest. */
  readonly number: string | undefined;
}

const hasWords = ({ all }: Words): boolean => all.length > 0;

const quoted = (words: Words): string => `"${words.inStop && hasWords(words) ? choice(1, words.all) : '$1'}"`;

/** An option that takes a list of lists has one as its example. */
const listStop = ({ example }: OptionSchema, words: Words): string => {
  const item = hasWords(words) ? quoted(words) : "'$1'";
  return /=\s*\[\s*\[/.test(example ?? '') ? `[ [ ${item} ] ]` : `[ ${item} ]`;
};

const booleanStop = (): string => choice(1, ['1', '0']);

const SKELETONS: Readonly<Record<OptionKind, (option: OptionSchema, words: Words) => string>> = {
  string: (_, words) => quoted(words),
  stringOrList: (option, words) => (option.warns === 'string' ? listStop(option, words) : quoted(words)),
  number: numberStop,
  boolean: booleanStop,
  booleanOrString: booleanStop,
  booleanOrList: booleanStop,
  numberOrString: (option, words) => (hasWords(words) ? quoted(words) : numberStop(option, words)),
  list: listStop,
};

/**
 * The beginning of a value as a snippet: quotes, brackets, a choice of the values, or the default.
 *
 * @param opensSuggestions the editor shows the values with their documentation, which those of a tab stop do not have
 */
const skeleton = (
  option: OptionSchema,
  doc: XlDocument,
  known: KnownValues,
  opensSuggestions: boolean,
): string =>
  SKELETONS[option.kind](option, {
    all: offeredValues(doc, option).map(({ name }) => name),
    inStop: !opensSuggestions,
    number: NUMBERS.has(option.kind) ? known.ofOption(option)[0]?.name : undefined,
  });

function numberStop(option: OptionSchema, { number }: Words): string {
  const [{ min = 0 } = {}] = option.range ?? [];
  return placeholder(1, number ?? defaultNumber(option) ?? exampleNumber(option) ?? `${min}`);
}

/** The number in the example of an option that has no fixed default. */
const exampleNumber = ({ name, example }: OptionSchema): string | undefined => {
  const [, shown, number] = /^([a-z][\w.]*)\s*=\s*(\d+)\s*$/.exec(example ?? '') ?? [];
  return shown === name ? number : undefined;
};
