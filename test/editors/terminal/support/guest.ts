/** The guest that the editors open, and the questions about it. */

export interface GuestPosition {
  readonly line: number;
  readonly character: number;
}

/** Has a problem of each severity, one of old Xen versions only, and text to complete, rename and format. ASCII only, so that columns are bytes. */
export const GUEST = `# A web server, set up in 2009.
name = "web1"
builder = 'hvm'
memory = 2048
vcpus=2
disk = [ 'tap:aio:/srv/xen/web1.img,xvda,w',
         '/srv/iso/debian.iso,raw,xv' ]
vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]
memroy = 4096
smbios = [ "bios_vendor=house" ]
`;

/** The position `skip` characters after the start of the nth occurrence of a text. */
const placeOf = (text: string, skip = 0): GuestPosition => {
  const at = GUEST.indexOf(text);
  if (at < 0) throw new Error(`The guest has no ${text}.`);
  const before = GUEST.slice(0, at + skip).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

/** The questions for every editor. */
export const QUESTIONS = {
  hover: placeOf('memory'),
  /** After a partial vdev; `typed` is what is there already. */
  completion: { ...placeOf("xv' ]", 2), typed: 'xv' },
  /** In the disk with the deprecated prefix. */
  fix: { ...placeOf('tap:aio:'), code: 'disk-deprecated-prefix' },
  rename: { ...placeOf('web1"'), to: 'web2' },
  tokens: [placeOf('memory'), placeOf('xvda'), placeOf('tap:aio:'), placeOf('memroy')],
} as const;
