import { DISK_PARAMETERS, DISK_PREFIXES } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { describe, expect, test } from 'vitest';
import { type Token, tokenize } from './tokenize.ts';

/** Scopes by the short names in the tables below. */
const KINDS: Readonly<Record<string, string>> = {
  'comment.line.number-sign': 'comment',
  'variable.other.property': 'option',
  'variable.other.property.deprecated': 'deprecated',
  'invalid.unknown.name': 'unknown',
  'invalid.unknown.key': 'unknown',
  'invalid.illegal': 'illegal',
  'invalid.illegal.name': 'illegal',
  'invalid.illegal.escape': 'illegal',
  'invalid.illegal.unclosed': 'unclosed',
  'constant.numeric': 'number',
  'constant.character.escape': 'escape',
  'constant.other.address': 'address',
  'variable.parameter.spec': 'key',
  'keyword.other.prefix.deprecated': 'prefix',
  'keyword.other.flag': 'flag',
  'string.unquoted.target': 'target',
  'entity.name.type.vdev': 'vdev',
  'storage.modifier.access': 'access',
  'constant.language.format': 'format',
  'constant.language.devtype': 'devtype',
  'constant.language.backendtype': 'backendtype',
  'constant.language.specification': 'specification',
  'string.quoted.single': 'string',
  'string.quoted.double': 'string',
};

/** `kind(text)` for each token except operators, punctuation and whitespace; `plain(text)` without a scope. */
const kinds = (tokens: readonly Token[]): string =>
  tokens
    .flatMap(({ text, scopes }) => {
      const scope = scopes.at(-1) ?? 'plain';
      const skipped = text.trim() === '' || /^(?:punctuation|keyword\.operator)/.test(scope);
      return skipped ? [] : [`${KINDS[scope] ?? scope}(${text.trim()})`];
    })
    .join(' ');

const lastLine = (text: string): readonly Token[] => tokenize(text).at(-1) ?? [];

describe('single lines', () => {
  test.each([
    ['# memory = 1', 'comment(memory = 1)'],
    ['memory = 512 # MiB', 'option(memory) number(512) comment(MiB)'],
    ['memory=512;vcpus=2', 'option(memory) number(512) option(vcpus) number(2)'],
    ['ioports += [ 0x3f8 ]', 'option(ioports) number(0x3f8)'],
    ['vcpus = 12abc', 'option(vcpus) number(12abc)'],
    ['name = "a # b"', 'option(name) string(a # b)'],
    [String.raw`name = 'it\'s \q'`, String.raw`option(name) string(it) escape(\') string(s) illegal(\q)`],
    [String.raw`name = "a\"b"`, String.raw`option(name) string(a) escape(\") string(b)`],
    ['name = "open', 'option(name) unclosed(") string(open)'],
    ['x = [ [ "a", 1 ], "b" ]', 'unknown(x) string(a) number(1) string(b)'],
    ['memroy = 512', 'unknown(memroy) number(512)'],
    ['vncviewer = 1', 'deprecated(vncviewer) number(1)'],
    // What xl's scanner rejects, wherever it stands.
    ['On_Crash = "destroy"', 'illegal(On_Crash) string(destroy)'],
    ['on-crash = "destroy"', 'illegal(on-crash) string(destroy)'],
    ['memory = 0xFF', 'option(memory) illegal(0xFF)'],
    ['memory = -1', 'option(memory) illegal(-1)'],
    ['vif = True', 'option(vif) illegal(True)'],
    ['if x == 1:', 'illegal(if) illegal(x) plain(==) number(1) plain(:)'],
    // The last character of a file does not count, and any line may be the last.
    ['memory = 1@', 'option(memory) number(1) plain(@)'],
    ['vcpus = 2 "', 'option(vcpus) number(2)'],
    // Only strings of a list are specs: of a plain string xl drops the device.
    ['disk = "/x,raw,xvda,w"', 'option(disk) string(/x,raw,xvda,w)'],
    ['cmdline = "root=/dev/xvda1 ro"', 'option(cmdline) string(root=/dev/xvda1 ro)'],
  ])('%s', (line, expected) => {
    expect(kinds(lastLine(line))).toBe(expected);
  });
});

describe('disk specs', () => {
  test.each([
    ['/dev/vg/a,raw,xvda,rw', 'target(/dev/vg/a) format(raw) vdev(xvda) access(rw)'],
    ['/dev/vg/a,,xvda', 'target(/dev/vg/a) vdev(xvda)'],
    ['tap:aio:/srv/a.img,xvda,w', 'prefix(tap:) prefix(aio:) target(/srv/a.img) vdev(xvda) access(w)'],
    [
      'tap2:tapdisk:aio:/a,hda,r',
      'prefix(tap2:) prefix(tapdisk:) prefix(aio:) target(/a) vdev(hda) access(r)',
    ],
    ['phy:/dev/x,hda1,w!', 'prefix(phy:) target(/dev/x) vdev(hda1) access(w!)'],
    ['TAP:AIO:/srv/a,xvda,w', 'target(TAP:AIO:/srv/a) vdev(xvda) access(w)'],
    [',raw,hdc:cdrom,r', 'format(raw) vdev(hdc) devtype(cdrom) access(r)'],
    [',hdc:cdrom', 'vdev(hdc) devtype(cdrom)'],
    ['/a.iso,raw,hdc,ro,cdrom', 'target(/a.iso) format(raw) vdev(hdc) access(ro) flag(cdrom)'],
    [
      'format=raw, vdev=hdc, devtype=cdrom, target=/a,b=c',
      'key(format) format(raw) key(vdev) vdev(hdc) key(devtype) devtype(cdrom) key(target) target(/a,b=c)',
    ],
    [
      '/a,discard,qcow2,xvda,backendtype=qdisk,no-colo',
      'target(/a) flag(discard) format(qcow2) vdev(xvda) key(backendtype) backendtype(qdisk) flag(no-colo)',
    ],
    ['vdev=xvda,/a,raw,,untrusted', 'key(vdev) vdev(xvda) target(/a) format(raw) flag(untrusted)'],
    ['script=block-drbd,colo-port=9999', 'key(script) string(block-drbd) key(colo-port) number(9999)'],
    // A flag is a whole field.
    ['cdrom2,raw,cdroms', 'target(cdrom2) format(raw) vdev(cdroms)'],
    [
      'format=RAW,foo=bar,target=/x',
      'key(format) string(RAW) unknown(foo) string(bar) key(target) target(/x)',
    ],
    [String.raw`/a\"b,raw,xvda`, String.raw`target(/a) escape(\") target(b) format(raw) vdev(xvda)`],
    ['/it is,raw,xvda', 'target(/it is) format(raw) vdev(xvda)'],
    ['', ''],
  ])('%s', (spec, expected) => {
    const quoted = [`disk = ["${spec}"]`, `disk += [ '/o,raw,xvdz', '${spec.replace('"', "'")}' ]`];
    expect(kinds(lastLine(quoted[0] ?? ''))).toBe(`option(disk) ${expected}`.trim());
    expect(kinds(lastLine(quoted[1] ?? ''))).toBe(
      `option(disk) target(/o) format(raw) vdev(xvdz) ${expected.replace('"', "'")}`.trim(),
    );
  });

  const values = DISK_PARAMETERS.flatMap(({ name, values = [] }) =>
    values.map((value) => [name, value.name]),
  );
  test.each(values)('the value in %s=%s has the kind of its parameter', (name, value) => {
    const tokens = lastLine(`disk = ['${name}=${value}']`);
    expect(tokens.find(({ text }) => text === name)?.scopes).toContain('variable.parameter.spec');
    expect(tokens.findLast(({ text }) => text === value)?.scopes.at(-1)).toMatch(/^(?:constant|storage)\./);
  });

  test.each(DISK_PARAMETERS.filter(({ form }) => form === 'flag').map(({ name }) => name))(
    'flag %s',
    (name) => {
      expect(kinds(lastLine(`disk = ['/x,raw,xvda,${name}']`))).toMatch(new RegExp(`flag\\(${name}\\)$`));
    },
  );

  test.each(DISK_PREFIXES.map(({ name }) => name))('prefix %s', (name) => {
    expect(kinds(lastLine(`disk = ['${name}:/x']`))).toBe(`option(disk) prefix(${name}:) target(/x)`);
  });
});

describe('other specs', () => {
  test.each([
    [
      "vif = [ 'mac=00:16:3e:00:00:01, bridge=br0,devid=0' ]",
      'option(vif) key(mac) address(00:16:3e:00:00:01) key(bridge) string(br0) key(devid) number(0)',
    ],
    [
      'pci = [ "0000:07:00.0,permissive=1", "07:00.*@2" ]',
      'option(pci) address(0000:07:00.0) key(permissive) number(1) address(07:00.*) string(@2)',
    ],
    ['vnuma = [ ["pnode=0","vcpus=0-3"] ]', 'option(vnuma) key(pnode) number(0) key(vcpus) string(0-3)'],
    [
      "rdm = 'strategy=host,policy=relaxed'",
      'option(rdm) key(strategy) string(host) key(policy) string(relaxed)',
    ],
    ["vfb = [ 'vnc=1,vnclisten=0.0.0.0' ]", 'option(vfb) key(vnc) number(1) key(vnclisten) string(0.0.0.0)'],
  ])('%s', (line, expected) => {
    expect(kinds(lastLine(line))).toBe(expected);
  });
});

describe('multiple lines', () => {
  test('continue a list after line breaks and comments', () => {
    const lines = tokenize("disk = [\n  '/a,raw,xvda', # first\n  '/b,raw,xvdb'\n]\nvcpus = 2");
    expect(lines.map(kinds)).toEqual([
      'option(disk)',
      'target(/a) format(raw) vdev(xvda) comment(first)',
      'target(/b) format(raw) vdev(xvdb)',
      '',
      'option(vcpus) number(2)',
    ]);
  });

  test.each(['disk = [', "disk = [ '/a,raw,xvda", 'vnuma = [ [', "vif = [ 'mac=1', [ ["])(
    'what %s leaves open ends before the next setting',
    (open) => {
      expect(kinds(lastLine(`${open}\nname = "a"`))).toBe('option(name) string(a)');
      expect(kinds(lastLine(`${open}\ndisk += [ '/b,raw,xvdb' ]`))).toBe(
        'option(disk) target(/b) format(raw) vdev(xvdb)',
      );
    },
  );
});

test('punctuation and operators have scopes', () => {
  const line = `disk = [ 'vdev=a,', 1 ]; x += "y"`;
  expect(lastLine(line).map(({ text, scopes }) => `${text} ${scopes.join(' ')}`.trim())).toEqual([
    'disk keyword.other.definition variable.other.property',
    '',
    '= keyword.operator.assignment',
    '',
    '[ punctuation.definition.list.begin',
    '',
    "' string.quoted.single punctuation.definition.string.begin",
    'vdev string.quoted.single keyword.other.key variable.parameter.spec',
    '= string.quoted.single keyword.operator.assignment.spec',
    'a string.quoted.single entity.name.type.vdev',
    ', string.quoted.single punctuation.separator.spec',
    "' string.quoted.single punctuation.definition.string.end",
    ', punctuation.separator.list',
    '',
    '1 constant.numeric',
    '',
    '] punctuation.definition.list.end',
    '; punctuation.terminator.setting',
    '',
    'x invalid.unknown.name',
    '',
    '+= keyword.operator.assignment',
    '',
    '" string.quoted.double punctuation.definition.string.begin',
    'y string.quoted.double',
    '" string.quoted.double punctuation.definition.string.end',
  ]);
});
