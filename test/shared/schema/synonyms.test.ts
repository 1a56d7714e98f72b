/** The words of other tools lead to options, and none of them is an option itself. */
import { optionByName, synonymOf, wordOf, xendOptionByName } from '@xlcfg/shared/src/schema/index.ts';
import { otherFileOf } from '@xlcfg/shared/src/schema/kinds/otherFiles.ts';
import { SYNONYM_WORDS } from '@xlcfg/shared/src/schema/options/synonyms.ts';
import { expect, it } from 'vitest';

const known = new Map(
  [...optionByName.keys(), ...xendOptionByName.keys()].map((name) => [wordOf(name), name]),
);

it('names are compared without case and separators', () =>
  expect(['max_memory', 'Max-Memory', 'maxMemory'].map(wordOf)).toEqual(Array(3).fill('maxmemory')));

it('no word is an option', () => expect(SYNONYM_WORDS.filter((word) => known.has(word))).toEqual([]));

it('every word leads to options, and what to write instead names one of them', () => {
  for (const word of SYNONYM_WORDS) {
    const { options = [], instead } = synonymOf(word) ?? {};
    expect(options.length, word).toBeGreaterThan(0);
    for (const option of options) expect(optionByName.has(option), option).toBe(true);
    if (instead !== undefined) expect(instead).toMatch(new RegExp(`^\`${options[0]}\\b`));
  }
});

it.each([
  ['autoballoon', 'guest', /xl\.conf/],
  ['autoballoon', 'xl.conf', null],
  ['autoballoon', 'cpupool', /xl\.conf/],
  ['memory', 'xl.conf', /a guest/],
  ['memory', 'guest', null],
  ['nodes', 'guest', /CPU pool/],
  ['nodes', 'cpupool', null],
  ['spec-ctrl', 'guest', /hypervisor/],
  ['keepalive_count', 'guest', /libvirt/],
  ['network_script', 'guest', /xend/],
  ['XENSTORED_ARGS', 'guest', /xencommons/],
  ['hearts', 'guest', null],
] as const)('%s in the file of a %s', (name, kind, of) => {
  const file = otherFileOf(name, kind);
  if (of === null) expect(file).toBeUndefined();
  else expect(file?.of).toMatch(of);
});
