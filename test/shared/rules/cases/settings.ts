/** The rules on options and their values. */
import type { RuleCases } from './case.ts';

export const SETTING_CASES: readonly RuleCases[] = [
  {
    code: 'older-grammar',
    fires: [
      ['vif = [ "" ]\nvif «+=» [ "" ]\n', 'error', null, { xenVersion: '4.12' }],
      ['vnuma = [ «[ "pnode=0" ]» ]\n', 'error', null, { xenVersion: '4.5' }],
      ['name = "a"\n«vcpus = 2»', 'error', null, { xenVersion: '4.2' }],
      ['name = "a"\n«extra = "a;b"»', 'error', null, { xenVersion: '4.2' }],
    ],
    silent: [
      ['vif = [ "" ]\nvif += [ "" ]\n', { xenVersion: '4.13' }],
      ['vnuma = [ [ "pnode=0" ] ]\n', { xenVersion: '4.6' }],
      ['name = "a"\nvcpus = 2', { xenVersion: '4.3' }],
      ['name = "a"\nvcpus = 2\n', { xenVersion: '4.2' }],
    ],
  },
  {
    code: 'missing-name',
    fires: [
      ['«memory = 512»\ntype = "hvm"\n', 'error', 'name = "web1"\nmemory = 512\ntype = "hvm"\n'],
      ['«# my guest»\n', 'error', 'name = "web1"\n# my guest\n'],
      // The misspelt line has its own finding.
      ['«nmae = "web1"»\n', 'error', 'name = "web1"\nnmae = "web1"\n'],
    ],
    silent: [
      ['name = "web1"\n'],
      ['name = 1\n'],
      // Reported as what it is.
      ['name = [ "web1" ]\n'],
      ['name = ""\n'],
      // As long as the file does not parse, it is no news.
      ['memory = 512M\n'],
    ],
  },
  {
    code: 'missing-kernel',
    fires: [
      ['«name = "web1"»\nkernal = "/k"\nmemory = 512\n', 'error', null],
      ['«name = "web1"»\nmemory = 512\n', 'error', null],
      ['name = "web1"\n«type» = "pvh"\n', 'error', null],
      ['name = "web1"\n«builder» = "generic"\n', 'error', null],
    ],
    silent: [
      ['name = "web1"\ntype = "hvm"\n'],
      ['name = "web1"\nkernel = "/boot/vmlinuz"\n'],
      ['name = "web1"\nbootloader = "pygrub"\n'],
      ['name = "web1"\ntype = "pv"\nkernel = [ "/boot/vmlinuz" ]\n'],
      ['name = "web1"\ntype = "pv"\nfirmware = "pvgrub64"\n'],
      // xl looks for the name first.
      ['type = "pvh"\n'],
    ],
  },
  {
    code: 'missing-memory',
    fires: [
      ['«name = "web1"»\ntype = "hvm"\n', 'error', 'name = "web1"\nmemory = 512\ntype = "hvm"\n'],
      [
        '«# A guest.»\nname = "web1" # its name\r\ntype = "hvm"\n',
        'error',
        '# A guest.\nname = "web1" # its name\r\nmemory = 512\r\ntype = "hvm"\n',
      ],
      [
        '«type = "pvh"; name = "web1"; kernel = "/k"»\n',
        'error',
        'type = "pvh"; memory = 512\nname = "web1"; kernel = "/k"\n',
      ],
      ['«name = "web1"»\ntype = "hvm"', 'error', 'name = "web1"\nmemory = 512\ntype = "hvm"'],
      [
        '«name = "web1"»\ntype = "hvm"\nmemroy = 512\n',
        'error',
        'name = "web1"\nmemory = 512\ntype = "hvm"\nmemroy = 512\n',
      ],
      ['«name = "web1"»\nram = 512\n', 'warning', 'name = "web1"\nmemory = 512\nram = 512\n'],
      [
        '«name = "web1"»\ntype = "hvm"\n',
        'warning',
        'name = "web1"\nmemory = 512\ntype = "hvm"\n',
        { xenVersion: '4.16' },
      ],
      ['«name = "web1"»\nkernel = "/k"\n', 'warning', 'name = "web1"\nmemory = 512\nkernel = "/k"\n'],
      // Where a bootloader runs first, the file alone does not decide.
      [
        '«name = "web1"»\ntype = "pvh"\nbootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\n',
        'warning',
        'name = "web1"\nmemory = 512\ntype = "pvh"\nbootloader = "pygrub"\ndisk = [ "/x,raw,xvda,rw" ]\n',
      ],
      [
        '«name = "web1"»\ntype = "hvm"\nshadow_memory = 8\n',
        'warning',
        'name = "web1"\nmemory = 512\ntype = "hvm"\nshadow_memory = 8\n',
      ],
    ],
    silent: [
      ['name = "web1"\ntype = "hvm"\nmemory = 512\n'],
      ['name = "web1"\ntype = "hvm"\nmaxmem = 512\n'],
      ['name = "web1"\ntype = "hvm"\nvnuma = [ [ "size=512", "vcpus=0" ] ]\n'],
      ['type = "hvm"\n'],
      ['name = "web1"\ntype = "hmv"\n'],
      ['name = "web1"\ntype = "hvm"\nmemory = "512\n'],
    ],
  },
  {
    code: 'contradicting-types',
    fires: [
      ['type = "pv"\n«builder = "hvm"»\n', 'error', 'type = "pv"\n'],
      ['«builder = "generic"»\ntype = "pvh"\n', 'error', 'type = "pvh"\n'],
      ['type = "pv"\nbuilder = "h"\n«builder += "vm"»\n', 'error', 'type = "pv"\n'],
    ],
    silent: [
      ['type = "hvm"\nbuilder = "hvm"\n'],
      ['type = "pv"\nbuilder = "generic"\n'],
      ['builder = "hvm"\n'],
      ['type = "pv"\nbuilder = "hvm"\n', { xenVersion: '4.9' }],
    ],
  },
  {
    code: 'unknown-option',
    fires: [
      ['«memroy» = 512\n', 'warning', 'memory = 512\n'],
      ['«vpcus» = 2\n', 'warning', 'vcpus = 2\n'],
      ['type = "hvm"\n«uefi» = 1\n', 'warning', ['type = "hvm"\nbios = "ovmf"\n', 'type = "hvm"\n']],
      ['type = "hvm"\n«uefi» = 0\n', 'warning', 'type = "hvm"\n'],
      ['type = "hvm"\n«tablet» = "no"\n', 'warning', 'type = "hvm"\n'],
      ['«memroy» += 512\n', 'warning', 'memory += 512\n'],
      ['«owner» = "me"\n', 'warning', ''],
      ['«memroy» = 512\nmemory = 1024\n', 'warning', 'memory = 1024\n'],
      // Also where it leaves the guest without memory, name or kernel, which is another finding.
      [
        'name = "web1"\ntype = "hvm"\n«memroy» = 512\n',
        'warning',
        'name = "web1"\ntype = "hvm"\nmemory = 512\n',
      ],
      ['«nmae» = "web1"\n', 'warning', 'name = "web1"\n'],
      ['name = "web1"\n«kernal» = "/k"\n', 'warning', 'name = "web1"\nkernel = "/k"\n'],
    ],
    silent: [['memory = 512\n'], ['vusb = [ ]\n'], ['Memroy = 512\n'], ['# memroy = 512\n']],
  },
  {
    code: 'xend-option',
    fires: [
      ['«vncconsole» = 1\nvnc = 1\n', 'warning', 'vnc = 1\n'],
      ['«vncconsole» = 1; «vncconsole» = 0\n', 'warning', '; \n'],
      ['«cpu_cap» = 50\n', 'warning', 'cap = 50\n'],
      ['«cpu_cap» = 50\ncap = 40\n', 'warning', null],
      ['«on_xend_start» = "ignore"\n«on_xend_start» = "start"\n', 'warning', null],
    ],
    silent: [['vnc = 1\n']],
  },
  {
    code: 'wrong-release',
    fires: [
      ['type = "hvm"\n«smbios» = [ "oem=x" ]\n', 'warning', 'type = "hvm"\n', { xenVersion: '4.17' }],
      ['«pvh» = 1\n', 'warning', ['type = "pvh"\n', '']],
      ['«pvh» = 0\n', 'warning', ''],
      ['«pvh» = 1\ntype = "hvm"\n', 'warning', 'type = "hvm"\n'],
    ],
    silent: [
      ['type = "hvm"\nsmbios = [ "oem=x" ]\n', { xenVersion: '4.18' }],
      ['pvh = 1\n', { xenVersion: '4.8' }],
    ],
  },
  {
    code: 'wrong-guest-type',
    fires: [
      ['«vga» = "stdvga"\n', 'warning', ''],
      ['type = "pvh"\n«boot» = "d"\n', 'warning', 'type = "pvh"\n'],
    ],
    silent: [['type = "hvm"\nvga = "stdvga"\n'], ['type = "h"\nboot = "d"\n'], ['memory = 512\n']],
  },
  {
    code: 'refused-for-type',
    fires: [
      [
        'name = "a"\nkernel = "/k"\n«timer_mode» = "one_missed_tick_pending"\n',
        'error',
        'name = "a"\nkernel = "/k"\n',
      ],
    ],
    silent: [
      ['name = "a"\ntype = "hvm"\ntimer_mode = "one_missed_tick_pending"\n'],
      ['name = "a"\nkernel = "/k"\ntimer_mode = 1\n', { xenVersion: '4.9' }],
    ],
  },
  {
    code: 'deprecated-option',
    fires: [
      ['«builder» = "hvm"\n', 'information', 'type = "hvm"\n'],
      ["«builder» = 'generic' # old\n", 'information', "type = 'pv' # old\n"],
      ['«builder» = "hvm"\ntype = "hvm"\n', 'information', 'type = "hvm"\n'],
      ['type = "pv"\n«builder» = "generic"\n', 'information', 'type = "pv"\n'],
      ['type = "hvm"\n«altp2mhvm» = 1\n', 'information', null],
    ],
    silent: [['type = "hvm"\n'], ['builder = "hvm"\n', { xenVersion: '4.9' }]],
  },
  {
    code: 'duplicate-setting',
    fires: [
      ['«memory» = 256\nmemory = 512\n', 'warning', 'memory = 512\n'],
      ['  «memory» = 256  \nvcpus = 1\nmemory = 512\n', 'warning', 'vcpus = 1\nmemory = 512\n'],
      ['«memory» = 256; memory = 512\n', 'warning', '; memory = 512\n'],
      ['«memory» = 256 # old\nmemory = 512\n', 'warning', ' # old\nmemory = 512\n'],
      ['«vif» = [\n  "",\n]\n«vif» += [ "" ]\nvif = [ ]\n', 'warning', 'vif = [ ]\n'],
    ],
    silent: [['memory = 512\n'], ['vif = [ "" ]\nvif += [ "" ]\n'], ['memory = 256\n#memory = 512\n']],
  },
  {
    code: 'value-padding',
    fires: [
      ['kernel = «"/k "»\n', 'warning', 'kernel = "/k"\n'],
      ['name = «\'"web1"\'»\n', 'warning', "name = 'web1'\n"],
      ["bootloader = «' pygrub'»\n", 'warning', "bootloader = 'pygrub'\n"],
    ],
    silent: [
      ['kernel = "/srv/my kernel"\n'],
      ['cmdline = \' "a b" "c d" \'\n'],
      ['name = "web1 "\n'],
      ['kernel = " "\n'],
      ["type = ' hvm'\n"],
    ],
  },
  {
    code: 'repeated-device',
    fires: [
      ["vif = [ 'mac=00:16:3e:00:00:01', 'mac=«00:16:3E:00:00:01»' ]\n", 'warning', null],
      [
        "disk = [ '/dev/vg/a,raw,xvda,rw', '«/dev/vg/a»,raw,xvdb,rw' ]\n",
        'warning',
        "disk = [ '/dev/vg/a,raw,xvda,rw' ]\n",
      ],
      [
        "disk = [ '/dev/vg/a,raw,xvda,ro', '«/dev/vg//a»,raw,xvdb,rw' ]\n",
        'warning',
        "disk = [ '/dev/vg/a,raw,xvda,ro' ]\n",
      ],
      ["pci = [ '03:00.0', '«0000:03:00.0»' ]\n", 'warning', "pci = [ '03:00.0' ]\n"],
      ["pci = [ '03:00.*@5', '«03:00.1»' ]\n", 'warning', "pci = [ '03:00.*@5' ]\n"],
      [
        "type = 'hvm'\nusbdev = [ 'hostbus=1,hostaddr=2', '«hostbus=1,hostaddr=2»' ]\n",
        'warning',
        "type = 'hvm'\nusbdev = [ 'hostbus=1,hostaddr=2' ]\n",
      ],
    ],
    silent: [
      ["vif = [ 'mac=00:16:3e:00:00:01', 'mac=00:16:3e:00:00:02' ]\n"],
      ["vif = [ '', '' ]\n"],
      ["disk = [ '/srv/a.iso,raw,xvda,ro', '/srv/a.iso,raw,xvdb,ro' ]\n"],
      ["disk = [ '/dev/vg/a,raw,xvda,rw', 'vdev=xvdb,backend=storage,target=/dev/vg/a' ]\n"],
      ["pci = [ '03:00.0', '03:00.1' ]\n"],
      ["disk = [ ',,hdc,cdrom', ',,hdd,cdrom' ]\n"],
    ],
  },
  {
    code: 'list-expected',
    fires: [
      ['disk = «"/x,raw,xvda"»\n', 'warning', 'disk = [ "/x,raw,xvda" ]\n'],
      ["vif = «''» # one\n", 'warning', "vif = [ '' ] # one\n"],
      ['type = "hvm"\nsmbios = «"oem=x"»\n', 'error', 'type = "hvm"\nsmbios = [ "oem=x" ]\n'],
    ],
    silent: [['disk = [ "/x,raw,xvda" ]\n'], ['cpus = "0-3"\n'], ['disk = "x"\ndisk = [ ]\n']],
  },
  {
    code: 'value-expected',
    fires: [
      ['memory = «[ 512 ]»\n', 'warning', 'memory = 512\n'],
      ['name = «[ "a" ]»\n', 'error', 'name = "a"\n'],
      ['memory = «[ 512, 1024 ]»\n', 'warning', null],
    ],
    silent: [['memory = 512\n'], ['cpus = [ "0" ]\n']],
  },
  {
    code: 'bad-number',
    fires: [
      ['type = "hvm"\nviridian = «"all"»\n', 'warning', 'type = "hvm"\nviridian = [ "all" ]\n'],
      [
        'type = "hvm"\nviridian = «"base, freq"»\n',
        'warning',
        'type = "hvm"\nviridian = [ "base", "freq" ]\n',
      ],
      ['memory = «"512M"»\n', 'warning', 'memory = 512\n'],
      ['memory = «"2G"»\n', 'warning', 'memory = 2048\n'],
      ['memory = «"512 "»\n', 'warning', 'memory = 512\n'],
      ['memory = «08»\n', 'warning', null],
      ['memory = «"99999999999999999999"»\n', 'warning', null],
      ['memory = «"99999999999999999999 MB"»\n', 'warning', null],
      ['localtime = «"yes"»\n', 'warning', 'localtime = 1\n'],
      ['memory = 256\nmemory += «256»\n', 'warning', null],
      ['max_grant_frames = «"x"»\n', 'error', null],
    ],
    silent: [['memory = 512\n'], ['memory = "512"\n'], ['memory = " 0x200"\n'], ['name = "512M"\n']],
  },
  {
    code: 'out-of-range',
    fires: [
      ['type = "hvm"\nmmio_hole = «255»\n', 'error', 'type = "hvm"\nmmio_hole = 256\n'],
      ['vcpus = «1025»\n', 'error', 'vcpus = 1024\n'],
      ['max_grant_version = «16»\n', 'error', 'max_grant_version = 15\n'],
    ],
    silent: [['type = "hvm"\nmmio_hole = 256\n'], ['mmio_hole = 255\n'], ['vcpus = 1024\n']],
  },
  {
    code: 'bad-value',
    fires: [
      ['on_crash = «"reboot"»\n', 'error', 'on_crash = "restart"\n'],
      ['builder = «"linux"»\n', 'error', 'type = "pv"\n'],
      [
        'type = "hvm"\nviridian = [ «"base,freq"» ]\n',
        'error',
        'type = "hvm"\nviridian = [ "base", "freq" ]\n',
      ],
      [
        'type = "hvm"\nbios = «"/usr/share/ovmf/OVMF.fd"»\n',
        'error',
        'type = "hvm"\nbios = "ovmf"\nbios_path_override = "/usr/share/ovmf/OVMF.fd"\n',
      ],
      [
        'type = "hvm"\nbios = «"OVMF.fd"»\nbios_path_override = "/srv/OVMF.fd"\n',
        'error',
        'type = "hvm"\nbios = "ovmf"\nbios_path_override = "/srv/OVMF.fd"\n',
      ],
      ['type = «"linux"»\n', 'error', 'type = "pv"\n'],
      ['on_crash = «"Restart"»\n', 'error', 'on_crash = "restart"\n'],
      ["type = «'hmv'»\n", 'error', "type = 'hvm'\n"],
      ['type = "hvm"\nvga = «"stdgva"»\n', 'error', 'type = "hvm"\nvga = "stdvga"\n'],
      [
        'type = "hvm"\nviridian = [ "base", «"fraq"» ]\n',
        'error',
        'type = "hvm"\nviridian = [ "base", "freq" ]\n',
      ],
    ],
    silent: [
      ['on_crash = "restart"\n'],
      ['type = "h"\n'],
      ['type = "hvm"\nbios = "OVMF"\n'],
      ['vga = "stdgva"\n'],
      ['type = "hvm"\nkeymap = "klingon"\n'],
    ],
  },
  {
    code: 'bad-form',
    fires: [['uuid = «"3fb3bd30"»\n', 'error', null]],
    silent: [['uuid = "3FB3BD30-2f2c-4a0b-9d2c-6b1f6f5a7e11"\n']],
  },
  {
    code: 'wrong-item',
    fires: [
      [
        'disk = [ "/a,raw,xvda", «[ "/b,raw,xvdb" ]», "/c,raw,xvdc" ]\n',
        'warning',
        'disk = [ "/a,raw,xvda", "/b,raw,xvdb", "/c,raw,xvdc" ]\n',
      ],
      ['disk = [ ]\ndisk += [ «[ ]» ]\n', 'warning', null],
    ],
    silent: [['disk = [ "/a,raw,xvda" ]\n'], ['disk = [ [ ] ]\ndisk = [ ]\n']],
  },
  {
    code: 'processor-set',
    fires: [
      ['name = "rt"\nsched = "rtds"\ncpus = "«4-x»"\n', 'error', null, { uri: '/etc/xen/cpupool' }],
      ['vm.cpumask = "0-3,«x»,5"\n', 'warning', null, { uri: '/etc/xen/xl.conf' }],
      ['vm.cpumask = "«some»"\n', 'warning', null, { uri: '/etc/xen/xl.conf' }],
      ['vm.pv.cpumask = «"0,^0"»\n', 'warning', null, { uri: '/etc/xen/xl.conf' }],
    ],
    silent: [
      ['name = "rt"\nsched = "rtds"\ncpus = "4-7,^5"\n', { uri: '/etc/xen/cpupool' }],
      ['name = "rt"\nnodes = [ "0" ]\ncpus = "4-x"\n', { uri: '/etc/xen/cpupool' }],
      ['name = "rt"\ncpus = "4-x"\nvcpus = 1\n'],
      ['vm.cpumask = "all,^0"\n', { uri: '/etc/xen/xl.conf' }],
      ['vm.hvm.cpumask = "node:1"\n', { uri: '/etc/xen/xl.conf' }],
    ],
  },
];
