/** Paravirtual displays. Facts: parse_config_data of xl 4.1 to 4.22, libxl_dm.c. */

import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields } from '../toolkit/fields.ts';
import { faultAt, type KeyedItem, keyedLanguage, printed } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { defbool, int, text } from '../toolkit/valueReaders.ts';
import { VFB_PARAMETERS } from './keys.ts';

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: VFB_PARAMETERS,
  readers: {
    vnc: defbool('vnc.enable', 10),
    vnclisten: text('vnc.listen'),
    vncpasswd: text('vnc.passwd'),
    vncdisplay: int('vnc.display'),
    vncunused: defbool('vnc.findunused', 10),
    keymap: text('keymap'),
    sdl: defbool('sdl.enable', 10),
    opengl: defbool('sdl.opengl', 10),
    display: text('sdl.display'),
    xauthority: text('sdl.xauthority'),
  },
  unknownKey: 'ignored',
  bareWord: 'restIgnored',
};

/** QEMU gets one address; libxl gives up where two display numbers could go into it. */
function displayTwice({ reading, index, context }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const listen = values.get('vnc.listen');
  const both = typeof listen === 'string' && listen.includes(':') && (values.get('vnc.display') ?? 0) !== 0;
  // Only the first display is shown by VNC; that of an hvm guest is not this one.
  if (!both || values.get('vnc.enable') === 'False' || index > 0 || context.guestType === 'hvm') return [];
  const cure = 'vnclisten has a display number already. Remove vncdisplay, or the number behind the colon.';
  return [
    faultAt(reading, 'vnc.display', {
      kind: 'conflict',
      effect: 'startFails',
      parameter: 'vncdisplay',
      cure,
    }),
  ];
}

/** For each display libxl also gets a keyboard, which is not among these fields. */
export const vfb = keyedLanguage({
  options: ['vfb'],
  noun: 'display',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: VFB_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  check: displayTwice,
  symbol: { name: [], detail: ['vnclisten', 'vncdisplay', 'sdl', 'keymap'] },
  keys: keyOrder('backend_domname devid vnc sdl keymap', {
    vnc: keyOrder('enable listen passwd display findunused'),
    sdl: keyOrder('enable opengl display xauthority'),
  }),
  fields: (values) => ({ vnc: {}, sdl: {}, ...printed(values) }),
});
