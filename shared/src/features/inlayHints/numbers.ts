/** What a number means: in decimal, in a larger unit, as a value of the option, as the name that it means. */

import type { XlDocument } from '../../document/document.ts';
import { spanInFile } from '../../document/positions.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import { numberOf } from '../../model/optionValues.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { inLargerUnit } from '../../prose/amount.ts';
import { wordForNumber } from '../../schema/options/matching.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { code, plain } from '../../text/markdown.ts';
import { effectiveOptions, fromRooms, type Hint } from './hint.ts';

/** Of the settings that count, and of the strings that xl reads for the guest. */
export const numberHints = (doc: XlDocument): readonly Hint[] => [...inSettings(doc), ...inStrings(doc)];

interface Meaning {
  readonly text: string;
  /** A sentence. Markdown. */
  readonly why: string;
  readonly isRounded?: boolean;
}

function noteOn(at: number, meanings: readonly Meaning[]): Hint[] {
  if (meanings.length === 0) return [];
  const sign = meanings.some(({ isRounded }) => isRounded) ? '≈' : '=';
  return [
    {
      kind: 'note',
      at,
      label: `${sign} ${meanings.map(({ text }) => text).join(', ')}`,
      tooltip: meanings.map(({ why }) => why).join(' '),
    },
  ];
}

/** Hexadecimal or octal to strtol with base 0. */
const WITH_BASE = /^[ \t\n\v\f\r]*[+-]?0(?:(x)[0-9a-f]|[0-7])/i;

function inDecimal(written: string, number: bigint | number, unit?: string): Meaning[] {
  const found = WITH_BASE.exec(written);
  if (!found) return [];
  const base = found[1] === undefined ? 'octal, because of the leading 0' : 'hexadecimal';
  const text = unit === undefined ? `${number}` : `${number} ${unit}`;
  return [{ text, why: `xl reads ${code(written)} as ${base}.` }];
}

const inSettings = (doc: XlDocument): Hint[] =>
  [...effectiveOptions(doc)].flatMap(([option, setting]) => ofSetting(doc, option, setting));

function ofSetting(doc: XlDocument, option: OptionSchema, setting: EffectiveSetting): Hint[] {
  const { kind, unit } = option;
  const node = setting.value.kind === 'atom' ? setting.value.nodes[0] : undefined;
  const number = numberOf(setting);
  if (!node || number === null || (kind !== 'number' && kind !== 'numberOrString')) return [];
  const larger = unit === undefined ? undefined : inLargerUnit(number, unit);
  const word = wordForNumber(option, number, schemaContext(doc.guest, doc.settings));
  return noteOn(node.end, [
    ...inDecimal(atomText(node), number, unit),
    ...(larger
      ? [
          {
            text: larger.text,
            why: `${code(option.name)} is in ${plain(unit ?? '')}.`,
            isRounded: !larger.isExact,
          },
        ]
      : []),
    ...(word ? [{ text: word.name, why: plain(word.summary) }] : []),
  ]);
}

const inStrings = (doc: XlDocument): readonly Hint[] =>
  fromRooms(doc, 'number', ({ node, spec }, { span, number, name }) =>
    noteOn(spanInFile(node, span).end, [
      ...inDecimal(spec.text.slice(span.start, span.end), number),
      ...(name ? [name] : []),
    ]),
  );
