/** Guests as people write them, and what is to be in the file then. */

export interface TypedGuest {
  /** Of the file, without its ending. */
  readonly name: string;
  /** In the notation of `strokesOf`. */
  readonly keys: string;
  /** What `readable` makes of the file. */
  readonly text: string;
}

/** The file without indentation, which is the editor's, and with one word for addresses that are new each time. */
export const readable = (text: string): string =>
  text
    .replace(/^[ \t]+/gm, '')
    .replace(/00:16:3e:[0-7][0-9a-f](?::[0-9a-f]{2}){2}/g, 'NEW-MAC')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, 'NEW-UUID');

/** The other files of the workspace. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  'shop.cfg': `name = "shop"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6.1"
disk = [ '/dev/vg7/shop,raw,xvda,rw' ]
vif = [ 'mac=00:16:3e:80:00:01,bridge=br7' ]
`,
  'store.cfg': `name = "store"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6.1"
driver_domain = 1
vif = [ 'mac=00:16:3e:80:00:02,bridge=br7', 'mac=00:16:3e:80:00:03,bridge=br8' ]
`,
};

export const GUESTS: readonly TypedGuest[] = [
  {
    // Somebody who needs no help, and never looks at the suggestions.
    name: 'pv',
    keys: `name = "pv1"
type = "pv"
kernel = "/boot/vmlinuz-pv1"
ramdisk = "/boot/initrd-pv1.img"
extra = "root=/dev/xvda ro console=hvc0"
memory = 512
vcpus = 1
localtime = 1
disk = [
'/dev/vg0/pv1,raw,xvda,rw',
'/dev/vg0/pv1-swap,raw,xvdb,rw',⤓
vif = [ 'mac=00:16:3e:a0:00:01,bridge=xenbr0' ]
on_crash = "restart"
`,
    text: `name = "pv1"
type = "pv"
kernel = "/boot/vmlinuz-pv1"
ramdisk = "/boot/initrd-pv1.img"
extra = "root=/dev/xvda ro console=hvc0"
memory = 512
vcpus = 1
localtime = 1
disk = [
'/dev/vg0/pv1,raw,xvda,rw',
'/dev/vg0/pv1-swap,raw,xvdb,rw',
]
vif = [ 'mac=00:16:3e:a0:00:01,bridge=xenbr0' ]
on_crash = "restart"
`,
  },
  {
    // Somebody who takes all that is offered.
    name: 'mail',
    keys: `na«name»«mail»⇥
ty«type»«pvh»⇥
ker«kernel»«/srv/boot/vmlinuz-6.1»⇥
mem«memory»2048⇥
dis«disk»«/dev/vg7/mail»,«raw»,«xvda»,«rw»⇥
vif«vif»«bridge=»«br7»,«mac=»«00:16:3e:…»⇥
cmd«cmdline»root=«/dev/xvda» ro⇥
uu«uuid»«…-4…»⇥
`,
    text: `name = "mail"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6.1"
memory = 2048
disk = [ '/dev/vg7/mail,raw,xvda,rw' ]
vif = [ 'bridge=br7,mac=NEW-MAC' ]
cmdline = "root=/dev/xvda ro"
uuid = "NEW-UUID"
`,
  },
  {
    name: 'hvm',
    keys: `name = "hvm1"
type = "«hvm»"
memory = 1024
boot = "cd"
vga = "std«stdvga»"
localtime = 0
viridian = [ "base", "freq" ]
usb = 1
usbdevice = "tab⌫⌫⌫mouse"
disk = [
'phy:/dev/vg0/hvm1,hda,w',
'/srv/iso/debian.iso,raw,hdc,ro,cd«cdrom»',⤓
vif = [
'model=«e1000»,br«bridge=»«br8»',⤓
vnc = 1
`,
    text: `name = "hvm1"
type = "hvm"
memory = 1024
boot = "cd"
vga = "stdvga"
localtime = 0
viridian = [ "base", "freq" ]
usb = 1
usbdevice = "mouse"
disk = [
'phy:/dev/vg0/hvm1,hda,w',
'/srv/iso/debian.iso,raw,hdc,ro,cdrom',
]
vif = [
'model=e1000,bridge=br8',
]
vnc = 1
`,
  },
  {
    name: 'uefi',
    keys: `# Windows 11
name = "win11"
type = "hvm"
firmware = "«uefi»"
memory = 8192
vcpus = 4
bios = "ovm«ovmf»"
disk = [ '/dev/vg7/win11,raw,sda,rw', '«…win11-2»⎋,raw,«xvdb»,rw' ]
vif = [ '«mac=»«00:16:3e:…»,bridge=br7,model=rtl8139' ]
vncdisplay = ✳«1»
on_reboot = "re«restart»"
`,
    text: `# Windows 11
name = "win11"
type = "hvm"
firmware = "uefi"
memory = 8192
vcpus = 4
bios = "ovmf"
disk = [ '/dev/vg7/win11,raw,sda,rw', '/dev/vg7/win11-2,raw,xvdb,rw' ]
vif = [ 'mac=NEW-MAC,bridge=br7,model=rtl8139' ]
vncdisplay = 1
on_reboot = "restart"
`,
  },
  {
    name: 'pygrub',
    keys: `name="grub"
type="pv"
bootloader="pygrub"
memory=⌫=1024
maxmem=2048
disk=['/srv/grub.qcow2,qcow2,xvda,w','/srv/grub-swap.img,,xvdb,w']
vif=['bridge=br7','bridge=br8']
on_poweroff='destroy'
`,
    text: `name="grub"
type="pv"
bootloader="pygrub"
memory=1024
maxmem=2048
disk=['/srv/grub.qcow2,qcow2,xvda,w','/srv/grub-swap.img,,xvdb,w']
vif=['bridge=br7','bridge=br8']
on_poweroff='destroy'
`,
  },
  {
    name: 'driver',
    keys: `name = "net1"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6.1"
driver_domain = 1
memory = 256
pci = [ '0000:03:00.0,perm«permissive=»«1»', '03:00.1' ]
disk = [ 'format=raw, vdev=xvda, access=rw, backend=«store», target=/dev/vg0/net1' ]
`,
    text: `name = "net1"
type = "pvh"
kernel = "/srv/boot/vmlinuz-6.1"
driver_domain = 1
memory = 256
pci = [ '0000:03:00.0,permissive=1', '03:00.1' ]
disk = [ 'format=raw, vdev=xvda, access=rw, backend=store, target=/dev/vg0/net1' ]
`,
  },
  {
    name: 'arm',
    keys: `name = "arm1"
type = "pvh"
kernel = "/boot/Image"
cmdline = "console=hvc0 root=/dev/xvda"
memory = 512
gic_version = "v3"
vuart = "sb«sbsa_uart»"
dtdev = [ "/soc/uart@0" ]
irqs = [ 88, 89 ]
iomem = [ "0x47,1" ]
disk = [
'/dev/vg0/arm1,raw,xvda,rw',⤓
`,
    text: `name = "arm1"
type = "pvh"
kernel = "/boot/Image"
cmdline = "console=hvc0 root=/dev/xvda"
memory = 512
gic_version = "v3"
vuart = "sbsa_uart"
dtdev = [ "/soc/uart@0" ]
irqs = [ 88, 89 ]
iomem = [ "0x47,1" ]
disk = [
'/dev/vg0/arm1,raw,xvda,rw',
]
`,
  },
  {
    // As one was written in 2008, by hand.
    name: 'old',
    keys: `kernel = '/boot/vmlinuz-2.6'
builder = 'linux'
memory = '256'
name = 'old'
disk = [ 'tap:aio:/srv/old.img,xvda1,w', 'tap:aio:/srv/swap.img,xvda2,w' ]
root = '/dev/xvda1 ro'
vif = [ 'mac=00:16:3E:A1:B2:C3, bridge=xenbr0', ]
vfb = [ 'type=vnc,vncunused=1' ]
on_xend_start = 'ignore' # nobody reads it
extra = '4 clocksource=xen'
`,
    text: `kernel = '/boot/vmlinuz-2.6'
builder = 'linux'
memory = '256'
name = 'old'
disk = [ 'tap:aio:/srv/old.img,xvda1,w', 'tap:aio:/srv/swap.img,xvda2,w' ]
root = '/dev/xvda1 ro'
vif = [ 'mac=00:16:3E:A1:B2:C3, bridge=xenbr0', ]
vfb = [ 'type=vnc,vncunused=1' ]
on_xend_start = 'ignore' # nobody reads it
extra = '4 clocksource=xen'
`,
  },
  {
    name: 'desk',
    keys: `name = "desk"
type = "hvm"
vfb = [ "vnc=1,vncdis«vncdisplay=»«1»" ]
pci = [
'01:00.0',
'01:00.1,rdm_policy=«relaxed»',⤓
usbctrl = [ 'type=«devicemodel»,version=2' ]
usbdev = [ 'hostbus=1,hostaddr=3' ]
sound = 1
keymap = "de"
acpi = 1
`,
    text: `name = "desk"
type = "hvm"
vfb = [ "vnc=1,vncdisplay=1" ]
pci = [
'01:00.0',
'01:00.1,rdm_policy=relaxed',
]
usbctrl = [ 'type=devicemodel,version=2' ]
usbdev = [ 'hostbus=1,hostaddr=3' ]
sound = 1
keymap = "de"
acpi = 1
`,
  },
  {
    name: 'pinned',
    keys: `# xlcfg-«xlcfg-disable-file»unknown-o«unknown-option»
# pinned to the second socket, memory and all
name = "pinned" # see vif, disk = [ below
type = "pv"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 8
cpus = "8-15,^9"
cpus_soft = [ "8", "9" ]
cpuid = "host,tm=0"
memory = 51⎋2
memory_hot = 1
vif = [ 'rate=10Mb/s' ]; on_crash = "destroy"
`,
    text: `# xlcfg-disable-file unknown-option
# pinned to the second socket, memory and all
name = "pinned" # see vif, disk = [ below
type = "pv"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 8
cpus = "8-15,^9"
cpus_soft = [ "8", "9" ]
cpuid = "host,tm=0"
memory = 512
memory_hot = 1
vif = [ 'rate=10Mb/s' ]; on_crash = "destroy"
`,
  },
];
