/** Options for booting and devices that do not go together: xl rejects the file, or libxl fails on it. For Xen 4.22, unless a row names another. */
import type { RuleCases } from './case.ts';

const H = 'name = "a"\ntype = "hvm"\n';
const B = 'name = "a"\ntype = "pvh"\nkernel = "/k"\n';
const PV = 'name = "a"\nkernel = "/k"\n';
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
        `${PV}«device_model_stubdomain_override» = 1\np9 = [ "type=qemu,tag=a,path=/a,security_model=none,backend=b" ]\n`,
        'error',
        `${PV}p9 = [ "type=qemu,tag=a,path=/a,security_model=none,backend=b" ]\n`,
        { xenVersion: '4.20' },
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
    code: 'usb-port-taken',
    fires: [
      [
        `${PV}usbctrl = [ "ports=2" ]\n«usbdev» = [ "hostbus=1,hostaddr=3,controller=0,port=1", "hostbus=1,hostaddr=4,controller=0,port=1" ]\n`,
        'error',
        null,
      ],
      [
        `${PV}usbctrl = [ "ports=1" ]\n«usbdev» = [ "hostbus=1,hostaddr=3,controller=0", "hostbus=1,hostaddr=4,controller=0" ]\n`,
        'error',
        null,
      ],
      [
        `${H}usbctrl = [ "version=1" ]\n«usbdev» = [ "hostbus=1,hostaddr=3,controller=0", "hostbus=1,hostaddr=4,controller=0", "hostbus=1,hostaddr=5,controller=0" ]\n`,
        'warning',
        null,
      ],
    ],
    silent: [
      [
        `${PV}usbctrl = [ "ports=2" ]\nusbdev = [ "hostbus=1,hostaddr=3,controller=0,port=2", "hostbus=1,hostaddr=4,controller=0" ]\n`,
      ],
      [
        `${PV}usbctrl = [ "", "" ]\nusbdev = [ "hostbus=1,hostaddr=3,controller=0,port=1", "hostbus=1,hostaddr=4,controller=1,port=1" ]\n`,
      ],
      // libxl accepts a port that the controller does not have.
      [`${PV}usbctrl = [ "ports=2" ]\nusbdev = [ "hostbus=1,hostaddr=3,controller=0,port=3" ]\n`],
      // Without a controller, another one is added where none has a free port.
      [
        `${PV}usbctrl = [ "ports=1" ]\nusbdev = [ "hostbus=1,hostaddr=3", "hostbus=1,hostaddr=4,controller=0" ]\n`,
      ],
    ],
  },
  {
    code: 'kernel-and-firmware',
    fires: [
      [`${B}«firmware» = "pvgrub64"\n`, 'error', [B, 'name = "a"\ntype = "pvh"\nfirmware = "pvgrub64"\n']],
      [
        'name = "a"\nkernel = ""\n«firmware» = "pvgrub32"\n',
        'error',
        ['name = "a"\nkernel = ""\n', 'name = "a"\nfirmware = "pvgrub32"\n'],
      ],
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
      [`${H}«extra» = "quiet"\n`, 'error', H],
      [`${H}«root» = ""\n«cmdline» = "ro"\n`, 'error', H],
      [`${H}«ramdisk» = 1\nkernel = [ "/k" ]\n`, 'error', `${H}kernel = [ "/k" ]\n`],
      [
        `${H}kernel = "/usr/lib/xen/boot/hvmloader"\n«extra» = "quiet"\n`,
        'error',
        `${H}kernel = "/usr/lib/xen/boot/hvmloader"\n`,
      ],
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
      [`${H}bios = «"rombios"»\n`, 'error', [`${H}bios = "seabios"\n`, `${H}bios = "ovmf"\n`], OLD],
      [`${H}bios = «"rombios"»\n`, 'error', [`${H}bios = "seabios"\n`, `${H}bios = "ovmf"\n`]],
      [`${H}firmware = «"rombios"»\n`, 'error', [`${H}firmware = "seabios"\n`, `${H}firmware = "ovmf"\n`]],
      [
        `${H}bios = "rombios"\nfirmware = «"uefi"»\ndevice_model_version = "qemu-xen-traditional"\n`,
        'error',
        [
          `${H}bios = "rombios"\ndevice_model_version = "qemu-xen-traditional"\n`,
          `${H}bios = "rombios"\nfirmware = "uefi"\ndevice_model_version = "qemu-xen"\n`,
        ],
        OLD,
      ],
      [
        `${H}bios = «"SeaBIOS"»\ndevice_model_stubdomain_override = 1\n`,
        'error',
        [
          `${H}device_model_stubdomain_override = 1\n`,
          `${H}bios = "SeaBIOS"\ndevice_model_version = "qemu-xen"\ndevice_model_stubdomain_override = 1\n`,
        ],
        OLD,
      ],
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
      [
        `${H}«device_model_stubdomain_override» = 1\n`,
        'error',
        `${H}device_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\n`,
        { xenVersion: '4.21' },
      ],
      [
        `${H}«device_model_stubdomain_override» = 1\nbios = "ovmf"\n`,
        'error',
        `${H}device_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\nbios = "ovmf"\n`,
      ],
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
      [`${H}videoram = «4»\n`, 'error', [`${H}videoram = 8\n`, H]],
      [`${H}videoram = «15»\nstdvga = 1\n`, 'error', [`${H}videoram = 16\nstdvga = 1\n`, `${H}stdvga = 1\n`]],
      [
        `${H}videoram = «64»\nvga = "qxl"\n`,
        'error',
        [`${H}videoram = 128\nvga = "qxl"\n`, `${H}vga = "qxl"\n`],
      ],
      [
        `${H}videoram = «7»\nvga = "cirrus"\nstdvga = 1\n`,
        'error',
        [`${H}videoram = 8\nvga = "cirrus"\nstdvga = 1\n`, `${H}vga = "cirrus"\nstdvga = 1\n`],
      ],
      [
        `${H}videoram = «4»\nstdvga = 1\ndevice_model_version = "qemu-xen-traditional"\n`,
        'error',
        [
          `${H}videoram = 8\nstdvga = 1\ndevice_model_version = "qemu-xen-traditional"\n`,
          `${H}stdvga = 1\ndevice_model_version = "qemu-xen-traditional"\n`,
        ],
        OLD,
      ],
      [`${H}videoram = «18014398509481984»\n`, 'error', [`${H}videoram = 8\n`, H]],
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
    fires: [
      [
        `${H}vga = «"qxl"»\ndevice_model_version = "qemu-xen-traditional"\n`,
        'error',
        [
          `${H}vga = "qxl"\ndevice_model_version = "qemu-xen"\n`,
          `${H}vga = "stdvga"\ndevice_model_version = "qemu-xen-traditional"\n`,
        ],
        OLD,
      ],
    ],
    silent: [
      [`${H}vga = "qxl"\n`, OLD],
      [`${H}device_model_version = "qemu-xen-traditional"\n`, OLD],
    ],
  },
  {
    code: 'trap-unmapped-accesses',
    fires: [[`${B}«trap_unmapped_accesses» = 1\n`, 'error', B]],
    silent: [
      [`${B}trap_unmapped_accesses = 0\n`],
      [`${B}trap_unmapped_accesses = 1\n`, { xenVersion: '4.20' }],
    ],
  },
  {
    code: 'vnc-display-twice',
    fires: [
      [`${H}vnclisten = "127.0.0.1:2"\n«vncdisplay» = 2\n`, 'error', `${H}vnclisten = "127.0.0.1:2"\n`],
      [
        `${PV}vnc = 1\nvnclisten = "127.0.0.1:2"\n«vncdisplay» = 2\n`,
        'error',
        `${PV}vnc = 1\nvnclisten = "127.0.0.1:2"\n`,
      ],
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
      [
        `${H}«usbversion» = 2\nusbdevice = [ "tablet" ]\n`,
        'error',
        [`${H}usbdevice = [ "tablet" ]\n`, `${H}usbversion = 2\n`],
      ],
      [`${H}«usbversion» = 2\nusb = 1\n`, 'error', [`${H}usb = 1\n`, `${H}usbversion = 2\n`]],
      [`${H}«usbversion» = 1\nusbdevice = [ ]\n`, 'error', [`${H}usbdevice = [ ]\n`, `${H}usbversion = 1\n`]],
      [
        `${H}spice = 1\n«spiceusbredirection» = 2\nusbdevice = ""\n`,
        'error',
        [`${H}spice = 1\nusbdevice = ""\n`, `${H}spice = 1\nspiceusbredirection = 2\n`],
      ],
      [
        `${H}«spiceusbredirection» = "-1"\nusb = 1\n`,
        'error',
        [`${H}usb = 1\n`, `${H}spiceusbredirection = "-1"\n`],
      ],
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
      [`${H}passthrough = «"disabled"»\npci = [ "03:00.0" ]\n`, 'error', `${H}pci = [ "03:00.0" ]\n`],
      [`${PV}passthrough = «"DISABLED"»\ndtdev = [ "/soc/a" ]\n`, 'error', `${PV}dtdev = [ "/soc/a" ]\n`],
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
      [`${B}«pci» = [ "03:00.0" ]\n`, 'error', B],
      [`${B}«passthrough» = "sync_pt"\n`, 'error', B],
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
      [
        `${PV}passthrough = «"share_pt"»\n`,
        'error',
        [`${PV}passthrough = "sync_pt"\n`, `${PV}passthrough = "enabled"\n`],
      ],
      [
        `${H}hap = 0\npassthrough = «"Share_PT"»\n`,
        'error',
        [`${H}hap = 0\npassthrough = "sync_pt"\n`, `${H}hap = 0\npassthrough = "enabled"\n`],
      ],
    ],
    silent: [[`${H}passthrough = "share_pt"\n`], [`${PV}passthrough = "sync_pt"\n`], [`${H}hap = 0\n`]],
  },
];
