/** Bootloaders, kernels and firmware images. For Xen 4.22, unless a row names another version. */
import type { RuleCases } from './case.ts';

const H = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
const PV = 'name = "a"\nmemory = 512\n';
const DISK = "disk = [ '/a,raw,xvda,rw' ]\n";

export const BOOTING_CASES: readonly RuleCases[] = [
  {
    code: 'bootloader-program',
    fires: [
      [`${PV}bootloader = «""»\n${DISK}`, 'warning', null],
      [`${PV}bootloader = «"/usr/bin/pygrub"»\n${DISK}`, 'warning', `${PV}bootloader = "pygrub"\n${DISK}`],
      [
        `${PV}bootloader = «'/usr/bin/pygrub'»\n${DISK}`,
        'information',
        `${PV}bootloader = "pygrub"\n${DISK}`,
        { xenVersion: '4.18' },
      ],
      [
        `${PV}bootloader = «"/usr/lib/xen-4.11/bin/pygrub"»\n${DISK}`,
        'information',
        `${PV}bootloader = "pygrub"\n${DISK}`,
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
    code: 'empty-kernel',
    fires: [
      [`${PV}kernel = «""»\n`, 'warning', null],
      [`${H}kernel = «" "»\n`, 'warning', null],
    ],
    silent: [[`${PV}kernel = "/k"\n`], [`${PV}kernel = ""\nbootloader = "pygrub"\n`]],
  },
  {
    code: 'firmware-image',
    fires: [
      [`${H}firmware = «"/usr/lib/xen/boot/OVMF.fd"»\n`, 'warning', null],
      [`${H}firmware = «"OVMF_CODE.fd"»\n`, 'warning', null],
      [`${H}firmware_override = «"/usr/share/seabios/bios-256k.bin"»\n`, 'warning', null],
    ],
    silent: [
      [`${H}firmware = "ovmf"\n`],
      [`${H}firmware_override = "/srv/xen/hvmloader"\n`],
      [`${H}bios = "ovmf"\nbios_path_override = "/usr/share/ovmf/OVMF.fd"\n`],
      ['name = "a"\ntype = "pvh"\nkernel = "/usr/share/ovmf/OvmfXen.fd"\n'],
    ],
  },
];
