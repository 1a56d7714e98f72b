/** Where in the file each value comes from that xl makes of it. */
import type { ConfigNode, Origin } from '@xlcfg/shared/src/effective/index.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/options/index.ts';
import type { OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { at, configurationOf, PV } from './effectiveConfigOf.ts';

const originsIn = (node: ConfigNode): readonly Origin[] => {
  const inner =
    node.kind === 'object' ? node.entries.map(([, one]) => one) : node.kind === 'list' ? node.items : [];
  return [...node.origins, ...inner.flatMap(originsIn)];
};

describe('origins', () => {
  it.each([
    ['«memory = 512»', 'b_info target_memkb'],
    ['«extra = "a"»\n«extra += "b"»', 'b_info cmdline'],
    ['extra = "x"\n«extra = "a"»', 'b_info cmdline'],
    ['«root = "r"»\n«extra = "a"»', 'b_info cmdline'],
    ["disk = [ '/a,raw,xvda', «'/b,raw,xvdb'» ]", 'disks 1'],
    ['vcpus = 1\n«cpus = "1"»', 'b_info vcpu_hard_affinity'],
    ['vcpus = 1\ncpus = [ «"1"» ]', 'b_info vcpu_hard_affinity 0'],
    ['vsnd = [ «[ "CARD" ]» ]', 'vsnds 0'],
  ])('%s', (marked, path) => {
    const text = `${PV}${marked.replace(/[«»]/g, '')}\n`;
    const spans = (at(configurationOf(text), path)?.origins ?? []).map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(spans).toEqual([...marked.matchAll(/«([^»]*)»/g)].map(([, inside]) => inside));
  });

  /** The options that give PCI devices their defaults show as those; the example of one is the default of xl. */
  const ELSEWHERE = new Set([
    'pci_permissive',
    'pci_msitranslate',
    'pci_seize',
    'pci_power_mgmt',
    'on_poweroff',
  ]);
  const shown = OPTIONS.filter(({ name, unused, example }) => example && !unused && !ELSEWHERE.has(name));

  /** Guests of all kinds that have the option with its example, and what they need beside it. */
  const textsOf = ({ name, example = '' }: OptionSchema): string[] => {
    const has = (one: string): boolean => new RegExp(`^${one} *=`, 'm').test(example);
    return ['builder = "hvm"', 'type = "hvm"', 'type = "pvh"', 'type = "pv"'].flatMap((type) =>
      ['', 'kernel = "/k"'].map((kernel) =>
        [type, kernel, 'name = "a"', 'vcpus = 2', example]
          .filter((line) => line === example || !has(line.split(' ')[0] ?? ''))
          .filter((line) => name !== 'builder' || !line.startsWith('type'))
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
  };

  it.each(shown)('$name has a place in what xl makes', (option) => {
    const xenVersion = option.last ?? NEWEST_XEN_VERSION;
    const found = textsOf(option).flatMap((text) => originsIn(configurationOf(text, { xenVersion })));
    expect(found.map((origin) => origin.option)).toContain(option.name);
  });
});
