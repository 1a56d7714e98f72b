/** Completes examples of the schema to guests. */

import type { GuestType } from '../schema/types.ts';
import { atLeast, type XenVersion } from '../schema/xenVersions.ts';

/** Adds the options that a guest of the type needs, except those that the example has. */
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
    ...(says('memory', 'maxmem', 'vnuma') ? [] : ['memory = 1024']),
    ...(says('bootloader') && !says('disk') ? ['disk = [ "/srv/web1.img,raw,xvda,rw" ]'] : []),
    example,
    '',
  ].join('\n');
}
