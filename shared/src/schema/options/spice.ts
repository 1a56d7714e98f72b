/** Spice, the remote display of QXL. Facts: the HVM part of parse_config_data, dm_spice_options in libxl_dm.c, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { HVM } from './guestTypes.ts';

export const SPICE_OPTIONS = optionsFor(HVM, [
  {
    name: 'spice',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    since: '4.2',
    use: 3,
    summary: "Whether the guest's screen can be reached by Spice.",
    details:
      'It takes `spiceport` or `spicetls_port`, and either `spicepasswd` or `spicedisable_ticketing = 1`; otherwise the ' +
      'device model does not start. `vga = "qxl"` makes it fast. VNC stays on until `vnc = 0`. A QEMU in a stub domain ' +
      'has no Spice.',
    defaultValue: '`0`',
    example: 'spice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
  },
  {
    name: 'spicehost',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_spice_options',
    kind: 'string',
    since: '4.2',
    use: 4,
    summary: 'The address of the host where the Spice server listens.',
    details: 'With the default the whole network can connect.',
    defaultValue: 'all addresses',
    example: 'spicehost = "127.0.0.1"\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
  },
  {
    name: 'spiceport',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_spice_options',
    kind: 'number',
    since: '4.2',
    use: 4,
    summary: 'The port where the Spice server listens.',
    details: 'With `spice = 1` there must be this or `spicetls_port`. Each guest needs its own.',
    defaultValue: 'none',
    example: 'spiceport = 6000\nspice = 1\nspicedisable_ticketing = 1',
  },
  {
    name: 'spicetls_port',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_spice_options',
    kind: 'number',
    since: '4.2',
    summary: 'The port where the Spice server listens for encrypted connections.',
    details: 'What else TLS needs cannot be set in this file.',
    defaultValue: 'none',
    example: 'spicetls_port = 6001\nspice = 1\nspicedisable_ticketing = 1',
  },
  {
    name: 'spicedisable_ticketing',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:dm_spice_options',
    kind: 'boolean',
    since: '4.2',
    use: 4,
    summary: 'Whether Spice clients may connect without a password.',
    details: 'With `0` there must be a `spicepasswd` that is not empty.',
    defaultValue: '`0`',
    example: 'spicedisable_ticketing = 1\nspice = 1\nspiceport = 6000',
  },
  {
    name: 'spicepasswd',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_spice_options',
    kind: 'string',
    since: '4.2',
    use: 4,
    summary: 'The password that Spice clients need.',
    details:
      'It is on the command line of QEMU, where every user of the host can read it. QEMU 8.0 no longer accepts it there, ' +
      'and does not start: use `spicedisable_ticketing` and a `spicehost` that only trusted clients reach.',
    defaultValue: 'none',
    example: 'spicepasswd = "secret"\nspice = 1\nspiceport = 6000',
  },
  {
    name: 'spiceagent_mouse',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:dm_spice_options',
    kind: 'boolean',
    since: '4.2',
    summary: 'Whether the Spice agent in the guest moves the pointer.',
    details:
      'Then the pointer need not be caught in the window. It takes `spicevdagent = 1` and the agent in the guest.',
    defaultValue: '`1`',
    example: 'spiceagent_mouse = 0\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
  },
  {
    name: 'spicevdagent',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    since: '4.4',
    use: 4,
    summary: 'Whether the guest can talk to the Spice client through an agent.',
    details:
      'With the agent installed in the guest the screen follows the size of the window and the pointer need not be ' +
      'caught. Clipboards also need `spice_clipboard_sharing`.',
    defaultValue: '`0`',
    example: 'spicevdagent = 1\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
  },
  {
    name: 'spice_clipboard_sharing',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:dm_spice_options',
    kind: 'boolean',
    since: '4.4',
    summary: 'Whether guest and Spice client share a clipboard.',
    details: 'Needs `spicevdagent = 1`.',
    defaultValue: '`0`',
    example:
      'spice_clipboard_sharing = 1\nspicevdagent = 1\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
  },
  {
    name: 'spiceusbredirection',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'number',
    since: '4.4',
    summary: 'How many USB devices of the Spice client the guest can have.',
    details:
      'From 1 to 4; more pass the parser, and the device model does not start. It makes a USB 2 controller where ' +
      '`usbversion` says nothing, and like it is rejected together with `usb` or `usbdevice`. Without `spice = 1` libxl ' +
      'warns and leaves it out.',
    defaultValue: '`0`',
    example: 'spiceusbredirection = 2\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
  },
  {
    name: 'spice_image_compression',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_spice_options',
    kind: 'string',
    since: '4.6',
    summary: 'How Spice compresses images.',
    details: 'QEMU, not xl, judges the word.',
    defaultValue: "QEMU's",
    example: 'spice_image_compression = "auto_glz"\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
    values: [
      { name: 'auto_glz', summary: 'GLZ or Quic, by the look of the image.' },
      { name: 'auto_lz', summary: 'LZ or Quic, by the look of the image.' },
      { name: 'quic', summary: 'Quic, good for photographs.' },
      { name: 'glz', summary: 'LZ with a dictionary of earlier images.' },
      { name: 'lz', summary: 'LZ.' },
      { name: 'off', summary: 'None.' },
    ],
  },
  {
    name: 'spice_streaming_video',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_spice_options',
    kind: 'string',
    since: '4.6',
    summary: 'Whether Spice sends areas that change fast as a video.',
    details: 'QEMU, not xl, judges the word.',
    defaultValue: "QEMU's",
    example: 'spice_streaming_video = "filter"\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1',
    values: [
      { name: 'filter', summary: 'What looks like a video.' },
      { name: 'all', summary: 'Every area that changes fast.' },
      { name: 'off', summary: 'Nothing.' },
    ],
  },
]);
