/** Options that do not go together: xl rejects the file, or libxl fails on it. For Xen 4.22, unless a row names another. */
import type { RuleCases } from './case.ts';

const H = 'name = "a"\ntype = "hvm"\n';
const B = 'name = "a"\ntype = "pvh"\nkernel = "/k"\n';
const PV = 'name = "a"\nkernel = "/k"\n';
const NODE = '"pnode=0", "size=512", "vdistances=10"';
const OLD = { xenVersion: '4.17' } as const;

export const OPTION_CONFLICTS: readonly RuleCases[] = [
  {
    code: 'bootloader-without-disk',
    fires: [
      ['name = "a"\n«bootloader» = "pygrub"\n', 'error', null],
      [`${B}«bootloader» = ""\ndisk = [ ]\n`, 'error', null],
      ['name = "a"\n«bootloader» = "pygrub"\ndisk = "/x,raw,xvda,rw"\n', 'error', null, OLD],
    ],
    silent: [
      ['name = "a"\nbootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\n'],
      [`${H}bootloader = "pygrub"\n`],
    ],
  },
  {
    code: 'scheduler-limits',
    fires: [
      [`${B}cpu_weight = «0»\ncap = «101»\n`, 'error', null],
      [`${B}cpu_weight = «65536»\nvcpus = 2\ncap = «201»\n`, 'error', null],
      [`${B}cpu_weight = «"-2"»\ncap = «"-2"»\n`, 'error', null],
      [`name = "a"\nbootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\ncap = «101»\n`, 'warning', null],
    ],
    silent: [
      [`${B}cpu_weight = 65535\ncap = 100\n`],
      [`${B}cpu_weight = 1\nvcpus = 2\ncap = 200\n`],
      [`${B}vcpus = 2\nmaxvcpus = 4\ncap = 400\n`],
      [`${B}vnuma = [ [ "size=512", "vcpus=0-3" ] ]\ncap = 400\n`],
      [`${B}cpu_weight = "-1"\ncap = "-1"\n`],
      [`${B}cpu_weight = 4294967295\n`],
    ],
  },
  {
    code: 'memory-too-large',
    fires: [
      [`${B}memory = «"-1"»\n`, 'error', null],
      [`${H}memory = 512\nmaxmem = «"-1"»\n`, 'error', null],
      [`${H}memory = 512\nshadow_memory = «"-1"»\n`, 'error', null],
      [`${H}memory = «4503599627370496»\n`, 'error', null],
      [`${H}memory = «2251799813685248»\nhap = 0\n`, 'error', null],
    ],
    silent: [
      [`${H}memory = 2251799813685248\n`],
      [`${H}memory = "-1"\nshadow_memory = 8\n`],
      [`${H}memory = "-1"\n`, { xenVersion: '4.16' }],
      [`${PV}memory = "-1"\n`],
      [`${PV}shadow_memory = "-1"\n`],
      [H],
    ],
  },
  {
    code: 'stubdomain-guest-type',
    fires: [
      [
        `${PV}«device_model_stubdomain_override» = 1\nvfb = [ "vnc=1" ]\n`,
        'error',
        `${PV}vfb = [ "vnc=1" ]\n`,
      ],
      [
        `${PV}«device_model_stubdomain_override» = 1\ndisk = [ "/x,qcow2,xvda,rw" ]\n`,
        'error',
        `${PV}disk = [ "/x,qcow2,xvda,rw" ]\n`,
      ],
      [
        `${B}«device_model_stubdomain_override» = 1\nusbctrl = [ "type=qusb" ]\n`,
        'error',
        `${B}usbctrl = [ "type=qusb" ]\n`,
      ],
      [
        `${B}p9 = [ "tag=a,path=/b,security_model=none" ]\n«device_model_stubdomain_override» = 1\n`,
        'error',
        `${B}p9 = [ "tag=a,path=/b,security_model=none" ]\n`,
        OLD,
      ],
      [`${PV}«device_model_stubdomain_override» = 1\n`, 'error', PV, { xenVersion: '4.14' }],
    ],
    silent: [
      [`${PV}device_model_stubdomain_override = 1\n`],
      [`${PV}device_model_stubdomain_override = 1\ndisk = [ "/x,raw,xvda,rw" ]\n`],
      [`${PV}device_model_stubdomain_override = 0\nvfb = [ "vnc=1" ]\n`],
      [`${B}device_model_stubdomain_override = 1\np9 = [ "tag=a,path=/b,security_model=none" ]\n`],
      [`${B}device_model_stubdomain_override = 1\nchannel = [ "connection=pty,name=a,backend=dom1" ]\n`],
      [
        `${PV}device_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\n`,
        { xenVersion: '4.14' },
      ],
      [`${H}device_model_stubdomain_override = 1\n`, OLD],
    ],
  },
  {
    code: 'usb-controller-missing',
    fires: [
      [`${PV}«usbdev» = [ "hostbus=1,hostaddr=3,controller=0" ]\n`, 'error', null],
      [`${PV}usbctrl = [ "type=pv" ]\n«usbdev» = [ "hostbus=1,hostaddr=3,controller=1" ]\n`, 'error', null],
      [`${PV}«usbdev» = [ "hostbus=1,hostaddr=3,controller=-2" ]\n`, 'error', null],
      [`${PV}vfb = [ "vnc=1" ]\n«usbdev» = [ "hostbus=1,hostaddr=3,controller=0" ]\n`, 'warning', null],
      [`${H}«usbdev» = [ "hostbus=1,hostaddr=3,controller=0" ]\n`, 'warning', null],
    ],
    silent: [
      [`${PV}usbctrl = [ "type=pv" ]\nusbdev = [ "hostbus=1,hostaddr=3,controller=0" ]\n`],
      [`${PV}usbdev = [ "hostbus=1,hostaddr=3" ]\n`],
      // The first makes a controller.
      [`${PV}usbdev = [ "hostbus=1,hostaddr=3", "hostbus=1,hostaddr=4,controller=0" ]\n`],
    ],
  },
  {
    code: 'vnuma-nodes',
    fires: [
      [`${B}vnuma = «[ [ "size=512" ] ]»\n`, 'error', null],
      [`${B}vnuma = «[ [ "size=512", "vcpus=0" ], [ ] ]»\n`, 'error', null],
      [`${B}vnuma = «[ [ "size=512", "size=256", "vcpus=0" ] ]»\n`, 'error', null],
      [`${B}vnuma = «[ [ "size=0", "vcpus=0" ] ]»\n`, 'error', null],
      [`${H}vnuma = «[ [ "size=4", "vcpus=0" ] ]»\n`, 'error', null],
      [`${H}vnuma = «[ [ "size=8", "vcpus=0" ] ]»\n`, 'error', null],
      [`${H}vga = "stdvga"\nvnuma = «[ [ "size=8", "vcpus=0" ], [ "size=8", "vcpus=1" ] ]»\n`, 'error', null],
    ],
    silent: [
      [`${B}vnuma = [ [ "size=512", "vcpus=0" ], [ "size=0" ] ]\n`],
      [`${H}vnuma = [ [ "size=16", "vcpus=0" ] ]\n`],
      [`${H}vga = "none"\nvnuma = [ [ "size=4", "vcpus=0" ] ]\n`],
      [`${PV}vnuma = [ [ ] ]\n`],
      [`${B}vnuma = [ ]\n`],
    ],
  },
  {
    code: 'vcpus-above-maxvcpus',
    fires: [
      [`${B}vcpus = «4»\nmaxvcpus = 2\n`, 'error', null],
      [`${B}vcpus = «"2"»\nmaxvcpus = 4294967297\n`, 'error', null],
    ],
    silent: [
      [`${B}vcpus = 2\nmaxvcpus = 2\n`],
      [`${B}vcpus = 4\nmaxvcpus = 0\n`],
      [`${B}vcpus = 4\nmaxvcpus = "2x"\n`],
      [`${B}vcpus = 4\nmaxvcpus = 2\n`, { xenVersion: '4.5' }],
    ],
  },
  {
    code: 'memory-below-maxmem-refused',
    fires: [
      [
        `${H}memory = «512»\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\ndtdev = [ "/soc/a" ]\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\ndtdev = [ "/soc/a" ]\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\npassthrough = "enabled"\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npassthrough = "enabled"\n`,
        { xenVersion: '4.14' },
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\npassthrough = "enabled"\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npassthrough = "enabled"\n`,
      ],
      [
        `${B}memory = «512»\nmaxmem = 1024\naltp2m = "EXTERNAL"\n`,
        'error',
        `${B}memory = 1024\nmaxmem = 1024\naltp2m = "EXTERNAL"\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\naltp2mhvm = 1\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\naltp2mhvm = 1\n`,
      ],
      [
        `${H}memory = «256»\nvnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`,
        'error',
        `${H}memory = 512\nvnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`,
      ],
      [
        `${H}memory = «512»\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
        'error',
        `${H}memory = 1024\nmaxmem = 1024\npci = [ "03:00.0" ]\n`,
        { xenVersion: '4.16' },
      ],
    ],
    silent: [
      [`${PV}memory = 512\nmaxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 1024\nmaxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}maxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 512\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 512\nmaxmem = 1024\npci = [ ]\naltp2m = 0\npassthrough = "Disabled"\n`],
      // A negative number is a very large one.
      [`${H}memory = "-1"\nmaxmem = 1024\npci = [ "03:00.0" ]\n`],
      [`${H}memory = 512\nmaxmem = 1024\npassthrough = "enabled"\n`, { xenVersion: '4.13' }],
    ],
  },
  {
    code: 'kernel-and-firmware',
    fires: [
      [`${B}«firmware» = "pvgrub64"\n`, 'error', null],
      ['name = "a"\nkernel = ""\n«firmware» = "pvgrub32"\n', 'error', null],
    ],
    silent: [
      [`${H}kernel = "/k"\nfirmware = "ovmf"\n`],
      ['name = "a"\nkernel = [ "/k" ]\nfirmware = "pvgrub32"\n'],
      [`${B}firmware = [ "pvgrub32" ]\n`],
      [`${B}firmware = "pvgrub64"\n`, { xenVersion: '4.9' }],
    ],
  },
  {
    code: 'boot-without-kernel',
    fires: [
      [`${H}«extra» = "quiet"\n`, 'error', null],
      [`${H}«root» = ""\n«cmdline» = "ro"\n`, 'error', null],
      [`${H}«ramdisk» = 1\nkernel = [ "/k" ]\n`, 'error', null],
      [`${H}kernel = "/usr/lib/xen/boot/hvmloader"\n«extra» = "quiet"\n`, 'error', null],
    ],
    silent: [
      [`${H}kernel = "/k"\nextra = "quiet"\n`],
      [`${H}kernel = ""\nextra = "quiet"\n`],
      [`${H}kernel = "hvmloader.gz"\nramdisk = "/r"\n`],
      [`${H}extra = [ "quiet" ]\n`],
      ['name = "a"\nbootloader = "pygrub"\nextra = "quiet"\n'],
      [`${H}extra = "quiet"\n`, { xenVersion: '4.5' }],
    ],
  },
  {
    code: 'bios-device-model',
    fires: [
      [`${H}bios = «"rombios"»\n`, 'error', null, OLD],
      [`${H}bios = «"rombios"»\n`, 'error', null],
      [`${H}firmware = «"rombios"»\n`, 'error', null],
      [
        `${H}bios = "rombios"\nfirmware = «"uefi"»\ndevice_model_version = "qemu-xen-traditional"\n`,
        'error',
        null,
        OLD,
      ],
      [`${H}bios = «"SeaBIOS"»\ndevice_model_stubdomain_override = 1\n`, 'error', null, OLD],
    ],
    silent: [
      [`${H}bios = "rombios"\ndevice_model_version = "qemu-xen-traditional"\n`, OLD],
      [`${H}bios = "rombios"\nfirmware = "ovmf"\n`, OLD],
      [`${H}bios = "rombios"\nfirmware = "unknown"\n`, OLD],
      [`${H}bios = "ovmf"\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\n`, OLD],
      [`${PV}device_model_version = "qemu-xen-traditional"\n`, OLD],
      [`${H}device_model_version = "qemu-xen-traditional"\nfirmware = "bi"\n`, OLD],
    ],
  },
  {
    code: 'stubdomain-version',
    fires: [
      [`${H}«device_model_stubdomain_override» = 1\n`, 'error', null, { xenVersion: '4.21' }],
      [`${H}«device_model_stubdomain_override» = 1\nbios = "ovmf"\n`, 'error', null],
    ],
    silent: [
      [`${H}device_model_stubdomain_override = 1\n`, { xenVersion: '4.20' }],
      [`${H}device_model_stubdomain_override = 0\n`],
      [`${H}device_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\n`],
      [`${PV}device_model_stubdomain_override = 1\n`],
    ],
  },
  {
    code: 'videoram-too-small',
    fires: [
      [`${H}videoram = «4»\n`, 'error', null],
      [`${H}videoram = «15»\nstdvga = 1\n`, 'error', null],
      [`${H}videoram = «64»\nvga = "qxl"\n`, 'error', null],
      [`${H}videoram = «7»\nvga = "cirrus"\nstdvga = 1\n`, 'error', null],
      [`${H}videoram = «4»\nstdvga = 1\ndevice_model_version = "qemu-xen-traditional"\n`, 'error', null, OLD],
      [`${H}videoram = «18014398509481984»\n`, 'error', null],
    ],
    silent: [
      [`${H}videoram = 8\n`],
      [`${H}videoram = 16\nvga = "stdvga"\n`],
      [`${H}videoram = 1\nvga = "none"\n`],
      [`${H}videoram = "-1"\n`],
      [`${H}videoram = "4M"\n`],
      [`${H}videoram = 1\ndevice_model_version = "qemu-xen-traditional"\n`, OLD],
      [`${PV}videoram = 1\n`],
    ],
  },
  {
    code: 'qxl-device-model',
    fires: [[`${H}vga = «"qxl"»\ndevice_model_version = "qemu-xen-traditional"\n`, 'error', null, OLD]],
    silent: [
      [`${H}vga = "qxl"\n`, OLD],
      [`${H}device_model_version = "qemu-xen-traditional"\n`, OLD],
    ],
  },
  {
    code: 'trap-unmapped-accesses',
    fires: [[`${B}«trap_unmapped_accesses» = 1\n`, 'error', null]],
    silent: [
      [`${B}trap_unmapped_accesses = 0\n`],
      [`${B}trap_unmapped_accesses = 1\n`, { xenVersion: '4.20' }],
    ],
  },
  {
    code: 'vnc-display-twice',
    fires: [
      [`${H}vnclisten = "127.0.0.1:2"\n«vncdisplay» = 2\n`, 'error', null],
      [`${PV}vnc = 1\nvnclisten = "127.0.0.1:2"\n«vncdisplay» = 2\n`, 'error', null],
    ],
    silent: [
      [`${H}vnclisten = "127.0.0.1:2"\nvncdisplay = 0\n`],
      [`${H}vnclisten = "127.0.0.1:2"\nvncdisplay = 4294967296\n`],
      [`${H}vnclisten = "127.0.0.1"\nvncdisplay = 2\n`],
      [`${PV}vnclisten = "127.0.0.1:2"\nvncdisplay = 2\n`],
      [`${B}vnc = 1\nvnclisten = "127.0.0.1:2"\nvncdisplay = 2\n`],
      [`${PV}vnc = 1\nvnclisten = "127.0.0.1:2"\nvncdisplay = 2\nvfb = [ "vnc=1" ]\n`],
    ],
  },
  {
    code: 'usb-conflict',
    fires: [
      [`${H}«usbversion» = 2\nusbdevice = [ "tablet" ]\n`, 'error', null],
      [`${H}«usbversion» = 2\nusb = 1\n`, 'error', null],
      [`${H}«usbversion» = 1\nusbdevice = [ ]\n`, 'error', null],
      [`${H}spice = 1\n«spiceusbredirection» = 2\nusbdevice = ""\n`, 'error', null],
      [`${H}«spiceusbredirection» = "-1"\nusb = 1\n`, 'error', null],
    ],
    silent: [
      [`${H}usbversion = 2\nusb = 0\n`],
      [`${H}usbversion = 0\nusb = 1\n`],
      [`${H}spiceusbredirection = 2\nusb = 1\n`],
      [`${H}usbversion = "2x"\nusbdevice = [ "tablet" ]\n`],
      [`${PV}usbversion = 2\nusb = 1\n`],
    ],
  },
  {
    code: 'passthrough-disabled',
    fires: [
      [`${H}passthrough = «"disabled"»\npci = [ "03:00.0" ]\n`, 'error', null],
      [`${PV}passthrough = «"DISABLED"»\ndtdev = [ "/soc/a" ]\n`, 'error', null],
    ],
    silent: [
      [`${H}passthrough = "disabled"\npci = [ ]\n`],
      [`${H}passthrough = "default"\npci = [ "03:00.0" ]\n`],
      [`${H}passthrough = "disabled"\npci = [ "03:00.0" ]\n`, { xenVersion: '4.12' }],
    ],
  },
  {
    code: 'passthrough-pvh',
    fires: [
      [`${B}«pci» = [ "03:00.0" ]\n`, 'error', null],
      [`${B}«passthrough» = "sync_pt"\n`, 'error', null],
    ],
    silent: [
      [`${B}pci = [ ]\n`],
      [`${B}pci = "03:00.0"\n`],
      [`${B}passthrough = "default"\n`],
      [`${B}dtdev = [ 1 ]\n`],
      [`${B}vuart = "sbsa_uart"\npassthrough = "enabled"\n`],
      [`${H}pci = [ "03:00.0" ]\n`],
      [`${B}pci = [ "03:00.0" ]\n`, { xenVersion: '4.12' }],
    ],
  },
  {
    code: 'passthrough-share-pt',
    fires: [
      [`${PV}passthrough = «"share_pt"»\n`, 'error', null],
      [`${H}hap = 0\npassthrough = «"Share_PT"»\n`, 'error', null],
    ],
    silent: [[`${H}passthrough = "share_pt"\n`], [`${PV}passthrough = "sync_pt"\n`], [`${H}hap = 0\n`]],
  },
  {
    code: 'nestedhvm-with-altp2m',
    fires: [
      [`${H}nestedhvm = «1»\naltp2m = "mixed"\n`, 'error', null],
      [`${H}nestedhvm = «1»\naltp2mhvm = 1\naltp2m = 0\n`, 'error', null],
      [`${B}nestedhvm = «1»\naltp2m = 2\n`, 'error', null],
    ],
    silent: [
      [`${H}nestedhvm = 1\naltp2m = "disabled"\n`],
      [`${H}nestedhvm = 0\naltp2m = "mixed"\n`],
      [`${B}nestedhvm = 1\naltp2mhvm = 1\n`],
      [`${PV}nestedhvm = 1\naltp2m = 1\n`],
    ],
  },
  {
    code: 'vnuma-pv',
    fires: [[`${PV}«vnuma» = [ [ ${NODE}, "vcpus=0" ] ]\n`, 'error', null]],
    silent: [[`${PV}vnuma = [ ]\n`], [`${B}vnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`]],
  },
  {
    code: 'vnuma-sums',
    fires: [
      [`${B}maxmem = «1024»\nvnuma = [ [ ${NODE}, "vcpus=0" ] ]\n`, 'error', null],
      [`${B}maxvcpus = «3»\nvnuma = [ [ ${NODE}, "vcpus=0-1" ] ]\n`, 'error', null],
      [`${B}vcpus = «3»\nvnuma = [ [ ${NODE}, "vcpus=0,1" ] ]\n`, 'error', null],
    ],
    silent: [
      [`${B}maxmem = 512\nmaxvcpus = 2\nvcpus = 2\nvnuma = [ [ ${NODE}, "vcpus=0-1" ] ]\n`],
      [`${B}maxvcpus = 0\nvcpus = 1\nvnuma = [ [ ${NODE}, "vcpus=0-1" ] ]\n`],
      [`${B}vcpus = 1\nvnuma = [ [ ${NODE} ] ]\n`],
      [`${B}maxmem = 1024\nvnuma = "x"\n`],
    ],
  },
];
