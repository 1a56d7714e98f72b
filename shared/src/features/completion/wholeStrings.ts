/** Whole strings, for a position without one: the templates of the language, or the examples of its parameters. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { DEPTHS, specContextOf, specLanguageOf } from '../../document/specStrings.ts';
import {
  type ParsedSpec,
  readStrings,
  type SpecContext,
  type SpecFault,
  type SpecLanguage,
  type SpecPart,
} from '../../languages/language.ts';
import { existsIn, type Lifetime } from '../../schema/xenVersions.ts';
import { choice, placeholder, plainSnippet, snippetText } from '../../snippet.ts';
import type { AtValue } from './context.ts';
import { examplesOf } from './examples.ts';
import { type ItemData, itemOf, ordinal } from './items.ts';
import type { KnownValues } from './known.ts';
import { depthOf, missingCommas } from './listInsertion.ts';
import { type Audience, audienceOf, valuesFor } from './values.ts';

/** More of them would hide the values of the option itself. */
const MOST_STRINGS = 6;
/** Sorts after the values of the option itself. */
const AFTER_VALUES = 2;

/** One string, or those of all groups. */
interface WholeString {
  readonly label: string;
  readonly detail: string;
  readonly groups: readonly (readonly string[])[];
  /** In how many lists its strings are. */
  readonly depth: number;
  readonly lifetime: Lifetime;
  readonly data: ItemData;
}

/** Items for a position between the items of a list, or for a whole value. */
export function wholeStringItems(doc: XlDocument, context: AtValue, known: KnownValues): CompletionItem[] {
  const { setting, list, replaced } = context;
  const option = setting.name.text;
  const language = specLanguageOf(doc, option);
  // No example begins with a number.
  if (!language || /^\d/.test(doc.file.text.slice(replaced.start, replaced.end))) return [];
  const depth = depthOf(setting, list);
  const [before, after] = list ? missingCommas(list, replaced) : ['', ''];
  const audience = audienceOf(doc, setting, known);
  return stringsFor(doc, language, option, depth)
    .filter((string) => string.depth >= depth || DEPTHS[language.shape].includes(depth))
    .slice(0, MOST_STRINGS)
    .map((string, index) => {
      const specs = string.groups.map((texts) => readStrings(language, texts, contextOf(doc, string, depth)));
      const bodies = bodiesOf(language, specs, audience);
      return itemOf(doc, replaced, {
        label: language.templates ? string.label : plainLabel(bodies),
        kind: CompletionItemKind.Snippet,
        detail: string.detail,
        newText: `${before}${inLists(bodies, string.depth - depth)}${after}`,
        isSnippet: true,
        sortText: `${AFTER_VALUES}${ordinal(index)}`,
        data: string.data,
      });
    });
}

/** The strings as they are inserted, without their quotes. */
const plainLabel = (groups: readonly (readonly string[])[]): string =>
  groups
    .flat()
    .map((body) => plainSnippet(body.slice(1, -1)))
    .join(', ');

/** Groups of strings as a value, with as many of the lists around it as are missing. */
function inLists(groups: readonly (readonly string[])[], lists: number): string {
  const inside = groups.map((strings) => strings.join(', '));
  if (lists <= 0) return inside.join(', ');
  return lists === 1 ? `[ ${inside.join(', ')} ]` : `[ ${inside.map((one) => `[ ${one} ]`).join(', ')} ]`;
}

/** What xl accepts for this guest, each once; within a list, group by group. */
function stringsFor(
  doc: XlDocument,
  language: SpecLanguage,
  option: string,
  depth: number,
): readonly WholeString[] {
  const seen = new Set<string>();
  return wholeStringsOf(language, option)
    .filter((string) => isAccepted(doc, language, string, depth))
    .flatMap((string) => (depth === 0 ? [string] : eachGroup(string)))
    .filter(({ label }) => !seen.has(label) && seen.add(label));
}

function wholeStringsOf(language: SpecLanguage, option: string): readonly WholeString[] {
  const { templates, noun } = language;
  if (templates)
    return templates.map((template) => ({
      label: template.label,
      detail: template.summary,
      groups: [[template.text]],
      depth: Math.max(...DEPTHS[language.shape]),
      lifetime: template,
      data: { kind: 'specTemplate', option, label: template.label },
    }));
  return examplesOf(language).map(({ groups, depth, parameter }) => ({
    label: groups.flat().join(', '),
    detail: noun,
    groups,
    depth,
    lifetime: parameter,
    data: { kind: 'specParameter', option, name: parameter.name },
  }));
}

const eachGroup = (string: WholeString): readonly WholeString[] =>
  string.groups.length === 1
    ? [string]
    : string.groups.map((texts) => ({ ...string, label: texts.join(', '), groups: [texts] }));

/** At `depth`, the string is in a list, or brings one with it, or is the whole value. */
const contextOf = (doc: XlDocument, string: WholeString, depth: number): SpecContext =>
  specContextOf(doc, string.depth > 0 || depth > 0 ? 'list' : 'text');

function isAccepted(doc: XlDocument, language: SpecLanguage, string: WholeString, depth: number): boolean {
  if (!existsIn(doc.settings.xenVersion, string.lifetime)) return false;
  const reader = language.createReader({ ...contextOf(doc, string, depth), isWhole: true });
  return reader(string.groups).every((specs) => specs.every(({ faults }) => faults.every(isHarmless)));
}

/** A conflict with another option can be fixed there. */
const isHarmless = ({ kind, effect }: SpecFault): boolean =>
  effect === 'none' || (kind === 'conflict' && effect === 'ignored');

/** Each string in quotes, as a snippet with a tab stop for each value. */
function bodiesOf(
  language: SpecLanguage,
  groups: readonly (readonly ParsedSpec[])[],
  audience: Audience,
): readonly (readonly string[])[] {
  let stop = 0;
  const bodyOf = (spec: ParsedSpec): string => {
    const { text, parts } = spec;
    let body = '';
    let from = 0;
    for (const part of parts) {
      const place = part.kind === 'parameter' ? part.valueSpan : part;
      if (place.start < from || (part.kind === 'word' && part.text === part.role)) continue;
      stop += 1;
      body +=
        snippetText(text.slice(from, place.start)) + stopFor(language, part, stop, { ...audience, spec });
      from = place.end;
    }
    const quote = text.includes("'") ? '"' : "'";
    return `${quote}${body}${snippetText(text.slice(from))}${quote}`;
  };
  return groups.map((specs) => specs.map(bodyOf));
}

/** A choice of values: the written one first, or the best one if the language computes them. */
function stopFor(
  language: SpecLanguage,
  part: SpecPart,
  stop: number,
  context: Audience & { readonly spec: ParsedSpec },
): string {
  const [name, written] = part.kind === 'word' ? [part.role, part.text] : [part.name, part.value];
  const parameter = language.parameters.find((one) => one.name === name);
  const offered = parameter ? valuesFor(language, parameter, context).map((value) => value.name) : [];
  const values = parameter?.values ? [written, ...offered.filter((value) => value !== written)] : offered;
  return values.length > 1 ? choice(stop, values) : placeholder(stop, values[0] ?? written);
}
