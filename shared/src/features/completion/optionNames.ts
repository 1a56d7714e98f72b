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
import type { AtName } from './context.ts';
import { itemOf } from './items.ts';
import { defaultNumber, offeredValues } from './optionValues.ts';

/** The options that this version of Xen reads for this type of guest, and that the file does not set yet. */
export function optionNameItems(doc: XlDocument, context: AtName): CompletionItem[] {
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
        !set.has(option.name),
    )
    .map((option) =>
      itemOf(doc, context.replaced, {
        label: option.name,
        kind: CompletionItemKind.Property,
        detail: kindOf(option),
        newText: context.hasOperator ? option.name : `${option.name} = ${skeleton(option, doc)}`,
        isSnippet: !context.hasOperator,
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

/** Sorts after every `use`. */
const LAST = 9;

const quoted = (words: readonly string[]): string => `"${words.length > 0 ? choice(1, words) : '$1'}"`;

/** An option that takes a list of lists has one as its example. */
const listStop = ({ example }: OptionSchema, words: readonly string[]): string => {
  const item = words.length > 0 ? quoted(words) : "'$1'";
  return /=\s*\[\s*\[/.test(example ?? '') ? `[ [ ${item} ] ]` : `[ ${item} ]`;
};

const booleanStop = (): string => choice(1, ['1', '0']);

const SKELETONS: Readonly<Record<OptionKind, (option: OptionSchema, words: readonly string[]) => string>> = {
  string: (_, words) => quoted(words),
  stringOrList: (option, words) => (option.warns === 'string' ? listStop(option, words) : quoted(words)),
  number: (option) => numberStop(option),
  boolean: booleanStop,
  booleanOrString: booleanStop,
  booleanOrList: booleanStop,
  numberOrString: (option, words) => (words.length > 0 ? quoted(words) : numberStop(option)),
  list: listStop,
};

/** The beginning of a value as a snippet: quotes, brackets, a choice of the values, or the default. */
const skeleton = (option: OptionSchema, doc: XlDocument): string =>
  SKELETONS[option.kind](
    option,
    offeredValues(doc, option).map(({ name }) => name),
  );

function numberStop(option: OptionSchema): string {
  const number = defaultNumber(option) ?? exampleNumber(option);
  return number === undefined ? '$1' : placeholder(1, number);
}

/** The number in the example of an option that has no fixed default. */
const exampleNumber = ({ name, example }: OptionSchema): string | undefined => {
  const [, shown, number] = /^([a-z][\w.]*)\s*=\s*(\d+)\s*$/.exec(example ?? '') ?? [];
  return shown === name ? number : undefined;
};
