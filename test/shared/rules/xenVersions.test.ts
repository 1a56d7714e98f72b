/**
 * What changed from Xen 4.17 to 4.22, each row with the verdict of the xl of each release. `B` is a minimal pvh guest,
 * `H` a minimal hvm guest. Red: xl rejects the file or dies of it, or libxl fails on it before there is a guest.
 */

import { XEN_VERSIONS, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, test } from 'vitest';
import { open } from '../../support/documents.ts';

const B = 'name="a"\ntype="pvh"\nkernel="/k"\nmemory=256\n';
const H = 'name="a"\ntype="hvm"\nmemory=256\n';

type Verdict = 'green' | 'red';

interface Row {
  readonly base: string;
  readonly settings: readonly string[];
  /** The verdict from the release on, until the next one that is given. */
  readonly verdicts: Partial<Record<XenVersion, Verdict>>;
  /** Rules that say something in these releases. */
  readonly says?: Partial<Record<XenVersion, readonly string[]>>;
  /** Rules that are silent in these releases. */
  readonly silent?: Partial<Record<XenVersion, readonly string[]>>;
}

const always = (verdict: Verdict): Row['verdicts'] => ({ '4.17': verdict });
const from = (xenVersion: XenVersion, verdict: Verdict): Row['verdicts'] => ({
  '4.17': verdict === 'red' ? 'green' : 'red',
  [xenVersion]: verdict,
});

/** An option that 4.17 passes over, with values that are rejected once it is read, and values that are taken. */
const newOption = (
  base: string,
  since: XenVersion,
  values: { readonly taken: readonly string[]; readonly refused: readonly string[] },
): readonly Row[] => {
  const before = XEN_VERSIONS[XEN_VERSIONS.indexOf(since) - 1] ?? '4.17';
  const unread = { '4.17': ['wrong-release'], [before]: ['wrong-release'] };
  const read = { [since]: ['wrong-release'], '4.22': ['wrong-release'] };
  return [
    { base, settings: values.taken, verdicts: always('green'), says: unread, silent: read },
    { base, settings: values.refused, verdicts: from(since, 'red'), says: unread },
  ];
};

const NINETY_NINE = Array.from({ length: 99 }, () => '"oem=x"').join(',');

/** Other verdict or meaning for text that 4.17 already reads. */
const CHANGED: readonly Row[] = [
  {
    base: B,
    settings: [
      'disk=["vdev=xvda,trusted,target=/x"]',
      'disk=["vdev=xvda,untrusted,target=/x"]',
      'disk=["/x,raw,xvda,w,trusted"]',
      'disk=["phy:/x,xvda,w,trusted"]',
      'disk=["/x,raw,xvda,trusted"]',
      'disk=["/x,trusted,raw,xvda,w"]',
    ],
    verdicts: from('4.19', 'green'),
  },
  // 4.17 takes it for the name of the disk, which libxl then does not know.
  {
    base: B,
    settings: ['disk=["/x,,trusted"]'],
    verdicts: always('red'),
    says: { '4.17': ['vdev-unknown'], '4.18': ['vdev-unknown'] },
    silent: { '4.19': ['vdev-unknown'], '4.22': ['vdev-unknown'] },
  },
  {
    base: B,
    settings: ['disk=["vdev=xvda,grant_usage=1,target=/x"]', 'disk=["vdev=xvda,grant_usage=0,target=/x"]'],
    verdicts: from('4.19', 'green'),
  },
  {
    base: B,
    settings: ['grant_usage=2', 'grant_usage=yes', 'grant_usage=', 'grant_usage'].map(
      (part) => `disk=["vdev=xvda,${part},target=/x"]`,
    ),
    verdicts: always('red'),
  },
  {
    base: B,
    settings: ['cpus="0-3"'],
    verdicts: always('green'),
    says: { '4.17': ['affinity-without-vcpus'], '4.21': ['affinity-without-vcpus'] },
    silent: { '4.22': ['affinity-without-vcpus'] },
  },
  { base: B, settings: ['cpus=["foo"]', 'cpus_soft=["foo"]'], verdicts: from('4.22', 'red') },
  { base: B, settings: ['cpus="foo"', 'cpus_soft="foo"'], verdicts: always('red') },
  { base: B, settings: ['cpus=["0","foo"]', 'vcpus=1\ncpus=["0","foo"]'], verdicts: always('green') },
  { base: B, settings: ['cpus=""', 'cpus="0-3,^0-3"', 'cpus="^0"'], verdicts: from('4.22', 'red') },
  { base: B, settings: ['vcpus="-1"', 'vcpus="-2147483648"'], verdicts: from('4.22', 'green') },
  { base: B, settings: ['vcpus=0', 'vcpus="x"', ''], verdicts: always('green') },
  { base: B, settings: ['device_model_version="qemu-xen-traditional"'], verdicts: from('4.21', 'red') },
  {
    base: B,
    settings: ['p9=["tag=a"]', 'p9=["path=/x,security_model=none"]', 'p9=["tag=a,path=/x"]'],
    verdicts: from('4.19', 'green'),
  },
  {
    base: B,
    settings: ['p9=["tag=a,path=/x,security_model=none","tag=b"]'],
    verdicts: { '4.17': 'green', '4.18': 'red', '4.19': 'green' },
  },
  { base: B, settings: ['p9=["tag=a,path=/x,security_model=none,junk"]'], verdicts: from('4.18', 'red') },
  { base: B, settings: ['p9=["tag"]', 'p9=["tag="]'], verdicts: always('red') },
  {
    base: B,
    settings: ['p9=[" tag = a , path = /x , security_model = none "]'],
    verdicts: from('4.18', 'green'),
  },
  {
    base: B,
    settings: ['type=xen_9pfsd', 'type=QEMU', 'max-files=5', 'max-space=10M', 'auto-delete=yes'].map(
      (part) => `p9=["tag=a,path=/x,security_model=none,${part}"]`,
    ),
    verdicts: from('4.19', 'green'),
  },
  {
    base: B,
    settings: ['type=foo', 'max-files=x'].map((part) => `p9=["tag=a,path=/x,security_model=none,${part}"]`),
    verdicts: always('red'),
  },
  { base: B, settings: ['vif=["vlan=10"]', 'vif=["vlan=x"]'], verdicts: always('green') },
  {
    base: B,
    settings: ['tsc_mode="native"'],
    verdicts: always('green'),
  },
  { base: B, settings: ['channel=["connection=socket,name=a,path=/a=b"]'], verdicts: always('green') },
  {
    base: 'name="a"\ntype="pvh"\nkernel="/k"\n',
    settings: ['vnuma=[["=0","size=4","vcpus=0"]]'],
    verdicts: from('4.18', 'green'),
  },
  { base: B, settings: ['tee="ffa"'], verdicts: from('4.18', 'green') },
  {
    base: H,
    settings: ['device_model_stubdomain_override=1'],
    verdicts: from('4.21', 'red'),
    says: { '4.21': ['stubdomain-version'], '4.22': ['stubdomain-version'] },
  },
  {
    base: H,
    settings: ['device_model_stubdomain_override=1\ndevice_model_version="qemu-xen"'],
    verdicts: always('green'),
  },
  { base: H, settings: ['bios="rombios"'], verdicts: always('red') },
  {
    base: H,
    settings: ['bios="rombios"\ndevice_model_version="qemu-xen-traditional"'],
    verdicts: from('4.21', 'red'),
  },
  {
    base: B,
    settings: [
      'disk=["vdev=xvda,backendtype=tap,format=vhd,target=/x"]',
      'disk=["vdev=xvda,backendtype=tap,format=raw,target=/x"]',
    ],
    verdicts: from('4.19', 'green'),
  },
  {
    base: B,
    settings: ['disk=["vdev=xvda,backendtype=tap,format=qcow2,target=/x"]'],
    verdicts: always('red'),
  },
  {
    base: H,
    settings: ['disk=["vdev=hdc,cdrom,backendtype=phy,target=/img"]'],
    verdicts: from('4.19', 'green'),
  },
];

/** Keys that 4.17 passes over and later releases read. */
const NEW: readonly Row[] = [
  ...newOption(H, '4.18', {
    taken: ['smbios=["bios_vendor=x"]', 'smbios=["BIOS_VENDOR=x"]', `smbios=[${NINETY_NINE}]`],
    refused: [
      'smbios=["foo=x"]',
      'smbios=[" bios_vendor=x"]',
      'smbios=["bios_vendor"]',
      'smbios=["bios_vendor="]',
      'smbios="bios_vendor=x"',
      'smbios=1',
      'smbios=[["bios_vendor=x"]]',
      `smbios=[${NINETY_NINE},"oem=x"]`,
    ],
  }),
  ...newOption(B, '4.18', {
    taken: [
      'virtio=["type=virtio,device22,transport=mmio"]',
      'virtio=["transport=MMIO"]',
      'virtio=["transport=unknown"]',
    ],
    refused: ['virtio=["foo=1"]', 'virtio=["transport=pci"]'],
  }),
  ...newOption(B, '4.18', {
    taken: ['bootloader_restrict=1', 'bootloader_restrict="x"', 'bootloader_user="x"'],
    refused: [],
  }),
  ...newOption(B, '4.18', {
    taken: ['sve="hw"', 'sve="DISABLED"', 'sve="128"', 'sve="2048"', 'sve=256'],
    refused: ['sve="64"', 'sve="100"', 'sve="2176"', 'sve="x"'],
  }),
  ...newOption(H, '4.19', { taken: ['hvm_pirq=1', 'hvm_pirq="x"'], refused: [] }),
  ...newOption(B, '4.19', { taken: ['nr_spis=256', 'nr_spis="x"'], refused: [] }),
  ...newOption(B, '4.20', {
    taken: [
      'llc_colors=["0-3","8"]',
      'llc_colors="0-3"',
      'llc_colors=["1x"]',
      'llc_colors=["1-"]',
      'llc_colors=["0-3,5"]',
    ],
    refused: ['llc_colors=["a"]', 'llc_colors=["3-1"]', 'llc_colors=[["1"]]'],
  }),
  ...newOption(B, '4.21', { taken: ['xenstore_feature_mask=3', 'xenstore_feature_mask="x"'], refused: [] }),
  ...newOption(B, '4.21', {
    taken: ['altp2m_count=0', 'altp2m_count=65535', 'altp2m_count="x"'],
    refused: ['altp2m_count=65536', 'altp2m_count="-1"'],
  }),
  ...newOption(H, '4.21', {
    taken: ['xen_platform_pci_bar_uc=0', 'xen_platform_pci_bar_uc="x"'],
    refused: [],
  }),
  ...newOption(B, '4.21', {
    taken: ['trap_unmapped_accesses=0', 'trap_unmapped_accesses="x"'],
    refused: ['trap_unmapped_accesses=1'],
  }),
  ...newOption(B, '4.21', {
    taken: ['arm_sci="type=scmi_smc"', 'arm_sci="type=NONE"', 'arm_sci="foo=bar"'],
    refused: ['arm_sci="type=foo"'],
  }),
  ...newOption(B, '4.22', {
    taken: ['xenstore_quota=["nodes=2000"]', 'xenstore_quota=["foo=1"]', 'xenstore_quota="nodes=1"'],
    refused: [
      ...['nodes', 'nodes=x', 'nodes=-1', 'nodes=4294967296', 'nodes=1k'].map(
        (item) => `xenstore_quota=["${item}"]`,
      ),
      'xenstore_quota=[["nodes=1"]]',
    ],
  }),
  // Whether Xen was built with pygrub is the host's business.
  {
    base: 'name="a"\n',
    settings: ['bootloader="pygrub"\ndisk=["/x,raw,xvda,rw"]'],
    verdicts: always('green'),
  },
  {
    base: H,
    settings: ['opengl=1'],
    verdicts: always('green'),
    says: { '4.21': ['deprecated-option'], '4.22': ['deprecated-option'] },
    silent: { '4.17': ['deprecated-option'], '4.20': ['deprecated-option'] },
  },
];

/** What xl dies of. */
const CRASHES: readonly Row[] = [
  { base: B, settings: ['vdispl=["connectors=:1x1"]'], verdicts: from('4.18', 'green') },
  { base: B, settings: ['p9=[""]', 'p9=[",,"]'], verdicts: always('red') },
  { base: B, settings: ['virtio=["type=virtio"]'], verdicts: from('4.18', 'red') },
  { base: B, settings: ['llc_colors=["-1"]', 'llc_colors=["4294967295"]'], verdicts: from('4.20', 'red') },
  { base: B, settings: ['vcpus=2147483647'], verdicts: always('red') },
  {
    base: B,
    settings: [
      'extra="a\0b"',
      'channel=[""]',
      'bootloader_args=""',
      'vcpus=1\ncpus=[["0"]]',
      'vdispl=["connectors=a"]',
      'vcpus=1\ncpus="0-4000000000"',
    ],
    verdicts: always('red'),
  },
  { base: H, settings: ['viridian=[["base"]]', 'mca_caps=[["lmce"]]'], verdicts: always('red') },
];

const TESTED = XEN_VERSIONS.slice(XEN_VERSIONS.indexOf('4.17'));

const cases = (rows: readonly Row[]): { text: string; name: string; row: Row }[] =>
  rows.flatMap((row) =>
    row.settings.map((setting) => ({
      text: `${row.base}${setting}\n`,
      name: `${row.base === H ? 'hvm' : 'pvh'}: ${setting.slice(0, 90)}`,
      row,
    })),
  );

const problemsOf = (text: string, xenVersion: XenVersion) => open(text, { xenVersion }).problems;

const verdictOf = (text: string, xenVersion: XenVersion): Verdict =>
  problemsOf(text, xenVersion).some(({ severity }) => severity === 'error') ? 'red' : 'green';

/** The verdict of each release, filled in from the releases that are named. */
const expected = ({ verdicts }: Row): Record<string, Verdict> => {
  let last: Verdict = 'green';
  return Object.fromEntries(
    TESTED.map((xenVersion) => {
      last = verdicts[xenVersion] ?? last;
      return [xenVersion, last];
    }),
  );
};

describe.each([
  ['text that 4.17 reads already', CHANGED],
  ['keys that 4.17 passes over', NEW],
  ['what xl dies of', CRASHES],
])('%s', (_, rows) => {
  test.each(cases(rows))('$name', ({ text, row }) => {
    const verdicts = Object.fromEntries(
      TESTED.map((xenVersion) => [xenVersion, verdictOf(text, xenVersion)]),
    );
    expect(verdicts).toEqual(expected(row));
    for (const [xenVersion, codes] of Object.entries(row.says ?? {})) {
      expect(problemsOf(text, xenVersion as XenVersion).map(({ code }) => code)).toEqual(
        expect.arrayContaining([...codes]),
      );
    }
    for (const [xenVersion, codes] of Object.entries(row.silent ?? {})) {
      const said = problemsOf(text, xenVersion as XenVersion).map(({ code }) => code);
      expect(said.filter((code) => codes.includes(code))).toEqual([]);
    }
  });
});
