/** Values of the SMBIOS tables. Facts: libxl_smbios_type, parse_config_data and libxl_dom.c of Xen 4.18 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, draftOf, parameterOf, rejectAll, withFault } from '../toolkit/draft.ts';
import { type ListReadings, readingGroup } from '../toolkit/readers.ts';
import { splitAt, wholeOf } from '../toolkit/slice.ts';

const TEXTS: readonly (readonly [name: string, what: string, example: string])[] = [
  ['system_manufacturer', 'The maker of the machine', 'Example'],
  ['system_product_name', 'The model of the machine', 'Server 1'],
  ['system_version', 'The version of the machine', '1.0'],
  ['system_serial_number', 'The serial number of the machine, by which an inventory knows it', '0042'],
  ['bios_vendor', 'The maker of the BIOS', 'Example'],
  ['bios_version', 'The version of the BIOS', '2.3'],
  ['baseboard_manufacturer', 'The maker of the mainboard', 'Example'],
  ['baseboard_product_name', 'The model of the mainboard', 'Board 7'],
  ['baseboard_version', 'The version of the mainboard', 'B'],
  ['baseboard_serial_number', 'The serial number of the mainboard', '7001'],
  ['baseboard_asset_tag', 'The asset tag of the mainboard', 'A-17'],
  ['baseboard_location_in_chassis', 'Where in the case the mainboard is', 'Slot 2'],
  ['enclosure_manufacturer', 'The maker of the case', 'Example'],
  ['enclosure_serial_number', 'The serial number of the case', '9001'],
  ['enclosure_asset_tag', 'The asset tag of the case', 'A-18'],
  ['battery_manufacturer', 'The maker of the battery, which the guest has where this is set', 'Example'],
  ['battery_device_name', 'The model of the battery', 'Cell 3'],
];

const REFUSED = 'An empty value is rejected. Spaces count: they belong to the key or to the value.';

const SOURCE = 'xl_parse.c:parse_config_data libxl_types.idl:libxl_smbios_type';

const parameters: readonly ParameterSchema[] = [
  ...TEXTS.map(
    ([name, what, value]): ParameterSchema => ({
      name,
      source: SOURCE,
      form: 'value',
      since: '4.18',
      summary: `${what}.`,
      details: `Everything after the first \`=\` is the value. ${REFUSED} Given twice, the last one counts.`,
      defaultValue: 'that of hvmloader',
      example: `smbios = [ "${name}=${value}" ]`,
    }),
  ),
  {
    name: 'oem',
    source: SOURCE,
    form: 'value',
    since: '4.18',
    summary: 'A free text for the table of OEM strings.',
    details: `May stand up to 99 times; the 100th is rejected. ${REFUSED} Handy to pass settings to an installer.`,
    defaultValue: 'none',
    example: 'smbios = [ "oem=role:web", "oem=site:berlin" ]',
  },
];

export interface SmbiosValue {
  readonly key: string;
  readonly value: string;
}

const names: ReadonlySet<string> = new Set(parameters.map(({ name }) => name));
const OEM = 'oem';
/** As many strings as the table has room for. */
const OEM_LIMIT = 99;

type Spec = ParsedSpec<SmbiosValue | undefined>;

function readItem(text: string): Spec {
  const draft = draftOf<SmbiosValue | undefined>(text, undefined);
  const pair = splitAt(wholeOf(text), '=');
  if (!pair) return rejectAll(draft, 'Write key=value, such as system_manufacturer=Example.');
  const [name, value] = pair;
  draft.parts.push(parameterOf(name, value));
  const key = name.text.toLowerCase();
  const isKnown = names.has(key);
  if (value.text === '') {
    const advice = 'An empty value is not allowed. Remove the item to keep the default.';
    addFault(draft, wholeOf(text), 'bad-value', 'refused', {
      advice,
      ...(isKnown ? { parameter: key } : {}),
    });
  }
  if (!isKnown) addFault(draft, name, 'unknown-key', 'refused', { parameter: name.text });
  else if (draft.faults.length === 0) draft.fields = { key, value: value.text };
  return draft;
}

function relate({ readings: specs }: ListReadings<Spec>): readonly Spec[] {
  const last = new Map(specs.map(({ fields }, index) => [fields?.key, index]));
  let oem = 0;
  return specs.map((spec, index) => {
    const parameter = spec.fields?.key;
    if (parameter === OEM && ++oem > OEM_LIMIT) {
      const advice = `At most ${OEM_LIMIT} are allowed.`;
      return withFault(spec, wholeOf(spec.text), 'conflict', 'refused', { parameter, advice });
    }
    if (parameter === undefined || parameter === OEM || last.get(parameter) === index) return spec;
    const advice = 'The last one wins. Remove one of them.';
    return withFault(spec, wholeOf(spec.text), 'repeated', 'ignored', { parameter, advice });
  });
}

export const SMBIOS: SpecLanguage<ParsedSpec<SmbiosValue | undefined>> = {
  options: ['smbios'],
  noun: 'SMBIOS value',
  shape: 'items',
  separator: '',
  parameters,
  nonStringItem: 'refused',
  createReader: readingGroup(readItem, () => relate),
};
