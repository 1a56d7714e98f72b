import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { DEFAULT_FORMATTING } from '@xlcfg/shared/src/features/formatting/formatting.ts';
import { formatOnType } from '@xlcfg/shared/src/features/formatting/onType.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { withCursor } from '../../../support/markers.ts';

/** The text after the edits; the cursor stands behind what was typed. */
function typed(source: string, options = DEFAULT_FORMATTING): string {
  const { text, offset } = withCursor(source);
  return applyEdits(text, formatOnType(open(text), offset, text.charAt(offset - 1), options));
}

describe('after a line feed', () => {
  it.each([
    ['within brackets', 'a = [\n|\n]\n', 'a = [\n    \n]\n'],
    ['in a list that is open', "a = [\n    'x',\n|", "a = [\n    'x',\n    "],
    ['before the next setting', 'a = [\n|\nb=1\n', 'a = [\n    \nb=1\n'],
    ['in a list in a list', 'a = [\n    [\n|\n', 'a = [\n    [\n        \n'],
    ['before the closing bracket', "a = [\n    'x'\n        |]\n", undefined],
    ['before the closing bracket, at its beginning', "a = [\n    'x'\n|        ]\n", "a = [\n    'x'\n]\n"],
    ['before an item', "a = [ 'x',\n|'y' ]\n", "a = [ 'x',\n    'y' ]\n"],
    ['formats the setting before', 'a=1\n|', 'a = 1\n'],
    ['formats nothing else', 'a=1\nb=2\n|c=3\n', 'a=1\nb = 2\nc=3\n'],
    ['formats a list that is done', "a=['x']\n|", "a = [ 'x' ]\n"],
    ['leaves half a setting', 'a=\n|', 'a=\n'],
    ['leaves blank lines', 'a=1\n\n\n\n\n|\n\n\n', 'a=1\n\n\n\n\n\n\n\n'],
    ['leaves the end of the file', 'a=1\n|b=2', 'a = 1\nb=2'],
  ])('%s', (_what, source, after) => expect(typed(source)).toBe(after ?? withCursor(source).text));

  it('indents as the editor asks', () =>
    expect(typed('a = [\n|', { tabSize: 8, insertSpaces: false })).toBe('a = [\n\t'));
});

describe('after a closing bracket', () => {
  it.each([
    ['formats its setting', "b=1\na=['x','y']|\n", "b=1\na = [ 'x', 'y' ]\n"],
    ['of a list in a list formats nothing', "a=[['x']|\n", "a=[['x']\n"],
    ['in a string formats nothing', "a='x]|'\n", "a='x]'\n"],
    ['before a mistake formats nothing', "a=['x']| 'y'\n", "a=['x'] 'y'\n"],
    ['leaves the comment behind it', "a=['x']|   # y\n", "a = [ 'x' ]  # y\n"],
  ])('%s', (_what, source, after) => expect(typed(source)).toBe(after));
});

it('another character formats nothing', () => expect(typed('a=1,|\n')).toBe('a=1,\n'));
