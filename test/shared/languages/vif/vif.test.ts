import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, read, readAll, verdictOf } from '../support.ts';

describe('vif', () => {
  it.each([
    ['', {}],
    ['mac=00:16:3E:5e:6c:0,bridge=br0', { mac: '00:16:3e:5e:6c:00', bridge: 'br0' }],
    ['mac=0-16-3e-5e-6c-1', { mac: '00:16:3e:5e:6c:01' }],
    // The separator is one byte: of a character with several, the next number begins within it.
    ['mac=00:16:3\ufeffe:00:00:10', { mac: '00:16:03:00:00:00' }],
    ['mac=00\u00b716\u00b73e\u00b700\u00b700\u00b710', {}],
    ['mac=1:2:3', { mac: null }],
    ['mac=1:2,3:4', { mac: null }],
    ['mac=1:2:3:', { mac: '01:02:03:00:00:00' }],
    ['mac=1:2:3,', { mac: '01:02:03:00:00:00' }],
    ['mac=1:2:3:4:5:6:7', { mac: '01:02:03:04:05:06' }],
    ['mac=1:2:3,4:5:6', { mac: '01:02:03:04:05:06' }],
    ['mac=1:2:3,bridge=x', { mac: '01:02:03:0b:00:00', bridge: 'x' }],
    ['mac=100:2:3', {}],
    ['mac=100000000:2:3:4:5:6', { mac: '00:02:03:04:05:06' }],
    ['mac=0:0:0:0:0:0', {}],
    ['mac=1:2:3:4:5:6,mac=a:b', { mac: null }],
    ['mac=1:2:3:4:5:6,mac=a:b:', { mac: '0a:0b:03:04:05:06' }],
    ['ip=,script=a=b', { ip: '', script: 'a=b' }],
    ['type=ioemu,model=e1000', { nictype: 'vif_ioemu', model: 'e1000' }],
    ['type=vif', { nictype: 'vif' }],
    ['type=VIF', {}],
    [
      'vifname=web,backend=net,forwarddev=e',
      { ifname: 'web', backend_domname: 'net', coloft_forwarddev: 'e' },
    ],
    ['netdev=a,gatewaydev=b', { gatewaydev: 'b' }],
    ['trusted', { trusted: 'True' }],
    ['  untrusted', { trusted: 'False' }],
    ['mtu=1500x', { mtu: 1500 }],
    ['mtu=18446744073709551614', { mtu: -2 }],
    ['colo_compare_out=o', { colo_compare_out: 'o' }],
    [',,bridge=a,,,', { bridge: 'a' }],
    ['\tbridge=a', {}],
    ['bridge =a', {}],
  ])('%j gives %j', (text, fields) => {
    expect(read('vif', text).fields).toEqual({ devid: 0, ...fields });
  });

  it('reads an address by the bytes of the file', () => {
    const text = 'mac=00\u00b716\u00b73e\u00b700\u00b700\u00b710';
    expect(read('vif', text, { encoding: 'latin1' }).fields).toEqual({ devid: 0, mac: '00:16:3e:00:00:10' });
  });

  it('counts the interfaces, unless a number is given', () => {
    const fields = readAll('vif', ['', 'devid=7', 'devid=4294967295', '']).map((spec) => spec.fields);
    expect(fields).toEqual([{ devid: 0 }, { devid: 7 }, {}, { devid: 3 }]);
  });

  it.each([
    ['1B/s', 0, 50_000],
    ['10Mb/s', 62_500, 50_000],
    ['250KB/s', 12_500, 50_000],
    ['1MB/s@20ms', 20_000, 20_000],
    ['1GB/s@1s', 1_000_000_000, 1_000_000],
    ['8b/s@5', 5, 5_000_000],
    ['1000000B/s@7u', 7, 7],
    ['010MB/s', 400_000, 50_000],
    ['018MB/s', 0, 50_000],
    ['1MB/s@019ms', 1, 1],
  ])('rate=%s is %d bytes in %d microseconds', (rate, bytes, micros) => {
    const { fields } = read('vif', `rate=${rate}`);
    expect(fields).toEqual({
      devid: 0,
      ...(bytes > 0 ? { rate_bytes_per_interval: bytes } : {}),
      rate_interval_usecs: micros,
    });
  });

  it.each([
    'rate=||',
    'rate=|10|',
    'rate=|10Mbit/s|',
    'rate=|10mb/s|',
    'rate=|0Mb/s|',
    'rate=|08Mb/s|',
    'rate=|4294967296b/s|',
    'rate=|0x10B/s|',
    'rate=||@20ms',
    'rate=1MB/s@||',
    'rate=1MB/s@|0|',
    'rate=1MB/s@|4295s|',
    'rate=1MB/s@|08ms|',
    'rate=1MB/s@|1ms@2|',
    'rate=|4294967295GB/s@4294s|',
  ])('rejects %s', (marks) => {
    expect(faultsOf('vif', marks.replace(/\|/g, ''))).toEqual([`${marks}: bad-value refused rate`]);
  });

  it.each([
    ['bridge=a,|foo|=b', 'unknown-key ignored foo'],
    ['bridge=a, |Mac|=b', 'unknown-key ignored Mac'],
    ['|bridge |=a', 'unknown-key ignored bridge '],
    ['bridge=a,|hello|', 'bad-form ignored'],
    ['bridge=a,|mac|', 'bad-form ignored'],
    ['mac=|00163e5e6c00|', 'bad-value ignored mac'],
    ['mac=|1:2:3|,ip=x', 'bad-value ignored mac'],
    ['mac=|1:2:3:4:5:6:7|', 'bad-value ignored mac'],
    ['mac=|1::2|', 'bad-value ignored mac'],
    ['type=|Vif|', 'bad-value ignored type'],
    ['mtu=|1500x|', 'bad-value ignored mtu'],
    ['devid=|x|', 'bad-value refused devid'],
    ['devid=||', 'bad-value refused devid'],
    ['devid=|-1|', 'bad-value refused devid'],
    ['mtu=|99999999999999999999|', 'bad-value refused mtu'],
    ['|netdev|=a', 'deprecated none netdev'],
    ['|accel|=a', 'deprecated ignored accel'],
    ['|bridge=a|,bridge=b', 'repeated ignored bridge'],
    ['|trusted|,untrusted', 'repeated ignored trusted'],
    ['type=|ioemu|', 'conflict createFails type'],
    ['bridge=br0| |mac=00:16:3e:00:00:01', 'separator ignored bridge'],
    ['mac=00:16:3e:00:00:01|;|bridge=br0', 'separator ignored mac'],
    ['bridge=|xenbr0 |,script=vif-bridge', 'padding ignored bridge'],
    ['bridge=|"xenbr0"|', 'padding ignored bridge'],
    [' ', 'padding none'],
    ['bridge=a,| |', 'padding none'],
    ['bridge=a,| , ,  |,script=vif-bridge', 'padding none'],
    ['mac=|00:00:00:00:00:00|', 'bad-value ignored mac'],
    ['mac=|01:00:5e:00:00:01|', 'bad-value unusable mac'],
    ['mac=|ff:ff:ff:ff:ff:ff|', 'bad-value unusable mac'],
    ['model=|e1000|,bridge=br0', 'conflict ignored model'],
    ['mtu=|70000|', 'bad-value ignored mtu'],
    ['mtu=|60|,bridge=br0', 'bad-value ignored mtu'],
    ['bridge=|a-bridge-of-the-dmz|', 'bad-value startFails bridge'],
    ['vifname=|web-frontend-0001|', 'bad-value startFails vifname'],
    ['type=|netfront|', 'bad-value ignored type'],
    ['bridge=|br0\tbr1|,mtu=1500', 'bad-value startFails bridge'],
    ['rate=|010Mb/s|', 'bad-value ignored rate'],
  ])('%s: %s', (marks, fault) => {
    expect(faultsOf('vif', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    'mac=00:16:3e:5e:6c:00',
    'mac=0.16.3e.5e.6c.1',
    'rate=10Mb/s@20ms',
    'bridge=a,',
    'vifname=web-front-0001x',
    'ip=192.0.2.1 192.0.2.2 ',
    'bridge=a-bridge-of-dmz',
    'mtu=9000',
  ])('has nothing to say of %j', (text) => {
    expect(faultsOf('vif', text)).toEqual([]);
  });

  it('knows emulated cards of hvm guests', () => {
    expect(faultsOf('vif', 'type=ioemu', { guestType: 'hvm' })).toEqual([]);
  });

  it('finds two interfaces with one number', () => {
    const [, second, third] = readAll('vif', ['devid=1', 'bridge=a', 'devid=1']);
    expect(second?.faults).toMatchObject([{ kind: 'conflict', effect: 'startFails', start: 0, end: 8 }]);
    expect(third?.faults).toMatchObject([{ kind: 'conflict', effect: 'startFails', start: 6, end: 7 }]);
  });

  it('suggests gatewaydev in place of netdev', () => {
    const [fault] = read('vif', 'netdev=eth0').faults;
    expect(fault?.replacement).toEqual({ newText: 'gatewaydev', safe: true });
  });

  it.each([
    ['mac=1:2:', 'xl silently keeps the first 2 bytes.'],
    ['mac=1:2', 'xl reads past the end of the string: only `01:02` is certain, the rest is random.'],
    ['mac=1:2:3:4:5:6:7', 'xl makes 01:02:03:04:05:06 of it.'],
  ])('tells how the address of %s is read', (text, advice) => {
    const form = 'Use six pairs of hexadecimal digits separated by colons, such as `00:16:3e:5e:6c:00`.';
    expect(read('vif', text).faults.map((fault) => fault.advice)).toEqual([`${advice} ${form}`]);
  });
});

describe('vif, release by release', () => {
  it.each([
    ['vlan=10', '4.18', ['|vlan|=10: unknown-key ignored vlan']],
    ['vlan=10,script=/srv/vlan', '4.19', []],
    ['vlan=10', '4.19', ['vlan=|10|: conflict unusable vlan']],
    [
      'vlan=10,script=/etc/xen/scripts/vif-openvswitch',
      '4.22',
      ['vlan=|10|,script=/etc/xen/scripts/vif-openvswitch: conflict unusable vlan'],
    ],
    ['trusted', '4.16', ['trusted: unknown-key ignored trusted']],
    ['trusted', '4.17', []],
    ['mtu=x', '4.14', ['|mtu|=x: unknown-key ignored mtu']],
    ['mtu=x', '4.15', ['mtu=|x|: bad-value refused mtu']],
    ['devid=x', '4.8', ['|devid|=x: unknown-key ignored devid']],
    ['devid=x', '4.9', ['devid=|x|: bad-value refused devid']],
    ['forwarddev=a', '4.6', ['|forwarddev|=a: unknown-key ignored forwarddev']],
    ['netdev=a', '4.2', ['|netdev|=a: unknown-key ignored netdev']],
    ['rate=x', '4.1', ['|rate|=x: unknown-key ignored rate']],
    ['rate=x', '4.2', ['rate=|x|: bad-value refused rate']],
    ['rate=1Mb/s@', '4.3', []],
    ['rate=1Mb/s@', '4.4', ['rate=1Mb/s@||: bad-value refused rate']],
    ['rate=@', '4.3', ['rate=|@|: bad-value crashes rate']],
    ['rate=1Mb/s,foo', '4.3', ['rate=|1Mb/s|,foo: bad-value restIgnored rate']],
    ['rate=1Mb/s,,', '4.3', []],
    ['foo,bridge=a', '4.5', ['|foo|,bridge=a: bad-form restIgnored']],
    ['foo,bridge=a', '4.6', ['|foo|,bridge=a: bad-form ignored']],
    ['type=x', '4.5', ['type=|x|: bad-value ignored type']],
    ['mac=1:2:3:4:5:6', '4.5', ['mac=|1:2:3:4:5:6|: bad-value ignored mac']],
    ['mac=1:2:3:4:5:6,rate=x', '4.5', ['mac=|1:2:3:4:5:6|,rate=x: bad-value restIgnored mac']],
    ['mac=2:2:3:4:5:6', '4.6', []],
  ] as const)('%s in %s', (text, xenVersion, faults) => {
    expect(faultsOf('vif', text, { xenVersion, guestType: 'hvm' })).toEqual(faults);
  });

  it.each([
    ['foo,bridge=a', '4.5', {}],
    ['foo,bridge=a', '4.6', { bridge: 'a' }],
    ['rate=1MB/s,bridge=a', '4.3', { rate_interval_usecs: 50_000, rate_bytes_per_interval: 50_000 }],
    ['type=x', '4.5', { nictype: 'vif' }],
    ['type=x', '4.6', {}],
    ['mac=00:16:3e:5e:6c:00:77', '4.5', { mac: '00:16:3e:5e:6c:00' }],
    ['mac=00163e5e6c00', '4.5', { mac: null }],
    ['mac=00163e5e6c00,ip=1', '4.5', { mac: '00:63:5e:c0:00:00' }],
  ] as const)('makes of %s in %s: %j', (text, xenVersion, fields) => {
    expect(read('vif', text, { xenVersion }).fields).toEqual({ devid: 0, ...fields });
  });

  it.each(XEN_VERSIONS)('takes an ordinary interface in %s', (xenVersion) => {
    expect(verdictOf('vif', ['mac=00:16:3e:5e:6c:00,bridge=xenbr0', ''], { xenVersion })).toBe('accept');
  });
});
