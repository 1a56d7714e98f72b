/** What xl chooses where the file leaves it open. */

import type { XlDocument } from '../../document/document.ts';
import { placeOf } from '../../document/positions.ts';
import type { DiskPositional, DiskSpec } from '../../languages/disk/ast.ts';
import { chooseBackend } from '../../languages/disk/backend.ts';
import type { DiskFields } from '../../languages/disk/fields.ts';
import { isForArm } from '../../model/armOptions.ts';
import { optionValuesOf } from '../../model/optionValues.ts';
import { backendDocumentation } from '../../prose/diskSummary.ts';
import type { StringLiteral } from '../../syntax/index.ts';
import { guestDisks, type Hint } from './hint.ts';

/** Of the guest, and of each of its disks that xl takes. */
export function defaultHints(doc: XlDocument): Hint[] {
  if (doc.kind.name !== 'guest') return [];
  const taken = guestDisks(doc).filter(({ node, spec }) => node.closed && spec.faults.length === 0);
  return [
    ...guestType(doc),
    ...taken.flatMap(({ node, spec }) => [...emptyFields(node, spec), ...backend(doc, node, spec)]),
  ];
}

const note = (at: number, label: string, tooltip: string): Hint => ({ kind: 'note', at, label, tooltip });

/** Behind the guest's name, which every file has: there is no line that says it. Arm has another default. */
function guestType({ guest, settings: { xenVersion } }: XlDocument): Hint[] {
  const { settings, typeSetting, type } = guest;
  const named = settings.get('name')?.parts.at(-1)?.value;
  if (typeSetting || !named || settings.has('type') || settings.has('builder')) return [];
  if (isForArm(optionValuesOf(guest, xenVersion))) return [];
  return [note(named.end, `type: ${type}`, `No \`type\` is written: on x86 xl makes a ${type} guest of it.`)];
}

const EMPTY: Readonly<Partial<Record<DiskPositional['role'], (fields: DiskFields) => string>>> = {
  format: ({ format }) => format,
  access: ({ readwrite }) => (readwrite ? 'rw' : 'ro'),
};

/** Fields with nothing between their commas. */
const emptyFields = (node: StringLiteral, { tree: parts, fields }: DiskSpec): Hint[] =>
  parts.flatMap((part) => {
    const chosen = part.kind === 'positional' && part.value === '' ? EMPTY[part.role] : undefined;
    return chosen
      ? [note(placeOf(node, part).start, chosen(fields), 'What xl takes where the field is empty.')]
      : [];
  });

function backend({ guest, settings }: XlDocument, node: StringLiteral, { fields }: DiskSpec): Hint[] {
  if (fields.backend !== 'unknown') return [];
  const choice = chooseBackend(fields, guest.type, settings.xenVersion);
  if (choice.kind === 'refused') return [];
  const names = choice.by.map((one) => one.backend).join(' or ');
  const tooltip = backendDocumentation(fields, guest.type, settings.xenVersion);
  return [note(node.end, `backendtype: ${names}`, tooltip)];
}
