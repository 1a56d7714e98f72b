/** Mutations of a file that keep it a file of settings: what people get by moving lines and values around. */
import { parseConfig } from '@xlcfg/shared';
import type { Material, Mutation } from '../engine/mutate.ts';

type Settings = ReturnType<typeof parseConfig>['settings'];
type Setting = Settings[number];
type Node = NonNullable<Setting['value']>;

const splice = (text: string, { start, end }: { start: number; end: number }, piece: string): string =>
  text.slice(0, start) + piece + text.slice(end);

const sourceOf = (text: string, { start, end }: Node): string => text.slice(start, end);

/** All values of a file, with those in lists. */
const valuesOf = (settings: Settings): readonly Node[] => {
  const withItems = (node: Node): readonly Node[] =>
    node.kind === 'list' ? [node, ...node.items.flatMap(withItems)] : [node];
  return settings.flatMap(({ value }) => (value ? withItems(value) : []));
};

/** A change of one of the values. */
const ofValue =
  (change: (source: string, node: Node, material: Material, text: string) => string): Mutation =>
  (text, material) => {
    const node = material.random.pick(valuesOf(parseConfig(text).settings));
    return node ? splice(text, node, change(sourceOf(text, node), node, material, text)) : text;
  };

/** A value of another input, or of the same one. */
const otherValue = ({ random, other }: Material, text: string): string => {
  const source = random.once(2) ? other() : text;
  const node = random.pick(valuesOf(parseConfig(source).settings));
  return node ? sourceOf(source, node) : '""';
};

const withoutQuotes = (source: string): string => source.replace(/^["']|["']$/g, '');

/** One number in each of the forms that a file may have it in. */
const numberForms = (source: string): readonly string[] => {
  const digits = /\d+/.exec(source)?.[0] ?? '1';
  const number = BigInt(digits);
  return [
    digits,
    `"${digits}"`,
    `0x${number.toString(16)}`,
    `0${number.toString(8)}`,
    `"0x${number.toString(16)}"`,
    `" ${digits}"`,
    `"${digits}M"`,
    `-${digits}`,
    `"${digits}.0"`,
    `[ ${digits} ]`,
  ];
};

/** A change of one of the settings. */
const ofSetting =
  (change: (source: string, setting: Setting, material: Material, text: string) => string): Mutation =>
  (text, material) => {
    const setting = material.random.pick(parseConfig(text).settings);
    if (!setting) return text;
    return splice(text, setting, change(text.slice(setting.start, setting.end), setting, material, text));
  };

export const RESTRUCTURING: readonly Mutation[] = [
  ofValue((_, __, material, text) => otherValue(material, text)),
  ofValue((source) => `[ ${source} ]`),
  ofValue((source, node, { random }) =>
    node.kind === 'list'
      ? (random.pick(
          node.items.map((item) => source.slice(item.start - node.start, item.end - node.start)),
        ) ?? '""')
      : `[ ${source}, ${source} ]`,
  ),
  ofValue((source, _, { random }) => random.pick(numberForms(source)) ?? source),
  ofValue((source) => (/^["']/.test(source) ? withoutQuotes(source) : `"${withoutQuotes(source)}"`)),
  ofValue((source, node) =>
    node.kind === 'string' ? source.replace(/^.|.$/g, (quote) => (quote === '"' ? "'" : '"')) : source,
  ),
  ofSetting((source, { operator }, _, text) =>
    operator
      ? source.replace(text.slice(operator.start, operator.end), operator.text === '=' ? '+=' : '=')
      : source,
  ),
  ofSetting((source, _, material, text) => {
    const other = material.random.pick(parseConfig(text).settings);
    return other ? `${source}\n${text.slice(other.start, other.end)}` : source;
  }),
  ofSetting((source, { name }, { random, words }) =>
    source.replace(name.text, random.pick(words) ?? name.text),
  ),
  ofSetting(() => ''),
];
