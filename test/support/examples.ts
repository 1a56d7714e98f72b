/** A whole file around an example of the schema. */

import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { atLeast, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';

/** What a guest of the type needs beside the example; nothing that the example says itself. */
export function guestWithExample(example: string, type: GuestType, xenVersion: XenVersion): string {
  const says = (...names: string[]): boolean =>
    names.some((name) => new RegExp(`^${name}\\b`, 'm').test(example));
  const typeLine = atLeast(xenVersion, '4.10')
    ? `type = "${type}"`
    : `builder = "${type === 'hvm' ? 'hvm' : 'generic'}"`;
  return [
    ...(says('name') ? [] : ['name = "web1"']),
    ...(says('type', 'builder') ? [] : [typeLine]),
    ...(type === 'hvm' || says('kernel', 'bootloader', 'firmware') ? [] : ['kernel = "/boot/vmlinuz"']),
    example,
    '',
  ].join('\n');
}
