/** The rules on disks. What a spec is read as, and what is rejected, is in test/shared/specs/disk. */
import type { RuleCases } from './case.ts';

const disk = (spec: string): string => `disk = [ '${spec}' ]\n`;

export const DISK_CASES: readonly RuleCases[] = [
  {
    code: 'disk-unknown-parameter',
    fires: [
      [disk('vdev=xvda,«acces»=ro,target=/x'), 'error', disk('vdev=xvda,access=ro,target=/x')],
      [disk('vdev=xvda,«foobar»=1,target=/x'), 'error', disk('vdev=xvda,target=/x')],
      [disk('/x,raw,xvda,rw,«discard»=on'), 'error', disk('/x,raw,xvda,rw,discard')],
      [disk('/x,raw,xvda,rw,«discard»=0'), 'error', disk('/x,raw,xvda,rw,no-discard')],
      [disk('/x,raw,xvda,rw,«direct-io-safe»=0'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,raw,xvda,rw,«trusted»=no'), 'error', disk('/x,raw,xvda,rw,untrusted')],
      [disk('/x,raw,xvda,rw,«specification»=xen'), 'error', disk('/x,raw,xvda,rw'), { xenVersion: '4.16' }],
      [disk('/x,raw,xvda,«Acces»=ro'), 'error', disk('/x,raw,xvda,access=ro')],
    ],
    silent: [[disk('vdev=xvda,access=ro,target=/x')], [disk('vdev=xvda,target=/x?acces=ro')]],
  },
  {
    code: 'disk-repeated-parameter',
    fires: [
      [
        disk('vdev=xvda,vdev=«xvdb»,target=/x'),
        'error',
        [disk('vdev=xvda,target=/x'), disk('vdev=xvdb,target=/x')],
      ],
      [
        disk('format=raw,format=«qcow2»,vdev=xvda,target=/x'),
        'error',
        [disk('format=raw,vdev=xvda,target=/x'), disk('format=qcow2,vdev=xvda,target=/x')],
      ],
      // What is taken for the target is what is wrong.
      [disk('vdev=xvda,«sparse»,target=/x'), 'error', disk('vdev=xvda,target=/x')],
      [disk('vdev=xvda,«trusted»,target=/x'), 'error', disk('vdev=xvda,target=/x'), { xenVersion: '4.18' }],
    ],
    silent: [[disk('format=raw,format=raw,vdev=xvda,target=/x')], [disk('vdev=xvda,trusted,target=/x')]],
  },
  {
    code: 'disk-bad-format',
    fires: [
      [disk('/x,«xvda»,w'), 'error', disk('/x,raw,xvda,w')],
      [disk('/x,«hdc:cdrom»,r'), 'error', disk('/x,raw,hdc:cdrom,r')],
      [disk('/x,«RAW»,xvda,rw'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,«qcow3»,xvda,rw'), 'error', disk('/x,qcow2,xvda,rw')],
      [disk('/x,«iso9660»,hdc,cdrom'), 'error', [disk('/x,raw,hdc,cdrom'), disk('/x,qcow2,hdc,cdrom')]],
      [disk('/x,«iso»,hdc,cdrom'), 'error', disk('/x,raw,hdc,cdrom')],
      [disk('/x,«lvm»,xvda,rw'), 'error', disk('/x,raw,xvda,rw')],
      // Near to vhd, but another format.
      [disk('/x,«vhdx»,xvda,rw'), 'error', null],
      [disk('vdev=xvda,format=«Raw»,target=/x'), 'error', disk('vdev=xvda,format=raw,target=/x')],
    ],
    silent: [[disk('/x,raw,xvda,w')], [disk('/x,,xvda')], [disk('phy:/x,xvda,w')]],
  },
  {
    code: 'disk-bad-access',
    fires: [
      [disk('/x,raw,xvda,«w!»'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,raw,xvda,«r!»'), 'error', disk('/x,raw,xvda,ro')],
      [disk('/x,raw,xvda,«RW»'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,raw,xvda,«readonly»'), 'error', disk('/x,raw,xvda,ro')],
      [disk('/x,raw,xvda,«yes»'), 'error', [disk('/x,raw,xvda,rw'), disk('/x,raw,xvda,ro')]],
      [disk('phy:/x,raw,«xvda»,w'), 'error', disk('/x,raw,xvda,w')],
    ],
    silent: [[disk('/x,raw,xvda,w')], [disk('/x,raw,xvda,')]],
  },
  {
    code: 'disk-bad-devtype',
    fires: [
      [disk('/x,raw,hdc,devtype=«CDROM»'), 'error', disk('/x,raw,hdc,devtype=cdrom')],
      [disk('/x,raw,hdc,devtype=«cd-rom»'), 'error', disk('/x,raw,hdc,devtype=cdrom')],
      [disk('/x,raw,hdc:«floppy»,r'), 'error', [disk('/x,raw,hdc:cdrom,r'), disk('/x,raw,hdc:disk,r')]],
    ],
    silent: [[disk('/x,raw,hdc,devtype=cdrom')], [disk('/x,raw,hdc:disk')]],
  },
  {
    code: 'disk-bad-value',
    fires: [
      [disk('/x,raw,xvda,backendtype=«QDISK»'), 'error', disk('/x,raw,xvda,backendtype=qdisk')],
      [
        disk('/x,raw,xvda,backendtype=«aio»'),
        'error',
        [
          disk('/x,raw,xvda,backendtype=phy'),
          disk('/x,raw,xvda,backendtype=qdisk'),
          disk('/x,raw,xvda,backendtype=tap'),
        ],
      ],
      [
        disk('/x,raw,xvda,backendtype=«standalone»'),
        'error',
        [disk('/x,raw,xvda,backendtype=phy'), disk('/x,raw,xvda,backendtype=qdisk')],
        { xenVersion: '4.16' },
      ],
      [disk('/x,raw,xvda,colo-port=«0»'), 'error', null],
    ],
    silent: [[disk('/x,raw,xvda,backendtype=qdisk')]],
  },
  {
    code: 'disk-unknown-prefix',
    fires: [
      [
        disk('«http:»//host/a.img,raw,xvda,rw'),
        'error',
        disk('format=raw,vdev=xvda,access=rw,target=http://host/a.img'),
      ],
      [disk('«fil:»/x,xvda,w'), 'error', disk('file:/x,xvda,w')],
      [disk('«qed:»/x,xvda,w'), 'error', null],
    ],
    silent: [
      [disk('file:/x,xvda,w')],
      [disk('vdev=xvda,target=http://host/a.img')],
      [disk('/by-path/pci-0:1,raw,xvda')],
    ],
  },
  {
    code: 'disk-too-many-fields',
    fires: [
      [disk('/x,raw,xvda,rw,«more»'), 'error', disk('/x,raw,xvda,rw')],
      [disk('phy:/x,xvda,w,«more»'), 'error', disk('phy:/x,xvda,w')],
      [disk('/x,raw,xvda,rw,«trusted»'), 'error', disk('/x,raw,xvda,rw'), { xenVersion: '4.18' }],
    ],
    silent: [[disk('/x,raw,xvda,rw,trusted')], [disk('/x,raw,xvda,rw,')]],
  },
  {
    code: 'disk-bad-syntax',
    fires: [
      [disk('«Vdev»=xvda,target=/x'), 'error', disk('vdev=xvda,target=/x')],
      [disk('«vdev »=xvda,target=/x'), 'error', disk('vdev=xvda,target=/x')],
      [disk('«vdev »= xvda,target=/x'), 'error', disk('vdev=xvda,target=/x')],
      [
        disk('phy:/dev/disk/by-id/a«=b,xvda,w»'),
        'error',
        disk('format=raw,vdev=xvda,access=rw,target=/dev/disk/by-id/a=b'),
      ],
      [disk('/x,raw,xvda,«=rw»'), 'error', null],
    ],
    silent: [[disk('vdev=xvda,target=/dev/a=b')]],
  },
  {
    code: 'disk-missing-vdev',
    fires: [
      [disk('«/srv/a.img»'), 'error', disk('/srv/a.img,raw,xvda,rw')],
      [
        "disk = [ '/a,raw,xvda,rw', '«/srv/a.img»' ]\n",
        'error',
        "disk = [ '/a,raw,xvda,rw', '/srv/a.img,raw,xvdb,rw' ]\n",
      ],
      [disk('«/srv/a.img,raw»'), 'error', disk('/srv/a.img,raw,vdev=xvda')],
      // Fields with something else than commas between them.
      [disk('«/srv/a.img raw xvda rw»'), 'error', disk('/srv/a.img,raw,xvda,rw')],
      [disk('«/srv/a.img;raw;xvdb;r»'), 'error', disk('/srv/a.img,raw,xvdb,r')],
      [disk('«/srv/my disk.img»'), 'error', disk('/srv/my disk.img,raw,xvda,rw')],
      [disk('«target=/x,vdev=xvda»'), 'error', disk('vdev=xvda,target=/x')],
      ["disk = [ «''» ]\n", 'error', null],
    ],
    silent: [[disk('/x,raw,xvda')]],
  },
  {
    code: 'disk-missing-target',
    fires: [[disk('«vdev=xvda,format=raw»'), 'error', disk('vdev=xvda,format=raw,cdrom')]],
    silent: [[disk('vdev=hdc,cdrom')], [disk('vdev=xvda,target=')]],
  },
  {
    code: 'vdev-unknown',
    fires: [
      [disk('/x,raw,«vda»,rw'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,raw,«XVDA»,rw'), 'error', disk('/x,raw,xvda,rw')],
      [disk('vdev=«xvda »,target=/x'), 'error', disk('vdev=xvda,target=/x')],
      [disk('/x,raw,«/dev/xvda»,rw'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,raw,«hde»,rw'), 'error', disk('/x,raw,xvda,rw')],
      [disk('/x,raw,«w»'), 'error', disk('/x,raw,xvda')],
      [disk('/x,raw«,»,rw'), 'warning', disk('/x,raw,xvda,rw')],
    ],
    silent: [[disk('/x,raw,xvda,rw')], [disk('/x,raw,51712,rw')], [disk('/x,vda,rw')]],
  },
  {
    code: 'vdev-duplicate',
    fires: [
      ["disk = [ '/a,raw,xvda', '/b,raw,«xvda»' ]\n", 'warning', "disk = [ '/a,raw,xvda', '/b,raw,xvdb' ]\n"],
      [
        "disk = [ '/a,raw,xvda', 'vdev=«d0p0»,target=/b' ]\n",
        'warning',
        "disk = [ '/a,raw,xvda', 'vdev=xvdb,target=/b' ]\n",
      ],
      [
        "disk = [ '/a,raw,xvda' ]\ndisk += [ '/b,raw,«xvda»' ]\n",
        'warning',
        "disk = [ '/a,raw,xvda' ]\ndisk += [ '/b,raw,xvdb' ]\n",
      ],
      [
        "type = 'hvm'\ndisk = [ '/a,raw,xvda', '/b,raw,«hda»' ]\n",
        'warning',
        "type = 'hvm'\ndisk = [ '/a,raw,xvda', '/b,raw,hdb' ]\n",
      ],
      [
        "type = 'hvm'\ndisk = [ '/a,raw,xvdc', '/b.iso,raw,«hdc»,cdrom' ]\n",
        'warning',
        "type = 'hvm'\ndisk = [ '/a,raw,xvdc', '/b.iso,raw,hdd,cdrom' ]\n",
      ],
      [
        "type = 'hvm'\ndisk = [ '/a,raw,xvda1', '/b,raw,«xvda2»' ]\n",
        'warning',
        "type = 'hvm'\ndisk = [ '/a,raw,xvda1', '/b,raw,xvdb' ]\n",
      ],
      [
        "type = 'hvm'\nhdtype = 'ahci'\ndisk = [ '/a,raw,xvda', '/b,raw,«hda»' ]\n",
        'warning',
        "type = 'hvm'\nhdtype = 'ahci'\ndisk = [ '/a,raw,xvda', '/b,raw,hdb' ]\n",
      ],
    ],
    silent: [
      ["disk = [ '/a,raw,xvda', '/b,raw,xvdb' ]\n"],
      ["disk = [ '/a,raw,xvda' ]\ndisk = [ '/b,raw,xvda' ]\n"],
      ["disk = [ '/a,raw,foo', '/b,raw,foo' ]\n"],
      ["disk = [ '/a,raw,xvda', '/b,raw,hda' ]\n"],
      ["type = 'hvm'\ndisk = [ '/a,raw,xvda', '/b,raw,sda' ]\n"],
      ["type = 'hvm'\nhdtype = 'ahci'\ndisk = [ '/a,raw,xvdc', '/b.iso,raw,hdc,cdrom' ]\n"],
      ["type = 'hvm'\ndisk = [ '/a,raw,xvda', 'vdev=hda,script=block-x,target=b' ]\n"],
      [
        "type = 'hvm'\ndevice_model_version = 'qemu-xen-traditional'\ndisk = [ '/a,raw,xvda', '/b,raw,hda' ]\n",
        { xenVersion: '4.17' },
      ],
    ],
  },
  {
    code: 'vdev-overlap',
    fires: [
      [
        "disk = [ '/a,raw,xvda', '/b,raw,«xvda1»' ]\n",
        'warning',
        "disk = [ '/a,raw,xvda', '/b,raw,xvdb' ]\n",
      ],
      [
        "disk = [ '/b,raw,«xvda2»', '/a,raw,d0p0' ]\n",
        'warning',
        "disk = [ '/b,raw,xvdb', '/a,raw,d0p0' ]\n",
      ],
    ],
    silent: [
      ["disk = [ '/a,raw,xvda1', '/b,raw,xvda2' ]\n"],
      ["disk = [ '/a,raw,xvda', '/b,raw,xvdb1' ]\n"],
      ["disk = [ '/a,raw,xvda', '/b,raw,hda1' ]\n"],
    ],
  },
  {
    code: 'vdev-empty',
    fires: [
      ["disk = [ «'/x,empty,xvda,rw'» ]\n", 'error', null],
      ["disk = [ «'/x,empty,hdc,ro,cdrom'» ]\n", 'error', disk('/x,raw,hdc,ro,cdrom')],
      ["disk = [ «'/x,empty,foo'» ]\n", 'error', null],
      ["bootloader = 'pygrub'\ndisk = [ '/a,raw,xvda', «',raw,foo'» ]\n", 'error', null],
    ],
    silent: [[disk('vdev=hdc,cdrom')], [disk('format=empty,vdev=hdc,cdrom')]],
  },
  {
    code: 'vdev-no-backend',
    fires: [
      [disk('/x,qcow2,xvda,«backendtype=phy»'), 'error', disk('/x,qcow2,xvda')],
      ["disk = [ «'/x,qcow2,xvda,script=block-x'» ]\n", 'error', disk('/x,qcow2,xvda')],
      [disk('/x,qcow2,foo,«backendtype=phy»'), 'error', disk('/x,qcow2,foo')],
      [
        `type = "hvm"\n${disk('/x,raw,hdc,cdrom,«backendtype=phy»')}`,
        'error',
        'type = "hvm"\ndisk = [ \'/x,raw,hdc,cdrom\' ]\n',
        { xenVersion: '4.18' },
      ],
      [disk('/x,raw,xvda,«backendtype=tap»'), 'error', disk('/x,raw,xvda'), { xenVersion: '4.18' }],
    ],
    silent: [
      [disk('/x,raw,xvda,backendtype=phy')],
      [disk('/x,raw,xvda,backendtype=tap')],
      [`type = "hvm"\n${disk('/x,raw,hdc,cdrom,backendtype=phy')}`],
      [disk('/x,raw,hdc,cdrom,backendtype=phy'), { xenVersion: '4.18' }],
    ],
  },
  {
    code: 'disk-deprecated-prefix',
    fires: [
      [disk('«tap:aio:»/srv/a.img,xvda,w'), 'information', disk('/srv/a.img,raw,xvda,rw')],
      [disk('«phy:»/dev/x,ioemu:hda,w'), 'information', disk('/dev/x,raw,hda,rw')],
      [disk('«vhd:»/srv/a.vhd,xvda,r'), 'information', disk('/srv/a.vhd,vhd,xvda,ro')],
      [disk('«drbd:»res0,xvda,w'), 'information', disk('res0,raw,xvda,rw,script=block-drbd')],
      // Nothing to rewrite as long as xl rejects it.
      [disk('«phy:»/dev/x'), 'information', null],
    ],
    silent: [
      [disk('/srv/a.img,raw,xvda,rw')],
      [disk('vdev=xvda,target=phy:/dev/x')],
      [disk('phy:/dev/x,xvda,w'), { xenVersion: '4.1' }],
      [disk('foo:/x,xvda,w')],
    ],
  },
  {
    code: 'disk-deprecated-devtype',
    fires: [
      [disk('/srv/a.iso,raw,hdc«:cdrom»,r'), 'information', disk('/srv/a.iso,raw,hdc,ro,cdrom')],
      [disk('/srv/a.img,raw,hda«:disk»,w'), 'information', disk('/srv/a.img,raw,hda,rw')],
    ],
    silent: [
      [disk('/srv/a.iso,raw,hdc,ro,cdrom')],
      [disk('/srv/a.iso,hdc:cdrom,r')],
      [disk('file:/srv/a.iso,hdc:cdrom,r'), { xenVersion: '4.1' }],
    ],
  },
  {
    code: 'disk-upper-case-prefix',
    fires: [
      [disk('«TAP:AIO:»/srv/a.img,xvda,w'), 'error', disk('/srv/a.img,raw,xvda,rw')],
      [disk('«Phy:»/dev/x,xvda,w'), 'error', disk('/dev/x,raw,xvda,rw')],
      [disk('«PHY:»/dev/x,raw,xvda,w'), 'warning', null],
      [disk('tap:«AIO:»/srv/a.img,xvda,w'), 'warning', disk('/srv/a.img,raw,xvda,rw')],
      [disk('aio:«PHY:»,format=e'), 'error', null],
    ],
    silent: [[disk('phy:/dev/x,xvda,w')], [disk('C:/srv/a.img,raw,xvda,w')], [disk('/PHY:x,raw,xvda')]],
  },
  {
    code: 'disk-writable-cdrom',
    fires: [
      [disk('/srv/a.iso,raw,hdc,«rw»,cdrom'), 'warning', disk('/srv/a.iso,raw,hdc,ro,cdrom')],
      [disk('file:/srv/a.iso,hdc:cdrom,«w»'), 'warning', disk('/srv/a.iso,raw,hdc,ro,cdrom')],
      [disk('vdev=hdc,cdrom,access=«w»,target=/x'), 'warning', disk('vdev=hdc,cdrom,access=ro,target=/x')],
    ],
    silent: [
      [disk('/srv/a.iso,raw,hdc,ro,cdrom')],
      [disk('/srv/a.iso,raw,hdc,cdrom')],
      [disk('/x,raw,hda,rw')],
    ],
  },
  {
    code: 'disk-firmware-image',
    fires: [
      [
        "type = 'hvm'\ndisk = [ «'/usr/share/ovmf/OVMF.fd,raw,xvdb,w'» ]\n",
        'warning',
        "type = 'hvm'\ndisk = [  ]\n",
      ],
      [
        "type = 'hvm'\ndisk = [ «'/usr/share/ovmf/OVMF.fd,hdb,w'» ]\n",
        'error',
        "type = 'hvm'\ndisk = [  ]\n",
      ],
      ["disk = [ «'/usr/share/seabios/bios.bin,raw,xvdb,w'» ]\n", 'warning', 'disk = [  ]\n'],
    ],
    silent: [
      ["disk = [ '/srv/ovmf-test.img,raw,xvdb,w' ]\n"],
      ["disk = [ '/srv/ovmf/a.qcow2,qcow2,xvdb,w' ]\n"],
    ],
  },
  {
    code: 'disk-padding',
    fires: [
      ['disk = [ \'vdev=xvda,target=«"/a"»\' ]\n', 'warning', "disk = [ 'vdev=xvda,target=/a' ]\n"],
      ["disk = [ '«/a »,raw,xvda,rw' ]\n", 'warning', "disk = [ '/a,raw,xvda,rw' ]\n"],
    ],
    silent: [["disk = [ ' /a, raw, xvda, rw' ]\n"], ["disk = [ '/a b,raw,xvda,rw' ]\n"]],
  },
  {
    code: 'disk-image-format',
    fires: [
      [disk('«/srv/a.qcow2»,raw,xvda,rw'), 'warning', disk('/srv/a.qcow2,qcow2,xvda,rw')],
      [disk('phy:«/srv/a.vhd»,xvda,w'), 'warning', disk('/srv/a.vhd,vhd,xvda,rw')],
      [
        disk('vdev=xvda,target=«/srv/a.QCOW2»'),
        'warning',
        disk('format=qcow2,vdev=xvda,access=rw,target=/srv/a.QCOW2'),
      ],
      [disk('«/srv/a.vmdk»,raw,xvda,rw'), 'warning', null],
    ],
    silent: [
      [disk('/srv/a.qcow2,qcow2,xvda,rw')],
      [disk('/srv/a.img,raw,xvda,rw')],
      [disk('/dev/qcow2,raw,xvda,rw')],
      [disk('/srv/a.qcow2,raw,xvda,rw,script=block-x')],
    ],
  },
  {
    code: 'disk-read-only-hvm',
    fires: [
      [
        `type = "hvm"\n${disk('/x,raw,«hda»,ro')}`,
        'error',
        [
          'type = "hvm"\ndisk = [ \'/x,raw,hda,ro,cdrom\' ]\n',
          'type = "hvm"\ndisk = [ \'/x,raw,xvde,ro\' ]\n',
          'type = "hvm"\ndisk = [ \'/x,raw,hda,rw\' ]\n',
        ],
      ],
      [
        `type = "hvm"\n${disk('vdev=«xvdd»,access=r,target=/x')}`,
        'error',
        [
          'type = "hvm"\ndisk = [ \'vdev=xvdd,access=r,cdrom,target=/x\' ]\n',
          'type = "hvm"\ndisk = [ \'vdev=sda,access=r,target=/x\' ]\n',
          'type = "hvm"\ndisk = [ \'vdev=xvde,access=r,target=/x\' ]\n',
          'type = "hvm"\ndisk = [ \'vdev=xvdd,access=rw,target=/x\' ]\n',
        ],
      ],
      [
        `type = "hvm"\nhdtype = "AHCI"\n${disk('/x,raw,«xvdf»,ro')}`,
        'error',
        [
          'type = "hvm"\nhdtype = "AHCI"\ndisk = [ \'/x,raw,sda,ro\' ]\n',
          'type = "hvm"\nhdtype = "AHCI"\ndisk = [ \'/x,raw,xvdg,ro\' ]\n',
          'type = "hvm"\nhdtype = "AHCI"\ndisk = [ \'/x,raw,xvdf,rw\' ]\n',
        ],
      ],
      [
        `type = "hvm"\n${disk('/x,raw,«hda»,ro,script=block-x')}`,
        'warning',
        [
          'type = "hvm"\ndisk = [ \'/x,raw,xvde,ro,script=block-x\' ]\n',
          'type = "hvm"\ndisk = [ \'/x,raw,hda,rw,script=block-x\' ]\n',
        ],
      ],
      [
        `builder = "hvm"\n${disk('/x,raw,«sda»,ro')}`,
        'error',
        [
          'builder = "hvm"\ndisk = [ \'/x,raw,sda,ro,cdrom\' ]\n',
          'builder = "hvm"\ndisk = [ \'/x,raw,sda,rw\' ]\n',
        ],
        { xenVersion: '4.6' },
      ],
      [
        `builder = "hvm"\n${disk('/x,raw,«xvde»,ro,backend=storage')}`,
        'error',
        'builder = "hvm"\ndisk = [ \'/x,raw,xvde,rw,backend=storage\' ]\n',
        { xenVersion: '4.4' },
      ],
    ],
    silent: [
      [`type = "hvm"\n${disk('/x,raw,hda,rw')}`],
      [`type = "hvm"\n${disk('/x,raw,hdc,ro,cdrom')}`],
      [`type = "hvm"\n${disk('/x,raw,sda,ro')}`],
      [`type = "hvm"\n${disk('/x,raw,hda,ro,backend=storage')}`],
      [`type = "hvm"\n${disk('/x,raw,xvde,ro')}`],
      [`builder = "hvm"\n${disk('/x,raw,hda,ro')}`, { xenVersion: '4.3' }],
      [`builder = "hvm"\n${disk('/x,raw,hdc,ro,cdrom')}`, { xenVersion: '4.6' }],
      [`type = "hvm"\nhdtype = "ahci"\n${disk('/x,raw,xvdg,ro')}`],
      [
        `type = "hvm"\ndevice_model_version = "qemu-xen-traditional"\n${disk('/x,raw,hda,ro')}`,
        { xenVersion: '4.17' },
      ],
      [disk('/x,raw,hda,ro')],
    ],
  },
  {
    code: 'disk-cdrom-place',
    fires: [
      [
        `type = "hvm"\n${disk('/x,raw,«xvde»,ro,cdrom')}`,
        'warning',
        'type = "hvm"\ndisk = [ \'/x,raw,hdc,ro,cdrom\' ]\n',
      ],
      [
        `type = "hvm"\n${disk('vdev=«sde»,cdrom')}`,
        'warning',
        'type = "hvm"\ndisk = [ \'vdev=hdc,cdrom\' ]\n',
      ],
    ],
    silent: [[`type = "hvm"\n${disk('/x,raw,xvdd,ro,cdrom')}`], [disk('/x,raw,xvde,ro,cdrom')]],
  },
];
