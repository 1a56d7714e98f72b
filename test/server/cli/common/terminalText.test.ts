import { describe, expect, it } from 'vitest';
import { escapeControls, escapeLines } from '../../../../server/src/cli/common/terminalText.ts';

describe('characters on which a terminal acts', () => {
  it.each([
    ['plain é 日本 😀', 'plain é 日本 😀'],
    ['\x1b[31mred', '\\x1b[31mred'],
    ['a\tb\r\n', 'a\\x09b\\x0d\\x0a'],
    ['\x7f\x9b', '\\x7f\\x9b'],
    ['\ufeffa\u202eb\u2028', '\\ufeffa\\u202eb\\u2028'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('are escaped in %j', (text, expected) => {
    expect(escapeControls(text)).toBe(expected);
  });

  it('do not include line feeds in text of several lines', () => {
    expect(escapeLines('a\x1b\nb\n')).toBe('a\\x1b\nb\n');
  });
});
