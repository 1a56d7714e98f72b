/** Edits that remove an item of a list, and that add the line of a setting. */
import { addSettingAfter } from '@xlcfg/shared/src/edits/addSetting.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { removeItem } from '@xlcfg/shared/src/edits/removeItem.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { expect, it } from 'vitest';
import { marked } from '../../support/markers.ts';

it.each([
  ["pci = [ «'a'» ]\n", 'pci = [  ]\n'],
  ["pci = [ «'a'», 'b' ]\n", "pci = [ 'b' ]\n"],
  ["pci = [ 'a', «'b'» ]\n", "pci = [ 'a' ]\n"],
  ["pci = [ 'a', «'b'», 'c' ]\n", "pci = [ 'a', 'c' ]\n"],
  ["pci = [ 'a', «'b'», ]\n", "pci = [ 'a', ]\n"],
  ["pci = [\n  'a',\n  «'b'»,\n  'c',\n]\n", "pci = [\n  'a',\n  'c',\n]\n"],
  ["pci = [\n  'a',\n  «'b'»\n]\n", "pci = [\n  'a'\n]\n"],
  ["pci = [ «'a'»,\n        'b' ]\n", "pci = [ \n        'b' ]\n"],
  // A comment is about the item, and stays with the comma before it.
  ["pci = [ 'a', # one\n  «'b'» ]\n", "pci = [ 'a', # one\n   ]\n"],
])('%j without the item is %j', (source, without) => {
  const { text, spans } = marked(source);
  const [item = { start: 0, end: 0 }] = spans;
  const edit = removeItem(text, item);
  const after = applyEdits(text, [edit]);
  expect(after).toBe(without);
  expect(parseConfig(after).errors).toEqual([]);
});

it.each([
  ['vcpus = 2\n', 'vcpus = 2\nmemory = 512\n'],
  ['vcpus = 2 # two\nname = "a"\n', 'vcpus = 2 # two\nmemory = 512\nname = "a"\n'],
  ['vcpus = 2\r\n', 'vcpus = 2\r\nmemory = 512\r\n'],
  ['vcpus = 2', 'memory = 512\nvcpus = 2'],
  ['vcpus = 2; name = "a"\n', 'memory = 512\nvcpus = 2; name = "a"\n'],
])('a line after the first setting of %j gives %j', (text, expected) => {
  const [setting] = parseConfig(text).settings;
  if (!setting) throw new Error('a setting is wanted');
  expect(applyEdits(text, [addSettingAfter(text, setting, 'memory = 512')])).toBe(expected);
});
