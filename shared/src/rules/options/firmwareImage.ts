/** Images of firmware where hvmloader belongs, which loads them. Facts: libxl__load_hvm_firmware_module, xl.cfg(5). */
import { firmwarePathOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { quoted } from '../../text/sentences.ts';
import { type OptionFinding, optionRule, settingSpan } from './optionRule.ts';

/** An image that an HVM guest is given as its kernel, which QEMU would have to start as one. */
function asKernel(values: OptionValues): OptionFinding<'kernel'> | null {
  const image = values.guestType === 'hvm' ? firmwareImageOf(values.text('kernel') ?? '') : null;
  if (image === null) return null;
  return {
    option: 'kernel',
    mark: 'value',
    severity: 'hint',
    message: `By its name this is ${image} firmware, not a kernel. Use \`bios = "${image}"\` instead of \`kernel\`.`,
  };
}

/** The firmware in the image of `bios_path_override`, where `bios` names another one. */
function otherBios(values: OptionValues): OptionFinding<'bios_path_override'> | null {
  const image = values.guestType === 'hvm' ? firmwareImageOf(values.text('bios_path_override') ?? '') : null;
  const bios = values.word('bios')?.name;
  if (image === null || bios === undefined || bios === image) return null;
  const place = settingSpan(values, 'bios', 'value');
  return {
    option: 'bios_path_override',
    mark: 'value',
    message: `By its name this image is ${image}, but \`bios\` is \`${bios}\`: the guest does not start. Use \`bios = "${image}"\`.`,
    relatedOptions: [{ option: 'bios', message: `bios is ${bios}.` }],
    fixes: place
      ? [
          {
            title: `Change bios to "${image}"`,
            preferred: true,
            edits: [{ ...place, newText: `"${image}"` }],
          },
        ]
      : [],
  };
}

export const firmwareImage = optionRule(
  {
    code: 'firmware-image',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__load_hvm_firmware_module',
    severity: 'warning',
    options: ['firmware', 'firmware_override', 'bios_path_override', 'kernel'],
    summary: 'An OVMF or SeaBIOS image in place of hvmloader, or of another BIOS.',
    details:
      'A path in `firmware` or `firmware_override` is loaded in place of hvmloader, the program that sets up the guest and then ' +
      'starts OVMF or SeaBIOS. By its name the file is such an image, with which the guest does not start. Write which firmware the ' +
      'guest is to have; `bios_path_override` names another image of it.\n\n' +
      '```\nbios = "ovmf"\nbios_path_override = "/usr/share/ovmf/OVMF.fd"     # only for another one than that of Xen\n```',
  },
  function* (values) {
    const other = otherBios(values);
    if (other) yield other;
    const kernel = asKernel(values);
    if (kernel) yield kernel;
    const loader = firmwarePathOf(values);
    const image = loader && firmwareImageOf(loader.name);
    if (!loader || !image) return;
    const path = values.since('4.8')
      ? `, and ${quoted(`bios_path_override = "${loader.name}"`)} for this image`
      : '';
    yield {
      option: loader.option,
      mark: 'value',
      message: `xl loads this image instead of hvmloader: the guest does not start. Use \`bios = "${image}"\`${path}.`,
    };
  },
);
