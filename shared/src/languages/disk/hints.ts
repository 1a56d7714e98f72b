/** What an editor shows within a disk: what empty fields mean, the names of numbered vdevs, the backend. */
import type { SpecContext, SpecHint } from '../language.ts';
import type { DiskPart, DiskSpec, PositionalRole } from './ast.ts';
import { chooseBackend } from './backend.ts';
import type { DiskFields } from './fields.ts';
import { backendMeaning } from './meaning/backend.ts';
import { parseVdev } from './vdev.ts';
import { vdevName, vdevOfNumber } from './vdevName.ts';

export const diskHints = (spec: DiskSpec, context: SpecContext): readonly SpecHint[] => [
  ...spec.tree.flatMap((part) => [...emptyField(part, spec.fields), ...numberedVdev(part)]),
  ...chosenBackend(spec.fields, context),
];

const EMPTY_FIELDS: Readonly<Partial<Record<PositionalRole, (fields: DiskFields) => string>>> = {
  format: ({ format }) => format,
  access: ({ readwrite }) => (readwrite ? 'rw' : 'ro'),
};

/** A positional field with nothing between its commas: its name, and what xl makes of it. */
function emptyField(part: DiskPart, fields: DiskFields): readonly SpecHint[] {
  if (part.kind !== 'positional' || part.value !== '' || part.role === 'surplus') return [];
  const { role, valueSpan: span } = part;
  const label = EMPTY_FIELDS[role]?.(fields);
  const tooltip = 'What xl uses where the field is empty.';
  return [
    { kind: 'name', span, parameter: role },
    ...(label === undefined ? [] : [{ kind: 'default', span, label, tooltip } as const]),
  ];
}

function numberedVdev(part: DiskPart): readonly SpecHint[] {
  const isVdev =
    (part.kind === 'positional' && part.role === 'vdev') ||
    (part.kind === 'parameter' && part.known && part.name === 'vdev');
  const vdev = isVdev && part.value !== '' ? parseVdev(part.value) : null;
  if (!isVdev || (vdev?.scheme !== 'number' && vdev?.scheme !== 'd')) return [];
  const { number, scheme, disk = -1, partition = -1 } = vdev;
  const hint = { kind: 'number', span: part.valueSpan, number } as const;
  if (scheme === 'number') {
    const why = 'The device number goes into xenstore unchanged, and stands for this disk or partition.';
    const text = vdevOfNumber(number);
    return [text === undefined ? hint : { ...hint, name: { text, why } }];
  }
  if (disk < 0 || partition < 0) return [];
  const why = 'The number of the disk, from 0, and that of the partition: 0 is the whole disk.';
  return [{ ...hint, name: { text: vdevName('xvd', disk, partition), why } }];
}

function chosenBackend(fields: DiskFields, context: SpecContext): readonly SpecHint[] {
  if (fields.backend !== 'unknown') return [];
  const choice = chooseBackend(fields, context.guestType, context.xenVersion);
  if (choice.kind === 'refused') return [];
  const names = choice.by.map(({ backend }) => backend).join(' or ');
  return [{ kind: 'default', label: `backendtype: ${names}`, tooltip: backendMeaning(fields, context) }];
}
