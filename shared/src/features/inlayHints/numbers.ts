/** What a number means: in decimal, in a larger unit, as a word of the option, as the name of a disk. */

import type { XlDocument } from '../../document/document.ts';
import { placeOf } from '../../document/positions.ts';
import { parseVdev } from '../../languages/disk/vdev.ts';
import { vdevName, vdevOfNumber } from '../../languages/disk/vdevName.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import { numberOf } from '../../model/optionValues.ts';
import { inLargerUnit } from '../../prose/amount.ts';
import { code, plain } from '../../prose/markdown.ts';
import { wordForNumber } from '../../schema/options/matching.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { effectiveOptions, guestDisks, type Hint } from './hint.ts';

/** Of the settings that count, and of the disks that xl gives to the guest. */
export const numberHints = (doc: XlDocument): Hint[] => [...inSettings(doc), ...inDisks(doc)];

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
  const base = found[1] === undefined ? 'octal, for the 0 in front' : 'hexadecimal';
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
  const word = wordForNumber(option, number, {
    xenVersion: doc.settings.xenVersion,
    guestType: doc.guest.type,
  });
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

const inDisks = (doc: XlDocument): Hint[] =>
  guestDisks(doc).flatMap(({ node, spec }) =>
    spec.tree.flatMap((part) => {
      const isVdev =
        (part.kind === 'positional' && part.role === 'vdev') ||
        (part.kind === 'parameter' && part.known && part.name === 'vdev');
      return isVdev && part.value !== '' ? noteOn(placeOf(node, part.valueSpan).end, ofVdev(part.value)) : [];
    }),
  );

/** Names with letters say themselves which disk they are. */
function ofVdev(written: string): Meaning[] {
  const vdev = parseVdev(written);
  if (vdev?.scheme === 'd' && vdev.disk !== undefined && vdev.partition !== undefined) {
    if (vdev.disk < 0 || vdev.partition < 0) return [];
    const text = vdevName('xvd', vdev.disk, vdev.partition);
    return [{ text, why: 'The number of the disk, from 0, and that of the partition: 0 is the whole disk.' }];
  }
  if (vdev?.scheme !== 'number') return [];
  const named = vdevOfNumber(vdev.number);
  const why = 'The device number goes into xenstore as it is, and stands for this disk or partition.';
  return [...inDecimal(written, vdev.number), ...(named === undefined ? [] : [{ text: named, why }])];
}
