/**
 * Files of Xen in a folder of one version, as distributions have them: `/usr/lib/xen-4.11/bin`. Facts: libxl_dm.c,
 * libxl_dom.c, libxl__abs_path for the scripts of devices.
 */
import { editIn, fixWith, placeIn } from '../../edits/stringEdits.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { type Finding, NOTHING, type Rule, type RuleContext, withFixes } from '../rule.ts';
import { type OptionFinding, optionTable } from './optionRule.ts';
import { removalFix } from './removeOption.ts';

const VERSIONED = /\/xen-?(\d+\.\d+)[^/]*\//;

/**
 * What is wrong with a path of Xen's, without its place; null where no version of Xen is in it.
 *
 * @param outcome what happens where the host does not have the file
 * @param advice what to write, as a sentence
 */
export function versionedPathFinding(
  path: string,
  { xenVersion }: Pick<OptionValues, 'xenVersion'>,
  { outcome, advice }: { readonly outcome: string; readonly advice: string },
): Pick<OptionFinding, 'message' | 'severity' | 'tag'> | null {
  const version = VERSIONED.exec(path)?.[1];
  if (version === undefined) return null;
  if (version !== xenVersion)
    return {
      message: `This path belongs to Xen ${version}: with ${xenVersion} ${outcome} unless the host has that file. ${advice}`,
    };
  return {
    severity: 'information',
    tag: 'deprecated',
    message: `This path belongs to Xen ${version}, and goes with it. ${advice}`,
  };
}

interface PathOption {
  readonly option: string;
  /** Names of the files that libxl finds itself, without the option. Absent: it has none. */
  readonly own?: RegExp;
}

const PATHS: readonly PathOption[] = [
  { option: 'kernel' },
  { option: 'ramdisk' },
  { option: 'device_model_override', own: /^qemu-(?:system|dm)/ },
  { option: 'firmware_override', own: /^hvmloader$/ },
  { option: 'bios_path_override' },
  { option: 'stubdomain_kernel', own: /^ioemu-stubdom\.gz$/ },
  { option: 'stubdomain_ramdisk' },
  { option: 'pvshim_path', own: /^xen-shim/ },
];

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const DOES_NOT_START = 'the guest does not start';

const description = {
  code: 'versioned-path',
  source: 'libxl_dm.c:libxl__domain_device_model libxl_dom.c:libxl__domain_firmware',
  severity: 'warning',
  summary: 'A path that belongs to one version of Xen.',
  details:
    'Distributions install the files of Xen into a folder for each version, such as `/usr/lib/xen-4.17`, which goes when Xen is ' +
    'upgraded. libxl finds its own QEMU, hvmloader and scripts: remove the option, and write a script as its name alone. ' +
    '`bootloader` has a rule of its own.\n\n' +
    '```\ndevice_model_override = "/usr/lib/xen-4.4/bin/qemu-system-i386"     # gone with the next version\n```',
} as const;

const pathOptions = optionTable<PathOption>(
  description,
  PATHS,
  ({ option }) => [option],
  ({ option, own }, _option, values, { file }) => {
    const path = values.text(option) ?? '';
    const hasOwn = own?.test(baseName(path)) === true;
    const finding = versionedPathFinding(path, values, {
      outcome: DOES_NOT_START,
      advice: hasOwn
        ? `Remove \`${option}\`: libxl then finds its own copy.`
        : 'Use a path that survives an upgrade of Xen.',
    });
    return (
      finding && {
        mark: 'value',
        ...finding,
        ...(hasOwn && { fixes: removalFix(values, option, file.text) }),
      }
    );
  },
);

/** The scripts of disks and interfaces, which libxl looks up in the folder of its own. */
function* scriptFindings({ specs, values }: RuleContext): Generator<Finding> {
  for (const { node, spec } of specs.specs) {
    for (const part of spec.parts) {
      if (part.kind !== 'parameter' || part.name !== 'script') continue;
      const name = baseName(part.value);
      const finding = versionedPathFinding(part.value, values, {
        outcome: 'the device does not start',
        advice: `Use \`script=${name}\`: libxl then finds its own copy.`,
      });
      const fixes = fixWith(`Change to script=${name}`, editIn(node, part.valueSpan, name), {
        preferred: true,
      });
      if (finding) yield { span: placeIn(node, part.valueSpan), ...finding, ...withFixes(fixes) };
    }
  }
}

export const versionedPath: Rule = {
  ...description,
  check(context) {
    const found = [...pathOptions.check(context), ...scriptFindings(context)];
    return found.length > 0 ? found : NOTHING;
  },
};
