import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import {
  DISK_PARAMETERS,
  DISK_PREFIXES,
  diskParameter,
  diskPrefix,
  POSITIONAL_PARAMETERS,
} from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';

/** The disk strings of a line of configuration. */
const disksIn = (line: string): string[] => {
  const { errors, settings } = parseConfig(line);
  expect(errors).toEqual([]);
  const value = settings[0]?.value;
  return (value?.kind === 'list' ? value.items : []).flatMap((item) =>
    item.kind === 'string' ? [item.content.text] : [],
  );
};

const inCode = (markdown: string): string[] =>
  Array.from(markdown.matchAll(/`([^`]+)`/g), ([, text = '']) => text);

describe('what xl knows, release by release', () => {
  it.each([
    ['4.2', 'target format vdev access cdrom devtype backendtype script'],
    ['4.3', 'backend'],
    ['4.5', 'discard no-discard direct-io-safe'],
    ['4.8', 'colo no-colo colo-host colo-port colo-export active-disk hidden-disk'],
    ['4.17', 'specification'],
    ['4.19', 'trusted untrusted grant_usage'],
  ])('parameters and flags new in %s', (xenVersion, names) => {
    const found = DISK_PARAMETERS.filter(({ since }) => since === xenVersion).map(({ name }) => name);
    expect(found.toSorted()).toEqual(names.split(' ').toSorted());
  });

  it.each([
    ['format', 'raw qcow2 qcow vhd qed:4.9 empty'],
    ['access', 'rw ro w r'],
    ['devtype', 'cdrom disk'],
    ['backendtype', 'phy qdisk tap standalone:4.17'],
    ['specification', 'xen virtio'],
    ['grant_usage', '1 0'],
  ])('values of %s', (name, values) => {
    const found = diskParameter(name)?.values?.map((value) =>
      value.since ? `${value.name}:${value.since}` : value.name,
    );
    expect(found).toEqual(values.split(' '));
  });

  it('takes each value in the release that brought it, and not in the one before', () => {
    for (const { name, values = [], since: parameterSince } of DISK_PARAMETERS) {
      for (const { name: word, since = parameterSince } of values) {
        const target = word === 'empty' || word === 'cdrom' ? '' : '/x';
        const flag = word === 'empty' ? 'cdrom,' : '';
        const spec = `vdev=xvda,${flag}${name}=${word},target=${target}`;
        expect(parseDiskSpec(spec, since).faults, `${spec} in ${since}`).toEqual([]);
        // 4.1 had another grammar, which the parser does not tell apart.
        const before = since === '4.2' ? undefined : XEN_VERSIONS[XEN_VERSIONS.indexOf(since) - 1];
        if (before) expect(parseDiskSpec(spec, before).faults, `${spec} in ${before}`).not.toEqual([]);
      }
    }
  });

  it.each([
    ['blockDevice', 'phy file tap tap2'],
    ['access', 'aio tapdisk ioemu'],
    ['format', 'raw qcow qcow2 vhd'],
    ['script', 'iscsi nbd enbd drbd'],
  ])('prefixes of the group %s', (group, names) => {
    expect(DISK_PREFIXES.filter((prefix) => prefix.group === group).map(({ name }) => name)).toEqual(
      names.split(' '),
    );
  });

  it('hands out places in the order of xl', () => {
    expect(POSITIONAL_PARAMETERS.map(({ name, position }) => [position, name])).toEqual([
      [1, 'target'],
      [2, 'format'],
      [3, 'vdev'],
      [4, 'access'],
    ]);
  });
});

describe('the document of 2011', () => {
  // Its names, and what they are called today.
  it.each(['format', 'target', 'vdev', 'devtype', 'access', 'backendtype'])('is told of by %s', (name) => {
    expect(diskParameter(name)?.history).toMatch(/\.$/);
  });

  it('is told of by every prefix', () => {
    for (const { name, history } of DISK_PREFIXES) expect(history, name).toMatch(/\.$/);
  });
});

describe('lookups', () => {
  it.each([
    ['vdev', 'vdev'],
    ['no-discard', 'no-discard'],
    ['Vdev', undefined],
    ['transport', undefined],
    ['', undefined],
  ])('diskParameter(%j)', (name, found) => expect(diskParameter(name)?.name).toBe(found));

  it.each([
    ['tap2', 'tap2'],
    ['TAP', undefined],
    ['qed', undefined],
    ['', undefined],
  ])('diskPrefix(%j)', (name, found) => expect(diskPrefix(name)?.name).toBe(found));
});

describe('the documentation', () => {
  const entries = [...DISK_PARAMETERS, ...DISK_PREFIXES];

  it.each(entries.map((entry) => [entry.name, entry] as const))(
    '%s has a plain summary and details',
    (_, entry) => {
      expect(entry.summary).toMatch(/^[A-Za-z][^`*]*\.$/);
      expect(entry.details).toMatch(/\.$/);
    },
  );

  it('shows examples that xl takes', () => {
    const examples = DISK_PARAMETERS.flatMap(({ example }) => example ?? []);
    expect(examples.length).toBeGreaterThan(15);
    for (const disk of examples.flatMap(disksIn)) {
      const { faults: errors, fields } = parseDiskSpec(disk, NEWEST_XEN_VERSION);
      expect(errors, disk).toEqual([]);
      expect(parseVdev(fields.vdev ?? ''), disk).not.toBeNull();
    }
  });

  it('shows an example that uses the parameter', () => {
    for (const { name, form, position, example } of DISK_PARAMETERS) {
      if (!example || position) continue;
      expect(example, name).toContain(form === 'flag' ? name : `${name}=`);
    }
  });

  it('names a spec that xl takes instead of each prefix', () => {
    for (const { name, instead } of DISK_PREFIXES) {
      const specs = inCode(instead).filter((text) => text.includes(','));
      expect(specs.length, name).toBeGreaterThan(0);
      for (const spec of specs) expect(parseDiskSpec(spec, NEWEST_XEN_VERSION).faults, spec).toEqual([]);
    }
  });

  it('says of each prefix of a format or a script what xl does with it', () => {
    for (const { name, group, instead } of DISK_PREFIXES) {
      const { fields } = parseDiskSpec(`${name}:/x,xvda,w`, NEWEST_XEN_VERSION);
      const expected = {
        format: group === 'format' ? name : 'raw',
        script: group === 'script' ? `block-${name}` : null,
      };
      expect({ format: fields.format, script: fields.script }, name).toEqual(expected);
      if (group === 'format') expect(inCode(instead)).toContain(`format=${name}`);
      if (group === 'script') expect(inCode(instead)).toContain(`script=block-${name}`);
    }
  });
});
