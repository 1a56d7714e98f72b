/** Values of the SMBIOS tables. Facts: libxl_smbios_type, parse_config_data and libxl_dom.c, smbios.c of hvmloader of Xen 4.18 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, draftOf, parameterOf, rejectAll, withFault } from '../toolkit/draft.ts';
import { type ListReadings, readingGroup } from '../toolkit/readers.ts';
import { splitAt, wholeOf } from '../toolkit/slice.ts';

interface SmbiosText {
  readonly name: string;
  readonly what: string;
  readonly example: string;
  /** What hvmloader writes without it. Absent: nothing. */
  readonly defaultValue?: string;
  /** More about it. */
  readonly note?: string;
}

const BOARD = 'A table of the mainboard is made where one of its values is set.';
const BATTERY =
  'hvmloader makes the table of the battery only where XenStore has `hvmloader/smbios/default_battery`, which neither xl nor ' +
  'libxl writes: with xl alone the value has no effect.';

const TEXTS: readonly SmbiosText[] = [
  {
    name: 'system_manufacturer',
    what: 'The maker of the machine',
    example: 'Example',
    defaultValue: '`Xen`',
  },
  {
    name: 'system_product_name',
    what: 'The model of the machine',
    example: 'Server 1',
    defaultValue: '`HVM domU`',
  },
  {
    name: 'system_version',
    what: 'The version of the machine',
    example: '1.0',
    defaultValue: 'the version of Xen',
  },
  {
    name: 'system_serial_number',
    what: 'The serial number of the machine, by which an inventory knows it',
    example: '0042',
    defaultValue: 'the UUID of the guest',
  },
  { name: 'bios_vendor', what: 'The maker of the BIOS', example: 'Example', defaultValue: '`Xen`' },
  {
    name: 'bios_version',
    what: 'The version of the BIOS',
    example: '2.3',
    defaultValue: 'the version of Xen',
  },
  { name: 'baseboard_manufacturer', what: 'The maker of the mainboard', example: 'Example', note: BOARD },
  { name: 'baseboard_product_name', what: 'The model of the mainboard', example: 'Board 7', note: BOARD },
  { name: 'baseboard_version', what: 'The version of the mainboard', example: 'B', note: BOARD },
  {
    name: 'baseboard_serial_number',
    what: 'The serial number of the mainboard',
    example: '7001',
    note: BOARD,
  },
  { name: 'baseboard_asset_tag', what: 'The asset tag of the mainboard', example: 'A-17', note: BOARD },
  {
    name: 'baseboard_location_in_chassis',
    what: 'Where in the case the mainboard is',
    example: 'Slot 2',
    note: BOARD,
  },
  {
    name: 'enclosure_manufacturer',
    what: 'The maker of the case',
    example: 'Example',
    defaultValue: '`Xen`',
  },
  { name: 'enclosure_serial_number', what: 'The serial number of the case', example: '9001' },
  { name: 'enclosure_asset_tag', what: 'The asset tag of the case', example: 'A-18' },
  { name: 'battery_manufacturer', what: 'The maker of the battery', example: 'Example', note: BATTERY },
  { name: 'battery_device_name', what: 'The model of the battery', example: 'Cell 3', note: BATTERY },
];

const REFUSED = 'An empty value is rejected. Spaces count: they belong to the key or to the value.';

const SOURCE =
  'xl_parse.c:parse_config_data libxl_types.idl:libxl_smbios_type libxl_dom.c:hvm_build_set_xs_values ' +
  'tools/firmware/hvmloader/smbios.c';

const parameters: readonly ParameterSchema[] = [
  ...TEXTS.map(
    ({ name, what, example, defaultValue = 'none', note }): ParameterSchema => ({
      name,
      source: SOURCE,
      form: 'value',
      since: '4.18',
      summary: `${what}.`,
      details:
        `Everything after the first \`=\` is the value. ${REFUSED} Given twice, the last one counts.` +
        (note === undefined ? '' : ` ${note}`),
      defaultValue,
      example: `smbios = [ "${name}=${example}" ]`,
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
  if (!pair) return rejectAll(draft, 'Use `key=value`, such as `system_manufacturer=Example`.');
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
