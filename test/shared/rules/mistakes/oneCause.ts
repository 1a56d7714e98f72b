/** What has one cause, or one cure, has one finding. */
import { HVM, type Mistake, PV, PVH } from './mistake.ts';

const DISK = "disk = [ '/a,raw,xvda,rw' ]\n";

export const ONE_CAUSE: readonly Mistake[] = [
  // A setting that nobody reads is not set twice as well.
  [`${HVM}«home» = 1\n«home» = 2\n`, [/Unknown option `home`/, /Unknown option `home`/]],
  [`${HVM}«stdvga» = 1\nvga = "stdvga"\n`, [/Remove stdvga/]],
  [`${HVM}«stdvga» = 0\n`, [/write vga = "cirrus"/]],
  [
    'name = "a"\ntype = «"hvmm"»\nmemory = 512\nvga = "cirrus"\nboot = "c"\nstdvga = 1\nacpi_s3 = 1\n',
    [/Did you mean hvm\?/],
  ],
  ['name = "a"\nbuilder = «"linux"»\nmemory = 512\nkernel = "/k"\nvga = "cirrus"\n', [/Write type = "pv"\./]],
  [
    `${HVM}disk = [ '«file:»/srv/x.iso,ioemu:hdc:cdrom,r' ]\n`,
    [/`?file:`? is deprecated, and so are ioemu: and :cdrom/],
  ],
  [`${PVH}«vnc» = 1\n«vncdisplay» = 1\n`, [/vfb = \[ "vnc=1" \]/, /vfb/]],
  [`${HVM}disk = [ «'/usr/share/ovmf/OVMF.fd,hdb,w'» ]\n`, [/firmware image.*bios = "ovmf"/]],
  [`${PV}bootloader = «"/usr/bin/pygrub"»\n${DISK}`.replace('kernel = "/k"\n', ''), [/Write "pygrub"/]],
  [`${HVM}«parallel» = "none"\n`, [/remove it/]],
  [`${PV}vif = [ 'mac=00:16:3e:00:00:01«;»bridge=br0' ]\n`, [/A comma is missing before bridge=/]],
  [`${PV}vif = [ 'bridge=«xenbr0 »,script=vif-bridge' ]\n`, [/Remove the space: write xenbr0\./]],
  [`${HVM}vif = [ 'backend=«netdom»,bridge=dmz' ]\n`, [/Add type=vif\./]],
  [`${HVM}vif = [ 'type=«netfront»,bridge=xenbr0' ]\n`, [/Write vif for the paravirtual interface\./]],
  [`${HVM}usbdevice = [ '«"tablet"»' ]\n`, [/Remove the quotes: write tablet\./]],
  [`${HVM}viridian = «"all"»\n`, [/Write \[ "all" \]\./]],
  [`${HVM}vncdisplay = «5901»\n`, [/Display 5901 is port 11801\. Write 1 for port 5901\./]],
];
