import { resolveCompletion } from '@xlcfg/shared/src/features/completion.ts';
import { FILE_KINDS } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { complete, labels, show } from '../../support/cursor.ts';

describe('hovers in the other kinds of files', () => {
  it.each([
    ['xl.conf', 'auto|balloon="off"', '`autoballoon` (string)\n\nWhether xl takes memory away'],
    ['xl.conf', 'autoballoon="o|ff"', '`off` (`autoballoon`'],
    ['xl.conf', 'vif.default.|bridge="br0"', '`vif.default.bridge` ('],
    ['cpupool', 'cp|us=["0"]', '`cpus` (', 'pool'],
  ] as const)('%s: %s', (kind, marked, ...parts) => {
    for (const part of parts) expect(show(marked, undefined, kind)?.markdown).toContain(part);
  });

  it.each(['xl.conf', 'cpupool'] as const)('%s: options say nothing of guests', (kind) => {
    for (const { name } of FILE_KINDS[kind].options) {
      const markdown = show(`|${name} = 1`, undefined, kind)?.markdown;
      expect(markdown).toContain(`\`${name}\``);
      expect(markdown).not.toContain('Guests: ');
      expect(markdown).not.toContain(' guest**');
    }
  });

  it.each([
    ['xl.conf', 'mem|ory = 1'],
    ['xl.conf', 'blk|if = 1'],
    ['xl.conf', "disk = [ '/a|,raw,xvda' ]"],
    ['xl.conf', "vif = [ 'bri|dge=a' ]"],
    ['cpupool', 'vif.default.|bridge="br0"'],
    ['guest', 'auto|balloon="off"'],
  ] as const)('%s: nothing of another kind in %s', (kind, marked) => {
    expect(show(marked, undefined, kind)).toBeNull();
  });

  it('the cpus of a pool are in no language of guests', () => {
    expect(show('cpus=["0|-3"]', undefined, 'cpupool')?.markdown).not.toContain('set of CPUs');
  });
});

describe('completion in the other kinds of files', () => {
  it.each(['xl.conf', 'cpupool'] as const)('%s: every option of its own, whatever the guest', (kind) => {
    const expected = FILE_KINDS[kind].options
      .filter(({ last }) => last === undefined)
      .map(({ name }) => name);
    expect(labels('|', NEWEST_XEN_VERSION, kind).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['xl.conf', 'autob|', 'autoballoon', 'autoballoon = "auto"'],
    ['xl.conf', 'autoballoon = |', 'off', 'autoballoon = "off"'],
    ['xl.conf', 'vif.def| = "x"', 'vif.default.bridge', 'vif.default.bridge = "x"'],
  ] as const)('%s: %s: %s', (kind, marked, label, expected) => {
    expect(complete(marked, undefined, kind).take(label)).toBe(expected);
  });

  it.each(['disk = [ | ]', "disk = [ '|' ]", "vif = [ '|' ]", 'vif = [ | ]', "cpus = [ '|' ]"])(
    'cpupool: no devices in %s',
    (marked) => expect(labels(marked, undefined, 'cpupool')).toEqual([]),
  );

  it('resolves by the kind of the file', () => {
    const item = complete('|', undefined, 'cpupool').items.find(({ label }) => label === 'cpus');
    const resolved = item && resolveCompletion(JSON.parse(JSON.stringify(item)));
    const summary = FILE_KINDS.cpupool.optionByName.get('cpus')?.summary ?? 'nothing';
    expect(JSON.stringify(resolved?.documentation)).toContain(summary.slice(0, 20));
    expect(JSON.stringify(resolved?.documentation)).not.toContain('Guests: ');
  });
});
