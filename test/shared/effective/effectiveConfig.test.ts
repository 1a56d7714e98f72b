import type { Host } from '@xlcfg/shared/src/effective/index.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it, test } from 'vitest';
import { at, configurationOf, PV, plain } from './effectiveConfigOf.ts';

const HOST: Host = {
  cpus: 4,
  nodes: [
    [0, 1],
    [2, 3],
  ],
  firmwareFolder: '/fw',
  logFolder: '/log',
};

const PVH = 'name = "a"\ntype = "pvh"\nkernel = "/k"\n';
const HVM = 'name = "a"\ntype = "hvm"\n';

test('a small file, in the order of xl', () => {
  expect(JSON.stringify(plain(configurationOf(PVH)))).toBe(
    JSON.stringify({
      c_info: { type: 'pvh', name: 'a', uuid: '<random>', run_hotplug_scripts: 'True' },
      b_info: {
        sched_params: {},
        claim_mode: 'True',
        kernel: '/k',
        'type.pvh': {},
        arch_arm: {},
        arch_x86: {},
      },
      on_reboot: 'restart',
      on_soft_reset: 'soft_reset',
    }),
  );
});

describe('single options', () => {
  it.each<[string, string, string, unknown]>([
    ['a number of MiB', PV, 'memory = 512', 'b_info max_memkb = 524288'],
    ['the last setting', PV, 'memory = 1\nmemory = 2', 'b_info target_memkb = 2048'],
    ['64 bits', PV, 'memory = "-1"', 'b_info max_memkb = 18446744073709550592'],
    ['32 bits', PV, 'rtc_timeoffset = "-1"', 'b_info rtc_timeoffset = 4294967295'],
    ['a number that is the default', PV, 'cap = "-1"', 'b_info sched_params = {}'],
    ['a number that is none', PV, 'cpu_weight = 08', 'b_info sched_params = {}'],
    ['a number that is added to', PV, 'cpu_weight += 8\ncpu_weight += 8', 'b_info sched_params = {}'],
    ['0 that is not a default', PV, 'cpu_weight = 0', 'b_info sched_params weight = 0'],
    ['yes', HVM, 'hpet = 2', 'b_info type.hvm hpet = "True"'],
    ['no', HVM, 'hpet = 0', 'b_info type.hvm hpet = "False"'],
    ['an option of another type', PV, 'hpet = 1', 'b_info type.pv = {}'],
    ['a text', PV, 'seclabel = ""', 'c_info ssid_label = ""'],
    ['a label for later', PV, 'init_seclabel = "i"\nseclabel = "s"', 'b_info exec_ssid_label = "s"'],
    ['a text in parts', PV, 'extra = "a"\nextra += "b"', 'b_info cmdline = "ab"'],
    [
      'the two halves of a command line',
      PV,
      'extra = "ro"\nroot = "/dev/xvda"',
      'b_info cmdline = "root=/dev/xvda ro"',
    ],
    ['the whole of it', PV, 'root = "/r"\ncmdline = "c"', 'b_info cmdline = "c"'],
    ['a word in capitals', HVM, 'bios = "OVMF"', 'b_info type.hvm bios = "ovmf"'],
    ['a word that libxl calls otherwise', HVM, 'vga = "stdvga"', 'b_info type.hvm vga kind = "std"'],
    ['an old word', HVM, 'stdvga = 0', 'b_info type.hvm vga kind = "cirrus"'],
    ['a number for a word', PV, 'tsc_mode = 2', 'b_info tsc_mode = "native"'],
    ['a word that is the default', PV, 'tsc_mode = "default"', 'b_info tsc_mode = undefined'],
    ['a firmware by a beginning', HVM, 'bios = "seabios"\nfirmware = "u"', 'b_info type.hvm bios = "ovmf"'],
    [
      'a firmware that leaves it to bios',
      HVM,
      'bios = "seabios"\nfirmware = "bios"',
      'b_info type.hvm bios = "seabios"',
    ],
    [
      'a path as firmware',
      HVM,
      'firmware_override = "/o"\nfirmware = "/f"',
      'b_info type.hvm firmware = "/f"',
    ],
    ['the loader that an hvm guest has anyway', HVM, 'kernel = "/x/hvmloader"', 'b_info kernel = undefined'],
    ['a card by number', HVM, 'gfx_passthru = 1', 'b_info type.hvm gfx_passthru = "True"'],
    ['a card by word', HVM, 'gfx_passthru = "igd"', 'b_info type.hvm gfx_passthru_kind = "igd"'],
    ['a list', PV, 'device_model_args = [ "a", 1, [], "b" ]', 'b_info extra = ["a","1"]'],
    ['an empty list', PV, 'device_model_args = []', 'b_info extra = undefined'],
    ['a text where a list may be', HVM, 'serial = "pty"', 'b_info type.hvm serial = "pty"'],
    ['a list where a text may be', HVM, 'serial = [ "pty" ]', 'b_info type.hvm serial_list = ["pty"]'],
    ['words between blanks', PV, 'bootloader_args = " a  b"', 'b_info bootloader_args = ["a","b"]'],
    ['an action', PV, 'on_crash = "rename-restart"', 'on_crash = "restart_rename"'],
    ['the usual action', PV, 'on_reboot = "destroy"', 'on_reboot = undefined'],
    [
      'a uuid',
      PV,
      'uuid = "0123ABCD-0123-0123-0123-0123456789AB"',
      'c_info uuid = "0123abcd-0123-0123-0123-0123456789ab"',
    ],
    ['a uuid of zeros', PV, 'uuid = "00000000-0000-0000-0000-000000000000"', 'c_info uuid = undefined'],
    ['a random number', HVM, 'ms_vm_genid = "generate"', 'b_info type.hvm ms_vm_genid = "<random>"'],
    ['ranges', PV, 'ioports = [ "2f8-2ff" ]', 'b_info ioports = [{"first":760,"number":8}]'],
    ['a capability', HVM, 'mca_caps = [ "lmce" ]', 'b_info type.hvm mca_caps = 1'],
  ])('%s', (_, guest, lines, expected) => {
    const [path = '', value] = String(expected).split(' = ');
    const found = plain(at(configurationOf(`${guest}${lines}\n`), path));
    const shown = JSON.stringify(found, (__, one) => (typeof one === 'bigint' ? Number(one) : one));
    expect(typeof found === 'bigint' ? String(found) : String(shown)).toBe(value);
  });
});

describe('processors', () => {
  it.each<[string, Host | undefined, string, unknown]>([
    ['vcpus = 2', undefined, 'max_vcpus', 2],
    ['vcpus = 3', undefined, 'avail_vcpus', [0, 1, 2]],
    ['vcpus = 1\nmaxvcpus = 4', undefined, 'max_vcpus', 4],
    [
      'vcpus = 2\ncpus = "0-2,^1"',
      undefined,
      'vcpu_hard_affinity',
      [
        [0, 2],
        [0, 2],
      ],
    ],
    ['vcpus = 2\ncpus = [ "1", "0" ]', undefined, 'vcpu_hard_affinity', [[1], [0]]],
    ['vcpus = 1\ncpus = [ "1", "0" ]', undefined, 'vcpu_hard_affinity', [[1]]],
    ['vcpus = 1\ncpus = [ "1" ]', undefined, 'numa_placement', 'False'],
    ['vcpus = 1\ncpus = "1"', undefined, 'numa_placement', undefined],
    ['vcpus = 1\ncpus_soft = "1"', undefined, 'numa_placement', 'False'],
    ['vcpus = 1\ncpus = "all"', undefined, 'vcpu_hard_affinity', ['<host>']],
    ['vcpus = 1\ncpus = "node:1"', HOST, 'vcpu_hard_affinity', [[2, 3]]],
    ['vcpus = 1\ncpus = "all,^node:0"', HOST, 'vcpu_hard_affinity', [[2, 3, 4, 5, 6, 7]]],
    ['vcpus = 1\ncpus = "6-9"', HOST, 'vcpu_hard_affinity', [[6, 7]]],
    ['vcpus = 1\ncpus = "4294967296"', undefined, 'vcpu_hard_affinity', [[0]]],
    // Below zero: as a number of 64 bits, cut to an int.
    ['vcpus = 1\ncpus_soft = [ "-11" ]', undefined, 'vcpu_soft_affinity', [[]]],
    ['vcpus = 1\ncpus_soft = [ "-4294967290" ]', undefined, 'vcpu_soft_affinity', [[6]]],
    ['vcpus = 1\ncpus_soft = [ "-4294967298--4294967295" ]', undefined, 'vcpu_soft_affinity', [[0, 1]]],
    ['vcpus = 1\ncpus = "0-999999999"', undefined, 'vcpu_hard_affinity', ['<long>']],
    ['cpus = "1"', undefined, 'vcpu_hard_affinity', undefined],
    ['maxvcpus = 2000\ncpus = "1"', undefined, 'vcpu_hard_affinity', '<long>'],
  ])('%j of %j: %s', (lines, host, path, expected) => {
    const configuration = configurationOf(`${PV}${lines}\n`, host ? { host } : {});
    expect(plain(at(configuration, `b_info ${path}`))).toEqual(expected);
  });

  it('counts the vCPUs of NUMA nodes, and their memory', () => {
    const nodes = '[ [ "size=256", "vcpus=0,2", "vdistances=10,20" ], [ "pnode=1", "size=256", "vcpus=1" ] ]';
    const found = at(configurationOf(`${PV}vnuma = ${nodes}\n`), 'b_info');
    expect(plain(found)).toMatchObject({
      max_vcpus: 3,
      numa_placement: 'False',
      max_memkb: 524_288,
      vnuma_nodes: [
        { memkb: 262_144, distances: [10, 20], vcpus: [0, 2] },
        { memkb: 262_144, distances: [0, 0], pnode: 1, vcpus: [1] },
      ],
    });
  });
});

describe('cpuid', () => {
  const X = 'x'.repeat(32);
  it.each<[string, XenVersion, unknown]>([
    ['"host,sse3=0"', '4.17', { cpuid: [{ leaf: 1, ecx: `${X.slice(1)}0` }], msr: [] }],
    ['"host,sse3=0"', '4.13', [{ leaf: 1, ecx: `${X.slice(1)}0` }]],
    ['"host,family=6"', '4.17', { cpuid: [{ leaf: 1, eax: 'xxxx00000000xxxxxxxx0110xxxxxxxx' }], msr: [] }],
    ['"host,family=20"', '4.17', { cpuid: [{ leaf: 1, eax: 'xxxx00000101xxxxxxxx1111xxxxxxxx' }], msr: [] }],
    ['"host,model=0x1a"', '4.17', { cpuid: [{ leaf: 1, eax: 'xxxxxxxxxxxx0001xxxxxxxx1010xxxx' }], msr: [] }],
    ['"host,sse3=q"', '4.17', { cpuid: [{ leaf: 1 }], msr: [] }],
    ['"host,foo=1"', '4.17', undefined],
    ['"sse3=0"', '4.17', undefined],
    [`[ "7,1:ebx=${X},eax=${X}" ]`, '4.17', { cpuid: [{ leaf: 7, subleaf: 1, eax: X, ebx: X }], msr: [] }],
    [
      `[ "1:eax=${X}", "1:eax=1${X.slice(1)}" ]`,
      '4.17',
      { cpuid: [{ leaf: 1, eax: `1${X.slice(1)}` }], msr: [] },
    ],
    ['"host,rdcl-no=1"', '4.17', { cpuid: [], msr: [{ index: 0x10a, policy: `${'x'.repeat(63)}1` }] }],
    ['"host,rdcl-no=s"', '4.17', { cpuid: [], msr: [{ index: 0x10a, policy: `${'x'.repeat(63)}k` }] }],
  ])('%s in %s', (value, xenVersion, expected) => {
    expect(plain(at(configurationOf(`${PV}cpuid = ${value}\n`, { xenVersion }), 'b_info cpuid'))).toEqual(
      expected,
    );
  });
});

describe('viridian', () => {
  const ALL = Array.from({ length: 64 }, (_, number) => number);
  it.each<[string, unknown, unknown, unknown]>([
    ['1', 'True', undefined, undefined],
    ['[ "defaults", "STIMER" ]', 'True', [8], undefined],
    ['[ "all", "!freq" ]', undefined, ALL.filter((number) => number !== 1), [1]],
    ['[ "!freq", "freq" ]', undefined, [1], undefined],
    ['[]', undefined, undefined, undefined],
  ])('%s', (value, flag, enable, disable) => {
    expect(plain(at(configurationOf(`${HVM}viridian = ${value}\n`), 'b_info type.hvm'))).toMatchObject({
      ...(flag === undefined ? {} : { viridian: flag }),
      ...(enable === undefined ? {} : { viridian_enable: enable }),
      ...(disable === undefined ? {} : { viridian_disable: disable }),
    });
  });
});

describe('devices', () => {
  it.each<[string, string, string, unknown]>([
    [
      PV,
      "disk = [ '/a,raw,xvda,rw' ]",
      'disks',
      [{ pdev_path: '/a', vdev: 'xvda', format: 'raw', readwrite: 1 }],
    ],
    [
      HVM,
      "disk = [ ',,hdc,cdrom', 'discard,vdev=xvda,target=/a' ]",
      'disks',
      [
        { pdev_path: '', vdev: 'hdc', format: 'empty', removable: 1, is_cdrom: 1 },
        { pdev_path: '/a', vdev: 'xvda', format: 'raw', readwrite: 1, discard_enable: 'True' },
      ],
    ],
    [
      PV,
      "vif = [ 'bridge=b,mac=0:1:2:3:4:5', '' ]",
      'nics',
      [{ devid: 0, mac: '00:01:02:03:04:05', bridge: 'b' }, { devid: 1 }],
    ],
    [PV, "vif = [ '', [], '' ]", 'nics', [{ devid: 0 }]],
    [PV, "vif = 'bridge=b'", 'nics', undefined],
    [PV, "pci = [ '03:00.0' ]", 'b_info type.pv e820_host', 'True'],
    [PV, "pci = [ '03:00.0' ]", 'pcidevs', [{ bus: 3, vfunc_mask: 1, rdm_policy: 'strict' }]],
    [HVM, "pci = [ '03:00.0' ]", 'pcidevs', [{ bus: 3, vfunc_mask: 1 }]],
    [HVM, "pci_seize = 1\npci = [ '03:00.0' ]", 'pcidevs', [{ bus: 3, vfunc_mask: 1, seize: true }]],
    [
      HVM,
      "rdm = 'strategy=host'\npci = [ '03:00.0', '04:00.0,rdm_policy=relaxed' ]",
      'pcidevs',
      [
        { bus: 3, vfunc_mask: 1, rdm_policy: '<random>' },
        { bus: 4, vfunc_mask: 1, rdm_policy: 'relaxed' },
      ],
    ],
    [HVM, "vif = [ 'mac=00:16:3e' ]", 'nics', [{ devid: 0, mac: '<random>' }]],
    [HVM, "pci = [ 'bdf=03:00' ]", 'pcidevs', [{ func: '<random>', bus: 3, vfunc_mask: '<random>' }]],
    [HVM, "rdm = 'strategy=host'", 'b_info type.hvm rdm', { strategy: 'host', policy: '<random>' }],
    [PV, 'vnc = 1\nkeymap = "de"', 'vfbs', [{ devid: 0, vnc: { enable: 'True' }, sdl: {}, keymap: 'de' }]],
    [PV, 'vnc = 1', 'vkbs', [{ devid: 0 }]],
    [PV, "vnc = 1\nvfb = [ 'vnclisten=0' ]", 'vfbs', [{ devid: 0, vnc: { listen: '0' }, sdl: {} }]],
    [
      HVM,
      "vfb = [ '' ]\nvkb = [ 'backend-type=qemu' ]",
      'vkbs',
      [{ devid: 0 }, { devid: 1, backend_type: 'qemu' }],
    ],
    [
      PV,
      "channel = [ 'name=a,connection=socket,path=/s' ]",
      'channels',
      [{ devid: 0, name: 'a', 'connection.socket': { path: '/s' } }],
    ],
    [
      PV,
      "vdispl = [ 'connectors=a:1x2' ]",
      'vdispls',
      [{ devid: 0, connectors: [{ unique_id: 'a', width: 1, height: 2 }] }],
    ],
    [
      PV,
      "vsnd = [ [ 'STREAM, type=p', 'card, short-name=S', 'PCM, name=N, channels-max=2' ], [] ]",
      'vsnds',
      [
        {
          devid: 0,
          short_name: 'S',
          params: {},
          pcms: [
            { params: {}, streams: [{ type: 'p', params: {} }] },
            { name: 'N', params: { channels_max: 2 } },
          ],
        },
        { devid: 1, params: {} },
      ],
    ],
  ])('%j with %s', (guest, lines, path, expected) => {
    const found = plain(at(configurationOf(`${guest}${lines}\n`), path));
    expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
  });
});

describe('other versions', () => {
  it.each<[XenVersion, string, string, unknown]>([
    ['4.22', '', 'b_info avail_vcpus', [0]],
    ['4.21', '', 'b_info avail_vcpus', undefined],
    ['4.22', 'firmware = "pvgrub64"', 'b_info kernel', '/k'],
    ['4.9', 'type = "hvm"', 'c_info type', 'pv'],
    [
      '4.18',
      "p9 = [ 'tag=t,path=/p,security_model=none' ]",
      'p9s',
      [{ tag: 't', path: '/p', security_model: 'none' }],
    ],
    ['4.19', "p9 = [ 'tag=t,type=xen_9pfsd,security_model=none' ]", 'p9s 0 path', '<host>'],
    ['4.20', 'llc_colors = [ "0-2", "7" ]', 'b_info llc_colors', [0, 1, 2, 7]],
    ['4.20', 'llc_colors = [ "0-100000" ]', 'b_info llc_colors', '<long>'],
    [
      '4.22',
      'xenstore_quota = [ "nodes=5" ]',
      'b_info xenstore_quota',
      { quota: [{ name: 'nodes', val: 5 }] },
    ],
    ['4.18', "virtio = [ 'type=virtio,device22' ]", 'virtios', [{ type: 'virtio,device22', devid: 0 }]],
  ])('%s with %j: %s', (xenVersion, lines, path, expected) => {
    expect(plain(at(configurationOf(`${PV}${lines}\n`, { xenVersion }), path))).toEqual(expected);
  });

  it.each([
    [undefined, '<host>'],
    [HOST, '/fw/pvgrub64.bin'],
  ])('firmware in place of a kernel, on host %j', (host, expected) => {
    const text = 'name = "a"\ntype = "pvh"\nfirmware = "pvgrub64"\n';
    expect(plain(at(configurationOf(text, host ? { host } : {}), 'b_info kernel'))).toBe(expected);
  });
});
