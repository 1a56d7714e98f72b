/** The guest that the editors open, and what they are asked of it. */

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** One problem of each colour, one of old releases only, something to complete, to rename, to format. ASCII only: columns are bytes too. */
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

/** Where the nth occurrence of a text begins; `skip` characters further on. */
const placeOf = (text: string, skip = 0): Place => {
  const at = GUEST.indexOf(text);
  if (at < 0) throw new Error(`The guest has no ${text}.`);
  const before = GUEST.slice(0, at + skip).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

/** What every editor is asked. */
export const QUESTIONS = {
  hover: placeOf('memory'),
  /** Behind the beginning of a vdev; `typed` is that beginning. */
  completion: { ...placeOf("xv' ]", 2), typed: 'xv' },
  /** The disk with the prefix of old. */
  fix: { ...placeOf('tap:aio:'), code: 'disk-deprecated-prefix' },
  rename: { ...placeOf('web1"'), to: 'web2' },
  tokens: [placeOf('memory'), placeOf('xvda'), placeOf('tap:aio:'), placeOf('memroy')],
} as const;
