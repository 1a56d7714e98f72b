/** What may stand in `smbios`. Facts: libxl_smbios_type and parse_config_data of Xen 4.18 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

const KEYS: readonly (readonly [name: string, what: string, example: string])[] = [
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

const REFUSED = 'An empty value is refused. Blanks count: they belong to the key or to the value.';

export const SMBIOS_PARAMETERS: readonly ParameterSchema[] = [
  ...KEYS.map(
    ([name, what, value]): ParameterSchema => ({
      name,
      form: 'value',
      since: '4.18',
      summary: `${what}.`,
      details: `Everything behind the first \`=\` is the value. ${REFUSED} Given twice, the last one counts.`,
      defaultValue: 'that of hvmloader',
      example: `smbios = [ "${name}=${value}" ]`,
    }),
  ),
  {
    name: 'oem',
    form: 'value',
    since: '4.18',
    summary: 'A free text for the table of OEM strings.',
    details: `May stand up to 99 times; the 100th is refused. ${REFUSED} Handy to pass settings to an installer.`,
    defaultValue: 'none',
    example: 'smbios = [ "oem=role:web", "oem=site:berlin" ]',
  },
];
