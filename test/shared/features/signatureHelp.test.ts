import { signatureHelp } from '@xlcfg/shared/src/features/signatureHelp.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { existsIn, NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignatureHelp } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import { configText, diskSpecText, law } from '../../support/laws.ts';
import { withCursor } from '../../support/markers.ts';

const helpAt = (source: string, settings: Partial<Settings> = {}): SignatureHelp | null => {
  const { text, offset } = withCursor(source);
  const doc = open(text, settings);
  return signatureHelp(doc, doc.text.positionAt(offset));
};

/** What the label says of the parameter at the cursor; null where there is none. */
const activeIn = (help: SignatureHelp | null): string | null => {
  const [signature] = help?.signatures ?? [];
  const label = signature?.parameters?.[help?.activeParameter ?? -1]?.label;
  return Array.isArray(label) ? (signature?.label.slice(...label) ?? null) : null;
};

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
  it('has its fields in their order, then keys and flags', () => {
    const [signature] = helpAt("disk = [ '|' ]")?.signatures ?? [];
    expect(signature?.label).toMatch(/^target, format, vdev, access, cdrom, devtype=, backendtype=, .*, …$/);
    expect(signature?.parameters?.[1]?.documentation).toEqual({
      kind: 'markdown',
      value: expect.stringMatching(
        /^`format`: How the image.*\n\nValues: `raw`, `qcow2`.*\n\nDefault: `raw`/s,
      ),
    });
    expect(JSON.stringify(signature?.documentation)).toContain('disks');
  });

  it('has what the release has', () => {
    const labelFor = (xenVersion: Settings['xenVersion']) =>
      helpAt("disk = [ '|' ]", { xenVersion })?.signatures[0]?.label;
    expect(labelFor('4.16')).not.toContain('specification');
    expect(labelFor('4.17')).toContain('specification=');
  });

  describe('the parameter at the cursor', () => {
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
    ["pci = [ '03:00.0,|' ]", null],
    ["pci = [ '03:00.0,permissive=|1' ]", 'permissive='],
    ['cpus = "0-3,^|1"', '[^]first[-last]'],
    ['cpus = "nodes:|0"', '[^]node:first[-last]'],
    ['cpuid = "host,t|m=0"', 'tm='],
    ['ioports = [ "|" ]', 'first[-last]'],
    ['iomem = [ "fe215,|1" ]', 'first,count[@place]'],
    ['smbios = [ "oem=|x" ]', 'oem='],
    ["vnuma = [ [ 'size=|512', 'pnode=0' ] ]", 'size='],
    ["p9 = [ 'tag=a,path=|' ]", 'path='],
  ]);

  it('name all that one string may be, where it is one thing only', () => {
    expect(helpAt("vnuma = [ [ '|' ] ]")?.signatures[0]?.label).toBe('pnode= | size= | vcpus= | vdistances=');
  });

  it('leave out what is deprecated, unless it is at the cursor', () => {
    expect(helpAt("vif = [ '|' ]")?.signatures[0]?.label).not.toContain('netdev');
  });
});

it.each([
  'name = "w|eb"',
  'memory = 51|2',
  "disk = [| '/a,raw,xvda' ]",
  "disk = [ |'/a,raw,xvda' ]",
  "disk = [ '/a,raw,xvda'| ]",
  "disk = '/a|,raw,xvda'",
  'irqs = [ 8|8 ]',
  'bootloader_args = "a|"',
  "# disk = [ '|' ]",
])('no signature: %s', (source) => {
  expect(helpAt(source)).toBeNull();
});

it('every parameter of every language is found at the cursor behind its =', () => {
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

it('for any text and place, labels lie in the label and the active parameter is one of them', () => {
  const texts = fc.oneof(
    configText,
    diskSpecText.map((spec) => `disk = [ '${spec}' ]`),
  );
  law(fc.tuple(texts, fc.nat(120)), ([text, at]) => {
    const doc = open(text);
    const help = signatureHelp(doc, doc.text.positionAt(at));
    for (const { label, parameters = [] } of help?.signatures ?? []) {
      let end = 0;
      for (const parameter of parameters) {
        const [from = -1, to = -1] = Array.isArray(parameter.label) ? parameter.label : [];
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(label.length);
        end = to;
      }
      const active = help?.activeParameter ?? 0;
      expect(parameters[active]).toBeDefined();
    }
  });
});
