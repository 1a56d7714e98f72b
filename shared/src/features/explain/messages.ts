/** Messages of xl and its libraries, explained: what they mean, and which rules find the cause. */

import { ALL_RULES } from '../../allRules.ts';
import { type FoundMessage, findMessages } from '../../messages/findMessages.ts';
import { FILE_KINDS } from '../../schema/kinds/index.ts';
import { bullets, code, codeBlock, paragraphs, plain } from '../../text/markdown.ts';

/** What the rules report of a string or value of an option: its line in a file, and a message with its code for each problem. */
export interface Inspection {
  readonly line: string;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** Inspects a string or value of an option, as one of several guests. */
export type Inspect = (option: string, text: string) => readonly Inspection[];

/** Whether a text is meant as a message, known or not. */
export const looksLikeMessage = (text: string): boolean =>
  /^[ \t]*(?:libxl|xl|libxlu): |: config parsing error |^(?:ERROR|WARNING): /m.test(text);

const sameMessage = (one: FoundMessage, other: FoundMessage): boolean => one.printed === other.printed;

/** The messages that say something: causes where there are some, each once. */
function worthExplaining(found: readonly FoundMessage[]): readonly FoundMessage[] {
  const causes = found.filter(({ message }) => !message.isConsequence);
  const chosen = causes.length > 0 ? causes : found;
  return chosen.filter((one, index) => chosen.findIndex((other) => sameMessage(one, other)) === index);
}

/** Explains the messages in what xl printed, one text of Markdown for each; none where no message is known. */
export const messageTexts = (text: string, inspect: Inspect): readonly string[] =>
  worthExplaining(findMessages(text)).map((found) => messageText(found, inspect));

function messageText({ message, printed, words }: FoundMessage, inspect: Inspect): string {
  const { means, option = words.option, program, rules = [] } = message;
  const echoed = words.string;
  const inspections = option === undefined || echoed === undefined ? [] : inspect(option, echoed);
  const [inspection] = inspections.flatMap(({ line, problems }) => {
    const reported = problems.filter((problem) => rules.includes(problem.code));
    return reported.length > 0 ? [{ line, reported }] : [];
  });
  const found = inspection?.reported.map((problem) => problem.code);
  return paragraphs([
    `${code(printed.trim())} (message of ${program})`,
    means,
    optionLine(option),
    ...(inspection
      ? [
          codeBlock([inspection.line]),
          bullets(inspection.reported.map((one) => `${code(one.code)}: ${plain(one.message)}`)),
        ]
      : []),
    ruleTexts(rules.filter((rule) => found?.includes(rule) ?? true)),
  ]);
}

/** The option that a message is about, in short. */
function optionLine(name: string | undefined): string | undefined {
  const option = FILE_KINDS.guest.optionByName.get(name ?? '');
  return option && `Option ${code(option.name)}: ${plain(option.summary)}`;
}

/** One rule in full; of several, which one it is depends on the file. */
function ruleTexts(codes: readonly string[]): string | undefined {
  const rules = ALL_RULES.filter((rule) => codes.includes(rule.code));
  const [first, ...others] = rules;
  if (!first) return undefined;
  if (others.length === 0)
    return paragraphs([`Rule ${code(first.code)}: ${plain(first.summary)}`, first.details]);
  return paragraphs([
    'One of these rules finds the cause in the file:',
    bullets(rules.map(({ code: name, summary }) => `${code(name)}: ${plain(summary)}`)),
  ]);
}
