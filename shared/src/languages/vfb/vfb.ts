/** Paravirtual displays. Facts: parse_config_data of xl 4.1 to 4.22, libxl_dm.c, xl.cfg(5). */
import { isUnknownKeymap } from '../../schema/keymaps.ts';
import { onOff } from '../../schema/types.ts';
import { displayOfPort, VNC_FIRST_PORT, VNC_PASSWORD_LENGTH } from '../../schema/vnc.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { faultOfField, type KeyedItem, keyedLanguage } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { defbool, int, text, type ValueReader } from '../toolkit/valueReaders.ts';

const BOOLEAN =
  'A number: 0 is off, anything else is on. A word is read as 0, so that `yes` and `true` turn it off.';

/** xend chose one of the two by it; xl has a key for each, and VNC is on unless the string says otherwise. */
const type: ValueReader = (value, { part, spec }) => {
  // With the comma that goes with it, and the spaces after it.
  const end = part.end + (/^, */.exec(spec.slice(part.end))?.[0].length ?? 0);
  const start = end === part.end && spec[part.start - 1] === ',' ? part.start - 1 : part.start;
  const fault = { kind: 'deprecated', effect: 'ignored', at: { start, end } } as const;
  if (value === 'sdl')
    return {
      set: {},
      fault: { ...fault, at: part, advice: 'Use `sdl=1,vnc=0`.', replacement: { newText: 'sdl=1,vnc=0' } },
    };
  const advice = 'VNC is on by default. Remove it.';
  return {
    set: {},
    fault: { ...fault, advice, replacement: { newText: '', safe: true } },
  };
};

const parameters = keyedParameters('4.1', 'xl_parse.c:parse_config_data', [
  {
    name: 'vnc',
    source: 'libxl_console.c:libxl__device_vfb_setdefault',
    read: defbool('vnc.enable', 10),
    summary: 'Shows the display by VNC.',
    details: BOOLEAN,
    defaultValue: '1',
    example: "vfb = [ 'vnc=1' ]",
    values: onOff('QEMU serves the display by VNC.', 'No VNC.'),
  },
  {
    name: 'vnclisten',
    source: 'libxl_console.c:libxl__device_vfb_setdefault',
    read: text('vnc.listen'),
    summary: 'The address of the host at which VNC listens, with or without a display number after a colon.',
    details:
      '`0.0.0.0` is every address of the host: set a password then. With a display number in it `vncdisplay` must be ' +
      'left out; with both, `xl create` fails.',
    defaultValue: '`127.0.0.1`',
    example: "vfb = [ 'vnc=1,vnclisten=192.0.2.1' ]",
  },
  {
    name: 'vncdisplay',
    read: int('vnc.display'),
    summary: 'The display number; the TCP port is 5900 more.',
    details:
      'A decimal number. A word is read as 0. With `vncunused=1` the search for a free port begins there.',
    defaultValue: '0',
    example: "vfb = [ 'vnc=1,vncdisplay=5,vncunused=0' ]",
  },
  {
    name: 'vncunused',
    source: 'libxl_console.c:libxl__device_vfb_setdefault',
    read: defbool('vnc.findunused', 10),
    summary: 'Has QEMU look for a free port; `xl vncviewer` finds it.',
    details: `${BOOLEAN} With 0 a port in use prevents the guest from starting.`,
    defaultValue: '1',
    example: "vfb = [ 'vnc=1,vncunused=1' ]",
    values: onOff('The first free port from that of vncdisplay on.', 'The port of vncdisplay and no other.'),
  },
  {
    name: 'vncpasswd',
    read: text('vnc.passwd'),
    summary: 'The password for VNC.',
    details:
      'It is in the file as plain text: restrict who can read the file. VNC looks at the first eight characters. Empty: ' +
      'no password. It cannot have a comma.',
    defaultValue: 'none',
    example: "vfb = [ 'vnc=1,vncpasswd=secret' ]",
  },
  {
    name: 'keymap',
    read: text('keymap'),
    summary: "The layout of the keyboard, by QEMU's names: `de`, `fr`, `en-gb`.",
    details:
      'Needed where the viewer sends characters instead of key codes. QEMU gives up at a name it does not know.',
    defaultValue: '`en-us`',
    example: "vfb = [ 'vnc=1,keymap=de' ]",
  },
  {
    name: 'sdl',
    source: 'libxl_console.c:libxl__device_vfb_setdefault',
    read: defbool('sdl.enable', 10),
    summary: 'Shows the display in an X window of the host.',
    details: `${BOOLEAN} QEMU must be built with SDL.`,
    defaultValue: '0',
    example: "vfb = [ 'vnc=0,sdl=1' ]",
    values: onOff('A window.', 'No window.'),
  },
  {
    name: 'opengl',
    source: 'libxl_console.c:libxl__device_vfb_setdefault',
    read: defbool('sdl.opengl', 10),
    summary: 'Draws the SDL window with OpenGL.',
    details: `${BOOLEAN} In the manual up to 4.20; xl still reads it.`,
    defaultValue: '0',
    example: "vfb = [ 'sdl=1,opengl=1' ]",
    values: onOff('With OpenGL.', 'Without.'),
  },
  {
    name: 'display',
    read: text('sdl.display'),
    summary: 'The X display on which the SDL window opens.',
    defaultValue: '`$DISPLAY` of the shell that starts the guest',
    example: "vfb = [ 'sdl=1,display=:0.0' ]",
  },
  {
    name: 'xauthority',
    read: text('sdl.xauthority'),
    content: 'file',
    summary: 'The X authority file for the SDL window.',
    defaultValue: '`$XAUTHORITY`, else `$HOME/.Xauthority`',
    example: "vfb = [ 'sdl=1,xauthority=/root/.Xauthority' ]",
  },
  {
    name: 'type',
    read: type,
    summary: 'Chose between VNC and SDL in xend. No xl has ever read it.',
    deprecated: '`vnc=1` or `sdl=1`',
    example: "vfb = [ 'type=vnc,vnclisten=127.0.0.1' ]",
  },
]);

/** QEMU gets one address; libxl gives up where two display numbers could go into it. */
function displayTwice({ reading, index, context }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const listen = values.get('vnc.listen');
  const both = typeof listen === 'string' && listen.includes(':') && (values.get('vnc.display') ?? 0) !== 0;
  // Only the first display is shown by VNC; that of an HVM guest is not this one.
  if (!both || values.get('vnc.enable') === 'False' || index > 0 || context.guestType === 'hvm') return [];
  const advice =
    '`vnclisten` already has a display number. Remove `vncdisplay`, or the number after the colon.';
  return [
    faultOfField(reading, 'vnc.display', 'conflict', 'createFails', {
      parameter: 'vncdisplay',
      stage: 'build',
      advice,
    }),
  ];
}

/** A password that VNC cuts, and a port where the number of a display belongs. */
function vncValues({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const faults: SpecFault[] = [];
  const password = values.get('vnc.passwd');
  if (typeof password === 'string' && password.length > VNC_PASSWORD_LENGTH) {
    const message = `VNC uses only the first ${VNC_PASSWORD_LENGTH} characters of a password.`;
    const advice = 'Use a shorter one.';
    faults.push(
      faultOfField(reading, 'vnc.passwd', 'bad-value', 'ignored', {
        parameter: 'vncpasswd',
        message,
        advice,
      }),
    );
  }
  const display = values.get('vnc.display');
  const meant = typeof display === 'number' ? displayOfPort(BigInt(display)) : null;
  if (typeof display === 'number' && meant !== null) {
    const message = `Display ${display} is port ${VNC_FIRST_PORT + display}.`;
    const advice = `Use \`vncdisplay=${meant}\` for port ${display}.`;
    const replacement = { newText: String(meant) };
    faults.push(
      faultOfField(reading, 'vnc.display', 'bad-value', 'ignored', {
        ...{ parameter: 'vncdisplay', message, advice, replacement },
      }),
    );
  }
  return faults;
}

/** QEMU shows the first display by VNC, and looks for the layout then. */
function unknownKeymap({ reading, index, context }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const keymap = values.get('keymap');
  if (index > 0 || context.guestType === 'hvm' || values.get('vnc.enable') === 'False') return [];
  if (typeof keymap !== 'string' || !isUnknownKeymap(keymap)) return [];
  const advice = 'QEMU has no layout of this name. Use one that it has, such as `de` or `en-us`.';
  return [faultOfField(reading, 'keymap', 'bad-value', 'startFails', { parameter: 'keymap', advice })];
}

/** For each display libxl also gets a keyboard, which is not among the fields. */
export const VFB = keyedLanguage({
  option: 'vfb',
  noun: 'display',
  parameters,
  grammar: { unknownKey: 'ignored', bareWord: 'restIgnored' },
  check: (item) => [...displayTwice(item), ...vncValues(item), ...unknownKeymap(item)],
  fields: (printed) => ({ vnc: {}, sdl: {}, ...printed }),
  symbol: { name: [], detail: ['vnclisten', 'vncdisplay', 'sdl', 'keymap'] },
  keys: keyOrder('backend_domname devid vnc sdl keymap', {
    vnc: keyOrder('enable listen passwd display findunused'),
    sdl: keyOrder('enable opengl display xauthority'),
  }),
});
