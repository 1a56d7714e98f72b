/** What has one cause, or one cure, has one finding. */
import { HVM, type Mistake, PV, PVH } from './mistake.ts';

const DISK = "disk = [ '/a,raw,xvda,rw' ]\n";

export const ONE_CAUSE: readonly Mistake[] = [
  // A setting that nobody reads is not set twice as well.
  [`${HVM}«home» = 1\n«home» = 2\n`, [/Unknown option `home`/, /Unknown option `home`/]],
  [`${HVM}«stdvga» = 1\nvga = "stdvga"\n`, [/Remove `stdvga`/]],
  [`${HVM}«stdvga» = 0\n`, [/Use `vga = "cirrus"`/]],
  [
    'name = "a"\ntype = «"hvmm"»\nmemory = 512\nvga = "cirrus"\nboot = "c"\nstdvga = 1\nacpi_s3 = 1\n',
    [/Did you mean `hvm`\?/],
  ],
  ['name = "a"\nbuilder = «"linux"»\nmemory = 512\nkernel = "/k"\nvga = "cirrus"\n', [/Use `type = "pv"`\./]],
  [
    `${HVM}disk = [ '«file:»/srv/x.iso,ioemu:hdc:cdrom,r' ]\n`,
    [/^Prefix `file:` is deprecated and ignored; `ioemu:` and `:cdrom` are deprecated too\./],
  ],
  [`${PVH}«vnc» = 1\n«vncdisplay» = 1\n`, [/vfb = \[ "vnc=1" \]/, /vfb/]],
  [`${HVM}disk = [ «'/usr/share/ovmf/OVMF.fd,hdb,w'» ]\n`, [/firmware image.*bios = "ovmf"/]],
  [`${PV}bootloader = «"/usr/bin/pygrub"»\n${DISK}`.replace('kernel = "/k"\n', ''), [/Use `"pygrub"`/]],
  [`${HVM}«parallel» = "none"\n`, [/remove it/]],
  [`${PV}vif = [ 'mac=00:16:3e:00:00:01«;»bridge=br0' ]\n`, [/A comma is missing before `bridge=`/]],
  [`${PV}vif = [ 'bridge=«xenbr0 »,script=vif-bridge' ]\n`, [/Remove the space: `xenbr0`\./]],
  [`${HVM}vif = [ 'backend=«netdom»,bridge=dmz' ]\n`, [/Add `type=vif`\./]],
  [`${HVM}vif = [ 'type=«netfront»,bridge=xenbr0' ]\n`, [/Use vif for the paravirtual interface\./]],
  [`${HVM}usbdevice = [ '«"tablet"»' ]\n`, [/Remove the quotes: `tablet`\./]],
  [`${HVM}viridian = «"all"»\n`, [/Use `\[ "all" \]`\./]],
  // What the guest lacks because of a value that xl ignores is told with the value.
  ['name = "a"\ntype = "hvm"\nmemory = «"2G"»\n', [/^`2G` is not a number: `xl create` fails\. Use 2048\./]],
  ['name = "a"\nkernel = "/k"\nmemory = «"2G"»\n', [/the guest gets 32 MiB\. Use 2048\./]],
  ['name = "a"\ntype = "hvm"\nmemory = «[ 512 ]»\n', [/`xl create` fails\. Remove the brackets\./]],
  ['name = «[ "a" ]»\ntype = "hvm"\nmemory = 512\n', [/xl rejects the file\. /]],
  ['name = "a"\nbootloader = «[ "pygrub" ]»\nmemory = 512\n', [/xl rejects the file\. Remove the brackets/]],
  ['name = "a"\ntype = «[ "hvm" ]»\nmemory = 512\n', [/xl rejects the file\. Remove the brackets\./]],
  [`${HVM}maxmem = «0»\n`, [/`maxmem` is 0 MiB/]],
  [
    `${HVM}vnuma = [ «"pnode=0"», "size=512", "vcpus=0" ]\n`,
    [/the strings of each NUMA node in their own brackets/],
  ],
  [`${HVM}on_crash = «"restart'»\n`, [/no closing "/]],
  ['name = "«"web""»\ntype = "hvm"\nmemory = 512\n', [/The string ends at this quote/]],
  ['«\xff\xfen\0a\0m\0e\0»\n\0t\0y\0\n\0', [/The file is UTF-16/]],
  [`${HVM}vncdisplay = «5901»\n`, [/Display 5901 is port 11801\. Use 1 for port 5901\./]],
  [
    `${PV}disk = [ '«/dev/vg/a»', 'raw', 'xvda', 'rw' ]\n`,
    [/reads as 4 disks: .* Use `\/dev\/vg\/a,raw,xvda,rw`\./],
  ],
  [`${PV}disk = [ "«phy:/dev/vg/a»", "xvda", "w" ]\n`, [/Use `\/dev\/vg\/a,raw,xvda,rw`\./]],
  [
    `${PV}disk = [ '«/a»', 'raw', 'xvda', 'rw', '«/b»', 'raw', 'xvdb', 'rw' ]\n`,
    [/Use `\/a,raw,xvda,rw`/, /Use `\/b,raw,xvdb,rw`/],
  ],
  [
    `${HVM}disk = [ «"/usr/share/OVMF/OVMF_CODE.fd,raw,hda,r"» ]\n`,
    [/firmware image, .*: `xl create` fails/],
  ],
  [`${HVM}usbdev = [ "«vendorid»=0x1234,productid=0x5678" ]\n`, [/Use `hostbus=` and `hostaddr=`/]],
  [`${HVM}disk = [ "phy:%s,xvda,w" «% vg» ]\n`, [/This is Python code/]],
  [`${HVM}vcpus = 2 «* 2»\n`, [/This is Python code/]],
  [`${HVM}vcpus = 4 «- 1»\n`, [/This is Python code/]],
  [`${HVM}cpuid = [ "«host,vmx=1»" ]\n`, [/Remove the brackets: `cpuid = "host,vmx=1"`\./]],
  [`${HVM}channel = [ "«pty»,name=a" ]\n`, [/Use `connection=pty`\./]],
  [
    `${HVM}channel = [ "«type»=pty,name=a" ]\n`,
    [/no `connection`, .*: xl rejects the file\. Did you mean `connection`\?/],
  ],
  [`${HVM}channel = [ "connection=pty,«type»=pty,name=a" ]\n`, [/xl ignores it\. Remove it\./]],
  [
    `${HVM}p9 = [ "«mount_tag»=a,path=/srv,security_model=none" ]\n`,
    [/has no `tag`, .*Did you mean `tag`\?/],
  ],
  [`${HVM}vif = [ "model=«virtio»,bridge=br0" ]\n`, [/Use `virtio-net`\./]],
];
