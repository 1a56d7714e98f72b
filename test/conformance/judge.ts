/** What the project itself makes of a case, in the terms in which the real xl answers. */

import {
  chooseBackend,
  DEFAULT_SETTINGS,
  type FileKindName,
  openDocument,
  parseDiskSpec,
  parseVdev,
} from '@xlcfg/shared';
import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import type { DiskFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import type { EffectiveValue } from '@xlcfg/shared/src/model/guest.ts';
import { optionValuesOf } from '@xlcfg/shared/src/model/optionValues.ts';
import { maxVcpus } from '@xlcfg/shared/src/model/vcpus.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { Encoding, Value } from '@xlcfg/shared/src/syntax/index.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigValue, VdevAnswer } from './answers.ts';
import { BASE, type Release } from './releases.ts';

/** A text as a file of a kind, a guest's unless told otherwise, for xl of a release. */
export const open = (
  text: string,
  kind: FileKindName = 'guest',
  { xenVersion, architecture }: Release = BASE,
  encoding: Encoding = 'utf8',
): XlDocument =>
  openDocument(
    TextDocument.create('file:///guest.cfg', 'xlcfg', 1, text),
    { ...DEFAULT_SETTINGS, xenVersion, architecture },
    kind,
    { encoding },
  );

/** The codes of the errors: why the file is red. */
export const refusals = ({ problems }: XlDocument): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);

/** The settings that count, with the values that xl's library would give out. */
export function settingsOf({ guest }: XlDocument): Record<string, ConfigValue> {
  const values: Record<string, ConfigValue> = {};
  for (const { name, value } of guest.settings.values()) {
    const plain = plainSetting(value);
    if (plain !== undefined) values[name] = plain;
  }
  return values;
}

/** How many vCPUs the guest may have. */
export const vcpusOf = ({ guest, settings }: XlDocument): number =>
  maxVcpus(optionValuesOf(guest, settings.xenVersion)).count;

function plainSetting(value: EffectiveValue): ConfigValue | undefined {
  if (value.kind === 'list') return value.items.map((item) => plainItem(item, 1));
  return value.kind === 'atom' ? value.text : undefined;
}

function plainItem(item: Value, depth: number): ConfigValue {
  switch (item.kind) {
    case 'string':
      return item.content.text;
    case 'list':
      return depth < DEPTH ? item.items.map((inner) => plainItem(inner, depth + 1)) : TOO_DEEP;
    default:
      return item.text;
  }
}

/** Lists within lists are compared down to here; what is thousands of levels deep, only by its being there. */
const DEPTH = 20;
const TOO_DEEP = '[...]';

/** A value of xl's library, cut off where `settingsOf` cuts its own. */
export function cutOff(value: ConfigValue, depth = 0): ConfigValue {
  if (typeof value === 'string') return value;
  return depth < DEPTH ? value.map((inner) => cutOff(inner, depth + 1)) : TOO_DEEP;
}

/** The fields of a spec, or null where its parser would reject it. */
export function fieldsOf(spec: string, { xenVersion }: Release): DiskFields | null {
  const { faults: found, fields } = parseDiskSpec(spec, xenVersion);
  return found.length === 0 ? fields : null;
}

/** The backend that serves the disk if its target is there; null where libxl rejects the disk. */
export function backendOf(fields: DiskFields, guestType: GuestType, { xenVersion }: Release): string | null {
  const choice = chooseBackend(fields, guestType, xenVersion);
  if (choice.kind === 'refused' || parseVdev(fields.vdev ?? '') === null) return null;
  return choice.by[0]?.backend ?? null;
}

/** A vdev name as libxl's own function answers: the number -1 where it rejects it, and -1 for what it leaves alone. */
export function vdevOf(name: string): VdevAnswer {
  const vdev = parseVdev(name);
  return { devid: vdev?.number ?? -1, disk: vdev?.disk ?? -1, partition: vdev?.partition ?? -1 };
}
