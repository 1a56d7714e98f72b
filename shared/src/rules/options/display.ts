/** Screens: a display that is said twice. Facts: parse_config_data, libxl__build_device_model_args_new. */
import { toInt32 } from '../../cNumbers.ts';
import { displaySourceOf, hasVnc } from '../../model/display.ts';
import { displayOfPort, VNC_FIRST_PORT, VNC_PASSWORD_LENGTH } from '../../schema/vnc.ts';
import { optionRule, settingSpan } from './optionRule.ts';

const vncDisplayTwice = optionRule(
  {
    code: 'vnc-display-twice',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new',
    severity: 'error',
    options: ['vncdisplay'],
    summary: 'A VNC display in both `vnclisten` and `vncdisplay`.',
    details:
      '`vnclisten = "127.0.0.1:2"` names display 2, and so does `vncdisplay = 2`. With both xl rejects the file of an HVM ' +
      'guest, even where they agree; that of a PV guest it takes, and `xl create` fails. `vncdisplay = 0` does not ' +
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
      message: `\`vnclisten\` already sets a display: ${onPv ? '`xl create` fails' : 'xl rejects the file'}. Remove \`vncdisplay\`, or write only the address in \`vnclisten\`.`,
      choices: [{ remove: 'vncdisplay' }],
      relatedOptions: [{ option: 'vnclisten', message: 'The number after the colon is the display.' }],
    };
  },
);

const longPassword = optionRule(
  {
    code: 'vnc-password-length',
    source: 'libxl_dm.c:device_model_postconfig_vnc_passwd',
    severity: 'warning',
    options: ['vncpasswd'],
    summary: 'A VNC password of more than eight characters.',
    details:
      'VNC uses the first eight characters and ignores the rest, so a longer password is not stronger. Let VNC ' +
      'listen on 127.0.0.1 only, and reach it through SSH, where that is too little.',
  },
  function* (values) {
    const password = values.text('vncpasswd');
    if (password === null || password.length <= VNC_PASSWORD_LENGTH || displaySourceOf(values) !== 'options')
      return;
    yield {
      option: 'vncpasswd',
      mark: 'value',
      message: `VNC uses only the first ${VNC_PASSWORD_LENGTH} characters of a password. Use ${VNC_PASSWORD_LENGTH} or fewer.`,
    };
  },
);

/** The display that is written where VNC is to listen: behind the colon of an IPv4 address or a name. */
const LISTEN_PORT = /^[^:]*:([0-9]+)$/;

const portAsDisplay = optionRule(
  {
    code: 'vnc-port-as-display',
    source: 'libxl_dm.c:libxl__build_device_model_args_new',
    severity: 'warning',
    options: ['vncdisplay', 'vnclisten'],
    summary: 'A VNC port where a display number belongs.',
    details:
      'VNC listens on port 5900 plus the number of the display: `vncdisplay = 5901` is port 11801.\n\n' +
      '```\nvncdisplay = 5901     # port 11801\nvncdisplay = 1        # port 5901\n```',
  },
  function* (values) {
    if (displaySourceOf(values) !== 'options' || !hasVnc(values)) return;
    const inListen = LISTEN_PORT.exec(values.text('vnclisten') ?? '')?.[1];
    const written = [
      { option: 'vncdisplay', number: values.number('vncdisplay') },
      { option: 'vnclisten', number: inListen === undefined ? null : BigInt(inListen) },
    ] as const;
    for (const { option, number } of written) {
      const display = number === null ? null : displayOfPort(number);
      if (number === null || display === null) continue;
      const place = option === 'vncdisplay' ? settingSpan(values, option, 'value') : undefined;
      yield {
        option,
        mark: 'value',
        message: `Display ${number} is port ${BigInt(VNC_FIRST_PORT) + number}. Use ${display} for port ${number}.`,
        fixes: place
          ? [
              {
                title: `Change to ${display}`,
                preferred: true,
                edits: [{ ...place, newText: String(display) }],
              },
            ]
          : [],
      };
    }
  },
);

export const displayRules = [vncDisplayTwice, longPassword, portAsDisplay];
