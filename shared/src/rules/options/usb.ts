/** The two ways to emulated USB, which exclude each other. Facts: libxl__domain_build_info_setdefault. */
import { toInt32 } from '../../cNumbers.ts';
import type { KeyedSpec } from '../../languages/toolkit/keyedLanguage.ts';
import { portsOf, USBCTRL } from '../../languages/usbctrl/usbctrl.ts';
import { USBDEV } from '../../languages/usbdev/usbdev.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { listed, quoted } from '../../text/sentences.ts';
import type { RuleContext } from '../rule.ts';
import { optionRule } from './optionRule.ts';

/** The option that asks for a controller by version. libxl ignores redirection without Spice, except for a negative number. */
function versionedControllerOption(values: OptionValues): 'usbversion' | 'spiceusbredirection' | null {
  if (toInt32(values.number('usbversion') ?? 0n) !== 0) return 'usbversion';
  const redirected = toInt32(values.number('spiceusbredirection') ?? 0n);
  const forgotten = redirected > 0 && values.flag('spice') !== true && values.since('4.5');
  return redirected !== 0 && !forgotten ? 'spiceusbredirection' : null;
}

/** The options that add a controller of version 1.1. An empty `usbdevice` does, too. */
const legacyControllerOptions = (values: OptionValues): string[] =>
  [
    values.flag('usb') === true ? 'usb' : '',
    values.list('usbdevice') !== null || values.text('usbdevice') !== null ? 'usbdevice' : '',
  ].filter((option) => option !== '');

const usbConflict = optionRule(
  {
    code: 'usb-conflict',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['usbversion', 'spiceusbredirection'],
    summary: '`usbversion` or `spiceusbredirection` together with `usb` or `usbdevice`.',
    details:
      'Both make a USB controller, and libxl does not create two: xl accepts the file, but `xl create` fails. Write one of ' +
      'them. `usbdevice = [ "tablet" ]` alone brings a controller of version 1.1. Without `spice = 1` libxl warns and ' +
      'leaves `spiceusbredirection` out.\n\n```\nusbdevice = [ "tablet" ]\n```',
  },
  function* (values) {
    const option = versionedControllerOption(values);
    const others = legacyControllerOptions(values);
    if (!values.since('4.4') || option === null || others.length === 0) return;
    yield {
      option,
      message: `\`${option}\` cannot be combined with ${listed(others.map(quoted), 'and')}: \`xl create\` fails. Remove \`${option}\`, or ${listed(others.map(quoted), 'and')}.`,
      choices: [option, ...(others.length === 1 ? others : [])].map((one) => ({ remove: one })),
      relatedOptions: others.map((other) => ({
        option: other,
        message: 'Creates a USB 1.1 controller.',
      })),
    };
  },
);

/**
 * The number of the first device whose controller is not there, by its place in the list. Devices that name no
 * controller make one where none has a free port; those after them may be for it.
 */
function deviceWithoutController({ specs }: RuleContext): GuestSpec<KeyedSpec> | undefined {
  const controllers = specs.of(USBCTRL).length;
  for (const device of specs.of(USBDEV)) {
    const controller = Number(device.spec.values.get('ctrl') ?? ANY_CONTROLLER);
    if (controller === ANY_CONTROLLER) return undefined;
    if (controller < 0 || controller >= controllers) return device;
  }
  return undefined;
}

const ANY_CONTROLLER = -1;

const missingController = optionRule(
  {
    code: 'usb-controller-missing',
    source: 'libxl_usb.c:libxl__device_usbdev_add',
    severity: 'error',
    options: ['usbdev'],
    summary: 'A USB device on a controller that is not in `usbctrl`.',
    details:
      '`controller=` counts the strings of `usbctrl` from 0. For a PV or PVH guest without QEMU `xl create` fails where ' +
      'there is no such controller; where QEMU runs it is a warning. Leave `controller` and `port` out, and libxl makes ' +
      'one.\n\n```\nusbctrl = [ "type=pv,version=2,ports=8" ]\nusbdev = [ "hostbus=1,hostaddr=3,controller=0,port=1" ]\n```',
  },
  function* (_values, context) {
    const device = deviceWithoutController(context);
    if (!device) return;
    yield {
      option: 'usbdev',
      stage: 'devices',
      message: `There is no USB controller ${device.spec.values.get('ctrl')}: \`xl create\` fails. Add one to \`usbctrl\`, or remove \`controller=\`.`,
      relatedOptions: [{ option: 'usbctrl', message: 'The controllers, counted from 0.' }],
    };
  },
);

interface TakenPort {
  readonly controller: number;
  /** Absent: the device asks for any port, and there is none left. */
  readonly port?: number;
}

/** The first device that finds its port taken by one before it, or no free port. See `deviceWithoutController` for the others. */
function deviceWithoutPort({ specs, guest }: RuleContext): TakenPort | undefined {
  const controllers = specs.of(USBCTRL).map(({ spec }) => ({
    ports: portsOf(spec.values, guest.type),
    taken: new Set<number>(),
  }));
  for (const { spec } of specs.of(USBDEV)) {
    const number = Number(spec.values.get('ctrl') ?? ANY_CONTROLLER);
    const controller = controllers[number];
    if (!controller) return undefined;
    const { ports, taken } = controller;
    const asked = Number(spec.values.get('port') ?? 0);
    if (taken.has(asked)) return { controller: number, port: asked };
    // The first one that is free: devices with a port of their own may leave gaps.
    let port = asked || 1;
    while (taken.has(port)) port++;
    if (asked === 0 && port > ports) return { controller: number };
    taken.add(port);
  }
  return undefined;
}

const portTaken = optionRule(
  {
    code: 'usb-port-taken',
    source: 'libxl_usb.c:libxl__device_usbdev_setdefault',
    severity: 'error',
    options: ['usbdev'],
    summary: 'Two USB devices on one port, or more devices than ports.',
    details:
      'Each device needs its own port of its controller. `xl create` fails with "The controller port isn\'t available" where ' +
      '`port=` names one that is taken, and with "No available port under specified controller" where all are. Leave `controller` and `port` out, and ' +
      'libxl finds a port, on a new controller if need be.\n\n```\nusbctrl = [ "ports=2" ]\n' +
      'usbdev = [ "hostbus=1,hostaddr=3,controller=0,port=1", "hostbus=1,hostaddr=4,controller=0,port=2" ]\n```',
  },
  function* (_values, context) {
    const taken = deviceWithoutPort(context);
    if (!taken) return;
    const { controller, port } = taken;
    const what =
      port === undefined
        ? `USB controller ${controller} has more devices than ports`
        : `Two devices use port ${port} of USB controller ${controller}`;
    const advice =
      port === undefined
        ? 'Raise `ports=`, or remove `controller=`.'
        : 'Use another port, or remove `port=`.';
    yield {
      option: 'usbdev',
      stage: 'devices',
      message: `${what}: \`xl create\` fails. ${advice}`,
      relatedOptions: [{ option: 'usbctrl', message: 'The controllers, counted from 0.' }],
    };
  },
);

export const usbRules = [usbConflict, missingController, portTaken];
