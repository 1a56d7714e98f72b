import { describe, expect, test } from 'vitest';
import configuration from '../../client/language-configuration.json' with { type: 'json' };

const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
const [rule] = configuration.onEnterRules;
if (rule === undefined) throw new Error('There is no rule for Enter.');

test.each([
  ['disk = [', true],
  ["disk = [ '/a,raw,xvda',", true],
  ["vnuma = [ [ 'pnode=0',", true],
  ["disk = [ # the ']' is in the comment", true],
  ["disk = [ '/a]b',", true],
  ["disk = [ '/a,raw,xvda' ]", false],
  ['memory = 512', false],
  ['# disk = [', false],
  ["name = 'a['", false],
])('indents the line after %s: %j', (line, expected) => {
  expect(new RegExp(increaseIndentPattern).test(line)).toBe(expected);
});

test.each([
  ['  ]', true],
  ["  '/a,raw,xvda' ]", false],
])('outdents the line %j: %j', (line, expected) => {
  expect(new RegExp(decreaseIndentPattern).test(line)).toBe(expected);
});

test.each([
  ["disk = [ '/a',", ' ]', true],
  ["disk = [ '/a' ]", '', false],
  ["disk = [ '/a',", " '/b' ]", false],
])('Enter between %j and %j moves the bracket to its own line: %j', (before, after, expected) => {
  expect(new RegExp(rule.beforeText).test(before) && new RegExp(rule.afterText).test(after)).toBe(expected);
});

describe('a double click selects', () => {
  test.each([
    ['on_cr|ash = 1', 'on_crash'],
    ["'xv|da,w'", 'xvda'],
    ["'no-dis|card,'", 'no-discard'],
    ["'direct-io-|safe'", 'direct-io-safe'],
    ["'back|endtype=qdisk'", 'backendtype'],
    ["'ip=10.0.|0.1,x'", '10.0.0.1'],
    ["'bridge=xen-|br0'", 'xen-br0'],
    ['0x|10', '0x10'],
  ])('%s', (marked, expected) => {
    const cursor = marked.indexOf('|');
    const text = marked.replace('|', '');
    const words = [...text.matchAll(new RegExp(configuration.wordPattern, 'g'))];
    expect(words.find(({ index, 0: word }) => index <= cursor && cursor <= index + word.length)?.[0]).toBe(
      expected,
    );
  });
});
