/** The keys of a `p9` string. Facts: xl_parse.c and libxl_9pfs.c of 4.9 to 4.22, xl.cfg(5). */
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { checkedInt, flag, text, word } from '../toolkit/valueReaders.ts';

const DAEMON_ONLY = 'With `type=xen_9pfsd` only; otherwise the start of the guest fails.';
const NUMBER = 'A decimal number; what does not begin with one is refused, what follows it is dropped.';

export const P9_PARAMETERS = keyedParameters('4.19', [
  {
    name: 'tag',
    read: text('tag'),
    since: '4.9',
    mandatory: true,
    summary: 'The name by which the guest mounts the directory.',
    details:
      'Up to 4.18 xl refuses a string without it; since 4.19 the start of the guest fails, except with ' +
      '`type=xen_9pfsd`, where it is `Xen`. In the guest: `mount -t 9p -o trans=xen share /mnt`.',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
  },
  {
    name: 'path',
    read: text('path'),
    since: '4.9',
    mandatory: true,
    summary: 'The directory of the host.',
    details:
      'Up to 4.18 xl refuses a string without it; since 4.19 the start of the guest fails, except with ' +
      '`type=xen_9pfsd`, where it is `guests/NAME` in the directory of the Xen logs.',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
  },
  {
    name: 'security_model',
    read: text('security_model'),
    since: '4.9',
    mandatory: true,
    summary: 'How the owners of files are kept.',
    details:
      'Up to 4.18 xl refuses a string without it; since 4.19 the start of the guest fails. xl takes any word; QEMU gives ' +
      'up on those that it does not know.',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none' ]",
    values: [{ name: 'none', summary: 'As they are in the guest, with the same numbers on the host.' }],
  },
  {
    name: 'backend',
    read: text('backend_domname'),
    content: 'domain',
    since: '4.9',
    summary: 'The domain that has the directory, by name or number.',
    details: 'It has to run when the guest starts.',
    defaultValue: 'the host (domain 0)',
    example: "p9 = [ 'tag=share,path=/srv/share,security_model=none,backend=files' ]",
  },
  {
    name: 'type',
    read: word('type'),
    summary: 'The program that serves the directory.',
    details: 'In any case. xl refuses any other word.',
    defaultValue: '`qemu`',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none' ]",
    values: [
      { name: 'qemu', summary: 'QEMU. The default.' },
      { name: 'xen_9pfsd', summary: 'The daemon xen-9pfsd, which can limit space and number of files.' },
      { name: 'unknown', summary: 'Not said: the default.', internal: true },
    ],
  },
  {
    name: 'max-files',
    read: checkedInt('max_files'),
    summary: 'How many files there may be below path.',
    details: `${DAEMON_ONLY} ${NUMBER}`,
    defaultValue: '0, no limit',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-files=1000' ]",
  },
  {
    name: 'max-open-files',
    read: checkedInt('max_open_files'),
    summary: 'How many files may be open at a time; one opened twice counts twice.',
    details: `${DAEMON_ONLY} ${NUMBER}`,
    defaultValue: '5',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-open-files=20' ]",
  },
  {
    name: 'max-space',
    read: checkedInt('max_space'),
    summary: 'How many MiB the files below path may take.',
    details: `${DAEMON_ONLY} ${NUMBER} \`10M\` and \`10G\` are both 10.`,
    defaultValue: '0, no limit',
    example: "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-space=100' ]",
  },
  {
    name: 'auto-delete',
    read: flag('auto_delete'),
    summary: 'Deletes the oldest file that is not open when a limit is reached.',
    details: `${DAEMON_ONLY} A number: 0 is off, anything else is on; a word is read as 0.`,
    defaultValue: '0',
    example:
      "p9 = [ 'type=xen_9pfsd,tag=share,path=/srv/share,security_model=none,max-space=100,auto-delete=1' ]",
    values: [
      { name: '1', summary: 'The oldest files make room.' },
      { name: '0', summary: 'A full share is full. The default.' },
    ],
  },
]);
