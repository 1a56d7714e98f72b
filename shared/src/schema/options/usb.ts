/** USB. Facts: parse_config_data, parse_usbctrl_config, libxl_dm.c of Xen 4.1 to 4.22, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL, HVM } from './guestTypes.ts';

export const USB_OPTIONS = optionsFor(HVM, [
  {
    name: 'usb',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    since: '4.1',
    use: 2,
    summary: 'Whether an HVM guest has an emulated USB 1.1 controller.',
    details: '`usbdevice` turns it on by itself. libxl rejects it together with `usbversion`.',
    defaultValue: '`0`',
    example: 'usb = 1',
  },
  {
    name: 'usbdevice',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'stringOrList',
    since: '4.1',
    use: 2,
    summary: 'Devices on the emulated USB bus.',
    details:
      '`tablet` is the common one: it keeps the mouse pointer of a VNC window in step with that of the guest. For a ' +
      'device of the host use `usbctrl` and `usbdev`: QEMU 2.12 removed `host:...`. QEMU, not xl, judges the words. ' +
      'libxl rejects it together with `usbversion`. A string counts as a list of one.',
    defaultValue: 'none',
    example: 'usbdevice = [ "tablet" ]',
    listSince: '4.3',
    values: [
      { name: 'tablet', summary: 'A pointer with absolute coordinates, not relative movement.' },
      { name: 'mouse', summary: 'A mouse.' },
      { name: 'keyboard', summary: 'A keyboard.' },
    ],
  },
  {
    name: 'usbversion',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'number',
    since: '4.4',
    use: 4,
    summary: 'The version of the emulated USB controller: 1, 2 or 3.',
    details:
      'libxl rejects it together with `usb` or `usbdevice`. Numbers other than 0 to 3 pass the parser, and `xl create` ' +
      'fails.',
    defaultValue: '`0`, no controller',
    example: 'usbversion = 2',
    range: [{ min: 0, max: 3, stored: 'int', outside: 'createFails' }],
  },
  {
    name: 'usbctrl',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_usbctrl_config',
    kind: 'list',
    guestTypes: ALL,
    since: '4.7',
    use: 4,
    summary: 'USB controllers of the guest, paravirtual or emulated.',
    details:
      'Keys: `type=` (`auto`, `pv`, `qusb`, `devicemodel`), `version=`, `ports=`; others are rejected. An emulated ' +
      'controller, which `auto` is on HVM, has 2 ports as version 1, 6 as version 2, up to 15 as version 3. The others ' +
      'are version 1 or 2, with up to 31. Controllers count from 0, their ports from 1.',
    example: "usbctrl = [ 'type=auto,version=2' ]",
  },
  {
    name: 'usbdev',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_usbdev_config',
    kind: 'list',
    guestTypes: ALL,
    since: '4.7',
    use: 4,
    summary: 'Host USB devices to pass through to the guest.',
    details:
      '`hostbus=` and `hostaddr=` are the numbers that `lsusb` shows, which change when the device is plugged in again. ' +
      '`controller=` and `port=` choose the place; a controller is created if there is none. `type=hostdev` may be ' +
      'written too. Other keys are rejected.',
    example: "usbdev = [ 'hostbus=1,hostaddr=3' ]",
  },
]);
