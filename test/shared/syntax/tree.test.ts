/** What the tree of a text holds; see outline.ts for how it is written down here. */

import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { marked } from '../../support/markers.ts';
import { outline } from './outline.ts';

type Case = readonly [text: string, ...lines: readonly string[]];

const expectOutline = (text: string, ...lines: readonly string[]): void =>
  expect(outline(parseConfig(text))).toEqual(lines);

describe('the tree of text that xl accepts', () => {
  it.each<Case>([
    ['', ...[]],
    ['name="web1"\n', 'name = "web1"'],
    ["  name\t= 'web1' ;\n", "name = 'web1'"],
    ['vcpus = 0x10\n', 'vcpus = 0x10'],
    ['a=1;b=2\nc=3', 'a = 1', 'b = 2', 'c = 3'],
    ['a = [ ]\n', 'a = [ ]'],
    ['a=["x",1,[2,],]\n', 'a = [ "x", 1, [ 2, ], ]'],
    ['a = [\n  "x", # one\n  "y"\n]\n', 'a = [ "x", "y" ]', '# one'],
    ['# first\na = 1 # second\n#\n', '# first', 'a = 1', '# second', '#'],
    ['a += "x"\n', 'a += "x"'],
    ['a = "x;#=[]"\n', 'a = "x;#=[]"'],
    ['a = 2@', 'a = 2'],
  ])('%j', expectOutline);
});

describe('the tree of text that xl rejects', () => {
  it.each<Case>([
    // Half-typed settings stay.
    ['mem', 'mem ? ?'],
    ['mem\nvcpus = 1\n', 'mem ? ?', 'vcpus = 1'],
    ['memory 512\n', 'memory ? ?'],
    ['memory =', 'memory = ?'],
    ['memory +=\n', 'memory += ?'],
    ['memory =\n512\nvcpus = 1\n', 'memory = ?', '512 ? ?', 'vcpus = 1'],
    // Names that xl does not allow are names nevertheless.
    ['On-Crash = "x"\n', 'On-Crash = "x"'],
    ['name: "web1"\nvcpus = 1\n', 'name ? ?', 'vcpus = 1'],
    // Text where a value should be ends with the statement, before a comment.
    ['type = hvm # note\n', 'type = ?hvm?', '# note'],
    ['type = hvm; vcpus = 1\n', 'type = ?hvm?', 'vcpus = 1'],
    ['extra = a b  c \n', 'extra = ?a b  c?'],
    ['a = f(x, [1])\nb = 1\n', 'a = ?f(x, [1])?', 'b = 1'],
    // Two settings on a line are two settings.
    ['a = 1 b = 2 c = 3\n', 'a = 1', 'b = 2', 'c = 3'],
    ['a = "x" "y"\nb = 1\n', 'a = "x"', 'b = 1'],
    // Lines of something else are left out.
    ['import os\nb = 1\n', 'b = 1'],
    ['@@ b = 1\nc = 2\n', 'c = 2'],
    ['[section]\na = 1\n', 'a = 1'],
    ['\ufeffa = 1\r\nb = "x"\r\n', 'a = 1', 'b = "x"'],
    ['a\u00a0=\u00a01\n', 'a = 1'],
  ])('%j', expectOutline);
});

describe('unfinished strings', () => {
  it.each<Case>([
    ['a = "x', 'a = "x…'],
    ['a = "x\nb = 1\n', 'a = "x…', 'b = 1'],
    ["a = '\nb = 1\n", "a = '…", 'b = 1'],
    ['a = "x # no comment\nb = 1\n', 'a = "x # no comment…', 'b = 1'],
    ['a = "x\\\nb = 1\n', 'a = "x\\…', 'b = 1'],
    ['a = "x\r\nb = 1\r\n', 'a = "x…', 'b = 1'],
    // In a list, a bracket at the end of the line is the bracket.
    ['a = [ "x ]\nb = 1\n', 'a = [ "x… ]', 'b = 1'],
    ['a = [ "x]\nb = 1\n', 'a = [ "x… ]', 'b = 1'],
    ['a = [ "x\n]\nb = 1\n', 'a = [ "x… ]', 'b = 1'],
    ['a = [ "x,\n"y" ]\nb = 1\n', 'a = [ "x,… "y" ]', 'b = 1'],
    ['disk = [ "', 'disk = [ "… …'],
    ['disk = [ "/dev/x,raw,', 'disk = [ "/dev/x,raw,… …'],
    // Outside a list it is not a bracket of ours.
    ['a = "x ]\n', 'a = "x ]…'],
  ])('%j', expectOutline);
});

describe('unfinished lists', () => {
  it.each<Case>([
    ['a = [', 'a = [ …'],
    ['a = [ "x"', 'a = [ "x" …'],
    ['a = [ "x",', 'a = [ "x", …'],
    ['a = [ [ 1, [ 2', 'a = [ [ 1, [ 2 … … …'],
    // A line that begins like a setting ends the list, whatever is open.
    ['a = [ "x",\nb = 1\n', 'a = [ "x", …', 'b = 1'],
    ['a = [\n\nb += [ 1 ]\n', 'a = [ …', 'b += [ 1 ]'],
    ['a = [ [ 1\n  b = 1\n', 'a = [ [ 1 … …', 'b = 1'],
    ['a = [ "x\nb = 1\n', 'a = [ "x… …', 'b = 1'],
    ['a = [ # note\nb = 1\n', 'a = [ …', '# note', 'b = 1'],
    // Lines that do not, do not.
    ['a = [\nb,\n"x" ]\nc = 1\n', 'a = [ ?b?, "x" ]', 'c = 1'],
    ['a = [\n"b = 1"\n]\n', 'a = [ "b = 1" ]'],
    ['a = [\nb == 1 ]\nc = 1\n', 'a = [ ?b == 1? ]', 'c = 1'],
  ])('%j', expectOutline);
});

describe('lists with mistakes', () => {
  it.each<Case>([
    ['a = [ "x" "y" ]\n', 'a = [ "x" "y" ]'],
    ['a = [ , 1, , 2 ]\n', 'a = [, 1,, 2 ]'],
    ['a = [ hvm, True, -1 ]\n', 'a = [ ?hvm?, ?True?, ?-1? ]'],
    ['a = [ f(1, 2), g([3]) ]\n', 'a = [ ?f(1, 2)?, ?g([3])? ]'],
    ['a = [ 1; 2 ]\n', 'a = [ 1 2 ]'],
    ['a = [ 1 ] ]\nb = 1\n', 'a = [ 1 ]', 'b = 1'],
  ])('%j', expectOutline);
});

describe('spans', () => {
  it('of a setting reach from its name to the end of what is there', () => {
    const { text, spans } = marked('«a = "x"» ; «b»\n«c =» # note\n«d = [ 1,» \n«e += [ 2 ]»\n');
    expect(parseConfig(text).settings.map(({ start, end }) => ({ start, end }))).toEqual(spans);
  });

  it('of a list hold its brackets, those of an unfinished one what belongs to it', () => {
    const { text, spans } = marked('a = «[ 1, «[ 2 ]» ]»\nb = «[ 3,» \n');
    const lists = parseConfig(text).settings.flatMap(({ value }) =>
      value?.kind === 'list' ? [value, ...value.items.filter(({ kind }) => kind === 'list')] : [],
    );
    expect(lists.map(({ start, end }) => ({ start, end }))).toEqual(spans);
  });

  it('count UTF-16 code units', () => {
    const { text, spans } = marked('a = "😀é" ; «b» = 1\n');
    const { start, end } = parseConfig(text).settings[1]?.name ?? {};
    expect([{ start, end }]).toEqual(spans);
  });
});
