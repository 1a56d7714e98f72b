/** What xl chooses where the file leaves it open. */

import type { XlDocument } from '../../document/document.ts';
import { spanInFile } from '../../document/positions.ts';
import { isForArm } from '../../model/armOptions.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import { fromRooms, type Hint } from './hint.ts';

/** Of the guest, and of each of its strings that is complete and that xl accepts. */
export const defaultHints = (doc: XlDocument): readonly Hint[] => [
  ...guestType(doc),
  ...fromRooms(doc, 'default', ({ node, spec }, { span, label, tooltip }) =>
    node.closed && spec.faults.length === 0
      ? [note(span ? spanInFile(node, span).start : node.end, label, tooltip)]
      : [],
  ),
];

const note = (at: number, label: string, tooltip: string): Hint => ({ kind: 'note', at, label, tooltip });

/** After the guest's name, which every file has: no line sets it. Arm has another default. */
function guestType({ kind, guest, settings: { xenVersion } }: XlDocument): Hint[] {
  const { settings, typeSetting, type } = guest;
  const named = settings.get('name')?.parts.at(-1)?.value;
  if (kind.name !== 'guest' || typeSetting || !named) return [];
  if (settings.has('type') || settings.has('builder') || isForArm(optionValuesOf(guest, xenVersion)))
    return [];
  return [
    note(
      named.end,
      `type: ${type}`,
      `There is no \`type\`: on x86 xl makes this a ${type.toUpperCase()} guest.`,
    ),
  ];
}
