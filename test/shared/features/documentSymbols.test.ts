import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { documentSymbols } from '@xlcfg/shared/src/features/documentSymbols.ts';
import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import { anyText, configText, diskSpecText, law } from '../../support/laws.ts';
import { mark } from '../../support/markers.ts';
import { slowdown } from '../../support/slowdown.ts';

const KINDS = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

/** One line a symbol: `Kind name | detail`, the symbols in it below and further in; `~` before what is struck out. */
const drawn = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, kind, tags, children }) => [
    `${'  '.repeat(depth)}${tags?.includes(SymbolTag.Deprecated) ? '~' : ''}${KINDS.get(kind)} ${name}${detail === undefined ? '' : ` | ${detail}`}`,
    ...drawn(children ?? [], depth + 1),
  ]);

const all = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);

const places = (doc: XlDocument, of: 'range' | 'selectionRange'): string =>
  mark(
    doc.text.getText(),
    all(documentSymbols(doc)).map((symbol) => ({
      start: doc.text.offsetAt(symbol[of].start),
      end: doc.text.offsetAt(symbol[of].end),
    })),
  );

describe('the outline', () => {
  it.each<readonly [what: string, text: string, outline: readonly string[]]>([
    ['a text', 'name = "web1"', ['String name | web1']],
    ['a number with its unit', 'memory = 1024', ['Number memory | 1024 MiB']],
    ['a number without a unit', 'vcpus = 0x2', ['Number vcpus | 0x2']],
    ['a yes or no', 'acpi = 1', ['Boolean acpi | 1']],
    ['an option that nobody knows', 'memroy = 5', ['Number memroy | 5']],
    ['an empty text', 'extra = ""', ['String extra']],
    ['a name alone', 'mem', ['Variable mem']],
    ['a name with its operator', 'memory =', ['Variable memory']],
    ['a bare word', 'type = hvm', ['Variable type | hvm']],
    ['an open text', 'name = "we', ['String name | we']],
    ['several settings on a line', 'vcpus=1; acpi=0', ['Number vcpus | 1', 'Boolean acpi | 0']],
    ['an empty list', 'disk = []', ['Array disk | empty']],
    ['an open list', "disk = [ '/a,raw,xvda,rw", ['Array disk | 1 item', '  File xvda | /a, raw, rw']],
    [
      'what a later setting makes void',
      'memory = 512\nmemory = 1024',
      ['~Number memory | 512 MiB, overridden', 'Number memory | 1024 MiB'],
    ],
    [
      'what is added',
      "vif = [ 'bridge=br0' ]\nvif += [ 'bridge=br1' ]",
      [
        'Array vif | 1 item',
        '  Interface network interface | br0',
        'Array vif | 1 item',
        '  Interface network interface | br1',
      ],
    ],
    [
      'texts and numbers in a list',
      'cpus = [ "1", 2 ]',
      ['Array cpus | 2 items', '  String 1 | set of CPUs', '  String 2 | set of CPUs'],
    ],
    [
      'lists where none are known',
      'foo = [ [ "a", [ "b" ] ], 1 ]',
      ['Array foo | 2 items', '  Namespace list 0 | a', '    String a', '  Number 1'],
    ],
    [
      'control characters and long texts, on one line and cut',
      `extra = "a\\nb"\ncmdline = "${'x'.repeat(100)}"`,
      ['String extra | a␊b', `String cmdline | ${'x'.repeat(60)}…`],
    ],
  ])('%s', (_what, text, outline) => {
    expect(drawn(documentSymbols(open(text)))).toEqual(outline);
  });
});

describe('a device', () => {
  it.each<readonly [option: string, item: string, line: string]>([
    ['disk', "'/dev/vg/web1,raw,xvda,rw'", 'File xvda | /dev/vg/web1, raw, rw'],
    ['disk', "'tap:aio:/srv/a.img,xvda,r'", 'File xvda | /srv/a.img, raw, ro'],
    ['disk', "'/srv/a.iso,raw,hdc,cdrom'", 'File hdc | /srv/a.iso, raw, cdrom'],
    ['disk', "',,hdc:cdrom,r'", 'File hdc | empty, cdrom'],
    ['disk', "'vdev=xvdb,backend=store,target=/a,b'", 'File xvdb | /a,b, raw, rw, store'],
    ['disk', "'/srv/a.img'", 'File disk | /srv/a.img, raw, rw, refused'],
    ['disk', "''", 'File disk | raw, rw, refused'],
    ['disk', '5', 'File disk | 5, raw, rw, refused'],
    ['vif', "'mac=00:16:3e:00:00:01,bridge=br0'", 'Interface 00:16:3e:00:00:01 | br0'],
    ['vif', "'vifname=web0,bridge=br0,rate=1Mb/s'", 'Interface web0 | br0, 1Mb/s'],
    ['vif', "''", 'Interface network interface'],
    ['pci', "'03:00.0,permissive=1'", 'Module 03:00.0 | permissive 1'],
    ['pci', "'bdf=03:00.1'", 'Module 03:00.1'],
    ['usbdev', "'hostbus=1,hostaddr=3'", 'Module USB device | hostbus 1, hostaddr 3'],
    ['usbctrl', "'type=pv,ports=4'", 'Module USB controller | pv, ports 4'],
    ['vfb', "'vnc=1,vnclisten=0.0.0.0'", 'Module display | 0.0.0.0'],
    ['vtpm', "'backend=tpm1'", 'Module vTPM | tpm1'],
    ['p9', "'tag=share,path=/srv,security_model=none'", 'Module share | /srv, none'],
    ['channel', "'connection=pty,name=org.example.1'", 'Module org.example.1 | pty'],
    ['ioports', "'2f8-2ff'", 'String 2f8-2ff | range of I/O ports'],
    ['ioports', "''", 'String range of I/O ports | range of I/O ports'],
  ])('%s of %s', (option, item, line) => {
    const [symbol] = documentSymbols(open(`${option} = [ ${item} ]`));
    expect(drawn(symbol?.children ?? [])).toEqual([line]);
  });

  it('in groups has its parts below it', () => {
    const text = 'vnuma = [ [ "pnode=0", "size=512", "vcpus=0-1" ], [ "pnode=1" ] ]';
    expect(drawn(documentSymbols(open(text)))).toEqual([
      'Array vnuma | 2 items',
      '  Namespace NUMA node 0 | pnode=0, size=512, vcpus=0-1',
      '    Field pnode | 0',
      '    Field size | 512',
      '    Field vcpus | 0-1',
      '  Namespace NUMA node 1 | pnode=1',
      '    Field pnode | 1',
    ]);
  });

  it('of sound has its streams below it', () => {
    const text = "vsnd = [ [ 'CARD, short-name=main', 'PCM, name=dev1' ] ]";
    expect(drawn(documentSymbols(open(text)))).toEqual([
      'Array vsnd | 1 item',
      '  Namespace sound card 0 | CARD, short-name=main, PCM, name=dev1',
      '    Field CARD | short-name=main',
      '    Field PCM | name=dev1',
    ]);
  });
});

describe('places', () => {
  it('are the whole of settings and items', () => {
    const doc = open('memory = 5 # x\ndisk = [ "/a,raw,xvda,rw", \'\' ]\n');
    expect(places(doc, 'range')).toBe('«memory = 5» # x\n«disk = [ «"/a,raw,xvda,rw"», «\'\'» ]»\n');
  });

  it('to go to are the names', () => {
    const doc = open("memory = 5\ndisk = [ \"/a\\\"b,raw,xvda,rw\" ]\nvif = [ 'bridge=br0', 'mac=1' ]\n");
    expect(places(doc, 'selectionRange')).toBe(
      "«memory» = 5\n«disk» = [ \"/a\\\"b,raw,«xvda»,rw\" ]\n«vif» = [ «'bridge=br0'», 'mac=«1»' ]\n",
    );
  });
});

const isWithin = (
  inner: DocumentSymbol['range'],
  outer: DocumentSymbol['range'],
  { text }: XlDocument,
): boolean =>
  text.offsetAt(outer.start) <= text.offsetAt(inner.start) &&
  text.offsetAt(inner.end) <= text.offsetAt(outer.end);

const expectSound = (doc: XlDocument): void => {
  const symbols = documentSymbols(doc);
  expect(all(symbols).filter(({ name }) => name.trim() === '')).toEqual([]);
  expect(
    all(symbols).filter(
      ({ range, selectionRange, children = [] }) =>
        !isWithin(selectionRange, range, doc) || children.some((child) => !isWithin(child.range, range, doc)),
    ),
  ).toEqual([]);
};

describe('any text', () => {
  it('has names, and places within each other', () => {
    law(configText, (text) => expectSound(open(text)));
    law(anyText, (text) => expectSound(open(text)), 100);
    law(diskSpecText, (spec) => expectSound(open(`disk = [ ${JSON.stringify(spec)} ]`)), 200);
  });

  it.each(['pool.cfg', 'xl.conf'])('is taken as %s', (file) => {
    expect(
      drawn(documentSymbols(open('name = "p"\nautoballoon = "off"\n', {}, `file:///etc/xen/${file}`))),
    ).toEqual(['String name | p', 'String autoballoon | off']);
  });

  it('of any depth does not end the stack', () => {
    const deep = 100_000;
    expect(documentSymbols(open(`a = ${'['.repeat(deep)}${']'.repeat(deep)}`))).toHaveLength(1);
  });

  it.each<readonly [what: string, text: (n: number) => string]>([
    ['settings that are set again', (n) => 'memory = 512\n'.repeat(n)],
    ['disks', (n) => `disk = [ ${"'/dev/x,raw,xvda,rw',\n".repeat(n)} ]`],
    ['parameters of an interface', (n) => `vif = [ '${'bridge=br0,'.repeat(n)}' ]`],
    ['nodes', (n) => `vnuma = [ ${'[ "pnode=0" ],\n'.repeat(n)} ]`],
  ])('takes time in proportion: %s', (_what, text) => {
    expect(slowdown((n) => documentSymbols(open(text(n))), 50)).toBeLessThan(10);
  });
});
