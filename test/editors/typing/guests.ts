/** Guests as people write them, and what is to be in the file then. */

export interface TypedGuest {
  readonly name: string;
  /** In the notation of {@link strokesOf}. */
  readonly keys: string;
  readonly text: string;
}

export const GUESTS: readonly TypedGuest[] = [
  {
    name: 'pv',
    keys: `name = "pv1"
type = "pv"
kernel = "/boot/vmlinuz-pv1"
memory = 512
localtime = 1
disk = [
'/dev/vg0/pv1,raw,xvda,rw',
'/dev/vg0/pv1-swap,raw,xvdb,rw',
↓
vif = [ 'bridge=xenbr0' ]
`,
    text: `name = "pv1"
type = "pv"
kernel = "/boot/vmlinuz-pv1"
memory = 512
localtime = 1
disk = [
    '/dev/vg0/pv1,raw,xvda,rw',
    '/dev/vg0/pv1-swap,raw,xvdb,rw',
]
vif = [ 'bridge=xenbr0' ]
`,
  },
];
