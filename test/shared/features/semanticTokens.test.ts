import {
  semanticTokens,
  semanticTokensEdits,
  semanticTokensIn,
} from '@xlcfg/shared/src/features/semanticTokens.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { anyText, configText, diskSpecText, law } from '../../support/laws.ts';
import { marked } from '../../support/markers.ts';
import { applyTokenEdits, decode, describeTokens } from '../../support/tokens.ts';

type Case = readonly [text: string, tokens: readonly string[], settings?: Partial<Settings>];

/** The tokens of the value: name and operator come with every setting. */
const ofValue = (text: string, settings: Partial<Settings> = {}, uri?: string): string[] => {
  const doc = open(text, settings, uri);
  return describeTokens(doc, semanticTokens(doc)).filter((one) => !/:(?:property\b|operator)/.test(one));
};

const check = (cases: readonly Case[]): void => {
  it.each(cases.map(([text, tokens, settings]) => ({ text, tokens, settings })))(
    '$text',
    ({ text, tokens, settings }) => {
      expect(ofValue(text, settings)).toEqual(tokens);
    },
  );
};

describe('names of options', () => {
  it.each<readonly [text: string, name: string, settings: Partial<Settings>]>([
    ['memory = 512', 'memory:property', {}],
    ['memory += 512', 'memory:property', {}],
    ['vcpus', 'vcpus:property', {}],
    ['memroy = 512', 'memroy:property.unknown', {}],
    ['dhcp = "on"', 'dhcp:property.unknown', {}],
    ['builder = "hvm"', 'builder:property.deprecated', {}],
    ['builder = "hvm"', 'builder:property', { xenVersion: '4.9' }],
    ['altp2m = 1', 'altp2m:property.unknown', { xenVersion: '4.8' }],
  ])('%s: %s', (text, name, settings) => {
    const doc = open(text, settings);
    expect(describeTokens(doc, semanticTokens(doc))[0]).toBe(name);
  });

  it('are those of the kind of file', () => {
    const doc = open('autoballoon = "auto"\nmemory = 1\n', {}, 'file:///etc/xen/xl.conf');
    expect(describeTokens(doc, semanticTokens(doc))).toEqual([
      'autoballoon:property',
      '=:operator',
      'auto:enumMember',
      'memory:property.unknown',
      '=:operator',
      '1:number',
    ]);
  });
});

describe('values', () => {
  check([
    ['memory = 512', ['512:number']],
    ['memory = "512"', ['512:number']],
    ['memory = "512M"', []],
    ['name = "512"', []],
    ['name = "web"', []],
    ['type = "pvh"', ['pvh:enumMember']],
    ['type = "pvh"', [], { xenVersion: '4.9' }],
    ['type = "xyz"', []],
    ['on_crash = "destroy" # restart', ['destroy:enumMember']],
    ['altp2m = "MIXED"', ['MIXED:enumMember']],
    [
      'type = "hvm"\nviridian = [ "base", "!time_ref_count", "bsae" ]',
      ['hvm', 'base', '!time_ref_count'].map((w) => `${w}:enumMember`),
    ],
    ['a = [ 1, [ 0x2, "3" ], 4 ]', ['1:number', '0x2:number', '4:number']],
    ['bootloader_args = "-q --entry 1"', []],
  ]);
});

describe('disks', () => {
  check([
    [
      "disk = [ '/dev/vg/a,raw,xvda,rw' ]",
      ['/dev/vg/a:string', 'raw:enumMember', 'xvda:type', 'rw:modifier'],
    ],
    [
      "disk = [ 'tap:aio:/srv/a,hdc:cdrom,r' ]",
      [
        'tap::namespace.deprecated',
        'aio::namespace.deprecated',
        '/srv/a:string',
        'hdc:type',
        'cdrom:enumMember.deprecated',
        'r:modifier',
      ],
    ],
    [
      "disk = [ 'vdev=xvda, format=qcow2, access=ro, cdrom, backendtype=qdisk, target=/a,b=c' ]",
      [
        ...['vdev:parameter', 'xvda:type', 'format:parameter', 'qcow2:enumMember'],
        ...['access:parameter', 'ro:modifier', 'cdrom:keyword', 'backendtype:parameter', 'qdisk:enumMember'],
        ...['target:parameter', '/a,b=c:string'],
      ],
    ],
    ["disk = [ '/a,vmdk,xvda,w' ]", ['/a:string', 'vmdk:string.unknown', 'xvda:type', 'w:modifier']],
    ["disk = [ '/a,raw,xvda,w!' ]", ['/a:string', 'raw:enumMember', 'xvda:type', 'w!:modifier.unknown']],
    // xl looks no further than the first bad value: what follows may only be in the wrong position.
    ["disk = [ '/a,vmdk,xvda,w!' ]", ['/a:string', 'vmdk:string.unknown', 'xvda:type', 'w!:modifier']],
    ["disk = [ 'foo:/a,xvda' ]", ['foo::namespace.unknown']],
    [
      "disk = [ '/a,raw,xvda,foo=bar' ]",
      [...['/a:string', 'raw:enumMember', 'xvda:type'], ...['foo:string.unknown', 'bar:string.unknown']],
    ],
    ["disk = [ '/a,,xvda,,cdrom' ]", ['/a:string', 'xvda:type', 'cdrom:keyword']],
    [
      "disk = [ '/a,raw,xvda,rw,trusted' ]",
      [...['/a:string', 'raw:enumMember', 'xvda:type', 'rw:modifier', 'trusted:string.unknown']],
      { xenVersion: '4.17' },
    ],
    ["disk = [ 'colo-port=9000' ]", ['colo-port:parameter', '9000:number']],
    // Escapes are in the span of what they stand in.
    ['disk = [ "/a\\"b,raw,xvda,w" ]', ['/a\\"b:string', 'raw:enumMember', 'xvda:type', 'w:modifier']],
    ["disk = '/a,raw,xvda,w'", []],
    // A setting that is made void keeps its colours.
    ["disk = [ '/a,raw,xvda' ]\ndisk = [ ]", ['/a:string', 'raw:enumMember', 'xvda:type']],
  ]);
});

describe('other strings', () => {
  check([
    [
      "vif = [ 'mac=00:16:3e:00:00:01, bridge=xenbr0,model=e1000,mtu=9000,untrusted' ]",
      [
        ...['mac:parameter', '00:16:3e:00:00:01:number', 'bridge:parameter', 'xenbr0:string'],
        ...['model:parameter', 'e1000:enumMember', 'mtu:parameter', '9000:number', 'untrusted:keyword'],
      ],
    ],
    ["vif = [ 'type=netfront' ]", ['type:parameter', 'netfront:string.unknown']],
    ["vif = [ 'netdev=eth0' ]", ['netdev:parameter.deprecated', 'eth0:string']],
    ["vif = [ 'foo=1,bar' ]", ['foo:string.unknown', '1:string.unknown', 'bar:string.unknown']],
    ["vif = [ 'vlan=10' ]", ['vlan:string.unknown', '10:string.unknown'], { xenVersion: '4.17' }],
    [
      "pci = [ '0000:03:00.0@6,permissive=1,rdm_policy=Strict' ]",
      [
        ...['0000:03:00.0:number', '6:number', 'permissive:parameter', '1:number'],
        ...['rdm_policy:parameter', 'Strict:enumMember'],
      ],
    ],
    ['cpus = "all,^1,2-3,nodes:0-1"', ['all:keyword', '^1:number', '2-3:number', 'nodes:0-1:number']],
    ['ioports = [ "2f8-2ff", "f8" ]', ['2f8-2ff:number', 'f8:number']],
    ['irqs = [ 88, "9" ]', ['88:number', '9:number']],
    ['iomem = [ "fe215,1@8" ]', ['fe215,1@8:number']],
    ['dtdev = [ "/soc/serial@12c20000" ]', ['/soc/serial@12c20000:string']],
    [
      'cpuid = "host,tm=0,rtm=x"',
      [...['host:keyword', 'tm:parameter', '0:number', 'rtm:parameter', 'x:enumMember']],
    ],
    [
      "vnuma = [ [ 'pnode=0', 'size=512', 'vcpus=0-3', 'vdistances=10,20' ] ]",
      [
        ...['pnode:parameter', '0:number', 'size:parameter', '512:number'],
        ...['vcpus:parameter', '0-3:number', 'vdistances:parameter', '10,20:number'],
      ],
    ],
  ]);
});

const configTexts = fc.oneof(
  configText,
  anyText,
  diskSpecText.map((text) => `disk = [ '${text}', "${text}" ]`),
  diskSpecText.map((text) => `vif=['${text}']\r\npci=["${text}"]\rcpus='${text}'`),
);

describe('for any text', () => {
  it('the tokens are in order, none is empty, none overlaps another, each is on one line', () => {
    law(configTexts, (text) => {
      const doc = open(text);
      let before = { line: 0, end: 0 };
      for (const { line, character, length, type } of decode(semanticTokens(doc))) {
        expect(type).not.toMatch(/^type /);
        expect(line).toBeGreaterThanOrEqual(before.line);
        expect(length).toBeGreaterThan(0);
        if (line === before.line) expect(character).toBeGreaterThanOrEqual(before.end);
        const last = doc.text.positionAt(doc.text.offsetAt({ line, character }) + length);
        expect(last).toEqual({ line, character: character + length });
        before = { line, end: character + length };
      }
    });
  });

  it('the edits make the tokens after of the tokens before', () => {
    law(fc.tuple(configTexts, configTexts), ([one, other]) => {
      const [before, after] = [semanticTokens(open(one)), semanticTokens(open(other))];
      expect(applyTokenEdits(before, semanticTokensEdits(before, after))).toEqual(after);
      expect(semanticTokensEdits(after, after)).toEqual([]);
    });
  });

  it('the tokens of a range are those of the whole that lie in it', () => {
    law(fc.tuple(configTexts, fc.nat(200), fc.nat(200)), ([text, one, other]) => {
      const doc = open(text);
      const start = doc.text.positionAt(Math.min(one, other));
      const end = doc.text.positionAt(Math.max(one, other));
      const [from, to] = [doc.text.offsetAt(start), doc.text.offsetAt(end)];
      const within = decode(semanticTokens(doc)).filter((token) => {
        const at = doc.text.offsetAt(token);
        return at < to && at + token.length > from;
      });
      expect(decode(semanticTokensIn(doc, { start, end }))).toEqual(within);
    });
  });
});

describe('edits', () => {
  it('have only what differs', () => {
    const text = 'name = "a"\nmemory = 1\nvcpus = 2\n';
    const before = semanticTokens(open(text));
    const after = semanticTokens(open(text.replace('memory = 1', 'memroy = 1')));
    // Five numbers a token; the modifiers of the third are the fifteenth.
    expect(semanticTokensEdits(before, after)).toEqual([{ start: 14, deleteCount: 1, data: [2] }]);
  });
});

describe('a range', () => {
  it('gives whole tokens, also those that it only touches', () => {
    const { text, spans } = marked("memory = 512\ndisk = [ '/a,r«aw,xv»da,rw' ]\nvcpus = 2\n");
    const doc = open(text);
    const [span = { start: 0, end: 0 }] = spans;
    const range = { start: doc.text.positionAt(span.start), end: doc.text.positionAt(span.end) };
    expect(describeTokens(doc, semanticTokensIn(doc, range))).toEqual(['raw:enumMember', 'xvda:type']);
  });

  it('gives nothing of another line, even where a carriage return divides a name', () => {
    const doc = open("vif = [ 'brid\rge=br0' ]\n");
    const tokensOfLine = (line: number): string[] =>
      describeTokens(
        doc,
        semanticTokensIn(doc, { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }),
      );
    expect(tokensOfLine(0)).toEqual(['vif:property', '=:operator', 'brid:string.unknown']);
    expect(tokensOfLine(1)).toEqual(['ge:string.unknown', 'br0:string.unknown']);
  });
});

it('a list nested deeper than the stack reaches is no trouble', () => {
  const doc = open(`a = ${'['.repeat(100_000)}${']'.repeat(100_000)}\nmemory = 1\n`);
  expect(describeTokens(doc, semanticTokens(doc)).at(-1)).toBe('1:number');
});
