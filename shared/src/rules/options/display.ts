/** Screens: a display that is said twice. Facts: parse_config_data, libxl__build_device_model_args_new. */
import { toInt32 } from '../../cNumbers.ts';
import { displaySourceOf } from '../../model/display.ts';
import { optionRule } from './optionRule.ts';

const vncDisplayTwice = optionRule(
  {
    code: 'vnc-display-twice',
    severity: 'error',
    options: ['vncdisplay'],
    summary: 'A VNC display in `vnclisten` and another in `vncdisplay`.',
    details:
      '`vnclisten = "127.0.0.1:2"` names display 2, and so does `vncdisplay = 2`. With both xl refuses the file of an hvm ' +
      'guest, even where they agree; that of a pv guest it takes, and `xl create` fails. `vncdisplay = 0` does not ' +
      'count. An IPv6 address has colons, too: leave `vncdisplay` out there.',
  },
  function* (values) {
    const listen = values.text('vnclisten');
    if (!values.since('4.3') || !listen?.includes(':') || toInt32(values.number('vncdisplay') ?? 0n) === 0)
      return;
    if (displaySourceOf(values) !== 'options') return;
    const onPv = values.guestType === 'pv';
    yield {
      option: 'vncdisplay',
      ...(onPv ? { stage: 'build' as const } : {}),
      message: `vnclisten names a display already: ${onPv ? 'xl create fails' : 'xl refuses the file'}. Remove vncdisplay, or write only the address in vnclisten.`,
      relatedOptions: [{ option: 'vnclisten', message: 'What follows the colon is the display.' }],
    };
  },
);

export const displayRules = [vncDisplayTwice];
