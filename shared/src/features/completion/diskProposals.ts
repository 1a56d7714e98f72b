/** What is offered inside a disk: values for the place, parameters and flags that are still free. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import type { PositionalRole } from '../../languages/disk/ast.ts';
import type { DiskSpecification } from '../../languages/disk/fields.ts';
import {
  DISK_PARAMETERS,
  type DiskParameterSchema,
  diskParameter,
} from '../../languages/disk/schema/index.ts';
import { parameterForm } from '../../prose/parameter.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import type { Field, Surroundings } from './diskField.ts';
import { ordinal, type Proposal } from './items.ts';

/** Values for a place without a name. */
export function positionalProposals(
  doc: XlDocument,
  role: PositionalRole,
  around: Surroundings,
  vdevs: () => readonly string[],
): readonly Proposal[] {
  const parameter = diskParameter(role);
  return parameter && !around.used.has(parameter.field) ? valueProposals(doc, parameter, around, vdevs) : [];
}

/** Values sort before names. */
const VALUES_FIRST = 1;
const THEN_NAMES = 2;
const TARGET_LAST = 3;

/** Values of one parameter. `vdevs` are the free ones, the best first. */
export function valueProposals(
  { guest, settings }: XlDocument,
  parameter: DiskParameterSchema,
  around: Surroundings,
  vdevs: () => readonly string[],
): readonly Proposal[] {
  const order = (index: number): string => `${VALUES_FIRST}${ordinal(index)}`;
  if (parameter.field === 'vdev') {
    return vdevs().map((vdev, index) => ({
      label: vdev,
      kind: CompletionItemKind.Value,
      detail: index === 0 ? 'vdev, the next free one' : 'vdev, free',
      text: vdev,
      order: order(index),
      data: { kind: 'vdev', vdev, guestType: guest.type, cdrom: around.cdrom },
    }));
  }
  return (parameter.values ?? [])
    .filter((value) => existsIn(settings.xenVersion, value, parameter) && fits(parameter, value.name, around))
    .map(({ name, deprecated }, index) => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: parameter.name,
      text: name,
      order: order(index),
      deprecated: deprecated !== undefined,
      data: { kind: 'parameterValue', parameter: parameter.name, value: name },
    }));
}

/** Words that the rest of the spec makes void or wrong are left out. */
function fits(
  { field }: DiskParameterSchema,
  word: string,
  { cdrom, specification, hasTarget }: Surroundings,
): boolean {
  switch (field) {
    case 'format':
      return word !== 'empty' || (cdrom && !hasTarget);
    case 'readwrite':
      return !cdrom || READ_ONLY.has(word);
    case 'backend':
      return SERVES[specification](word === 'standalone');
    default:
      return true;
  }
}

const READ_ONLY: ReadonlySet<string> = new Set(['ro', 'r']);

/** Whether the standalone backend, or another one, can speak it (disk_try_backend in libxl_device.c). */
const SERVES: Readonly<Record<DiskSpecification, (standalone: boolean) => boolean>> = {
  unknown: () => true,
  virtio: (standalone) => standalone,
  xen: (standalone) => !standalone,
};

/**
 * Parameters and flags whose field nothing fills yet. `target=` takes the rest of the string: it comes last, and only
 * where nothing follows.
 */
export function parameterProposals(
  field: Field,
  { used, isLast }: Surroundings,
  xenVersion: XenVersion,
): readonly Proposal[] {
  return DISK_PARAMETERS.filter(
    (parameter) =>
      existsIn(xenVersion, parameter) &&
      !used.has(parameter.field) &&
      !(field.isName && parameter.form === 'flag') &&
      (isLast || field.isName || parameter.field !== 'pdev_path'),
  ).map((parameter, index) => {
    const isValue = parameter.form === 'value';
    const isTarget = parameter.field === 'pdev_path';
    return {
      label: isValue ? `${parameter.name}=` : parameter.name,
      kind: isValue ? CompletionItemKind.Field : CompletionItemKind.Keyword,
      detail: parameterForm(parameter),
      text: isValue && !field.isName ? `${parameter.name}=` : parameter.name,
      order: `${isTarget ? TARGET_LAST : THEN_NAMES}${ordinal(index)}`,
      filter: parameter.name,
      data: { kind: 'parameter', name: parameter.name },
    };
  });
}
