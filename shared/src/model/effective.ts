/** Which of several settings of a name counts (xlu__cfg_set_store and `find` in libxlu_cfg.c). */
import type { NumberLiteral, Setting, StringLiteral, Value } from '../syntax/index.ts';
import type { EffectiveSetting, EffectiveValue } from './guest.ts';

/** Settings by name: the last `=` wins, a `+=` joins what came before. Half-typed settings are left out. */
export function effectiveSettings(settings: readonly Setting[]): Map<string, EffectiveSetting> {
  const byName = new Map<string, { parts: Setting[]; overridden: Setting[] }>();
  for (const setting of settings) {
    if (!setting.value) continue;
    const known = byName.get(setting.name.text);
    if (!known) byName.set(setting.name.text, { parts: [setting], overridden: [] });
    else if (setting.operator?.text === '+=') known.parts.push(setting);
    else {
      known.overridden.push(...known.parts);
      known.parts = [setting];
    }
  }
  const result = new Map<string, EffectiveSetting>();
  for (const [name, { parts, overridden }] of byName) {
    result.set(name, { name, parts, overridden, value: join(parts.flatMap(({ value }) => value ?? [])) });
  }
  return result;
}

function join(values: readonly Value[]): EffectiveValue {
  const lists = values.filter((value) => value.kind === 'list');
  if (lists.length === values.length) return { kind: 'list', items: lists.flatMap(({ items }) => items) };
  const atoms = values.filter((value) => value.kind === 'string' || value.kind === 'number');
  if (atoms.length !== values.length) return { kind: 'invalid' };
  return { kind: 'atom', text: atoms.map(atomText).join(''), nodes: atoms };
}

/** The text of a value as xl keeps it; a number is text until somebody asks for a number. */
export const atomText = (atom: StringLiteral | NumberLiteral): string =>
  atom.kind === 'string' ? atom.content.text : atom.text;

/** A bare number as the string that it is to xl where strings are asked for. */
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
