import { describe, expect, it } from 'vitest';
import { faultsOf, read, readAll, verdictOf } from '../support.ts';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';

describe('what 4.17 makes of a device', () => {
  it.each([
    ['vfb', '', { devid: 0, vnc: {}, sdl: {} }],
    [
      'vfb',
      'vnc=1,vncdisplay=5,vncunused=0,keymap=de,sdl=yes,opengl=2,display=:0,foo=1',
      {
        devid: 0,
        vnc: { enable: 'True', display: 5, findunused: 'False' },
        sdl: { enable: 'False', opengl: 'True', display: ':0' },
        keymap: 'de',
      },
    ],
    ['vfb', 'vnc=0,foo,sdl=1', { devid: 0, vnc: { enable: 'False' }, sdl: {} }],
    [
      'vkb',
      'backend-type=QEMU,width=-1,height=0x10',
      { devid: 0, backend_type: 'qemu', width: 4294967295, height: 16 },
    ],
    [
      'vkb',
      'backend-type=linux,multi-touch-height=5',
      { devid: 0, backend_type: 'linux', multi_touch_height: 5, feature_multi_touch: true },
    ],
    ['vtpm', 'backend=a', { devid: 0, backend_domname: 'a' }],
    ['vtpm', `backend=a,uuid=${UUID.toUpperCase()}`, { devid: 0, backend_domname: 'a', uuid: UUID }],
    ['usbctrl', '', { devid: 0 }],
    ['usbctrl', 'type=auto,version=2', { devid: 0, version: 2 }],
    ['usbctrl', 'type=PV,ports=99999999999', { devid: 0, type: 'pv', ports: 1215752191 }],
    ['usbdev', 'hostbus=1,hostaddr=2', {}],
    [
      'usbdev',
      'hostbus=1,hostaddr=300,type=HostDev,controller=0,port=2',
      { ctrl: 0, port: 2, 'type.hostdev': { hostbus: 1, hostaddr: 44 } },
    ],
    ['usbdev', 'type=hostdev,controller=-1', { 'type.hostdev': {} }],
    ['channel', 'connection=pty, name = a b ', { devid: 0, name: 'a b', 'connection.pty': {} }],
    ['channel', 'connection=socket,path=/x=y', { devid: 0, 'connection.socket': { path: '/x' } }],
    ['p9', 'tag=a,path=/x,security_model=none,x,y', { tag: 'a', path: '/x', security_model: 'none' }],
    [
      'vdispl',
      'be-alloc=1,connectors=a:1x2;b::3x4:x',
      {
        devid: 0,
        be_alloc: true,
        connectors: [
          { unique_id: 'a', width: 1, height: 2 },
          { unique_id: 'b', width: 3, height: 4 },
        ],
      },
    ],
    [
      'vdispl',
      'connectors=a:0x10x5;b:x;c:1x1',
      { devid: 0, connectors: [{ unique_id: 'a', height: 10 }, { unique_id: 'b' }, {}] },
    ],
    [
      'vdispl',
      'connectors=a:-1x99999999999999999999',
      { devid: 0, connectors: [{ unique_id: 'a', width: 4294967295, height: 4294967295 }] },
    ],
    ['pvcalls', 'backend=0,foo', { devid: 0, backend_domname: '0' }],
  ])('%s %j', (option, text, fields) => {
    expect(read(option, text).fields).toEqual(fields);
  });

  it('takes from the p9 string before what a string does not say', () => {
    const [, second] = readAll('p9', ['tag=a,path=/x,security_model=none,backend=b', 'tag=c']);
    expect(second?.fields).toEqual({ tag: 'c', path: '/x', security_model: 'none', backend_domname: 'b' });
    expect(second?.faults.map(({ kind, effect, parameter }) => [kind, effect, parameter])).toEqual([
      ['missing-key', 'none', 'path'],
      ['missing-key', 'none', 'security_model'],
      ['missing-key', 'none', 'backend'],
    ]);
  });
});

describe('what is wrong with a device', () => {
  it.each([
    ['vfb', '|foo|=1', 'unknown-key ignored foo'],
    ['vfb', 'vnc=1,|foo|,sdl=1', 'bad-form restIgnored'],
    ['vfb', 'vnc=1,|  |,sdl=1', 'bad-form restIgnored'],
    ['vfb', 'vnc=|yes|', 'bad-value ignored vnc'],
    ['vfb', 'vncdisplay=|5x|', 'bad-value ignored vncdisplay'],
    ['vfb', 'vnclisten=1.2.3.4:1,vncdisplay=|2|', 'conflict startFails vncdisplay'],
    ['vkb', '', 'missing-key refused backend-type'],
    ['vkb', 'backend-type=|x|', 'bad-value refused backend-type'],
    ['vkb', 'backend-type=|unknown|', 'bad-value refused backend-type'],
    ['vkb', 'backend-type=qemu,|foo|', 'bad-form refused'],
    ['vkb', 'backend-type=qemu,feature-multi-touch=|1|', 'conflict refused feature-multi-touch'],
    ['vkb', 'backend-type=qemu,width=|010|', 'bad-value ignored width'],
    ['vtpm', '', 'missing-key refused backend'],
    ['vtpm', 'backend=a,uuid=|x|', 'bad-value refused uuid'],
    ['vtpm', 'backend=a,|foo|=b', 'unknown-key refused foo'],
    ['vtpm', 'backend=a,|foo|', 'bad-form restIgnored'],
    ['usbctrl', 'type=|pv |', 'bad-value refused type'],
    ['usbctrl', 'type=pv,version=|3|', 'conflict startFails version'],
    ['usbctrl', 'type=pv,ports=|32|', 'conflict startFails ports'],
    ['usbctrl', 'type=devicemodel,version=1,ports=|3|', 'conflict startFails ports'],
    ['usbctrl', 'type=devicemodel,ports=|8|', 'conflict startFails ports'],
    ['usbctrl', 'type=pv,| |', 'bad-form refused'],
    ['usbdev', 'hostbus=1', 'missing-key startFails hostaddr'],
    ['usbdev', 'hostbus=1,hostaddr=2,port=|2|', 'conflict startFails port'],
    ['usbdev', 'hostbus=1,hostaddr=|010|', 'bad-value ignored hostaddr'],
    ['usbdev', 'hostbus=1,hostaddr=2,type=|foo|', 'bad-value refused type'],
    ['channel', '', 'bad-form crashes'],
    ['channel', 'name=a', 'missing-key refused connection'],
    ['channel', 'name=a,connection=|PTY|', 'bad-value refused connection'],
    ['channel', 'name=a,connection=socket', 'missing-key refused path'],
    ['channel', 'connection=pty', 'missing-key startFails name'],
    ['channel', 'connection=pty,name=a,|foo|=b', 'unknown-key ignored foo'],
    ['channel', 'connection=pty,name=a,|foo|', 'bad-form refused'],
    ['channel', 'connection=pty,name=a,|backend=|', 'bad-form refused'],
    ['channel', 'connection=pty,name=a,path=|/x|', 'conflict ignored path'],
    ['channel', 'connection=socket,name=a,path=/x|=y|', 'bad-form ignored'],
    ['p9', 'tag=a,path=/x', 'missing-key refused security_model'],
    ['p9', 'tag=a,path=/x,security_model=none,|type|=qemu', 'unknown-key refused type'],
    ['vdispl', 'be-alloc=1', 'missing-key refused connectors'],
    ['vdispl', 'connectors=||', 'bad-value crashes connectors'],
    ['vdispl', 'connectors=a:1x1;|b|', 'bad-value crashes connectors'],
    ['vdispl', 'connectors=|:1x1|', 'bad-value crashes connectors'],
    ['vdispl', 'connectors=|a:1|', 'bad-value refused connectors'],
    ['vdispl', 'connectors=|a: |', 'bad-value refused connectors'],
    ['vdispl', 'connectors=|a:x|;b:1x1', 'bad-value ignored connectors'],
    ['vdispl', 'connectors=|a:1x1z|;b:1x1', 'bad-value ignored connectors'],
    ['pvcalls', '|foo|=1', 'unknown-key refused foo'],
  ])('%s %s: %s', (option, marks, fault) => {
    const found = faultsOf(option, marks.replace(/\|/g, ''));
    expect(found).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    ['usbctrl', 'version=3,ports=15', 'hvm', []],
    ['usbctrl', 'version=3', 'pv', ['version=|3|: conflict startFails version']],
    ['vfb', 'vnclisten=a:1,vncdisplay=2', 'hvm', []],
  ] as const)('%s %s of %s guests', (option, text, guestType, faults) => {
    expect(faultsOf(option, text, { guestType })).toEqual(faults);
  });

  it.each([
    ['vfb', 'vnc=yes', '1', undefined],
    ['vfb', 'vnc=no', '0', true],
    ['usbdev', 'hostbus=1,hostaddr=010', '10', undefined],
    ['vif', 'netdev=eth0', 'gatewaydev', true],
  ])('%s %s is to be %s', (option, text, newText, safe) => {
    const [fault] = read(option, text).faults;
    expect(fault?.replacement?.newText).toBe(newText);
    expect(fault?.replacement?.safe || undefined).toBe(safe);
  });
});

describe('release by release', () => {
  const whole = 'tag=a,path=/x,security_model=none';
  it.each([
    ['p9', [whole], '4.9', 'accept'],
    ['p9', ['tag=a'], '4.17', 'reject'],
    ['p9', ['tag=a'], '4.18', 'reject'],
    ['p9', ['tag=a'], '4.19', 'accept'],
    ['p9', [whole, 'tag=b'], '4.17', 'accept'],
    ['p9', [whole, 'tag=b'], '4.18', 'reject'],
    ['p9', [whole, 'tag=b'], '4.19', 'accept'],
    ['p9', [`${whole},junk`], '4.17', 'accept'],
    ['p9', [`${whole},junk`], '4.18', 'reject'],
    ['p9', ['tag'], '4.17', 'reject'],
    ['p9', ['tag='], '4.22', 'reject'],
    ['p9', [' tag = a , path = /x , security_model = none '], '4.17', 'reject'],
    ['p9', [' tag = a , path = /x , security_model = none '], '4.18', 'accept'],
    ['p9', ['type=xen_9pfsd'], '4.18', 'reject'],
    ['p9', ['type=xen_9pfsd'], '4.19', 'accept'],
    ['p9', ['type=QEMU,max-space=10M,auto-delete=yes'], '4.22', 'accept'],
    ['p9', ['type=x'], '4.22', 'reject'],
    ['p9', ['max-files=x'], '4.22', 'reject'],
    ['p9', [''], '4.17', 'reject'],
    ['p9', [''], '4.18', 'crash'],
    ['p9', [',,'], '4.22', 'crash'],
    ['vdispl', ['connectors=:1x1'], '4.17', 'crash'],
    ['vdispl', ['connectors=:1x1'], '4.18', 'accept'],
    ['vdispl', ['connectors=a'], '4.22', 'crash'],
    ['vdispl', ['connectors=a:'], '4.22', 'crash'],
    ['channel', [''], '4.22', 'crash'],
    ['channel', ['=connection=pty'], '4.17', 'accept'],
    ['channel', ['=connection=pty'], '4.18', 'reject'],
    ['virtio', ['type=virtio,device22,transport=mmio'], '4.18', 'accept'],
    ['virtio', ['type=virtio'], '4.18', 'crash'],
    ['virtio', ['transport=mmio,type=virtio,device22'], '4.22', 'accept'],
    ['virtio', ['type=virtio,transport=pci'], '4.22', 'accept'],
    ['virtio', ['type=a,transport=pci'], '4.22', 'reject'],
    ['virtio', ['transport=UNKNOWN'], '4.22', 'accept'],
    ['virtio', ['foo=bar'], '4.22', 'reject'],
    ['vkb', ['backend-type=linux'], '4.12', 'accept'],
  ] as const)('%s %j in %s: %s', (option, texts, xenVersion, verdict) => {
    expect(verdictOf(option, texts, { xenVersion })).toBe(verdict);
  });

  it.each([
    ['channel', 'connection=socket,path=/a=b', '4.18', { devid: 0, 'connection.socket': { path: '/a=b' } }],
    ['channel', 'connection=pty', '4.21', { 'connection.pty': {} }],
    ['p9', 'tag = a ', '4.18', { tag: 'a' }],
    [
      'p9',
      'type=Xen_9pfsd,max-space=10M,max-files=-2,auto-delete=1',
      '4.19',
      { type: 'xen_9pfsd', max_space: 10, max_files: -2, auto_delete: true },
    ],
    ['vdispl', 'connectors=:1x1', '4.18', { devid: 0, connectors: [{ unique_id: '', width: 1, height: 1 }] }],
    [
      'virtio',
      'type=virtio,,device22,transport=MMIO,grant_usage=0',
      '4.18',
      { devid: 0, type: 'virtio,device22', transport: 'mmio', grant_usage: 'False' },
    ],
    ['virtio', 'type=virtio,transport=pci', '4.18', { devid: 0, type: 'virtio,transport=pci' }],
  ] as const)('%s %j in %s gives %j', (option, text, xenVersion, fields) => {
    expect(read(option, text, { xenVersion }).fields).toEqual(fields);
  });

  it.each([
    ['p9', 'type=xen_9pfd', 'type=|xen_9pfd|: bad-value refused type'],
    ['p9', 'type=xen_9pfsd', 'type=xen_9pfsd: missing-key startFails security_model'],
    ['p9', `${whole},max-files=5`, `${whole},max-files=|5|: conflict startFails max-files`],
    [
      'p9',
      `type=xen_9pfsd,${whole},max-space=10M`,
      `type=xen_9pfsd,${whole},max-space=|10M|: bad-value ignored max-space`,
    ],
    ['p9', 'tag=a,path=/x', 'tag=a,path=/x: missing-key startFails security_model'],
    ['channel', 'connection=pty,name=a,=', 'connection=pty,name=a,|=|: bad-form refused'],
    ['virtio', 'type=virtio,device1', 'type=virtio,device1: missing-key dropped transport'],
    ['virtio', 'type=foo,transport=mmio', 'type=|foo|,transport=mmio: bad-value startFails type'],
    ['virtio', 'transport=mmio', 'transport=mmio: missing-key startFails type'],
    ['virtio', 'transport=|pci|', 'transport=|pci|: bad-value refused transport'],
    ['virtio', 'transport=mmio,type=virtio', 'transport=mmio,type=|virtio|: bad-value crashes type'],
  ])('%s %s in 4.22: %s', (option, text, fault) => {
    expect(faultsOf(option, text.replace(/\|/g, ''), { xenVersion: '4.22' })).toEqual([fault]);
  });
});
