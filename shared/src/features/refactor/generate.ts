/** Generated addresses and identifiers, which no other guest has. */

import type { XlDocument } from '../../document/document.ts';
import { isIn, type SpecString, specStrings } from '../../document/specStrings.ts';
import { VIF } from '../../languages/vif/vif.ts';
import type { Workspace } from '../../workspace/facts.ts';
import type { RandomBytes } from './refactoring.ts';

/** Xen's address range. libxl, too, generates addresses in its lower half (libxl__device_nic_setdefault). */
const PREFIX = '00:16:3e';
const ADDRESSES = 1 << 23;

export const isInterface = (string: SpecString): boolean => isIn(VIF, string);

/** A function whose calls return MACs that are neither in this file nor in the others; undefined when none is left. */
export function createMacGenerator(
  doc: XlDocument,
  random: RandomBytes,
  workspace: Workspace | undefined,
): () => string | undefined {
  return macGenerator(random, workspace, macsIn(doc));
}

/**
 * A function whose calls return MACs that no known guest has; undefined when none is left.
 *
 * @param taken addresses that are not to be used either, in lower case; those that are returned are added
 */
export function macGenerator(
  random: RandomBytes,
  workspace: Workspace | undefined,
  taken: Set<string> = new Set(),
): () => string | undefined {
  const isTaken = (mac: string): boolean => taken.has(mac) || (workspace?.find('mac', mac).length ?? 0) > 0;
  return () => {
    const mac = unusedMac(random, isTaken);
    if (mac !== undefined) taken.add(mac);
    return mac;
  };
}

/** All addresses in the file, in lower case; those that do not count may count again. */
const macsIn = (doc: XlDocument): Set<string> =>
  new Set(
    specStrings(doc)
      .filter(isInterface)
      .flatMap(({ pieces }) => pieces)
      .flatMap(({ kind, parameter, text }) =>
        kind === 'value' && parameter === 'mac' ? text.toLowerCase() : [],
      ),
  );

/** A random address, or the next one that is free; undefined where none is. */
function unusedMac(random: RandomBytes, isTaken: (mac: string) => boolean): string | undefined {
  const first = random(3).reduce((number, byte) => number * 256 + byte, 0);
  for (let step = 0; step < ADDRESSES; step++) {
    const number = (first + step) % ADDRESSES;
    const bytes = [number >> 16, (number >> 8) & 0xff, number & 0xff];
    const mac = [PREFIX, ...bytes.map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
    if (!isTaken(mac)) return mac;
  }
  return undefined;
}

/** Whether the effective value of an option is a single setting, without `+=`. */
export const isSingleSetting = ({ guest }: XlDocument, option: string): boolean =>
  guest.settings.get(option)?.parts.length === 1;

/** Version 4: all random but for six bits. */
export function randomUuid(random: RandomBytes): string {
  const bytes = [...random(16)].map((byte, at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
