/** Bootloaders, kernels and firmware images. For Xen 4.22, unless a row names another version. */
import type { RuleCases } from './case.ts';

const H = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
const PV = 'name = "a"\nmemory = 512\n';
const DIRECT = `${PV}kernel = "/k"\n`;
const DISK = "disk = [ '/a,raw,xvda,rw' ]\n";

export const BOOTING_CASES: readonly RuleCases[] = [
  {
    code: 'versioned-path',
    fires: [
      [
        `${H}device_model_override = «"/usr/lib/xen-4.4/bin/qemu-system-i386"»\ndevice_model_version = "qemu-xen"\n`,
        'warning',
        `${H}device_model_version = "qemu-xen"\n`,
      ],
      [`${H}firmware_override = «"/usr/lib/xen-4.4/boot/hvmloader"»\n`, 'warning', H],
      [
        `${H}firmware_override = «"/usr/lib/xen-4.17/boot/hvmloader"»\n`,
        'information',
        H,
        { xenVersion: '4.17' },
      ],
      [`${H}bios_path_override = «"/usr/lib/xen-4.4/boot/x.bin"»\nbios = "ovmf"\n`, 'warning', null],
      [`name = "a"\nmemory = 512\nkernel = «"/usr/lib/xen-4.4/boot/pv-grub-x86_64.gz"»\n`, 'warning', null],
      [
        `${H}vif = [ "script=«/usr/lib/xen-4.4/scripts/vif-route»,bridge=b" ]\n`,
        'warning',
        `${H}vif = [ "script=vif-route,bridge=b" ]\n`,
      ],
    ],
    silent: [
      [`${H}firmware_override = "/usr/lib/xen/boot/hvmloader"\n`],
      [`${H}firmware_override = "/srv/xenial-4.4/hvmloader"\n`],
      [`${H}vif = [ "script=/etc/xen/scripts/vif-route" ]\n`],
    ],
  },
  {
    code: 'bootloader-program',
    fires: [
      [
        `${PV}bootloader = «""»\n${DISK}`,
        'warning',
        `${PV}bootloader = "pygrub"\ndisk = [ '/a,raw,xvda,rw' ]\n`,
      ],
      [`${PV}bootloader = «"grub"»\n${DISK}`, 'warning', `${PV}bootloader = "pygrub"\n${DISK}`],
      [`${PV}bootloader = «"pv-grub"»\n${DISK}`, 'warning', `${PV}bootloader = "pygrub"\n${DISK}`],
      [
        `${PV}bootloader = «"/usr/lib/xen/boot/domUloader.py"»\n${DISK}`,
        'warning',
        `${PV}bootloader = "pygrub"\n${DISK}`,
      ],
      [`${PV}bootloader = «"/usr/bin/pygrub"»\n${DISK}`, 'warning', `${PV}bootloader = "pygrub"\n${DISK}`],
      [
        `${PV}bootloader = «'/usr/bin/pygrub'»\n${DISK}`,
        'information',
        `${PV}bootloader = "pygrub"\n${DISK}`,
        { xenVersion: '4.18' },
      ],
      [
        `${PV}bootloader = «"/usr/lib/xen-4.11/bin/pygrub"»\n${DISK}`,
        'warning',
        `${PV}bootloader = "pygrub"\n${DISK}`,
      ],
      [
        `${PV}bootloader = «"/usr/lib/xen-4.11/bin/pygrub"»\n${DISK}`,
        'information',
        `${PV}bootloader = "pygrub"\n${DISK}`,
        { xenVersion: '4.11' },
      ],
      [`${PV}bootloader = «"xenpvnetboot"»\n${DISK}`, 'warning', null, { xenVersion: '4.18' }],
      [`${PV}bootloader = «"/usr/lib/xen/bin/xenpvnetboot"»\n${DISK}`, 'warning', null],
      [`${PV}bootloader = «"pygrub --entry=0"»\n${DISK}`, 'warning', null],
    ],
    silent: [
      [`${PV}bootloader = "pygrub"\n${DISK}`],
      [`${PV}bootloader = "/usr/bin/pygrub"\n${DISK}`, { xenVersion: '4.1' }],
      [`${PV}bootloader = "/usr/lib/xen/bin/pygrub"\n${DISK}`],
      [`${PV}bootloader = "xenpvnetboot"\n${DISK}`, { xenVersion: '4.17' }],
      [`${PV}bootloader = "/srv/my loader"\n${DISK}`],
      [`${H}bootloader = ""\n`],
    ],
  },
  {
    code: 'bootloader-empty-drive',
    fires: [[`${PV}«bootloader» = "pygrub"\ndisk = [ ',,hdc,cdrom', '/a,raw,xvda,rw' ]\n`, 'warning', null]],
    silent: [
      [`${PV}bootloader = "pygrub"\ndisk = [ '/a,raw,xvda,rw', ',,hdc,cdrom' ]\n`],
      [`${PV}bootloader = "pygrub"\ndisk = [ '/a.iso,raw,hdc,ro,cdrom' ]\n`],
      [`${PV}kernel = "/k"\ndisk = [ ',,hdc,cdrom' ]\n`],
    ],
  },
  {
    code: 'firmware-image',
    fires: [
      [`${H}firmware = «"/usr/lib/xen/boot/OVMF.fd"»\n`, 'warning', null],
      [`${H}firmware = «"OVMF_CODE.fd"»\n`, 'warning', null],
      [`${H}kernel = «"/usr/share/ovmf/OVMF.fd"»\n`, 'hint', null],
      [
        `${H}bios = "seabios"\nbios_path_override = «"/usr/share/ovmf/OVMF.fd"»\n`,
        'warning',
        `${H}bios = "ovmf"\nbios_path_override = "/usr/share/ovmf/OVMF.fd"\n`,
      ],
      [`${H}firmware_override = «"/usr/share/seabios/bios-256k.bin"»\n`, 'warning', null],
    ],
    silent: [
      [`name = "a"\ntype = "pvh"\nmemory = 512\nkernel = "/usr/share/ovmf/OVMF.fd"\n`],
      [`${H}firmware = "ovmf"\n`],
      [`${H}firmware_override = "/srv/xen/hvmloader"\n`],
      [`${H}bios = "ovmf"\nbios_path_override = "/usr/share/ovmf/OVMF.fd"\n`],
      ['name = "a"\ntype = "pvh"\nkernel = "/usr/share/ovmf/OvmfXen.fd"\n'],
    ],
  },
  {
    code: 'root-device',
    fires: [
      [
        `${DIRECT}root = "«root=»/dev/xvda1 ro"\ndisk = [ '/a,raw,xvda1,rw' ]\n`,
        'warning',
        `${DIRECT}root = "/dev/xvda1 ro"\ndisk = [ '/a,raw,xvda1,rw' ]\n`,
      ],
      [
        `${DIRECT}cmdline = "root=/dev/«xda1» ro"\ndisk = [ '/a,raw,xvda1,rw' ]\n`,
        'warning',
        `${DIRECT}cmdline = "root=/dev/xvda1 ro"\ndisk = [ '/a,raw,xvda1,rw' ]\n`,
      ],
      [`${DIRECT}root = "/dev/«xvdb1» ro"\n${DISK}`, 'warning', `${DIRECT}root = "/dev/xvda1 ro"\n${DISK}`],
      [
        `${DIRECT}root = "/dev/«nvme0n1p1» ro"\n${DISK}`,
        'warning',
        `${DIRECT}root = "/dev/xvda1 ro"\n${DISK}`,
      ],
      [
        `${DIRECT}extra = "ro root=/dev/«sda1»"\n${DISK}`,
        'warning',
        `${DIRECT}extra = "ro root=/dev/xvda1"\n${DISK}`,
      ],
      // Another partition than the only one.
      [
        `${DIRECT}root = "/dev/«xvda2»"\ndisk = [ '/a,raw,xvda1,rw' ]\n`,
        'warning',
        `${DIRECT}root = "/dev/xvda1"\ndisk = [ '/a,raw,xvda1,rw' ]\n`,
      ],
      [
        `${DIRECT}cmdline = "console=hvc0 root=/dev/«xvda» rw"\ndisk = [ '/a,raw,xvda,specification=virtio' ]\n`,
        'warning',
        `${DIRECT}cmdline = "console=hvc0 root=/dev/vda rw"\ndisk = [ '/a,raw,xvda,specification=virtio' ]\n`,
      ],
      [`${DIRECT}root = "/dev/«sdc1»"\ndisk = [ '/a,raw,xvda,rw', '/b,raw,xvdb,rw' ]\n`, 'warning', null],
      // xl leaves root out where cmdline is set.
      [
        `${DIRECT}root = "/dev/xvda1"\ncmdline = "root=/dev/«xvdb»"\n${DISK}`,
        'warning',
        `${DIRECT}root = "/dev/xvda1"\ncmdline = "root=/dev/xvda"\n${DISK}`,
      ],
    ],
    silent: [
      [`${DIRECT}root = "/dev/xvda1 ro"\n${DISK}`],
      [`${DIRECT}root = "/dev/xvda"\n${DISK}`],
      [`${DIRECT}root = "/dev/hda1"\n${DISK}`],
      [`${DIRECT}root = "/dev/xvda1"\ndisk = [ '/a,raw,hda,rw' ]\n`],
      [`${DIRECT}root = "/dev/sda1"\ndisk = [ '/a,raw,sda1,rw' ]\n`],
      [`${DIRECT}root = "/dev/xvda1"\ndisk = [ '/a,raw,sda1,rw' ]\n`],
      [`${DIRECT}root = "/dev/xvde1"\ndisk = [ '/a,raw,sda,rw' ]\n`],
      [`${DIRECT}root = "/dev/vdb1"\ndisk = [ '/a,,xvda,virtio', '/b,,xvdb,virtio' ]\n`],
      [`${H}kernel = "/k"\nroot = "/dev/sda1"\n${DISK}`],
      // Nothing to compare.
      [`${DIRECT}root = "/dev/xvdb1"\n`],
      [`${DIRECT}root = "/dev/xvdb1"\nbootloader = "pygrub"\n${DISK}`],
      [`${DIRECT}root = "/dev/sda1"\npci = [ "03:00.0" ]\n${DISK}`],
      [`${DIRECT}root = "/dev/xvdb1"\ndisk = [ '/a,raw,51712,rw' ]\n`],
      [`${DIRECT}root = "/dev/nfs"\n${DISK}`],
      [`${DIRECT}root = "/dev/ram0"\n${DISK}`],
      [`${DIRECT}root = "/dev/mapper/vg-root"\n${DISK}`],
      [`${DIRECT}cmdline = "root=UUID=1234"\n${DISK}`],
      [`${DIRECT}cmdline = "root=/dev/sda1 root=/dev/xvda1"\n${DISK}`],
      [`${DIRECT}root = "/dev/sda1"\nextra = "root=LABEL=x"\n${DISK}`],
    ],
  },
];
