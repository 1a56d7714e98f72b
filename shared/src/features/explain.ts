/**
 * Explanations for users who are not in an editor: of a rule, an option, a parameter, of a line of a guest's file field by
 * field, or of what xl printed.
 */

import { TextDocument } from 'vscode-languageserver-textdocument';
import { ALL_RULES } from '../allRules.ts';
import type { XlDocument } from '../document/document.ts';
import { openDocument } from '../document/openDocument.ts';
import { specStrings } from '../document/specStrings.ts';
import { languageOf, SPEC_LANGUAGES } from '../languages/index.ts';
import { describeGuest } from '../model/describeGuest.ts';
import { schemaContext } from '../model/schemaContext.ts';
import { optionDocumentation } from '../prose/documentation.ts';
import { xendOptionHover } from '../prose/option.ts';
import { parameterDocumentation, parameterValueMeaning, prefixDocumentation } from '../prose/parameter.ts';
import { sourcesText } from '../prose/sources.ts';
import { FILE_KINDS } from '../schema/kinds/index.ts';
import type { SchemaContext } from '../schema/options/matching.ts';
import type { Sourced } from '../schema/source.ts';
import type { GuestType, ParameterSchema } from '../schema/types.ts';
import type { Settings } from '../settings.ts';
import { SEVERITY_LABELS } from '../severity.ts';
import { type Span, span } from '../span.ts';
import { encodeString, parseConfig } from '../syntax/index.ts';
import { bullets, code, paragraphs, plain } from '../text/markdown.ts';
import { nearest } from '../text/nearest.ts';
import { listed } from '../text/sentences.ts';
import { guessOptions } from './explain/guessOption.ts';
import { type Inspection, looksLikeMessage, messageTexts } from './explain/messages.ts';
import { problemsIn, settingsText } from './explain/settings.ts';

export interface ExplainContext {
  readonly settings: Settings;
  /** Absent: the default of the architecture. */
  readonly guestType?: GuestType | undefined;
  /** Whether to say where the facts on rules, options and parameters come from. */
  readonly sources?: boolean | undefined;
}

export type Explanation =
  | { readonly kind: 'known'; readonly markdown: string }
  /** Nothing of this name, and the name that may be meant. */
  | { readonly kind: 'unknown'; readonly topic: string; readonly near?: string };

const SEPARATOR = '\n\n---\n\n';

const known = (markdown: string): Explanation => ({ kind: 'known', markdown });

/**
 * Explains what the words name: the code of a rule, an option, an option and its strings, an option and one of its
 * parameters (`disk vdev` or `disk.vdev`), a vdev, a single string, a whole line of a file, or messages of xl. Names come first; a text is taken for a
 * string where it has signs that no name has.
 */
export function explain(words: readonly string[], context: ExplainContext): Explanation {
  const [topic = '', ...rest] = words;
  const messages = messageTexts(words.join(' '), (option, text) => inspectString(option, text, context));
  if (messages.length > 0) return known(messages.join(SEPARATOR));
  if (rest.length > 0) return explainStrings(topic, rest, context);
  const named = [...ruleTexts(topic, context), ...optionTexts(topic, context)];
  // What a name means today comes before what it meant to xend.
  const isOfToday = explainableNames().includes(topic);
  const texts = isOfToday ? named : [...parameterTexts(topic, context), ...named];
  if (texts.length > 0) return known(texts.join(SEPARATOR));
  const dotted = dottedNames(topic);
  if (dotted) return explainParameter(...dotted, context);
  const values = valueTexts(topic, context);
  if (values.length > 0) return known(values.join(SEPARATOR));
  return /^[\w.-]*$/.test(topic) ? unknown(topic, namesOfAll()) : explainText(topic, context);
}

const unknown = (topic: string, names: Iterable<string>): Explanation => {
  const near = nearest(topic.toLowerCase(), names);
  return { kind: 'unknown', topic, ...(near === null ? {} : { near }) };
};

/** Everything that can be asked for by name. */
export const explainableNames = (): readonly string[] => [
  ...ALL_RULES.map((rule) => rule.code),
  ...new Set(Object.values(FILE_KINDS).flatMap(({ options }) => options.map(({ name }) => name))),
];

function namesOfAll(): Iterable<string> {
  const { xendOptionByName } = FILE_KINDS.guest;
  const parameters = SPEC_LANGUAGES.flatMap((language) => language.parameters);
  return new Set([...explainableNames(), ...xendOptionByName.keys(), ...parameters.map(({ name }) => name)]);
}

/** The sources of an entry, where they are asked for. */
const sourcesOf = ({ source }: Sourced, { sources }: ExplainContext): readonly string[] =>
  sources ? [sourcesText(source)] : [];

function ruleTexts(topic: string, context: ExplainContext): readonly string[] {
  const rule = ALL_RULES.find((one) => one.code === topic);
  if (!rule) return [];
  return [
    paragraphs([
      `${code(rule.code)} (rule, ${SEVERITY_LABELS[rule.severity]})`,
      plain(rule.summary),
      rule.details,
      ...sourcesOf(rule, context),
    ]),
  ];
}

function optionTexts(topic: string, context: ExplainContext): readonly string[] {
  const texts = Object.values(FILE_KINDS).flatMap(({ name, optionByName }) => {
    const option = optionByName.get(topic);
    if (!option) return [];
    const notes =
      name === 'guest' ? [] : [`An option of ${name === 'cpupool' ? 'the file of a CPU pool' : name}.`];
    return [
      paragraphs([
        optionDocumentation(option, name, notes),
        ...(name === 'guest' ? partsOf(topic) : []),
        ...sourcesOf(option, context),
      ]),
    ];
  });
  const old = FILE_KINDS.guest.xendOptionByName.get(topic);
  return old ? [...texts, xendOptionHover(old)] : texts;
}

/** The parameters of the strings of an option, in short: those of an experimental feature last, on one line. */
function partsOf(option: string): readonly string[] {
  const { parameters = [] } = languageOf(option) ?? {};
  if (parameters.length === 0) return [];
  const features = new Set(parameters.flatMap(({ experimental = [] }) => experimental));
  return [
    'In its strings:',
    bullets([
      ...parameters
        .filter(({ experimental }) => experimental === undefined)
        .map(({ name, summary }) => `${code(name)}: ${plain(summary)}`),
      ...Array.from(features, (feature) =>
        experimentalLine(
          option,
          feature,
          parameters.filter(({ experimental }) => experimental === feature),
        ),
      ),
    ]),
  ];
}

/** So many parameters of an experimental feature are named. */
const NAMED = 6;

function experimentalLine(option: string, feature: string, parameters: readonly ParameterSchema[]): string {
  const [first] = parameters;
  const names = parameters.slice(0, NAMED).map(({ name }) => code(name));
  const more = parameters.length - names.length;
  const all = more > 0 ? `${names.join(', ')} and ${more} more` : listed(names, 'and');
  return `${feature} (experimental): ${all}. Ask for one with ${code(`xlcfg explain ${option}.${first?.name}`)}.`;
}

/** The two names in `disk.vdev`, an option and a parameter of its strings; null for a text that is not of this form. */
function dottedNames(topic: string): readonly [option: string, parameter: string] | null {
  const [, option, parameter] = /^([a-z0-9_]+)\.([\w.+-]+:?)$/.exec(topic) ?? [];
  return option !== undefined && parameter !== undefined && languageOf(option) ? [option, parameter] : null;
}

/** The texts on a parameter, or a prefix with its colon, of any language, or of that of one option. */
const parameterTexts = (name: string, context: ExplainContext, option?: string): readonly string[] =>
  SPEC_LANGUAGES.filter(({ options }) => option === undefined || options.includes(option)).flatMap(
    (language) => [
      ...language.parameters
        .filter((one) => one.name === name)
        .map((one) => paragraphs([parameterDocumentation(language, one), ...sourcesOf(one, context)])),
      ...(language.prefixes ?? [])
        .filter((one) => `${one.name}:` === name)
        .map((one) => paragraphs([prefixDocumentation(one), ...sourcesOf(one, context)])),
    ],
  );

/** What a text means that can only be a value of one parameter, whatever the string around it. */
const valueTexts = (text: string, context: ExplainContext): readonly string[] =>
  SPEC_LANGUAGES.flatMap((language) => {
    const { options, parameters, parameterOf } = language;
    const parameter = parameters.find(({ name }) => name === parameterOf?.(text));
    const [option] = options;
    if (!parameter || option === undefined) return [];
    const { doc } = explainedDocument(lineOf(option, [`${parameter.name}=${text}`]), context);
    return specStrings(doc).map((string) =>
      paragraphs([
        `${code(text)} (${plain(parameter.name)})`,
        parameterValueMeaning(doc, string, parameter, text),
      ]),
    );
  });

function explainStrings(option: string, strings: readonly string[], context: ExplainContext): Explanation {
  const { optionByName } = FILE_KINDS.guest;
  if (!optionByName.has(option)) return unknown(option, optionByName.keys());
  const [first = ''] = strings;
  const texts = strings.length === 1 ? parameterTexts(first, context, option) : [];
  return texts.length > 0 ? known(texts.join(SEPARATOR)) : explainLines(lineOf(option, strings), context);
}

function explainParameter(option: string, parameter: string, context: ExplainContext): Explanation {
  const texts = parameterTexts(parameter, context, option);
  if (texts.length > 0) return known(texts.join(SEPARATOR));
  const names = languageOf(option)?.parameters.map(({ name }) => name) ?? [];
  return unknown(
    `${option}.${parameter}`,
    names.map((name) => `${option}.${name}`),
  );
}

/** The line that has these strings as the option wants them. */
function lineOf(option: string, strings: readonly string[]): string {
  const quoted = strings.map((text) => `'${encodeString(text.replace(/\0/g, ''), "'") ?? ''}'`).join(', ');
  switch (languageOf(option)?.shape) {
    case 'items':
      return `${option} = [ ${quoted} ]`;
    case 'groups':
      return `${option} = [ [ ${quoted} ] ]`;
    case 'text':
    case 'textOrItems':
    case undefined:
      return `${option} = ${strings.length === 1 ? quoted : `[ ${quoted} ]`}`;
  }
}

const PROBED_TYPES: readonly GuestType[] = ['pv', 'hvm', 'pvh'];

/** What the rules report of a string that xl repeated, in a guest of each type that it may be of. */
function inspectString(option: string, text: string, context: ExplainContext): readonly Inspection[] {
  if (!FILE_KINDS.guest.optionByName.has(option)) return [];
  const line = lineOf(option, [text]);
  const types = context.guestType ? [context.guestType] : PROBED_TYPES;
  return types.map((guestType) => {
    const { doc, part } = explainedDocument(line, { ...context, guestType });
    return { line, problems: problemsIn(doc, part) };
  });
}

/** A line of a file as it is, or a string whose option must be found out. */
function explainText(text: string, context: ExplainContext): Explanation {
  if (looksLikeMessage(text)) return { kind: 'unknown', topic: text };
  const { settings, errors } = parseConfig(text);
  const { optionByName } = FILE_KINDS.guest;
  const isLine = settings.some(({ name }) => optionByName.has(name.text));
  if (isLine && errors.length === 0) return explainLines(text, context);
  const [option, ...others] = guessOptions(text, schemaContextOf(text, context));
  if (option === undefined) return isLine ? explainLines(text, context) : { kind: 'unknown', topic: text };
  const note =
    others.length > 0
      ? [`Read as a string of ${code(option)}; it could also be one of ${others.map(code).join(', ')}.`]
      : [];
  const explained = explainLines(lineOf(option, [text]), context);
  return explained.kind === 'known' ? known(paragraphs([...note, explained.markdown])) : explained;
}

/** For whom the text is explained. */
function schemaContextOf(text: string, { settings, guestType }: ExplainContext): SchemaContext {
  const guest = describeGuest(parseConfig(text), settings);
  return { ...schemaContext(guest, settings), guestType: guestType ?? guest.createdType };
}

/** What a file needs in addition to the lines, so that nothing is reported as missing. */
const preamble = (text: string, guestType: GuestType): string => {
  const names = new Set(parseConfig(text).settings.map(({ name }) => name.text));
  const lines = [
    ...(names.has('name') ? [] : ['name = "explained"']),
    ...(names.has('type') || names.has('builder') ? [] : [`type = "${guestType}"`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
};

/** The lines within a file that has all else that xl wants, and where they are in it. */
function explainedDocument(text: string, context: ExplainContext): { doc: XlDocument; part: Span } {
  const { settings } = context;
  const setup = preamble(text, schemaContextOf(text, context).guestType);
  const document = TextDocument.create('explained.cfg', 'xlcfg', 0, `${setup}${text}\n`);
  const doc = openDocument(document, settings, 'guest');
  return { doc, part: span(setup.length, setup.length + text.length) };
}

function explainLines(text: string, context: ExplainContext): Explanation {
  const { doc, part } = explainedDocument(text, context);
  return known(settingsText(doc, part));
}
