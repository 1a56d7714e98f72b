/** The keys of `usbctrl` and `usbdev` strings. Facts: xl_parse.c and libxl_usb.c of 4.7 to 4.22, xl.cfg(5). */
import type { ParameterSchema } from '../../schema/types.ts';

export const USBCTRL_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'type',
    form: 'value',
    since: '4.7',
    summary: 'Who provides the controller.',
    details: 'In any case. xl refuses any other word.',
    defaultValue: '`auto`',
    example: "usbctrl = [ 'type=pv,version=2,ports=4' ]",
    values: [
      {
        name: 'auto',
        summary: 'devicemodel for hvm; for others pv where the host has the driver, else qusb.',
      },
      { name: 'pv', summary: "The driver in the host's kernel; the guest needs a driver for it." },
      { name: 'qusb', summary: 'QEMU, with the same driver in the guest.' },
      {
        name: 'devicemodel',
        summary: 'A controller that QEMU emulates, a PCI device to the guest. Since 4.8.',
      },
    ],
  },
  {
    name: 'version',
    form: 'value',
    since: '4.7',
    summary: 'The version of USB: 1, 2 or 3.',
    details:
      '3 with `type=devicemodel` only, 1 and 2 with all. xl takes any number and reads words as 0, which is the default; ' +
      'libxl gives up on others when the guest starts.',
    defaultValue: '2',
    example: "usbctrl = [ 'type=devicemodel,version=3,ports=8' ]",
    values: [
      { name: '1', summary: 'USB 1.1.' },
      { name: '2', summary: 'USB 2.0. The default.' },
      { name: '3', summary: 'USB 3.0, with type=devicemodel.' },
    ],
  },
  {
    name: 'ports',
    form: 'value',
    since: '4.7',
    summary: 'The number of ports.',
    details:
      '1 to 31 with `pv` and `qusb`. With `devicemodel` it depends on the version: always 2 for USB 1.1, always 6 for USB ' +
      '2.0, up to 15 for USB 3.0. With another number the start of the guest fails; a word is read as 0, the default.',
    defaultValue: '8; devicemodel: 2, 6 or 8',
    example: "usbctrl = [ 'type=qusb,version=2,ports=8' ]",
  },
];

const NUMBER =
  'Decimal, hexadecimal with `0x`, octal with a leading 0: `lsusb` prints leading zeros, leave them out. xl keeps 8 ' +
  'bits of it; a word is read as 0. Below 1 the start of the guest fails.';

export const USBDEV_PARAMETERS: readonly ParameterSchema[] = [
  {
    name: 'hostbus',
    form: 'value',
    since: '4.7',
    mandatory: true,
    summary: 'The number of the bus on the host (`lsusb`: Bus 001 is 1).',
    details: NUMBER,
    example: "usbdev = [ 'hostbus=1,hostaddr=3' ]",
  },
  {
    name: 'hostaddr',
    form: 'value',
    since: '4.7',
    mandatory: true,
    summary: 'The number of the device on its bus (`lsusb`: Device 003 is 3).',
    details: `${NUMBER} It changes whenever the device is plugged in.`,
    example: "usbdev = [ 'hostbus=1,hostaddr=3' ]",
  },
  {
    name: 'type',
    form: 'value',
    since: '4.7',
    summary: 'What kind of device it is. There is one kind.',
    details: 'xl refuses any other word.',
    defaultValue: '`hostdev`',
    example: "usbdev = [ 'type=hostdev,hostbus=1,hostaddr=3' ]",
    values: [{ name: 'hostdev', summary: 'A device of the host.' }],
  },
  {
    name: 'controller',
    form: 'value',
    since: '4.7',
    summary: 'The controller to plug it into: the place in the list `usbctrl`, from 0.',
    details: 'A decimal number; a word is read as 0.',
    defaultValue: 'the first with a free port, or a new one',
    example: "usbdev = [ 'hostbus=1,hostaddr=3,controller=0,port=2' ]",
  },
  {
    name: 'port',
    form: 'value',
    since: '4.7',
    summary: 'The port of the controller, from 1.',
    details:
      'A decimal number; a word is read as 0, which is any port. Without `controller` the start of the guest fails.',
    defaultValue: 'a free one',
    example: "usbdev = [ 'hostbus=1,hostaddr=3,controller=0,port=2' ]",
  },
];
