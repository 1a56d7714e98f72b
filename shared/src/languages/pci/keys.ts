/**
 * The parameters of `pci`. Facts: libxlu_pci.c, libxl_pci.c and parse_config_data of Xen 4.1 to 4.22,
 * xl-pci-configuration(5) and xl.cfg(5).
 */

import { inParagraphs, type ParameterSchema } from '../../schema/types.ts';
import type { PciAddress } from './address.ts';

/** Keys that turn something on or off, each with an option `pci_...` for its default. */
export const PCI_SWITCHES = ['permissive', 'seize', 'msitranslate', 'power_mgmt'] as const;

/** One entry of `pcidevs`; as there, numbers that are 0 and switches that are off are left out. */
export interface PciFields
  extends Partial<Omit<PciAddress, 'end'>>,
    Partial<Readonly<Record<(typeof PCI_SWITCHES)[number], true>>> {
  readonly vdevfn?: number;
  readonly rdm_policy?: string;
  readonly name?: string;
}

const SWITCH_VALUES = [
  { name: '1', summary: 'On.' },
  { name: '0', summary: 'Off.' },
] as const;

const NUMBER = 'A number: 0 is off, any other is on. A word silently counts as 0. ';

export const PCI_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'bdf',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.1',
    mandatory: true,
    summary: 'The address of the device on the host.',
    details: inParagraphs(
      'Domain, bus, device and function in hexadecimal, `DDDD:BB:DD.F`, as `lspci` shows them; the domain may be left ' +
        'out and is 0 then. `*` as the function means all functions of the device.',
      'Written first it needs no key. As `bdf=`, since 4.15, it may stand anywhere; what follows the address there is ' +
        'ignored silently.',
      'A number that is too large, or something else after the address, is rejected; xl up to 4.5 continued without the ' +
        'device. Since 4.15 there must be an address or a `name`, and not both.',
    ),
    example: "pci = [ '0000:03:00.0' ]",
  },
  {
    name: 'vslot',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.1',
    summary: 'The slot on the PCI bus of the guest where the device appears.',
    details: inParagraphs(
      'Hexadecimal, 0 to 1f, up to 4.14 to ff; anything else is rejected. Behind the address it is written `@6`; since 4.15 also ' +
        '`vslot=6`. For guests that care about the place of a card, such as a system that is bound to it by licence.',
      'Only HVM guests use it. A slot that is taken prevents the guest from starting.',
    ),
    defaultValue: 'the first free slot',
    example: "pci = [ '03:00.0@6' ]",
  },
  {
    name: 'permissive',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.2',
    summary: 'Whether the guest may write to all of the configuration space of the device.',
    details: `${NUMBER}Some drivers need registers that are closed otherwise. It gives the guest power over the device that can harm the host. For HVM too: QEMU has closed them since XSA-131.`,
    defaultValue: 'that of `pci_permissive`, or `0`',
    example: "pci = [ '03:00.0,permissive=1' ]",
    values: SWITCH_VALUES,
  },
  {
    name: 'seize',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.5',
    summary: 'Whether xl takes the device away from the host by itself.',
    details: `${NUMBER}Saves \`xl pci-assignable-add\`. Mind the address: a mistyped one can take the disk controller of the host.`,
    defaultValue: 'that of `pci_seize`, or `0`',
    example: "pci = [ '03:00.0,seize=1' ]",
    values: SWITCH_VALUES,
  },
  {
    name: 'msitranslate',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.1',
    summary: "Whether the device's old-style interrupts come from MSI on the host.",
    details: `${NUMBER}Only qemu-xen-traditional, up to 4.20, uses it.`,
    defaultValue: 'that of `pci_msitranslate`, or `0`',
    example: "pci = [ '03:00.0,msitranslate=1' ]",
    values: SWITCH_VALUES,
  },
  {
    name: 'power_mgmt',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.1',
    summary: 'Whether the guest may put the device to sleep and wake it up.',
    details: `${NUMBER}Only qemu-xen-traditional, up to 4.20, uses it.`,
    defaultValue: 'that of `pci_power_mgmt`, or `0`',
    example: "pci = [ '03:00.0,power_mgmt=1' ]",
    values: SWITCH_VALUES,
  },
  {
    name: 'rdm_policy',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string libxl_types.idl:libxl_rdm_reserve_policy',
    form: 'value',
    since: '4.6',
    summary: 'What happens where the device needs memory that the guest also wants.',
    details:
      'The firmware of the host can reserve memory for a device; where it lies in the memory of an HVM guest, one of ' +
      'them must give way. Other values are rejected; up to 4.14 uppercase too.',
    defaultValue: 'what `rdm` says, else `strict`',
    example: "pci = [ '03:00.0,rdm_policy=strict' ]",
    values: [
      { name: 'strict', summary: 'The guest does not start.' },
      { name: 'relaxed', summary: 'The guest starts with a warning, and the device may fail.' },
    ],
  },
  {
    name: 'name',
    source: 'libxlu_pci.c:xlu_pci_parse_spec_string',
    form: 'value',
    since: '4.15',
    summary: 'The device by the name that it got with `xl pci-assignable-add -n`, in place of its address.',
    details:
      'The file then holds for hosts where the card has another address. Together with an address it is rejected. A name ' +
      'that the host does not know prevents the guest from starting.',
    example: "pci = [ 'name=lan1,permissive=1' ]",
  },
];
