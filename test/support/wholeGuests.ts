/** Whole guests, in which completion can be asked for anywhere. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLES } from './cursor.ts';

const root = path.resolve(import.meta.dirname, '../..');

const DEVICES = `name = "pv1"
type = "pv"
kernel = "/boot/vmlinuz"
  memory = 512; vcpus = 2
localtime = 1
disk = [ '/dev/vg0/pv1,raw,xvda,rw', 'tap:aio:/srv/a.img,hdc:cdrom,r', 'vdev=xvdb, format=raw, cdrom, target=/x,y' ]
vif = [
  'mac=00:16:3e:00:00:01, bridge=xenbr0,model=e1000',
  'bridge=br1', # the second one
]
pci = [ '03:00.0,permissive=1' ]
cpus = "0-3,^1"
cpuid = "host,tm=0"
vfb = [ "vnc=1,vncdisplay=3" ]
usbdev = [ 'hostbus=1,hostaddr=3' ]
`;

const MACHINE = `# xlcfg-disable-file unknown-option
name = 'hvm1'
builder = 'hvm'
firmware = "uefi"
on_reboot = "restart"
device_model_args = [ "-k", "de" ]
vnuma = [ [ "pnode=0","size=1024","vcpus=0-1" ], [ "pnode=1","size=1024","vcpus=2-3" ] ]
usbctrl = [ 'type=devicemodel,version=2' ]
rdm = 'strategy=host,policy=relaxed'
viridian = [ "base", "freq" ]
cmdline = "root=/dev/xvda1 ro"
`;

export const WHOLE_GUESTS: readonly string[] = [
  DEVICES,
  MACHINE,
  readFileSync(path.join(root, 'server/examples/legacy.cfg'), 'utf8'),
  ...SAMPLES,
];
