/** When completion offers something, and when it leaves Enter, comma and space to the user. */
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { describe, expect, it } from 'vitest';
import { complete, HVM, labels, openMarked } from '../../../support/cursor.ts';

const typed = (marked: string): number => {
  const trigger = marked[marked.indexOf('|') - 1] ?? '';
  return complete(marked, undefined, undefined, { trigger }).items.length;
};

describe('a typed character that may be followed by a new line opens nothing', () => {
  it.each([
    'disk = [|]',
    "disk = [ '/a,raw,xvda,rw',|]",
    "vif = [ 'bridge=br0', | ]",
    'pci = [ |',
    `${HVM}viridian = [|`,
    'type = |',
    'memory = 512\n |',
    'memory = 512; |',
    "disk = '|",
  ])('%s', (marked) => expect(typed(marked)).toBe(0));

  it.each(['disk = [|]', 'type = |', 'memory = 512\n |', "vif = [ 'bridge=br0', | ]"])(
    '%s: there is something for those who ask',
    (marked) => expect(labels(marked)).not.toEqual([]),
  );
});

describe('a typed character opens what can follow it', () => {
  it.each([
    "vif = [ '|' ]",
    "vif = [ 'model=|' ]",
    "disk = [ '/a,|' ]",
    "disk = [ '/a, |' ]",
    'type =|',
    'type = "|"',
  ])('%s', (marked) => expect(typed(marked)).toBeGreaterThan(0));
});

describe('a complete value offers nothing', () => {
  it.each([
    `${HVM}localtime = 1|`,
    `${HVM}localtime = 0|`,
    'vcpus = 1|',
    'type = "pv|"',
    'type = "pvh|',
    'on_reboot = "restart|"',
    `${HVM}viridian = [ "base|" ]`,
    "disk = [ '/a,raw|' ]",
    "disk = [ '/a,raw,xvda|' ]",
    "disk = [ '/a,raw,xvda,rw|' ]",
    "disk = [ '/a,raw,xvda,rw,cdrom|' ]",
    `${HVM}vif = [ 'model=e1000|' ]`,
    'memory| = 512',
    'irqs = [ 8|',
    // The default is 256.
    'cpu_weight = 2|',
  ])('%s', (marked) => expect(labels(marked)).toEqual([]));

  it('the default of a number is offered where no digit is typed', () =>
    expect(labels('cpu_weight = |')).toEqual(['256']));

  it.each([
    ['type = "p|v"', 'pvh'],
    ["disk = [ '/a,|raw' ]", 'qcow2'],
    ['mem|ory = 512', 'maxmem'],
  ])('%s: another one is offered within it', (marked, label) => expect(labels(marked)).toContain(label));
});

it('an editor that filters the items must ask again for values, not for names', () => {
  const isIncomplete = (marked: string): boolean => {
    const { doc, offset } = openMarked(marked);
    return completion(doc, doc.text.positionAt(offset)).isIncomplete;
  };
  expect(isIncomplete('mem|')).toBe(false);
  expect(isIncomplete('type = "p|"')).toBe(true);
  expect(isIncomplete("disk = [ '/a,r|' ]")).toBe(true);
});

describe('for an editor', () => {
  const suggestCommand = 'editor.suggest';
  const item = (marked: string, label: string, tools: object) =>
    complete(marked, undefined, undefined, tools).items.find((one) => one.label === label);

  it.each([
    ['|', 'disk', "disk = [ '$1' ]"],
    ['|', 'type', 'type = "$1"'],
    ['|', 'name', 'name = "$1"'],
    ["vif = [ '|' ]", 'bridge=', 'bridge='],
    ["vif = [ '| mac=' ]", 'bridge=', 'bridge=$0,'],
  ])('%s: %s is followed by suggestions if it has a command for them', (marked, label, newText) => {
    const found = item(marked, label, { suggestCommand });
    expect(found?.textEdit?.newText).toBe(newText);
    expect(found?.command?.command).toBe(suggestCommand);
    expect(item(marked, label, {})?.command).toBeUndefined();
  });

  it.each([
    ['|', 'memory'],
    [HVM, 'localtime'],
    ['type = "|"', 'pvh'],
    ["disk = [ '/a,|' ]", 'raw'],
  ])('%s: nothing follows %s', (marked, label) =>
    expect(
      item(marked.includes('|') ? marked : `${marked}|`, label, { suggestCommand })?.command,
    ).toBeUndefined(),
  );

  it('without snippets no value comes with a name', () => {
    const found = item('|', 'memory', { insertsSnippets: false });
    expect(found?.textEdit?.newText).toBe('memory = ');
  });
});
