/**
 * Texts that xl's parser rejects, with the code of each error. «» marks the characters that the error points at; of
 * several errors the codes are in the order of the places. Each text was put to the real xl.
 */

import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../support/markers.ts';

type Case = readonly [text: string, codes: string];

/** The marks where the errors are, and their codes. */
function expectErrors(source: string, codes: string): void {
  const { text } = marked(source);
  const { errors } = parseConfig(text);
  expect(errors.map(({ code }) => code).join(' ')).toBe(codes);
  expect(mark(text, errors)).toBe(source);
}

describe('names', () => {
  it.each<Case>([
    ['«Memory» = 512\n', 'bad-name'],
    ['«vCPUs» = 2\n', 'bad-name'],
    ['«_a» = 1\n', 'bad-name'],
    ['«on-crash» = "destroy"\n', 'bad-name'],
    ['«1a» = 1\n', 'bad-name'],
    ['«12» = 1\n', 'bad-name'],
    ['«größe» = 1\n', 'bad-name'],
    ['a = 1; «B» = 2\n', 'bad-name'],
    ['«On_Crash» += "x"\n', 'bad-name'],
  ])('%j: %s', expectErrors);
});

describe('operators and values', () => {
  it.each<Case>([
    ['«memory»\n', 'missing-operator'],
    ['«memory»', 'missing-operator'],
    ['«memory» # note\n', 'missing-operator'],
    ['«memory» 512\n', 'missing-operator'],
    ['«memory»\n«= 512»\n', 'missing-operator unexpected-token'],
    ['«name»: "web1"\n', 'missing-operator'],
    ['«name» : "web1"\n', 'missing-operator'],
    ['«name»:\n', 'missing-operator'],
    ['«memory»; a = 1\n', 'missing-operator'],
    ['memory «=»\n', 'missing-value'],
    ['memory «=»', 'missing-value'],
    ['memory «=» # note\n', 'missing-value'],
    ['memory «+=»;\n', 'missing-value'],
    ['memory = «"»', 'unclosed-string'],
    ['memory «=» @', 'missing-value'],
    ['memory «=»\n«512»\n', 'missing-value unexpected-token'],
    ['type = «hvm»\n', 'bare-value'],
    ['type = «hvm» # note\n', 'bare-value'],
    ['type = «hvm»; a = 1\n', 'bare-value'],
    ['kernel = «/boot/vmlinuz»\n', 'bare-value'],
    ['extra = «root=/dev/xvda1 ro»\n', 'bare-value'],
    ['on_crash = «destroy»;\n', 'bare-value'],
    ['memory = «512M»\n', 'bare-value'],
    ['memory = «0xFF»\n', 'bare-value'],
    ['memory = «-1»\n', 'bare-value'],
    ['memory = «+1»\n', 'bare-value'],
    ['memory = «1.5»\n', 'bare-value'],
    ['localtime = «True»\n', 'bare-value'],
    ['localtime = «None»\n', 'bare-value'],
    ['a = «= 1»\n', 'bare-value'],
    ['a = «]»\n', 'bare-value'],
  ])('%j: %s', expectErrors);
});

describe('more than one statement on a line', () => {
  it.each<Case>([
    ['vcpus = 2 «memory» = 512\n', 'unexpected-token'],
    ['a = "x" «b» += 1 «c» = 2\n', 'unexpected-token unexpected-token'],
    ['a = [ 1 ] «b» = 2\n', 'unexpected-token'],
    ['a = 1 «2»\n', 'unexpected-token'],
    ['a = 1 «]»\n', 'unexpected-token'],
    ['a = "x" «,»\n', 'unexpected-token'],
    ['a = 1 «word more» # note\n', 'unexpected-token'],
    ['«= 1»\n', 'unexpected-token'],
    ['«]»\n', 'unexpected-token'],
    ['«"x"»\n', 'unexpected-token'],
    ['«[section]»\n', 'unexpected-token'],
    ['«12»\n', 'unexpected-token'],
  ])('%j: %s', expectErrors);
});

describe('strings', () => {
  it.each<Case>([
    ['a = «"x»\n', 'unclosed-string'],
    ["a = «'x»\n", 'unclosed-string'],
    ['a = «"x # note»\n', 'unclosed-string'],
    ['a = «"x\\"»\n', 'unclosed-string'],
    ['a = «"x»', 'unclosed-string'],
    ['a = [ «"x» ]\n', 'unclosed-string'],
    ['a = [ "w", «"x,» ]\nb = 1\n', 'unclosed-string'],
    ['a = "«\\x»41"\n', 'bad-escape'],
    ['a = "C:«\\X»en«\\w»in"\n', 'bad-escape bad-escape'],
    ['a = "«\\ »"\n', 'bad-escape'],
    ['a = "«\\0»"\n', 'bad-escape'],
    ['a = "«\\1»x"\n', 'bad-escape'],
    ['a = "«\\8»12"\n', 'bad-escape'],
    ['a = [ "«\\e»" ]\n', 'bad-escape'],
    ['a = "x«\0»y"\n', 'nul-in-string'],
  ])('%j: %s', expectErrors);
});

describe('lists', () => {
  it.each<Case>([
    ['a = [ "x" «"y"» ]\n', 'missing-comma'],
    ['a = [ "x"\n«"y"» ]\n', 'missing-comma'],
    ['a = [ 1 «2» «[» ] ]\n', 'missing-comma missing-comma'],
    ['a = [ «,» ]\n', 'unexpected-comma'],
    ['a = [ 1, «,» 2 ]\n', 'unexpected-comma'],
    ['a = «[»\n', 'unclosed-list'],
    ['a = «[» "x"', 'unclosed-list'],
    ['a = «[» "x",\nb = 1\n', 'unclosed-list'],
    ['a = «[» «[» 1\n', 'unclosed-list unclosed-list'],
    ['a = [ 1 «;» ]\n', 'unexpected-token'],
    ['a = [ 1 «=» ]\n', 'unexpected-token'],
    ['a = [ «hvm», "x" ]\n', 'bare-value'],
    ['a = [ «-1», «True» ]\n', 'bare-value bare-value'],
    ['a = [ 1 ]«]»\n', 'unexpected-token'],
  ])('%j: %s', expectErrors);

  it('lists nested deeper than the stack of xl', () => {
    const refusedAt = (opening: string, closing: string): string[] => {
      const text = `a = ${opening}${closing}\nb = 1\n`;
      return parseConfig(text).errors.map(
        ({ code, start, end }) => `${code} ${start - 4}: ${text.slice(start, end)}`,
      );
    };
    // What is too much is the closing bracket of the innermost, or the bracket that opens one more.
    expect(refusedAt('['.repeat(4997), ']'.repeat(4997))).toEqual(['nested-too-deep 4997: ]']);
    expect(refusedAt('['.repeat(4998), ']'.repeat(4998))).toEqual(['nested-too-deep 4997: [']);
    expect(refusedAt('["x",'.repeat(2000), ']'.repeat(2000))).toHaveLength(1);
  });
});

describe('additions', () => {
  it.each<Case>([
    ['a = [ 1 ]\na «+= "x"»\n', 'mixed-addition'],
    ['a = [ 1 ]\na «+= 2»\n', 'mixed-addition'],
    ['a = "x"\na «+= [ 1 ]»\n', 'mixed-addition'],
    ['a = 1\nb = 2\na «+= []»\n', 'mixed-addition'],
    ['a += [ 1 ]\na «+= "x"»\na = "y"\n', 'mixed-addition'],
  ])('%j: %s', expectErrors);

  it('points to the earlier value', () => {
    const { text, spans } = marked('«a = [ 1 ]»\na += "x"\n');
    expect(parseConfig(text).errors[0]?.related).toEqual(spans[0]);
  });
});

describe('characters', () => {
  it.each<Case>([
    ['«@» a = 1\n', 'unexpected-character'],
    ['«/» b\n', 'unexpected-character'],
    ['«\u00a0»a = 1\n', 'unexpected-character'],
    ['«\u00a0»a«\u00a0»=«\u00a0\u00a0»"x"«\u2003»\n', 'unexpected-character '.repeat(4).trim()],
    ['a = [«\u00a0»1 ]\n', 'unexpected-character'],
    ['a = 1 «\f»\n', 'unexpected-character'],
    ['a =«\v»1\n', 'unexpected-character'],
    ['a = 1«\u00a0»', 'unexpected-character'],
    ['«@»\n', 'unexpected-token'],
    ['«\ufeff»a = 1\n', 'byte-order-mark'],
    ['a = 1\n«# note»', 'comment-at-end'],
    ['a = 1 «##»', 'comment-at-end'],
  ])('%j: %s', expectErrors);
});

describe('carriage returns', () => {
  it('are one error with their number', () => {
    const { errors } = parseConfig('a = 1\r\n\r\nb = [\r\n1 ]\r\n');
    expect(errors).toEqual([{ code: 'carriage-return', start: 5, end: 6, detail: '4' }]);
  });

  it.each<Case>([
    ['a = 1«\r»\n', 'carriage-return'],
    ['«\r»a = 1\r\r\n', 'carriage-return'],
    ['a = «hvm»«\r»\n', 'bare-value carriage-return'],
    ['a = «"x»«\r»\n', 'unclosed-string carriage-return'],
    ['a = [ «"x» ]«\r»\n', 'unclosed-string carriage-return'],
  ])('%j: %s', expectErrors);
});

describe('Python', () => {
  it.each<Case>([
    ['«import os, re»\n', 'python-code'],
    ['«from xen.util import x» # note\n', 'python-code'],
    ['«def vcpu():»\n', 'python-code'],
    ['«if a == 1:»\n', 'python-code'],
    ['«print "x"»\n', 'python-code'],
    ['«assert vmid»\n', 'python-code'],
    ['name = "web%d" «% 1»\n', 'python-code'],
    ['name = "web" «+ "1"»\n', 'python-code'],
    ['name = "web" «+ str(1)»\n', 'python-code'],
    ['name = "web" «"1"»\n', 'python-code'],
    ['kernel = «arch_libdir()»\n', 'python-code'],
    ['a = «os.uname()[4]»\n', 'python-code'],
    ['a = «("x", "y")»\n', 'python-code'],
    ['a = «{}»\n', 'python-code'],
    ['a = «os.path»\n', 'python-code'],
    ['a = [ «f(1, 2)», "x" ]\n', 'python-code'],
    ['«vcpus(1)»\n', 'python-code'],
    ['«execfile ("common.py")»\n', 'python-code'],
  ])('%j: %s', expectErrors);

  it.each([
    ['a word that only begins like one', 'import_path = 1\n'],
    ['one of its words as a name', 'print = 1\ndef += "x"\n'],
    ['its words in a string', 'extra = "if a in b: import os"\n'],
    ['its operators in a string', `extra = "a % b + f(x)"\n`],
  ])('accepts %s', (_what, text) => expect(parseConfig(text).errors).toEqual([]));
});
