import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { existsIn, NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import { describe, expect, it } from 'vitest';
import { activeIn, helpAt } from './helpAt.ts';

type Case = readonly [source: string, active: string | null, settings?: Partial<Settings>];

const check = (cases: readonly Case[]): void => {
  const named = cases.map(([source, active, settings]) => ({ source, active, settings }));
  it.each(named)('$source: $active', ({ source, active, settings }) => {
    const help = helpAt(source, settings);
    expect(help?.signatures).toHaveLength(1);
    expect(activeIn(help)).toBe(active);
  });
};

describe('a disk', () => {
  check([
    ["disk = [ '|' ]", 'target'],
    ["disk = [ '|", 'target'],
    ["disk = [ '/dev/v|g/a,raw' ]", 'target'],
    ["disk = [ '/dev/vg/a|,raw' ]", 'target'],
    ["disk = [ '/dev/vg/a,|' ]", 'format'],
    ["disk = [ '/dev/vg/a,|raw' ]", 'format'],
    ["disk = [ '/dev/vg/a, |raw' ]", 'format'],
    ["disk = [ '/dev/vg/a,raw|' ]", 'format'],
    ["disk = [ '/dev/vg/a,raw,|' ]", 'vdev'],
    ["disk = [ '/dev/vg/a,|,xvda' ]", 'format'],
    ["disk = [ '/dev/vg/a,raw,xvda,|", 'access'],
    ["disk = [ '/dev/vg/a,raw,xvda,rw,|' ]", null],
    ["disk = [ '/dev/vg/a,raw,xvda,rw,foo|' ]", null],
    ["disk = [ '/dev/vg/a,raw,xvda,rw,cdr|om' ]", 'cdrom'],
    ["disk = [ '/dev/vg/a,raw,xvda,rw,backendtype=|' ]", 'backendtype='],
    ["disk = [ '/dev/vg/a,raw,xvda,rw,backendtype=q|d' ]", 'backendtype='],
    ["disk = [ '/dev/vg/a,raw,xvda,rw,back|endtype=qdisk' ]", 'backendtype='],
    // Beyond those that a line has room for.
    ["disk = [ '/dev/vg/a,raw,xvda,rw,hidden-disk=|' ]", 'hidden-disk='],
    ["disk = [ 'vdev=|' ]", 'vdev'],
    ["disk = [ 'vdev=xvda,|' ]", 'target'],
    ["disk = [ 'vdev=xvda,/a,|' ]", 'format'],
    ["disk = [ 'vdev=xvda,target=/a,b=c,|d' ]", 'target'],
    ["disk = [ 'vdev=xvda,target=/a,|' ]", 'target'],
    ["disk = [ 'target=/a,raw,|' ]", 'target'],
    ["disk = [ 'foo=|' ]", null],
    ["disk = [ 'Vde|v=xvda' ]", null],
    ["disk = [ 'vdev=xvda,|format=raw' ]", 'format'],
    ["disk = [ 'specification=|' ]", null, { xenVersion: '4.16' }],
    ["disk = [ 'ta|p:aio:/a,xvda' ]", 'target'],
    ["disk = [ 'tap:aio:/a,|' ]", 'vdev'],
    ["disk = [ 'phy:/a,ioe|mu:hda,w' ]", 'vdev'],
    ["disk = [ '/a,raw,hdc:|' ]", 'devtype='],
    ["disk = [ '/a,raw,hdc:|,rw' ]", 'devtype='],
    ["disk = [ '/a,raw,hdc:cd|rom' ]", 'devtype='],
    ["disk = [ '/a,raw,hd|c:cdrom' ]", 'vdev'],
    ['disk = [ "/a\\"b,r|aw" ]', 'format'],
    ["disk = [ '/a,raw,xvda,rw' ]\ndisk = [ '/b,|' ]", 'format'],
  ]);
});

describe('other strings', () => {
  check([
    ["vif = [ '|' ]", null],
    ["vif = [ 'mac=|' ]", 'mac='],
    ["vif = [ 'mac=00:16:|3e' ]", 'mac='],
    ["vif = [ 'bri|dge=br0' ]", 'bridge='],
    ["vif = [ 'mac=1,bri|' ]", null],
    ["vif = [ 'mac=1, untrus|ted' ]", 'untrusted'],
    ["vif = [ 'netdev=|eth0' ]", 'netdev='],
    ["vif = [ 'foo=|1' ]", null],
    ["vif = [ 'mac=1', 'rate=|", 'rate='],
    ["pci = [ '|' ]", '[domain:]bus:device.function'],
    ["pci = [ '03:0|0.0' ]", '[domain:]bus:device.function'],
    ["pci = [ '03:00.0@|6' ]", '[@slot]'],
    ["pci = [ '03:00.0@|' ]", '[@slot]'],
    ["pci = [ '03:00.0,|' ]", null],
    ["pci = [ '03:00.0,permissive=|1' ]", 'permissive='],
    ['cpus = "0-3,^|1"', '[^]first[-last]'],
    ['cpus = "nodes:|0"', '[^]node:first[-last]'],
    ['cpuid = "host,t|m=0"', 'tm='],
    ['ioports = [ "|" ]', 'first[-last]'],
    ['iomem = [ "fe215,|1" ]', 'first,count[@place]'],
    ['smbios = [ "oem=|x" ]', 'oem='],
    ["channel = [ 'name=a,pa|th=' ]", 'path='],
    ['cpus = "0-3,|"', '[^]first[-last]'],
    ["vnuma = [ [ 'size=|512', 'pnode=0' ] ]", 'size='],
    ["p9 = [ 'tag=a,path=|' ]", 'path='],
  ]);
});

it('every parameter of every language is found at the cursor after its =', () => {
  for (const { options, parameters, shape } of SPEC_LANGUAGES) {
    const known = parameters.filter((one) => one.form === 'value' && existsIn(NEWEST_XEN_VERSION, one));
    for (const { name } of known) {
      const string = `"${name}=|"`;
      const value =
        shape === 'groups' ? `[ [ ${string} ] ]` : shape.startsWith('text') ? string : `[ ${string} ]`;
      const [option] = options;
      const help = helpAt(`type = "hvm"\n${option} = ${value}`, { xenVersion: NEWEST_XEN_VERSION });
      expect(help?.activeParameter, `${option}: ${name}`).not.toBeNull();
    }
  }
});
