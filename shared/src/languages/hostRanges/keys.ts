/**
 * What may stand in `ioports`, `irqs`, `iomem` and `dtdev`. Facts: parse_config_data and libxl_create.c of Xen 4.2 to 4.22,
 * xl.cfg(5).
 */
import type { ParameterSchema } from '../../schema/types.ts';

export const IOPORTS_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'port',
    form: 'flag',
    since: '4.2',
    summary: 'An I/O port of the host, or a range of them.',
    details:
      'Hexadecimal, with or without `0x`. What is no number, and a range with something behind it, is refused; junk ' +
      'behind a single port is printed and ignored. A range that runs backwards passes xl, and the guest does not start.',
    example: 'ioports = [ "2f8-2ff", "3f8" ]',
  },
];

export const IRQS_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'irq',
    form: 'flag',
    since: '4.2',
    summary: 'An interrupt of the host.',
    details:
      'A decimal number with nothing behind it; anything else is refused. On Arm shared interrupts begin at 32, and 32 ' +
      'itself is taken where the guest has a `vuart`.',
    example: 'irqs = [ 88 ]',
  },
];

export const IOMEM_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'iomem',
    form: 'flag',
    since: '4.3',
    summary: 'Pages of device memory: the first one, how many, and where the guest finds them.',
    details:
      '`first,count` or, since 4.5, `first,count@place`. All three are hexadecimal numbers of pages of 4 KiB, so that ' +
      '`fe215` is the address 0xfe215000. Without a place the guest has them where the host does. Anything else is ' +
      'refused; up to 4.6 what follows is passed over.',
    example: 'iomem = [ "fe215,1", "e0000,10@80000" ]',
  },
];

export const DTDEV_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'path',
    form: 'flag',
    since: '4.6',
    summary: "The full path of a device in the host's device tree.",
    details:
      'As below `/proc/device-tree`. xl checks nothing; a path that is not there, or a host without a device tree, ' +
      'keeps the guest from starting.',
    example: 'dtdev = [ "/soc/serial@12c20000" ]',
  },
];
