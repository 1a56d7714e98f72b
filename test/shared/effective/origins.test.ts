/** Where in the file each value comes from that xl makes of it. */
import type { ConfigNode, Origin } from '@xlcfg/shared/src/effective/index.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/options/index.ts';
import type { OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { at, configurationOf, PV, plain } from './effectiveConfigOf.ts';

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
});

/**
 * Guests of all types that set the option, with what its example needs besides; `value` in place of the example's. The
 * second text is the same guest without the option.
 */
function guestsWith(
  { name, example = '' }: OptionSchema,
  value?: string,
): readonly (readonly [string, string])[] {
  const lines = example.split('\n');
  const isSetting = (line: string): boolean => line.startsWith(`${name} =`) || line.startsWith(`${name}=`);
  const own = value === undefined ? lines.filter(isSetting) : [`${name} = ${value}`];
  const others = lines.filter((line) => !isSetting(line));
  const has = (line: string): boolean =>
    [...own, ...others].some((one) => one.split(/[ =]/)[0] === line.split(' ')[0]);
  return ['builder = "hvm"', 'type = "hvm"', 'type = "pvh"', 'type = "pv"'].flatMap((type) =>
    ['', 'kernel = "/k"'].map((kernel) => {
      const usual = [type, kernel, 'name = "a"', 'vcpus = 2'].filter((line) => !has(line));
      const textOf = (settings: readonly string[]): string =>
        [...usual, ...settings, ...others].map((line) => `${line}\n`).join('');
      return [textOf(own), textOf([])] as const;
    }),
  );
}

/** The value of the example, and each word of the option: one of them is the default, which leaves no trace. */
const valuesOf = ({ values = [], kind }: OptionSchema): readonly (string | undefined)[] => [
  undefined,
  ...(kind.startsWith('boolean') ? ['0', '1'] : []),
  ...values.map(({ name }) => `"${name}"`),
];

describe('every option that xl uses', () => {
  it.each(OPTIONS.filter(({ unused }) => !unused))('$name changes the effective configuration', (option) => {
    const xenVersion = option.last ?? NEWEST_XEN_VERSION;
    const changes = valuesOf(option).some((value) =>
      guestsWith(option, value).some(
        ([text, without]) =>
          JSON.stringify(plain(configurationOf(text, { xenVersion }))) !==
          JSON.stringify(plain(configurationOf(without, { xenVersion }))),
      ),
    );
    expect(changes).toBe(true);
  });

  /** They set the defaults of PCI devices, and show at the devices. */
  const isDefaultOfDevices = ({ name }: OptionSchema): boolean => /^pci_/.test(name);

  it.each(OPTIONS.filter((option) => !option.unused && !isDefaultOfDevices(option)))(
    '$name is the origin of the values that it sets',
    (option) => {
      const xenVersion = option.last ?? NEWEST_XEN_VERSION;
      const origins = valuesOf(option).flatMap((value) =>
        guestsWith(option, value).flatMap(([text]) => originsIn(configurationOf(text, { xenVersion }))),
      );
      expect(origins.map((origin) => origin.option)).toContain(option.name);
    },
  );
});
