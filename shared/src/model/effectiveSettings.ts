/** Which of several settings of a name is effective (xlu__cfg_set_store and `find` in libxlu_cfg.c). */
import {
  type NumberLiteral,
  type Setting,
  type StringContent,
  type StringLiteral,
  sourceSpan,
  type Value,
} from '../syntax/index.ts';
import type { EffectiveSetting, EffectiveValue } from './guest.ts';

/** Settings by name: the last `=` wins, `+=` adds to what came before. Settings without a value are left out. */
export function effectiveSettings(settings: readonly Setting[]): Map<string, EffectiveSetting> {
  const byName = new Map<string, Draft>();
  const joined = new Set<Draft>();
  for (const setting of settings) {
    const { value } = setting;
    if (!value) continue;
    const name = setting.name.text;
    const known = byName.get(name);
    if (!known) byName.set(name, { name, parts: [setting], overridden: [], value: singleValue(value) });
    else if (setting.operator?.text === '+=') {
      known.parts.push(setting);
      joined.add(known);
    } else {
      for (const part of known.parts) known.overridden.push(part);
      known.parts = [setting];
      known.value = singleValue(value);
      joined.delete(known);
    }
  }
  for (const draft of joined) draft.value = joinValues(draft.parts.flatMap(({ value }) => value ?? []));
  return byName;
}

/** An effective setting while it is built. */
interface Draft extends EffectiveSetting {
  readonly overridden: Setting[];
  parts: Setting[];
  value: EffectiveValue;
}

/** The same as joinValues of one value: nearly every name is set once. */
function singleValue(value: Value): EffectiveValue {
  switch (value.kind) {
    case 'list':
      return { kind: 'list', items: value.items };
    case 'invalid':
      return { kind: 'invalid' };
    case 'string':
    case 'number':
      return { kind: 'atom', text: atomText(value), nodes: [value] };
  }
}

function joinValues(values: readonly Value[]): EffectiveValue {
  const lists = values.filter((value) => value.kind === 'list');
  if (lists.length === values.length) return { kind: 'list', items: lists.flatMap(({ items }) => items) };
  const atoms = values.filter((value) => value.kind === 'string' || value.kind === 'number');
  if (atoms.length !== values.length) return { kind: 'invalid' };
  return { kind: 'atom', text: atoms.map(atomText).join(''), nodes: atoms };
}

/** The text of a value as xl stores it; a number is stored as text. */
export const atomText = (atom: StringLiteral | NumberLiteral): string =>
  atom.kind === 'string' ? atom.content.text : atom.text;

/** A bare number as the string that xl reads it as where it expects strings. */
export const asString = (atom: StringLiteral | NumberLiteral): StringLiteral =>
  atom.kind === 'string'
    ? atom
    : {
        kind: 'string',
        start: atom.start,
        end: atom.end,
        quote: '"',
        closed: true,
        content: { text: atom.text, start: atom.start, end: atom.end },
      };

/**
 * A text that was built with `+=`, as one string whose content maps each character to its offset in the file. Undefined
 * for no atoms.
 */
export function joinedString(atoms: readonly (StringLiteral | NumberLiteral)[]): StringLiteral | undefined {
  const strings = atoms.map(asString);
  const [first, ...more] = strings;
  const last = strings.at(-1);
  if (!first || !last || more.length === 0) return first;
  const places = strings.flatMap(({ content }) =>
    Array.from({ length: content.text.length }, (_, at) => sourceSpan(content, at, at + 1)),
  );
  const content: StringContent = {
    text: strings.map((one) => one.content.text).join(''),
    start: first.content.start,
    end: last.content.end,
    map: { starts: places.map(({ start }) => start), ends: places.map(({ end }) => end) },
  };
  return { ...first, end: last.end, closed: last.closed, content };
}
