/** What an architecture makes of a file, and options for another one. Facts: libxl_arm.c, arch_sanitise_domain_config of Xen. */

import type { Fix } from '../../edits/edit.ts';
import { altp2mOption } from '../../model/altp2m.ts';
import { typesOn } from '../../model/guestType.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { onlyArchitecture } from '../../schema/options/matching.ts';
import { ARCHITECTURE_NAMES } from '../../schema/platform.ts';
import type { GuestType } from '../../schema/types.ts';
import { spanOf } from '../../span.ts';
import type { Setting } from '../../syntax/index.ts';
import { settingRemovalFix } from '../options/removeOption.ts';
import { type Rule, withFixes } from '../rule.ts';

/** Options of x86 that are handed to Xen, which does not create an Arm guest with such a value. */
const REFUSED_BY_XEN_ON_ARM: Readonly<Record<string, (values: OptionValues) => boolean>> = {
  hap: (values) => values.flag('hap') === false,
  oos: (values) => values.flag('oos') === false,
  nestedhvm: (values) => values.flag('nestedhvm') === true,
  altp2m: (values) => altp2mOption(values) === 'altp2m',
  vmtrace_buf_kb: (values) => (values.number('vmtrace_buf_kb') ?? 0n) !== 0n,
  ioports: (values) => values.strings('ioports').length > 0,
};

export const wrongArchitecture: Rule = {
  code: 'wrong-architecture',
  source:
    'libxl_arm.c:libxl__arch_domain_build_info_setdefault libxl_x86.c:libxl__arch_domain_build_info_setdefault',
  severity: 'warning',
  summary: 'An option for another processor architecture.',
  details:
    'Some options have an effect on x86 only, some on Arm only. On the other architecture xl reads them, or not, and ' +
    'nothing comes of them; a few prevent the guest from starting. `xlcfg.architecture`, or `--arch`, sets the architecture; ' +
    'by default a file with an option that only Arm uses is for Arm, unless it is an HVM guest.\n\n' +
    '```\ngic_version = "v3"\napic = 1             # x86 only: no effect\n```',
  *check({ guest, options, values, hasValidType, file }) {
    // Options without a useful value are all that such a file has of Arm: they do no harm.
    if (!hasValidType || guest.architectureFrom === 'default') return;
    if (guest.architecture === 'arm' && guest.createdType === 'hvm') return;
    const ours = ARCHITECTURE_NAMES[guest.architecture];
    for (const { option, setting } of [...options.read, ...options.ofOtherGuestTypes]) {
      const only = onlyArchitecture(option);
      const node = setting.parts.at(-1)?.name;
      if (only === undefined || only === guest.architecture || !node) continue;
      const isRefused = guest.architecture === 'arm' && REFUSED_BY_XEN_ON_ARM[option.name]?.(values) === true;
      const outcome = isRefused
        ? `Xen on ${ours} does not create the guest.`
        : `it has no effect on ${ours}.`;
      yield {
        span: spanOf(node),
        message: `\`${option.name}\` is for ${ARCHITECTURE_NAMES[only]} only: ${outcome} Remove it.`,
        assumesArchitecture: true,
        ...withFixes(settingRemovalFix(setting, option.name, file.text)),
        ...(isRefused ? {} : { tag: 'unnecessary' as const }),
      };
    }
  },
};

/** Another type in its place, where it is written as `type = "hvm"`. */
function typeFixes({ name, operator, value }: Setting, type: GuestType, text: string): readonly Fix[] {
  if (name.text !== 'type' || operator?.text !== '=' || value?.kind !== 'string') return [];
  const quote = text[value.start] === "'" ? "'" : '"';
  return [{ title: `Change to ${type}`, edits: [{ ...spanOf(value), newText: `${quote}${type}${quote}` }] }];
}

export const hvmOnArm: Rule = {
  code: 'unsupported-guest-type',
  source: 'libxl_arm.c:libxl__arch_domain_init_hw_description',
  severity: 'error',
  isAfterParsing: true,
  summary: 'A guest type that Arm does not have.',
  details:
    'On Arm every guest is a PVH guest: xl accepts a file with `type = "hvm"`, and `xl create` fails with "Unsupported Arm ' +
    'guest type hvm", or crashes. Before Xen 4.12 every guest was a PV guest, and PVH was not supported. Without `type` the ' +
    'guest is of the right type.\n\n```\ntype = "pvh"\n```',
  *check({ guest, settings, file }) {
    const [supported] = typesOn('arm', settings.xenVersion);
    const by = guest.typeSetting;
    if (guest.architecture !== 'arm' || guest.createdType === supported || !by || !supported) return;
    yield {
      span: spanOf(by.value ?? by.name),
      message: `Arm has no ${guest.type.toUpperCase()} guests: \`xl create\` fails. Use \`type = "${supported}"\`, or remove this line.`,
      assumesArchitecture: true,
      ...withFixes(typeFixes(by, supported, file.text)),
    };
  },
};

export const pvOnArm: Rule = {
  code: 'pv-on-arm',
  source: 'libxl_arm.c:libxl__arch_domain_create_info_setdefault',
  severity: 'warning',
  summary: 'A PV guest on Arm, which becomes a PVH guest.',
  details:
    'Since Xen 4.12 Arm guests are PVH guests. libxl makes one of a guest with `type = "pv"`, and warns each time: ' +
    '"Converting PV guest to PVH. Please fix your configuration file". xl itself still reads the file as that of a PV ' +
    'guest.\n\n```\ntype = "pvh"\n```',
  *check({ guest, file }) {
    const by = guest.typeSetting;
    if (guest.architecture !== 'arm' || guest.type === guest.createdType || !by) return;
    const value = by.name.text === 'type' && by.operator?.text === '=' ? by.value : undefined;
    const quote = value && file.text[value.start] === "'" ? "'" : '"';
    yield {
      span: spanOf(by.value ?? by.name),
      message: 'Arm has no PV guests: xl warns and creates a PVH guest. Use `type = "pvh"`.',
      assumesArchitecture: true,
      ...withFixes(
        value
          ? [
              {
                title: 'Change to pvh',
                preferred: true,
                edits: [{ ...spanOf(value), newText: `${quote}pvh${quote}` }],
              },
            ]
          : [],
      ),
    };
  },
};
