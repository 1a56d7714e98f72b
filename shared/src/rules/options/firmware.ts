/** Firmware, QEMU and graphics card of an HVM guest. Facts: libxl__domain_build_info_setdefault, parse_config_data. */
import { toKib } from '../../cNumbers.ts';
import { startsQemu } from '../../model/createStages.ts';
import { biosOf, DEFAULT_CARD, deviceModelOf, firmwareOf, graphicsCardOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/sentences.ts';
import { optionRule, settingSpan } from './optionRule.ts';
import { removalFix } from './removeOption.ts';

const QEMU_XEN = { write: 'device_model_version', value: '"qemu-xen"' } as const;

const biosOfOtherModel = optionRule(
  {
    code: 'bios-device-model',
    source:
      'libxl_create.c:libxl__domain_build_info_setdefault libxl_create.c:libxl__domain_build_info_setdefault@4.20',
    isAfterParsing: true,
    severity: 'error',
    options: ['bios', 'firmware'],
    summary: 'A BIOS that does not work with the QEMU version of the guest.',
    details:
      '`rombios` belongs to `device_model_version = "qemu-xen-traditional"`, which has no other and is gone since 4.21; ' +
      '`seabios` and `ovmf` belong to `qemu-xen`. With `device_model_stubdomain_override` and no version the traditional ' +
      'one is taken, up to 4.20. Otherwise xl accepts the file, but `xl create` fails.\n\n```\nbios = "seabios"\n```',
  },
  function* (values) {
    const bios = values.guestType === 'hvm' && values.since('4.3') ? biosOf(values) : null;
    const model = deviceModelOf(values);
    if (bios === null || model === 'none' || (bios.name === 'rombios') === (model === 'qemu-xen-traditional'))
      return;
    const instead =
      model === 'qemu-xen'
        ? 'Use `"seabios"`, or `"ovmf"` for UEFI.'
        : `Remove \`${bios.option}\`, or use \`device_model_version = "qemu-xen"\`.`;
    yield {
      option: bios.option,
      mark: 'value',
      message: `\`${model}\` does not support \`${bios.name}\`: \`xl create\` fails. ${instead}`,
      choices:
        model === 'qemu-xen'
          ? [
              { write: bios.option, value: '"seabios"' },
              { write: bios.option, value: '"ovmf"' },
            ]
          : [{ remove: bios.option }, QEMU_XEN],
      relatedOptions: [
        { option: 'device_model_version', message: 'Selects the QEMU of the guest.' },
        { option: 'device_model_stubdomain_override', message: 'Changes which QEMU is used.' },
      ],
    };
  },
);

const stubdomainVersion = optionRule(
  {
    code: 'stubdomain-version',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__spawn_stub_dm',
    severity: 'error',
    options: ['device_model_stubdomain_override'],
    summary: 'A stub domain for QEMU without `device_model_version`.',
    details:
      'Since 4.21 libxl has no QEMU to fall back on: it fails with "unknown device model version", or crashes where the file ' +
      'names a BIOS. Name the version.\n\n' +
      '```\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\n```',
  },
  function* (values) {
    if (deviceModelOf(values) !== 'none') return;
    yield {
      option: 'device_model_stubdomain_override',
      message:
        'Without `device_model_version` libxl finds no QEMU for a stub domain: `xl create` fails. Add `device_model_version = "qemu-xen"`.',
      choices: [{ ...QEMU_XEN, preferred: true }],
    };
  },
);

/** From 4.17 on libxl as Debian builds it no longer looks for QEMU here. */
const looksForQemu = (values: OptionValues): boolean =>
  values.since('4.2') && !values.since('4.17') && values.word('device_model_version') === undefined;

const stubdomainWithoutMachine = optionRule(
  {
    code: 'stubdomain-guest-type',
    source: 'xl_parse.c:parse_config_data',
    isAfterParsing: true,
    severity: 'error',
    options: ['device_model_stubdomain_override'],
    summary: 'A QEMU stub domain for a PV or PVH guest.',
    details:
      'A stub domain is for the QEMU of HVM guests. A PV or PVH guest that needs QEMU for a `vfb`, a `channel` or a qcow2 ' +
      'disk makes libxl abort, and up to 4.16 `xl create` fails even without, unless the file has ' +
      '`device_model_version`. Remove the option.',
  },
  function* (values, { specs, file }) {
    const option = 'device_model_stubdomain_override';
    if (values.guestType === 'hvm' || values.flag(option) !== true) return;
    const early = looksForQemu(values);
    if (!early && !startsQemu(values, specs)) return;
    yield {
      option,
      stage: early ? 'defaults' : 'build',
      message: 'Only HVM guests have stub domains: `xl create` fails. Remove it.',
      fixes: removalFix(values, option, file.text),
    };
  },
);

/** MiB by graphics card; a card that is not listed has no minimum. */
const MINIMA: Readonly<Record<'qemu-xen' | 'qemu-xen-traditional', Readonly<Record<string, number>>>> = {
  'qemu-xen': { cirrus: 8, stdvga: 16, qxl: 128 },
  'qemu-xen-traditional': { stdvga: 8 },
};

const smallVideoram = optionRule(
  {
    code: 'videoram-too-small',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['videoram'],
    summary: 'Less video memory than the emulated graphics card needs.',
    details:
      'libxl wants at least 8 MiB for `cirrus` (the default card), 16 for `stdvga` and 128 for `qxl`; with ' +
      'qemu-xen-traditional 8 for `stdvga`. With less xl accepts the file, but `xl create` fails. Leave `videoram` out to ' +
      'get just that.',
  },
  function* (values) {
    const model = deviceModelOf(values);
    const videoram = values.number('videoram');
    if (values.guestType !== 'hvm' || !values.since('4.3') || videoram === null || model === 'none') return;
    const { name: card, option } = graphicsCardOf(values) ?? { name: DEFAULT_CARD, option: 'vga' };
    const minimum = MINIMA[model][card];
    // A negative number is a very large one.
    const kib = toKib(videoram);
    if (minimum === undefined || kib >= BigInt(minimum * 1024)) return;
    yield {
      option: 'videoram',
      mark: 'value',
      message: `The \`${card}\` card needs at least ${minimum} MiB: \`xl create\` fails. Use ${minimum} or more, or remove \`videoram\`.`,
      choices: [{ write: 'videoram', value: String(minimum) }, { remove: 'videoram' }],
      relatedOptions: [{ option, message: `Selects the \`${card}\` card.` }],
    };
  },
);

const qxlOnTraditional = optionRule(
  {
    code: 'qxl-device-model',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault@4.20',
    isAfterParsing: true,
    severity: 'error',
    options: ['vga'],
    summary: 'The QXL graphics card with a QEMU that lacks it.',
    details:
      '`vga = "qxl"` needs `device_model_version = "qemu-xen"`. With qemu-xen-traditional xl accepts the file, and ' +
      '`xl create` fails.',
  },
  function* (values) {
    if (
      values.guestType !== 'hvm' ||
      graphicsCardOf(values)?.name !== 'qxl' ||
      deviceModelOf(values) !== 'qemu-xen-traditional'
    )
      return;
    yield {
      option: 'vga',
      mark: 'value',
      message:
        '`qemu-xen-traditional` does not support `qxl`: `xl create` fails. Use `device_model_version = "qemu-xen"`, or `vga = "stdvga"`.',
      choices: [QEMU_XEN, { write: 'vga', value: '"stdvga"' }],
      relatedOptions: [{ option: 'device_model_version', message: 'Selects the QEMU of the guest.' }],
    };
  },
);

const trapsOnX86 = optionRule(
  {
    code: 'trap-unmapped-accesses',
    source: 'libxl_x86.c:libxl__arch_domain_prepare_config',
    severity: 'error',
    options: ['trap_unmapped_accesses'],
    summary: '`trap_unmapped_accesses = 1`, which x86 does not have.',
    details:
      'On Arm it is on unless the file says 0, so that there is no need to write 1. On x86 xl accepts the file, and ' +
      '`xl create` fails with "trap_unmapped_accesses is not supported on x86".',
  },
  function* (values) {
    if (values.flag('trap_unmapped_accesses') !== true || values.architecture !== 'x86') return;
    yield {
      option: 'trap_unmapped_accesses',
      assumesArchitecture: true,
      message: 'libxl rejects this on x86: `xl create` fails. Remove it; on Arm it is always on.',
      choices: [{ remove: 'trap_unmapped_accesses', preferred: true }],
    };
  },
);

export const firmwareRules = [
  biosOfOtherModel,
  stubdomainVersion,
  stubdomainWithoutMachine,
  smallVideoram,
  qxlOnTraditional,
  trapsOnX86,
];

const WORDS = ['uefi', 'bios', 'seabios', 'ovmf'];

export const firmwareWord = optionRule(
  {
    code: 'firmware-path',
    source: 'xl_parse.c:parse_config_data',
    severity: 'warning',
    options: ['firmware'],
    summary: 'A probably misspelt `firmware` of an HVM guest, which xl reads as a path.',
    details:
      'On HVM xl silently accepts anything other than `seabios`, `ovmf`, `rombios` (in any case), `uefi` and `bios` (or a ' +
      'beginning of these two) for the path of a firmware. A misspelt word is therefore noticed only when the guest does ' +
      'not start.',
  },
  function* (values) {
    const firmware = firmwareOf(values);
    const path = firmware?.kind === 'path' ? firmware.path : null;
    const suggestion =
      path === null || path.includes('/') || firmwareImageOf(path)
        ? null
        : nearest(path.toLowerCase(), WORDS);
    const place = settingSpan(values, 'firmware', 'value');
    if (path === null || suggestion === null || !place) return;
    yield {
      option: 'firmware',
      mark: 'value',
      message: `xl reads ${quoted(path)} as the path of a firmware. Did you mean \`${suggestion}\`?`,
      fixes: [
        {
          title: `Change to ${suggestion}`,
          // `firmware_override` counts from then on.
          preferred: values.text('firmware_override') === null,
          edits: [{ ...place, newText: `"${suggestion}"` }],
        },
      ],
    };
  },
);
