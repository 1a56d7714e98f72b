/** What changes between versions without a trace in the file or in the effective configuration. Facts: CHANGELOG.md of Xen. */
import type { OptionValues } from '../model/optionValues.ts';
import { atLeast, type XenVersion } from '../schema/xenVersions.ts';

export interface QuietChange {
  /** The first version that does it. */
  readonly since: XenVersion;
  /** What Xen does since then, and what to write to have it as before. */
  readonly message: string;
}

interface Definition extends QuietChange {
  /** Whether it concerns a guest. */
  readonly when: (values: OptionValues) => boolean;
}

const DEFINITIONS: readonly Definition[] = [
  {
    since: '4.3',
    when: (values) => values.guestType === 'hvm' && !values.word('device_model_version'),
    message:
      'HVM guests run with the QEMU of the QEMU project. Windows may want to be activated again; ' +
      '`device_model_version = "qemu-xen-traditional"` keeps the old one up to Xen 4.20.',
  },
  {
    since: '4.15',
    when: (values) => values.architecture === 'x86' && values.flag('msr_relaxed') === null,
    message:
      'A guest that accesses a model-specific register unknown to Xen gets a fault. If it crashes at boot, ' +
      'try `msr_relaxed = 1`.',
  },
  {
    since: '4.16',
    when: (values) => values.guestType === 'pv',
    message: 'Security fixes cover 32-bit PV guests in the PV shim only: `type = "pvh"` with `pvshim = 1`.',
  },
  {
    since: '4.16',
    when: (values) => /pv-grub/.test(values.text('kernel') ?? ''),
    message:
      'pv-grub is no longer built by default. Use `bootloader = "pygrub"`, or PVH with `firmware = "pvgrub64"`.',
  },
  {
    since: '4.16',
    when: (values) => values.word('device_model_version')?.name === 'qemu-xen-traditional',
    message:
      '`qemu-xen-traditional` is no longer built by default, and gone since 4.21. Remove `device_model_version`.',
  },
  {
    since: '4.19',
    when: (values) => values.guestType === 'hvm' && values.flag('hvm_pirq') === null,
    message:
      'Interrupts of emulated and passed-through devices no longer reach HVM guests as event channels. ' +
      '`hvm_pirq = 1` brings them back.',
  },
];

/** The changes on the way from one version to a newer one; none on the way back. */
export const quietChanges = (
  values: OptionValues,
  from: XenVersion,
  to: XenVersion,
): readonly QuietChange[] =>
  DEFINITIONS.filter(({ since, when }) => !atLeast(from, since) && atLeast(to, since) && when(values)).map(
    ({ since, message }) => ({ since, message }),
  );
