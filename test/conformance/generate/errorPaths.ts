/**
 * Whole files for what libxl rejects after xl has read the file: for each error that the content of a file can bring about,
 * by the source of libxl that has it, the options that it looks at, with values at and beside its limits.
 */
import { type Random, times } from '../random.ts';
import { fillIn } from './choices.ts';

/** A line that begins with `?` is there half the time. Choices are as in choices.ts. */
type Path = readonly string[];

const DEVICE_MODEL = '?device_model_version = "<qemu-xen|qemu-xen-traditional>"';

/** On any guest: those that matter are chosen by the options, those that do not must stay green. */
const PATHS: Readonly<Record<string, readonly Path[]>> = {
  libxl_create: [
    ['device_model_version = "<qemu-xen|qemu-xen-traditional|qemu_xen>"', 'bios = "<seabios|rombios|ovmf|>"'],
    ['?kernel = "<|/k>"', '?ramdisk = "<|/r>"', '?cmdline = "<|ro>"', '?extra = "x"'],
    [
      DEVICE_MODEL,
      'vga = "<stdvga|cirrus|qxl|none>"',
      'videoram = <0|4|7|8|15|16|127|128|"-1">',
      '?stdvga = 1',
    ],
    ['usb = <0|1>', '?usbversion = <0|1|3>', '?spiceusbredirection = <0|4>', '?usbdevice = "<tablet|>"'],
    ['?usbversion = <1|2>', '?usbdevice = [ "tablet"<|, "mouse"> ]', '?spiceusbredirection = 1'],
    ['max_grant_version = <0|1|2|3>', '?max_grant_frames = <0|1|64>', '?max_maptrack_frames = <0|1024>'],
    ['seclabel = "<|a:b:c>"', '?init_seclabel = "<|a:b>"', '?device_model_stubdomain_seclabel = "<|a>"'],
    [
      'passthrough = "<disabled|enabled|sync_pt|share_pt|unknown>"',
      '?pci = [ "03:00.0" ]',
      '?dtdev = [ "/soc/a" ]',
      '?hap = <0|1>',
    ],
    ['?pci = [ "03:00.0" ]', '?dtdev = [ "/soc/a" ]', 'maxmem = <511|512|513|1024>'],
    [
      'vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]',
      'maxmem = <512|1024>',
      '?altp2m = 1',
    ],
    ['nestedhvm = <0|1>', '?altp2mhvm = <0|1>', '?altp2m = <0|1|2|"external"|"disabled">', '?maxmem = 1024'],
    ['?hap = <0|1>', '?nestedhvm = 1', '?altp2m = "mixed"'],
    ['vpmu = <0|1>', '?vmtrace_buf_kb = <0|1|4|64|4096>'],
    ['maxvcpus = <1|4|128|129|512>', 'vcpus = <1|4>', '?cpus = "all"'],
    ['virtio = [ "type=virtio,device<1|22>,transport=<mmio|pci>,grant_usage=<0|1>" ]'],
    [
      'irqs = [ <0|5|16|"x"> ]',
      '?ioports = [ "<3f8|3f8-3ff|0|ffff|10000>" ]',
      '?iomem = [ "<a0,1|0,1|a0,1@b0>" ]',
    ],
    ['llc_colors = [ "<0|0-3|3-0|0,1>" ]'],
    ['firmware = "<uefi|bios|ovmf|pvgrub32|pvgrub64|>"', '?kernel = "/k"', '?bios = "ovmf"'],
    ['pvshim = <0|1>', '?pvshim_path = "<|/shim>"', '?pvshim_cmdline = "<|a>"', '?pvshim_extra = "b"'],
    [
      'driver_domain = <0|1>',
      '?e820_host = <0|1>',
      '?pci = [ "03:00.0" ]',
      '?xend_suspend_evtchn_compat = 1',
    ],
  ],
  libxl_dom: [
    ['shadow_memory = <0|1|8|"-1"|"x"|17592186044415|99999999999999>', '?hap = <0|1>'],
    ['maxmem = <0|512|1024|"x">', '?shadow_memory = 4', '?videoram = <8|16>'],
    ['memory = <""|"x"|0|1|08|" 64"|"64M"|17592186044416>', '?maxmem = <64|"x"|17592186044416>'],
    ['acpi_firmware = "<|/a>"', '?smbios_firmware = "<|/s>"', '?acpi = <0|1>'],
    ['bios_path_override = "<|/b>"', '?firmware_override = "<|/f>"', '?ipxe = 1', DEVICE_MODEL],
    ['smbios = [ "<bios_vendor|oem_strings|battery_manufacturer>=<a|>" ]'],
    ['ms_vm_genid = "<generate|none|>"', '?rtc_timeoffset = <0|3600|"-3600">', '?localtime = <0|1>'],
    ['cpus = "<0|63|64|0-1|all|^0>"', 'vcpus = <1|2>', '?cpus_soft = "<0|64|all>"'],
    ['kernel = "<|/k|hvmloader>"', '?ramdisk = "<|/r>"', '?firmware_override = ""'],
    ['nomigrate = <0|1>', '?tsc_mode = <0|1|2|3|"default"|"always_emulate"|"native"|"native_paravirt">'],
  ],
  libxl_x86: [
    [
      'viridian = [ "<all|base|!base|synic|stimer|time_ref_count|hcall_remote_tlb_flush>"<|, "!base"|, "base"> ]',
    ],
    ['viridian = [ "<all|defaults>", "!<base|freq|apic_assist>" ]', '?viridian = <0|1>'],
    ['tsc_mode = <3|"native_paravirt"|2>', '?hpet = <0|1>', '?timer_mode = <0|3|4>'],
    ['mca_caps = [ "<lmce|>" ]', '?vpt_align = <0|1>'],
    ['e820_host = <0|1>', '?pci = [ "03:00.<0|*>" ]', '?rdm = "strategy=host"'],
    ['dtdev = [ "/soc/a" ]', '?passthrough = "<enabled|disabled>"'],
    [
      '?gic_version = "<v2|v3|default>"',
      '?vuart = "sbsa_uart"',
      '?tee = "<none|optee>"',
      '?nr_spis = <0|32>',
    ],
  ],
  libxl_dm: [
    [
      DEVICE_MODEL,
      'vnc = <0|1>',
      'vnclisten = "<|127.0.0.1|127.0.0.1:1|:1>"',
      '?vncdisplay = <0|1|5>',
      '?vncunused = 1',
    ],
    ['vfb = [ "<vnc=1|vnc=0|sdl=1>,vnclisten=<127.0.0.1|127.0.0.1:1>,vncdisplay=<0|3>" ]', '?vkb = [ "" ]'],
    ['vfb = [ "vnc=1,vncpasswd=<|x>,keymap=<|de>" ]'],
    [
      DEVICE_MODEL,
      'spice = 1',
      '?spiceport = <0|6000>',
      '?spicetls_port = <0|6001>',
      '?spicedisable_ticketing = <0|1>',
      '?spicepasswd = "<|secret>"',
    ],
    [
      'spice = 1',
      'spiceport = 6000',
      '?spicepasswd = "<|s>"',
      'spicedisable_ticketing = <0|1>',
      'vga = "qxl"',
    ],
    [DEVICE_MODEL, 'soundhw = "<|ac97|es1370|all|sb16|hda|nosuch|AC97|pcspk>"'],
    [DEVICE_MODEL, 'usb = <0|1>', '?usbversion = <0|1|2|3|4|"-1">', '?spiceusbredirection = <0|1|4|5|"-1">'],
    [DEVICE_MODEL, 'gfx_passthru = <0|1|2|"igd"|"default"|"x"|"IGD">', '?pci = [ "00:02.0" ]'],
    [DEVICE_MODEL, 'serial = <"pty"|[ "pty" ]|[ "pty", "null" ]|"">'],
    [DEVICE_MODEL, 'usbdevice = <"tablet"|[ "tablet" ]|"">', 'usb = <0|1>'],
    [DEVICE_MODEL, 'dm_restrict = <0|1>', '?device_model_user = "<root|nobody|nosuch|>"'],
    [DEVICE_MODEL, 'kernel = "/k"', '?ramdisk = "/r"', '?root = "/dev/xvda"'],
    [
      'device_model_stubdomain_override = <0|1>',
      '?stubdomain_kernel = "<|/k>"',
      '?stubdomain_ramdisk = "<|/r>"',
      '?stubdomain_memory = <0|"-1"|32>',
      '?stubdomain_cmdline = "a"',
      '?vfb = [ "vnc=1" ]',
      '?dm_restrict = 1',
      DEVICE_MODEL,
    ],
    ['disk = [ "/a,raw,<hda|sda|xvda|hde>,<r|w>" ]', DEVICE_MODEL, '?hdtype = "<ide|ahci|>"'],
    ['disk = [ "/a,<raw|qcow2|vhd|qed>,<hda|hdb|sda|sdb|xvda>,<ro|rw>" ]', '?hdtype = "ahci"'],
    ['disk = [ "/a,raw,hda,rw", "/i,raw,<hda|hdb|hdc>,r,cdrom" ]', '?boot = "<c|d|cd|n|x|>"'],
    ['device_model_override = "<|/q>"', '?device_model_args = [ "-s" ]', DEVICE_MODEL],
    [
      'rdm = "strategy=host,policy=<strict|relaxed>"',
      '?rdm_mem_boundary = <0|2048>',
      '?mmio_hole = <0|255|256|3840|3841>',
    ],
    ['keymap = "<|de|x>"', '?nographic = <0|1>', '?sdl = 1', '?opengl = 1', '?vga = "none"', DEVICE_MODEL],
    ['channel = [ "<name=a|name=|>,connection=<pty|socket|x>,path=<|/s>" ]', DEVICE_MODEL],
    ['vif = [ "type=<ioemu|vif>,model=<e1000|rtl8139|netfront|x>" ]', DEVICE_MODEL],
  ],
  libxl_nic: [
    ['vif = [ "type=<ioemu|vif>,bridge=br0" ]'],
    ['vif = [ "<mac=00:16:3e:00:00:01|mac=0|model=e1000|devid=0|devid=5>", "<|devid=0>" ]'],
    ['vif = [ "mtu=<0|67|68|1500|65535|65536|x>,trusted=<0|1|x>" ]'],
    ['vif = [ "script=<|/s|x>,ip=<|10.0.0.1>,gatewaydev=eth0" ]', '?colo = 1'],
    ['vif = [ "vlan=<1|1p/2|x>,bridge=br0" ]'],
  ],
  libxl_usb: [
    ['usbctrl = [ "type=<auto|pv|qusb|devicemodel>,version=<0|1|2|3|4>,ports=<0|1|2|6|8|15|16|31|32>" ]'],
    ['usbctrl = [ "type=<pv|qusb|devicemodel|auto>" ]', '?usb = 1', DEVICE_MODEL],
    ['usbctrl = [ "version=2", "version=<1|3>" ]', '?usbdev = [ "hostbus=1,hostaddr=2,controller=<0|1|2>" ]'],
    [
      '?usbctrl = [ "" ]',
      'usbdev = [ "hostbus=<0|1|255|256>,hostaddr=<0|2|127>,<controller=0|port=1|controller=0,port=9>" ]',
    ],
    ['usbdev = [ "<hostbus=1|hostaddr=1|type=hostdev|controller=0,port=1>" ]'],
  ],
  libxl_sched: [
    ['cpu_weight = <0|1|256|65535|65536|"-1">', '?cap = <0|1>'],
    ['cap = <0|1|100|101|200|65535|65536|"-1">', 'vcpus = <1|2>', '?maxvcpus = <2|4>'],
    ['?period = <0|1>', '?slice = <0|1>', '?latency = 1', '?extratime = <0|1>', '?budget = 1'],
  ],
  libxl_vnuma: [
    [
      'vcpus = <1|2>',
      'vnuma = [ [ "pnode=<0|1|2>", "size=<512|511|0>", "vcpus=<0|0-1|1>", "vdistances=<10|20|9>" ] ]',
    ],
    [
      'vcpus = <2|4>',
      'vnuma = [ [ "size=256", "vcpus=0", "vdistances=<10,20|10|20,10>" ], [ "size=<256|255>", "vcpus=<1|0|1-3>", "vdistances=<20,10|10|5,10>" ] ]',
    ],
    [
      'vcpus = 2',
      'vnuma = [ [ "size=<4|8|16|512>", "vcpus=0-1" ] ]',
      '?videoram = 16',
      '?maxmem = <512|1024>',
    ],
  ],
  libxl_disk: [
    ['disk = [ "vdev=<hdc|xvda>,format=<empty|raw>,<cdrom|devtype=disk>,target=<|/i>" ]'],
    ['disk = [ "vdev=<hdc|xvdc>,cdrom,backendtype=<phy|qdisk|tap|standalone>,target=/i" ]'],
    [
      'disk = [ "vdev=<xvda|sda|d0>,specification=<virtio|xen>,backendtype=<phy|qdisk|standalone>,target=/a" ]',
    ],
    ['disk = [ "vdev=xvda,backendtype=<phy|qdisk|tap>,format=<raw|qcow2|vhd|qed>,script=<|x>,target=/a" ]'],
    ['disk = [ "vdev=<xvda|xvdzz|xvda99|hdz|sdp16|vda|0|51712|a>,target=<|/a>" ]'],
    [
      'disk = [ "vdev=xvda,target=/a,colo,colo-host=h,colo-port=<0|9>,colo-export=e,active-disk=/x,hidden-disk=/y" ]',
    ],
    ['disk = [ "/a,raw,xvda,rw", "/b,raw,xvda,rw" ]', '?blkdev_start = "<|xvda|x>"'],
  ],
  libxl_bootloader: [
    [
      'bootloader = "<pygrub|/b|>"',
      '?disk = [ "/a,<raw|qcow2>,<xvda|hda|foo>,rw" ]',
      '?bootloader_args = [ "-q" ]',
    ],
    [
      'bootloader = "pygrub"',
      'disk = [ "<,empty,hdc,cdrom|/i,raw,hdc,r,cdrom>" ]',
      '?blkdev_start = "<|xvda|x>"',
    ],
    [
      'bootloader = "pygrub"',
      'disk = [ "vdev=xvda,target=/a,<script=x|backend=storage|specification=virtio>" ]',
    ],
    [
      'bootloader = "pygrub"',
      'kernel = "<|/k>"',
      'disk = [ "/a,raw,xvda,rw" ]',
      '?bootloader_restrict = <0|1>',
    ],
  ],
  libxl_9pfs: [
    ['p9 = [ "<tag=a|tag=|>,<path=/a|path=>,<security_model=none|security_model=>" ]'],
    [
      'p9 = [ "type=<xen_9pfsd|qemu|x>,tag=a,path=/a,security_model=<none|mapped>,<max-files=5|max-space=1|auto-delete=1>" ]',
    ],
  ],
  libxl_vtpm: [['vtpm = [ "backend=<0|tpm>,uuid=<|0123abcd-0123-0123-0123-0123456789ab|x>" ]', '?acpi = 0']],
  libxl_console: [
    ['channel = [ "name=<a|>,connection=<socket|pty>,path=<|/s>" ]', '?serial = "pty"'],
    ['channel = [ "name=a,connection=pty", "connection=<pty|socket>" ]'],
  ],
  'libxl_vkb, libxl_vdispl, libxl_vsnd, libxl_pvcalls': [
    ['vkb = [ "backend-type=<qemu|linux|x>,unique-id=<a|>,feature-disable-keyboard=<0|1>" ]'],
    ['vkb = [ "feature-multi-touch=1,multi-touch-width=<0|10>,multi-touch-height=10" ]'],
    ['vdispl = [ "backend=<0|d>,be-alloc=<0|1>,connectors=<a:1x1|a|>" ]'],
    ['vsnd = [ [ "card, backend=<0|d>, short-name=a", "pcm, name=b", "stream, id=<0|a>, type=<p|c|x>" ] ]'],
    ['pvcalls = [ "backend=<0|d|>" ]'],
  ],
  libxl_pci: [
    ['pci = [ "<03:00.0|03:00.*|0000:03:00.1|03:00.0-3|03:00.*@5|03:00.0@1f|03:1f.7>" ]', '?e820_host = 1'],
    [
      'pci = [ "03:00.0,seize=<0|1>,permissive=<0|1>,power_mgmt=<0|1>,msitranslate=<0|1>" ]',
      '?maxmem = 1024',
    ],
    ['pci = [ "03:00.0", "03:00.0" ]', '?pci_permissive = 1', '?pci_seize = 1'],
    ['pci = [ "03:00.0,rdm_policy=<strict|relaxed|x>" ]', '?rdm = "strategy=host,policy=relaxed"'],
  ],
};

const ALL: readonly Path[] = Object.values(PATHS).flat();

const GUESTS: readonly (readonly string[])[] = [
  ['type = "hvm"'],
  ['type = "hvm"'],
  ['type = "pv"', 'kernel = "/k"'],
  ['type = "pvh"', 'kernel = "/k"'],
];

const settingsOf = (path: Path, random: Random): string[] =>
  path
    .filter((line) => !line.startsWith('?') || random.chance(0.5))
    .map((line) => fillIn(line.replace(/^\?/, ''), random));

/** A guest with the options of one or two paths. What a path says of an option counts, as the last setting does. */
export const generateErrorPath = (random: Random): string =>
  [
    'name = "a"',
    ...random.pick(GUESTS),
    ...(random.chance(0.95) ? ['memory = 512'] : []),
    ...times(random.pick([1, 1, 2]), () => settingsOf(random.pick(ALL), random)).flat(),
    '',
  ].join('\n');
