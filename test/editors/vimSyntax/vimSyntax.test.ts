/** The generated runtime files in the editors themselves. */
import { Buffer } from 'node:buffer';
import { fileKind } from '@xlcfg/shared/src/detect/fileKind.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, test } from 'vitest';
import {
  CONFIG_FILES,
  diskHighlights,
  type Highlight,
  type HighlightKind,
  syntaxHighlights,
} from '../../support/highlighting.ts';
import { EDITORS, type Editor, type Rendered, render } from './editors.ts';

const NAMES = Object.keys(EDITORS) as Editor[];

/** `Group(text)` of each piece, by the group that a colour scheme knows; `-` is text. Signs and blanks are left out. */
const described = (line: string, groups: readonly string[]): string => {
  const pieces: { group: string; text: string }[] = [];
  for (const [at, names] of groups.entries()) {
    const group = names.split(' ').at(-1) || '-';
    const last = pieces.at(-1);
    const whole = last?.group === group ? pieces.pop() : undefined;
    pieces.push({ group, text: `${whole?.text ?? ''}${line[at] ?? ''}` });
  }
  return pieces
    .filter(({ text }) => /[^\s=+,;:[\]]/.test(text))
    .map(({ group, text }) => `${group}(${text.trim()})`)
    .join(' ');
};

/** Lines, each its own file, and what they look like. */
const LINES: readonly (readonly [string, string])[] = [
  ['memory = 512 # MiB', 'Identifier(memory) Constant(512) Comment(# MiB)'],
  ['memory=512;vcpus += 0x2', 'Identifier(memory) Constant(512) Identifier(vcpus) Constant(0x2)'],
  ['vif.default.bridge = "br0"', 'Identifier(vif.default.bridge) Constant("br0")'],
  ['memroy = 512', 'xlcfgUnknownOption(memroy) Constant(512)'],
  ["builder = 'hvm'", "PreProc(builder) Constant('hvm')"],
  [
    String.raw`extra = "a # \" \q"`,
    String.raw`Identifier(extra) Constant("a #) Special(\") Error(\q) Constant(")`,
  ],
  ['Memory = -1', 'Error(Memory) Error(-1)'],
  ['memory = 512MB', 'Identifier(memory) Error(512MB)'],
  ['vif = None', 'Identifier(vif) Error(None)'],
  ['name = "open # text', 'Identifier(name) Error(") Constant(open # text)'],
  ['vcpus = 2 @', 'Identifier(vcpus) Constant(2) -(@)'],
  ['disk = "/a,raw,xvda,w"', 'Identifier(disk) Constant("/a,raw,xvda,w")'],
  [
    "disk = [ '/dev/vg/a,raw,xvda,rw' ]",
    "Identifier(disk) Constant('/dev/vg/a) Type(raw) Identifier(xvda) Statement(rw) Constant(')",
  ],
  [
    'disk += [ "tap:aio:/srv/a.img,ioemu:xvda,w!", ",hdc:cdrom,r" ]',
    'Identifier(disk) Constant(") PreProc(tap:aio:) Constant(/srv/a.img) PreProc(ioemu:) Identifier(xvda) Statement(w!) Constant(") ' +
      'Constant(") Identifier(hdc) Type(cdrom) Statement(r) Constant(")',
  ],
  [
    "disk = [ 'format=qcow2, vdev=xvdb, access=ro, foo=1, target=/a,b=c' ]",
    "Identifier(disk) Constant(') Statement(format) Type(qcow2) Statement(vdev) Identifier(xvdb) Statement(access) Statement(ro) " +
      "xlcfgUnknownKey(foo) Constant(1) Statement(target) Constant(/a,b=c')",
  ],
  [
    "disk = [ '/a, qcow2, xvda, w, discard, backendtype=qdisk, script=x' ]",
    "Identifier(disk) Constant('/a) Type(qcow2) Identifier(xvda) Statement(w) Statement(discard) " +
      "Statement(backendtype) Type(qdisk) Statement(script) Constant(x')",
  ],
  ['disk = [ "/a,raw,xvda ]', 'Identifier(disk) Error(") Constant(/a) Type(raw) Identifier(xvda)'],
  [
    "vif = [ 'mac=00:16:3e:00:00:01, bridge=br0,brigde=1,accel=no,untrusted' ]",
    "Identifier(vif) Constant(') Statement(mac) Constant(00:16:3e:00:00:01) Statement(bridge) Constant(br0) Constant(brigde=1) " +
      "PreProc(accel) Constant(no) Statement(untrusted) Constant(')",
  ],
  [
    'vnuma = [ [ "pnode=0", "vcpus=0-3" ] ]',
    'Identifier(vnuma) Constant(") Statement(pnode) Constant(0") Constant(") Statement(vcpus) Constant(0-3")',
  ],
  ['cpus = "all,^1"', 'Identifier(cpus) Constant(") Statement(all) Constant(^1")'],
  ['cpus = [ "2", 3 ]', 'Identifier(cpus) Constant("2") Constant(3)'],
  ["rdm = 'strategy=host'", "Identifier(rdm) Constant(') Statement(strategy) Constant(host')"],
  ['x = [ "a", [ 1 ] ]', 'xlcfgUnknownOption(x) Constant("a") Constant(1)'],
];

/** Lists that are left open, and a setting behind them. */
const OPEN = ['disk = [', "disk = [ '/a,raw,xvda", 'vnuma = [ [', "vif = [ 'mac=1', [ [", 'x = [ [ 1,'];

const GROUPS: Readonly<Record<HighlightKind, RegExp>> = {
  comment: /^xlcfgComment$/,
  name: /^xlcfg(?:Option|DeprecatedOption|UnknownOption|IllegalName|Illegal)$/,
  string: /^xlcfg(?:String|ListString|Disk|\w+Item|\w+Text|Quote|Unclosed)$/,
  number: /^xlcfgNumber$/,
  prefix: /^xlcfgPrefix$/,
  key: /^xlcfgKey$/,
  flag: /^xlcfgFlag$/,
  vdev: /^xlcfgVdev(?:Word)?$/,
  target: /^xlcfgTarget(?:Word)?$/,
};

/** What Vim shows differently from its bytes, or gives up on, is not compared. */
const isPlain = (text: string): boolean =>
  !/[\r\0\ufeff\ufffd]/.test(text) && text.split('\n').every((line) => line.length < 1000);

/** The groups of each code unit of the text. A character has those of its first byte. */
const groupsOf = (text: string, { groups }: Rendered): readonly (readonly string[])[] =>
  text.split('\n').flatMap((line, index) => {
    let byte = 0;
    const ofLine = [...line].flatMap((character) => {
      const names = (groups[index]?.[byte] ?? '').split(' ').slice(0, -1);
      byte += Buffer.byteLength(character);
      return Array<readonly string[]>(character.length).fill(names);
    });
    return [...ofLine, []];
  });

const disagreements = (text: string, shown: Rendered, expected: readonly Highlight[]): string[] => {
  const groups = groupsOf(text, shown);
  return expected
    .filter(
      ({ start, end, kind }) =>
        !groups.slice(start, end).every((names) => names.some((name) => GROUPS[kind].test(name))),
    )
    .map(({ start, end, kind }) => `${start} ${JSON.stringify(text.slice(start, end))} is no ${kind}`);
};

const errors = (text: string, shown: Rendered): string[] =>
  groupsOf(text, shown).flatMap((names, at) =>
    names.some((name) => /^xlcfg(?:Illegal|Unclosed)/.test(name))
      ? `${at} ${JSON.stringify(text.slice(at, at + 12))}`
      : [],
  );

const PVH = 'name = "web1"\ntype = "pvh"\nmemory = 1024\ndisk = [ "/dev/vg/web1,raw,xvda,rw" ]\n';
const INI = '[metadata]\nname = web\n';

/** Path, text, and whether it is a guest. */
const PATHS: readonly (readonly [path: string, text: string, isGuest: boolean])[] = [
  ['srv/web1.cfg', PVH, true],
  ['srv/server.cfg', PVH, true],
  ['etc/xen/web1.cfg', '', true],
  ['etc/xen/auto/10-web', PVH, true],
  ['etc/xen/xlexample.pvhlinux', PVH, true],
  ['srv/win.hvm', '', true],
  ['srv/win.hvm', 'builder = "hvm"\n', true],
  ['srv/web.pvlinux', '# nothing yet\n', true],
  ['etc/xen/web.pv', PVH, true],
  ['srv/pool.cfg', 'name = "Pool-1"\ncpus = [ 1 ]\n', true],
  ['srv/setup.cfg', INI, false],
  ['srv/setup.cfg', 'name = "web"\n', false],
  ['etc/xen/tool.cfg', INI, false],
  ['srv/new.cfg', '', false],
  ['srv/grub.cfg', 'set default="0"\nmenuentry "a" {\n}\n', false],
  ['srv/haproxy.cfg', 'global\n  daemon\n', false],
  ['srv/log4j.cfg', 'level: info\n', false],
  ['srv/notes.txt', PVH, false],
  ['srv/slip.cfg', 'name="a"\ntype="pvh"\nkernel="/k"\nmemory: 2048\n', true],
  ['srv/brace.cfg', 'name = "a"\nkernel = "/k"\n}\n', true],
  ['srv/misspelt.cfg', 'name = "a"\ntype = "xyz"\n', true],
  ['srv/net.cfg', '[network]\nhostname=web1\ngateway=10.0.0.1\n', false],
  ['srv/gun.cfg', 'bind="x"\nname="web"\nworkers=4\n', false],
  ['srv/package.cfg', 'type="module"\nname="x"\nversion="1"\n', false],
  ['srv/app.cfg', 'name = "app"\nuuid = "1f0c"\nport = 80\n', false],
  ['etc/xen/app.cfg', 'name = "app"\nuuid = "1f0c"\nport = 80\n', true],
  ['srv/books.cfg', 'name = "Books";\nlist = ( "a", 2 );\n', false],
  ['srv/main.cfg', 'resource "x" "y" {\n  name = "web1"\n  memory = 512\n}\n', false],
  ['etc/xen/scripts/block', '#!/bin/sh\nname = 1\n', false],
];

describe.each(NAMES)('%s', (editor) => {
  test('highlights each kind of text', () => {
    const shown = render(
      editor,
      LINES.map(([text], index) => ({ path: `${index}.cfg`, text: `${text}\n`, coloured: true })),
    );
    const seen = LINES.map(([line], index) => [line, described(line, shown[index]?.groups[0] ?? [])]);
    expect(seen).toEqual(LINES);
  });

  test('ends an unclosed list before the next setting', () => {
    const shown = render(
      editor,
      OPEN.map((line, index) => ({
        path: `${index}.cfg`,
        text: `${line}\nname = "a"\ndisk = [ '/b,raw,xvdb' ]\n`,
        coloured: true,
      })),
    );
    for (const { groups } of shown) {
      expect(described('name = "a"', groups[1] ?? [])).toBe('Identifier(name) Constant("a")');
      expect(described("disk = [ '/b,raw,xvdb' ]", groups[2] ?? [])).toBe(
        "Identifier(disk) Constant('/b) Type(raw) Identifier(xvdb) Constant(')",
      );
    }
  });

  test('detects the files of the project, and agrees with the parser about them', () => {
    const files = CONFIG_FILES.filter(({ name, text }) => name.endsWith('.cfg') && isPlain(text));
    expect(files.length).toBeGreaterThan(400);
    const shown = render(
      editor,
      files.map(({ name, text }) => ({ path: name, text, coloured: true })),
    );
    const wrong = files.flatMap(({ name, text }, index) => {
      const one = shown[index];
      if (one === undefined) return `${name} was not shown`;
      const isTaken = parseConfig(text).errors.length === 0;
      const isGuest = /^[ \t]*[^#\s]/m.test(text) && fileKind(name, text) !== null;
      return [
        ...disagreements(text, one, [...syntaxHighlights(text), ...diskHighlights(text)]),
        ...(isTaken ? errors(text, one) : []),
        ...(isGuest === (one.filetype === 'xlcfg') ? [] : [`is shown as ${one.filetype}`]),
      ].map((what) => `${name}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  test('detects guests, and no other files', () => {
    const sources = PATHS.map(([path, text], index) => ({ path: `${index}/${path}`, text, coloured: false }));
    const taken = render(editor, sources).map(({ filetype }) => filetype === 'xlcfg');
    expect(PATHS.map(([path, text], index) => [path, text, taken[index]])).toEqual(PATHS);
  });

  test('sets comments and keywords', () => {
    const [shown] = render(editor, [{ path: 'etc/xen/web1.cfg', text: PVH, coloured: false }]);
    expect(shown?.commentstring).toBe('# %s');
    expect(shown?.iskeyword).toBe('@,48-57,_,.,-');
  });
});
