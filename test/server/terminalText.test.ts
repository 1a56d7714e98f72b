import { describe, expect, it } from 'vitest';
import { escapeControls, escapeInJson, escapeLines } from '../../server/src/terminalText.ts';

describe('characters on which a terminal or a CI server acts', () => {
  it.each([
    ['plain é 日本 😀', 'plain é 日本 😀'],
    ['\x1b[31mred', '\\x1b[31mred'],
    ['a\tb\r\n', 'a\\x09b\\x0d\\x0a'],
    ['\x7f\x9b', '\\x7f\\x9b'],
    ['\ufeffa\u202eb\u2028', '\\ufeffa\\u202eb\\u2028'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
    ['a ##[add-mask]b', 'a #\\x23[add-mask]b'],
    ['####vso[task.complete]', '###\\x23vso[task.complete]'],
    ['## [a title] ##', '## [a title] ##'],
  ])('are escaped in %j', (text, expected) => {
    expect(escapeControls(text)).toBe(expected);
  });

  it('do not include line feeds in text of several lines', () => {
    expect(escapeLines('a\x1b\nb\n')).toBe('a\\x1b\nb\n');
  });

  it('include the colon at the start of a line that GitHub Actions takes for a command', () => {
    expect(escapeLines('a::b\n  ::warning::c\n::d')).toBe('a::b\n  \\x3a:warning::c\n\\x3a:d');
  });
});

describe('JSON', () => {
  it('has escapes for such characters, and the same value', () => {
    const value = { '\u202e\u{e0041}\x9b': '##[add-mask]é😀\n' };
    const escaped = escapeInJson(JSON.stringify(value, null, 1));
    expect(escaped).toBe('{\n "\\u202e\\udb40\\udc41\\u009b": "#\\u0023[add-mask]é😀\\n"\n}');
    expect(JSON.parse(escaped)).toEqual(value);
  });
});
