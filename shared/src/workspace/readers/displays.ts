/**
 * VNC displays that a guest asks for by number. Facts: parse_top_level_vnc_options and the vfb loop of
 * parse_config_data, libxl__dm_vnc and libxl__build_device_model_args_new, the defaults in libxl_create.c and
 * libxl_console.c: VNC is on for HVM and for a vfb, it looks for a free display from the given one upwards unless
 * vncunused is 0, and listens on 127.0.0.1.
 */

import { toInt32 } from '../../cNumbers.ts';
import { placeIn } from '../../edits/stringEdits.ts';
import { givenValue } from '../../languages/pieces.ts';
import { VFB } from '../../languages/vfb/vfb.ts';
import { displaySourceOf, hasVnc } from '../../model/display.ts';
import type { Span } from '../../span.ts';
import type { Fact } from '../facts.ts';
import { type FactReader, type FactSource, factAt } from '../facts.ts';
import { valueSpan } from './identity.ts';

/** What one of the places that describe a display says. */
interface Display {
  readonly option: string;
  readonly listen: string | null;
  readonly number: number;
  readonly fixed: boolean;
  /** Where each of the keys is given. */
  readonly placeOf: (key: 'vnclisten' | 'vncdisplay' | 'vncunused') => Span | undefined;
}

/** The display that the guest asks for. 0 is also what xl uses where the guest asks for none. */
export const displayFacts: FactReader = function* (source) {
  const display = displayOf(source);
  const fact = display && factOf(display);
  if (fact) yield fact;
};

function factOf({ option, listen, number, fixed, placeOf: place }: Display): Fact | undefined {
  // A text with a colon goes to QEMU as it is: address, display.
  const [, within = '', shown] = listen?.includes(':') ? (/^([^,]*):([0-9]{1,5})$/.exec(listen) ?? []) : [];
  if (listen?.includes(':') && shown === undefined) return undefined;
  const display = shown === undefined ? number : Number(shown);
  if (display < 0 || (display === 0 && !fixed)) return undefined;
  const span = place(shown === undefined ? 'vncdisplay' : 'vnclisten') ?? place('vncunused');
  if (!span) return undefined;
  const part = addressOf(shown === undefined ? listen : within);
  return factAt(span, {
    kind: 'vncDisplay',
    key: String(display),
    ...(part === undefined ? {} : { part }),
    text: shown === undefined ? String(display) : (listen ?? ''),
    option,
    fixed,
  });
}

/** The address that is listened on; undefined where it is every address of the host. */
function addressOf(listen: string | null): string | undefined {
  const address = (listen ?? '127.0.0.1').toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (/^(?:|0|0\.0\.0\.0|(?:0*:)+0*)$/.test(address)) return undefined;
  return address === 'localhost' ? '127.0.0.1' : address;
}

function displayOf(source: FactSource): Display | undefined {
  switch (displaySourceOf(source.values)) {
    case 'options':
      return hasVnc(source.values) ? ofOptions(source) : undefined;
    case 'vfb':
      return ofFirstItem(source);
    case null:
      return undefined;
  }
}

function ofOptions({ values }: FactSource): Display {
  return {
    option: 'vncdisplay',
    listen: values.text('vnclisten'),
    number: toInt32(values.number('vncdisplay') ?? 0n),
    fixed: values.flag('vncunused') === false,
    placeOf: (key) => {
      const setting = values.setting(key);
      return setting && valueSpan(setting);
    },
  };
}

function ofFirstItem({ specs }: FactSource): Display | undefined {
  const [first] = specs.of(VFB);
  if (!first) return undefined;
  const { values } = first.spec;
  if (values.get('vnc.enable') === 'False') return undefined;
  const listen = values.get('vnc.listen');
  const number = values.get('vnc.display');
  return {
    option: 'vfb',
    listen: typeof listen === 'string' ? listen : null,
    number: typeof number === 'number' ? number : 0,
    fixed: values.get('vnc.findunused') === 'False',
    placeOf: (key) => {
      const given = givenValue(first.spec, key);
      return given && placeIn(first.node, given);
    },
  };
}
