/** What a guest is, in a few lines: its type, memory, vCPUs, disks and NICs. */
import type { XlDocument } from '../document/document.ts';
import { type SpecString, specStrings } from '../document/specStrings.ts';
import type { ConfigNode, ObjectNode } from '../effective/index.ts';
import { printable } from '../text/printable.ts';
import { deviceEntry } from './symbols/devices.ts';

/** Further devices of a kind are only counted. */
const SHOWN = 4;

const inObject = (node: ConfigNode | undefined, name: string): ConfigNode | undefined =>
  node?.kind === 'object' ? node.entries.find(([key]) => key === name)?.[1] : undefined;

const numberAt = (root: ObjectNode, ...path: readonly string[]): bigint | undefined => {
  const node = path.reduce<ConfigNode | undefined>(inObject, root);
  const value = node?.kind === 'scalar' ? node.value : undefined;
  return typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : undefined;
};

const memory = (root: ObjectNode): string => {
  const kib = numberAt(root, 'b_info', 'target_memkb') ?? numberAt(root, 'b_info', 'max_memkb');
  return kib === undefined ? 'default memory' : `${kib / 1024n} MiB of memory`;
};

const vcpus = (root: ObjectNode): string => {
  const count = numberAt(root, 'b_info', 'max_vcpus') ?? 1n;
  return count === 1n ? '1 vCPU' : `${count} vCPUs`;
};

const device = (string: SpecString): string => {
  const { name, detail } = deviceEntry(string);
  return detail === '' ? name : `${name} (${detail})`;
};

const devices = (doc: XlDocument, title: string, option: string): string => {
  const all = specStrings(doc).filter(({ counts, setting }) => counts && setting.name.text === option);
  const more = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  const shown = [...all.slice(0, SHOWN).map(device), ...more];
  return `${title}: ${shown.length === 0 ? 'none' : shown.join('; ')}`;
};

/** The lines of the summary, without line endings. */
export function effectiveSummary(doc: XlDocument, root: ObjectNode): readonly string[] {
  const name = doc.guest.settings.get('name')?.value;
  const called = name?.kind === 'atom' ? printable(name.text) : 'A guest without a name';
  return [
    `${called}: ${doc.guest.type.toUpperCase()}, ${memory(root)}, ${vcpus(root)}`,
    devices(doc, 'Disks', 'disk'),
    devices(doc, 'NICs', 'vif'),
  ];
}
