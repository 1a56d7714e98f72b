/** What xl chooses where the file leaves it open. */

import type { XlDocument } from '../../document/document.ts';
import { spanInFile } from '../../document/positions.ts';
import { architectureAssumption } from '../../model/architecture.ts';
import { ARCHITECTURE_NAMES } from '../../schema/platform.ts';
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

/** After the guest's name, which every file has: no line sets it. */
function guestType({ kind, guest }: XlDocument): Hint[] {
  const { settings, typeSetting, type } = guest;
  const named = settings.get('name')?.parts.at(-1)?.value;
  if (kind.name !== 'guest' || typeSetting || !named) return [];
  if (settings.has('type') || settings.has('builder')) return [];
  return [
    note(
      named.end,
      `type: ${type}`,
      [
        `No \`type\` is set: on ${ARCHITECTURE_NAMES[guest.architecture]} this is a ${type.toUpperCase()} guest.`,
        architectureAssumption(guest) ?? '',
      ]
        .join(' ')
        .trim(),
    ),
  ];
}
