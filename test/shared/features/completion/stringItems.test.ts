import { describe, expect, it } from 'vitest';
import { complete, HVM, labels } from '../../../support/cursor.ts';

describe('an accepted item', () => {
  it.each([
    // Keys and flags, with text before and after.
    ["vif=['|']", 'mac=', "vif=['mac=']"],
    ["vif=['m|']", 'mac=', "vif=['mac=']"],
    ["vif=['bridge=br0,|']", 'mac=', "vif=['bridge=br0,mac=']"],
    ["vif=['bridge=br0, m|']", 'mac=', "vif=['bridge=br0, mac=']"],
    ["vif=['bridge=br0,m|,rate=1Mb/s']", 'mac=', "vif=['bridge=br0,mac=,rate=1Mb/s']"],
    ["vif=['mo|dl=e1000']", 'model=', "vif=['model=e1000']"],
    ["vif=['|bridge=br0']", 'mac=', "vif=['mac=,bridge=br0']"],
    ["vif=['bridge=br0,|rate=1Mb/s']", 'trusted', "vif=['bridge=br0,trusted,rate=1Mb/s']"],
    ["vif=['bridge=br0,tr|']", 'trusted', "vif=['bridge=br0,trusted']"],
    ["vif=['bridge=br0,tr| ,mac=1']", 'trusted', "vif=['bridge=br0,trusted,mac=1']"],
    ['vif=["script=a\\"b,m|"]', 'mac=', 'vif=["script=a\\"b,mac="]'],
    ['cpus="|"', 'all', 'cpus="all"'],
    ["cpuid='ho|'", 'host', "cpuid='host'"],
    ["vnuma=[['pnode=0','|']]", 'size=', "vnuma=[['pnode=0','size=']]"],
    ["vsnd=[['CARD, sh|']]", 'short-name=', "vsnd=[['CARD, short-name=']]"],
    ["rdm='|'", 'strategy=', "rdm='strategy='"],
    // Values.
    ["usbctrl=['type=|']", 'qusb', "usbctrl=['type=qusb']"],
    ["usbctrl=['type=q|,version=2']", 'qusb', "usbctrl=['type=qusb,version=2']"],
    ["usbctrl=['type=p|v,version=2']", 'qusb', "usbctrl=['type=qusb,version=2']"],
    ["usbctrl=['type=|pv,version=2']", 'qusb', "usbctrl=['type=qusb,version=2']"],
    [
      "virtio=['type=virtio,dev|,transport=mmio']",
      'virtio,device22',
      "virtio=['type=virtio,device22,transport=mmio']",
    ],
    // A comma within the value belongs to it.
    [
      "virtio=['type=vi|rtio,device29,transport=mmio']",
      'virtio,device22',
      "virtio=['type=virtio,device22,transport=mmio']",
    ],
    ["pci=['03:00.0,permissive=|']", '1', "pci=['03:00.0,permissive=1']"],
    // Unclosed strings.
    ["vif=['bridge=br0,|", 'mac=', "vif=['bridge=br0,mac="],
    ["vif = [ 'br| ]", 'bridge=', "vif = [ 'bridge= ]"],
    ["usbctrl = [ 'type=| ]", 'pv', "usbctrl = [ 'type=pv ]"],
    ["vif=['bridge=br0,tr| ]", 'trusted', "vif=['bridge=br0,trusted ]"],
    // Positions, keys, flags and prefixes of a disk.
    ["disk=['/x,|']", 'qcow2', "disk=['/x,qcow2']"],
    ["disk=['/x,q|,xvda,w']", 'qcow2', "disk=['/x,qcow2,xvda,w']"],
    ["disk=['/x,qc|ow,xvda,w']", 'qcow2', "disk=['/x,qcow2,xvda,w']"],
    ["disk=['/x,raw,|']", 'xvda', "disk=['/x,raw,xvda']"],
    ["disk=['/x,raw,|", 'xvda', "disk=['/x,raw,xvda"],
    ["disk = [ '/x,raw,xv| ]", 'xvda', "disk = [ '/x,raw,xvda ]"],
    ["disk=['/x,raw,xv|d,rw']", 'xvda', "disk=['/x,raw,xvda,rw']"],
    ["disk=['/x, raw, | , rw']", 'xvda', "disk=['/x, raw, xvda, rw']"],
    ["disk=['/x,raw,xvda,|']", 'ro', "disk=['/x,raw,xvda,ro']"],
    ["disk=['/x,raw,xvda,w,|']", 'backendtype=', "disk=['/x,raw,xvda,w,backendtype=']"],
    ["disk=['/x,raw,xvda,w,backendtype=|']", 'qdisk', "disk=['/x,raw,xvda,w,backendtype=qdisk']"],
    ["disk=['format=|raw, vdev=xvda']", 'vhd', "disk=['format=vhd, vdev=xvda']"],
    ["disk=['for|, vdev=xvda, target=/x']", 'format=', "disk=['format=, vdev=xvda, target=/x']"],
    ["disk=['fo|rm=raw']", 'format=', "disk=['format=raw']"],
    ["disk=['vdev=xvda, |']", 'target=', "disk=['vdev=xvda, target=']"],
    ["disk=['vdev=|, target=/x']", 'xvda', "disk=['vdev=xvda, target=/x']"],
    ["disk=['grant_usage=|']", '1', "disk=['grant_usage=1']"],
    ["disk=['phy:/x,|']", 'xvda', "disk=['phy:/x,xvda']"],
    ['disk=["/a\\"b,raw,xv|"]', 'xvda', 'disk=["/a\\"b,raw,xvda"]'],
    // Within a field, an item takes its place.
    ["disk=['/x,raw,|xvda,rw']", 'xvdb', "disk=['/x,raw,xvdb,rw']"],
    ["disk=['/x,|raw,xvda,rw']", 'qcow2', "disk=['/x,qcow2,xvda,rw']"],
    ["disk=['/x,raw,xvda,rw,c|olo']", 'cdrom', "disk=['/x,raw,xvda,rw,cdrom']"],
    ["disk=['/x,raw,xvda,rw,|colo']", 'cdrom', "disk=['/x,raw,xvda,rw,cdrom']"],
    ["disk=['/x,raw,xvda,|w,dis']", 'rw', "disk=['/x,raw,xvda,rw,dis']"],
    ["disk=['/x,raw,hd|a:cdrom,r']", 'xvda', "disk=['/x,raw,xvda:cdrom,r']"],
    ["disk=['vdev=xvda,| target=/x']", 'cdrom', "disk=['vdev=xvda,cdrom, target=/x']"],
    ["disk=['vdev=xvda,|target=/x']", 'format=', "disk=['vdev=xvda,format=,target=/x']"],
  ])('%s: %s', (marked, label, expected) => expect(complete(marked).take(label)).toBe(expected));
});

describe('the items that come first', () => {
  it.each([
    ["vif=['|']", ['bridge=', 'mac=', 'ip=', 'script=', 'model=']],
    ["vtpm=['|']", ['backend=', 'uuid=']],
    ["channel=['|']", ['connection=', 'name=', 'path=']],
    ["usbctrl=['type=|']", ['auto', 'pv', 'qusb', 'devicemodel']],
    ["vnuma=[['pnode=0','|','size=512']]", ['vcpus=', 'vdistances=']],
    ["disk=['/x,|']", ['raw', 'qcow2', 'qcow', 'vhd', 'qed', 'format=', 'vdev=']],
    ["disk=['/x,raw,|']", ['xvda', 'xvdb', 'xvdc', 'xvdd', 'vdev=']],
    ["disk=['/x,raw,xvda,|']", ['rw', 'ro', 'w', 'r', 'access=', 'cdrom']],
    ["disk=['/x,raw,xvda,w,|']", ['cdrom', 'devtype=']],
    ["disk=['|']", ['format=', 'vdev=']],
  ])('%s', (marked, first) => expect(labels(marked).slice(0, first.length)).toEqual(first));

  it('deprecated keys come last and have a tag', () => {
    expect(labels("vif=['|']").slice(-2)).toEqual(['netdev=', 'accel=']);
    const old = complete("vif=['|']").items.filter(({ tags }) => tags?.includes(1));
    expect(old.map(({ label }) => label).toSorted()).toEqual(['accel=', 'netdev=']);
  });

  it('a value that takes the rest of the string comes last, and only where nothing follows', () => {
    expect(labels("disk=['vdev=xvda, |']").at(-1)).toBe('target=');
    expect(labels("disk=['|, vdev=xvda']")).not.toContain('target=');
  });
});

describe('the items that are offered', () => {
  it.each([
    // What is in the string already, or contradicts it.
    ["vif=['bridge=br0,|']", 'bridge=', 'mac= trusted untrusted'],
    ["vif=['|,bridge=br0']", 'bridge=', 'mac='],
    ["vif=['bridge=br0,trusted,|']", 'trusted untrusted', 'mac='],
    ["vif=['gatewaydev=a,|']", 'gatewaydev= netdev=', 'mac='],
    ["pci=['03:00.0,|']", 'bdf= name=', 'vslot= seize='],
    ["pci=['name=x,|']", 'bdf= name=', 'vslot= seize='],
    ["vnuma=[['pnode=0','|'],['size=1']]", 'pnode=', 'size='],
    ["vnuma=[['|','vcpus=0']]", 'vcpus=', 'pnode='],
    // Positions.
    ["cpuid='|'", 'sse3=', 'host'],
    ["cpuid='host,|'", 'host', 'sse3='],
    ["vsnd=[['CARD, |']]", 'CARD unique-id=', 'short-name='],
    ["rdm='policy=|'", 'strict relaxed', ''],
    // Internal values, and those of another guest type.
    ["vkb=['backend-type=|']", 'unknown', 'qemu linux'],
    ["vif=['type=|']", 'ioemu', 'vif'],
    [`${HVM}vif=['type=|']`, '', 'ioemu vif'],
    // In a disk: what sets the same field.
    ["disk=['/x,raw,xvda,w,discard,|']", 'no-discard discard', 'cdrom untrusted'],
    ["disk=['/x,raw,xvda,w,|,no-discard']", 'no-discard discard', 'cdrom'],
    ["disk=['|,discard, vdev=xvda']", 'no-discard discard vdev=', 'cdrom format='],
    ["disk=['|discard, vdev=xvda']", 'vdev=', 'no-discard cdrom format='],
    ["disk=['/x,raw,hdc:cdrom,r,|']", 'cdrom devtype= vdev= access= format= target=', 'discard'],
    ["disk=['/x,raw,xvda,w,untrusted,|']", 'trusted', 'colo'],
    ["disk=['/x,raw,xvda,w,colo,|']", 'no-colo colo', 'colo-host='],
    ["disk=['vdev=xvda, |']", 'vdev=', 'format= target='],
    ["disk=['qcow2:/x,|']", 'format= qcow2', 'vdev= access='],
    ["disk=['drbd:/x,|']", 'script=', 'format='],
    ["disk=['tap:|']", 'tap: aio: raw vdev= discard', ''],
    ["disk=['|']", 'tap: phy: file: aio: raw:', 'vdev= target='],
    // What would move the parts after it to other positions, or into its value.
    ["disk=['/x,q|,xvda,rw']", 'cdrom discard vdev= access= xvda', 'qcow2 format='],
    ["disk=['/x,raw,|,rw']", 'cdrom access=', 'xvda vdev='],
    ["disk=['/x,raw,|xvda,rw']", 'vdev= cdrom', 'xvda xvdb'],
    ["disk=['vdev=xvda, fo|rmat=raw, cdrom']", 'target=', 'format= script='],
    ["disk=['vdev=xvda, ta|rget=/a,b']", '', 'target='],
    // After a word too many, at which xl stops.
    ["disk=['/x,raw,xvda,rw,discrad,|']", 'discard= access=', 'discard backendtype='],
  ])('%s: without %s, with %s', (marked, out, in_) => {
    const found = labels(marked);
    for (const label of out.split(' ').filter(Boolean)) expect(found).not.toContain(label);
    for (const label of in_.split(' ').filter(Boolean)) expect(found).toContain(label);
  });

  it.each([
    ["vif=['|']", '4.14', 'mtu=', '4.15'],
    ["pci=['03:00.0,|']", '4.4', 'seize=', '4.5'],
    ["pci=['|']", '4.14', 'bdf=', '4.15'],
    ["vif=['|']", '4.16', 'untrusted', '4.17'],
    ["cpus=['|']", '4.4', 'all', '4.5'],
    ["disk=['/x,|']", '4.8', 'qed', '4.9'],
    ["disk=['/x,raw,xvda,w,|']", '4.18', 'untrusted', '4.19'],
    ["disk=['/x,raw,xvda,w,|']", '4.7', 'colo', '4.8'],
    ["disk=['/x,raw,xvda,w,backendtype=|']", '4.16', 'standalone', '4.17'],
  ] as const)('%s: not in %s %s, but in %s', (marked, without, label, with_) => {
    expect(labels(marked, without)).not.toContain(label);
    expect(labels(marked, with_)).toContain(label);
  });

  it.each([
    "vif='|'",
    "vif=[['|']]",
    "rdm=['|']",
    "vnuma=['|']",
    "vif=['foo=|']",
    "vif=['mac=|']",
    "vif=['bridge=a b|']",
    "vif=['bridge=a'|]",
    "vif=['mtu=|']",
    "irqs=['|']",
    "pci=['03:|00.0']",
    "smbios=['|system_manufacturer=x']",
    "disk=['/dev/|']",
    "disk=['ta|p:/x,xvda,w']",
    "disk=['foo:/x,raw,xvda,|']",
    "disk=['vdev=xvda,target=/a,|']",
    "disk=['vdev=xvda,target=|']",
    "disk=['/x,raw,hdc:|']",
    "disk=['/x,raw,xvda,w,cdrom=|']",
    "disk=['/x,raw,xvda,w,foo=|']",
    "disk=['/x=|']",
    "disk='/x,|'",
    "disk=[['/x,|']]",
    "disk=['/x,raw'|]",
    'disk=[ [ | ] ]',
    "vif='/x,|'",
  ])('none in %s', (marked) => expect(labels(marked)).toEqual([]));
});
