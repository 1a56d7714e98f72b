/**
 * Screen and keyboard. On PV the options of VNC and SDL are read where `vnc` is on and `vfb` has no item; on PVH they are
 * read and not used. Facts: parse_top_level_vnc_options and its neighbours, libxl_create.c, libxl_dm.c, xl.cfg(5).
 */
import { KEYMAPS } from '../keymaps.ts';
import { optionsFor } from '../types.ts';
import { ALL, HVM, WITH_SCREEN } from './guestTypes.ts';

export const DISPLAY_OPTIONS = optionsFor(ALL, [
  {
    name: 'vfb',
    source: 'xl_parse.c:parse_config_data libxl_console.c:libxl__device_vfb_setdefault',
    kind: 'list',
    since: '4.1',
    use: 2,
    summary: 'A paravirtual screen with keyboard and pointer.',
    details:
      'Keys: `vnc`, `vnclisten`, `vncdisplay`, `vncunused`, `vncpasswd`, `sdl`, `opengl`, `display`, `xauthority`, ' +
      '`keymap`; xl ignores others, and stops reading an item at a part without `=`. For PV and PVH; an HVM guest ' +
      'has the emulated graphics card of `vga`. Where it has an item, the options of the same names outside of it are not read ' +
      'on PV.\n\n' +
      'A plain string instead of the list is warned of, and there is no screen.',
    defaultValue: 'none',
    example: "vfb = [ 'vnc=1,vnclisten=127.0.0.1' ]",
  },
  {
    name: 'vnc',
    source:
      'xl_parse.c:parse_top_level_vnc_options xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'boolean',
    since: '4.1',
    use: 2,
    summary: "Whether the guest's screen can be reached by VNC.",
    details:
      '`xl vncviewer` connects to it. On PV it makes a paravirtual screen, unless `vfb` describes one. On PVH only ' +
      '`vfb` does: `vfb = [ "vnc=1" ]`.',
    defaultValue: '`1` on HVM, `0` on PV',
    example: 'vnc = 1',
  },
  {
    name: 'vnclisten',
    source: 'xl_parse.c:parse_top_level_vnc_options libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'string',
    since: '4.1',
    use: 2,
    summary: 'The address of the host where the VNC server listens.',
    details:
      '`"0.0.0.0"` opens it to the whole network: set `vncpasswd`, or better a tunnel. A display number may follow, as ' +
      'in `"127.0.0.1:2"`; together with a `vncdisplay` other than 0 xl rejects that on HVM.',
    defaultValue: '`127.0.0.1`',
    example: 'vnclisten = "127.0.0.1"',
  },
  {
    name: 'vncdisplay',
    source: 'xl_parse.c:parse_top_level_vnc_options libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'number',
    since: '4.1',
    use: 3,
    summary: 'The VNC display number; the TCP port is 5900 more.',
    details: 'If it is in use, the next free one is used, unless `vncunused = 0`.',
    defaultValue: '`0`',
    example: 'vncdisplay = 2',
  },
  {
    name: 'vncunused',
    source:
      'xl_parse.c:parse_top_level_vnc_options libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    since: '4.1',
    use: 3,
    summary: 'Whether the VNC server looks for a free port.',
    details: 'Turned off, the guest does not start where the port of `vncdisplay` is taken.',
    defaultValue: '`1`',
    example: 'vncunused = 0',
  },
  {
    name: 'vncpasswd',
    source: 'xl_parse.c:parse_top_level_vnc_options libxl_dm.c:device_model_postconfig_vnc_passwd',
    kind: 'string',
    since: '4.1',
    use: 3,
    summary: 'The password of the VNC server.',
    details: 'VNC looks at 8 characters only and encrypts nothing. An empty one lets everybody in.',
    defaultValue: 'none',
    example: 'vncpasswd = "secret"',
  },
  {
    name: 'vncviewer',
    source: 'xl_parse.c:parse_config_data',
    kind: 'boolean',
    since: '4.2',
    summary: 'Opened a VNC viewer under xm; xl warns and does nothing.',
    details: 'Leave it out, and start the guest with `xl create -V`.',
    example: 'vncviewer = 1',
    warns: 'always',
    unused: true,
    deprecated: { since: '4.2', instead: '`xl create -V` on the command line' },
  },
  {
    name: 'vga',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'string',
    guestTypes: HVM,
    since: '4.3',
    use: 2,
    summary: 'The emulated graphics card of an HVM guest.',
    details:
      'Other values are rejected ("Unknown vga"), even in uppercase. Where it is set, `stdvga` is not read.',
    defaultValue: '`cirrus`',
    example: 'vga = "stdvga"',
    otherValues: 'refused',
    values: [
      { name: 'stdvga', summary: "A plain card with VBE, for today's systems and large screens." },
      { name: 'cirrus', summary: 'A Cirrus Logic GD5446, for systems of the nineties.' },
      {
        name: 'qxl',
        since: '4.6',
        summary: 'The card for Spice, which needs its driver in the guest to be fast.',
      },
      { name: 'none', since: '4.5', summary: 'No card.' },
    ],
  },
  {
    name: 'stdvga',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'boolean',
    guestTypes: HVM,
    since: '4.1',
    use: 4,
    summary: 'The old way to choose between the standard card and the Cirrus card.',
    details: 'Not read where `vga` is set.',
    defaultValue: '`0`, the Cirrus card',
    example: 'stdvga = 1',
    deprecated: {
      since: '4.3',
      instead: '`vga = "stdvga"` or `vga = "cirrus"`',
      settings: { on: 'vga = "stdvga"', off: 'vga = "cirrus"' },
    },
  },
  {
    name: 'videoram',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'number',
    since: '4.1',
    use: 3,
    summary: 'The memory of the emulated graphics card.',
    details:
      'More of it allows larger screens. On HVM libxl rejects less than 8 for `cirrus`, 16 for `stdvga` and 128 for `qxl`; ' +
      'with qemu-xen-traditional less than 8 for `stdvga`. Other guests have no such card.',
    defaultValue:
      '`8` for cirrus, `16` for stdvga, `128` for qxl, `0` for none; with qemu-xen-traditional `4` and `8`',
    unit: 'MiB',
    example: 'videoram = 16',
  },
  {
    name: 'nographic',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    guestTypes: HVM,
    since: '4.1',
    use: 4,
    summary: 'Whether an HVM guest goes without a screen.',
    details:
      'Heeded only where neither VNC nor SDL is on, so use `vnc = 0` as well. See also `vga = "none"`.',
    defaultValue: '`0`',
    example: 'nographic = 1\nvnc = 0',
  },
  {
    name: 'sdl',
    source:
      'xl_parse.c:parse_top_level_sdl_options libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'boolean',
    since: '4.1',
    use: 3,
    summary: "Whether the guest's screen is shown in a window on the host's desktop.",
    details:
      'It needs a QEMU built with SDL, and an X server that root may use. On PV it is read with `vnc = 1` only.',
    defaultValue: '`0`',
    example: 'sdl = 0',
  },
  {
    name: 'opengl',
    source: 'xl_parse.c:parse_top_level_sdl_options libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'boolean',
    since: '4.1',
    summary: 'Whether the window of `sdl` is drawn with OpenGL.',
    details:
      'Only the old device model qemu-xen-traditional uses it; on PV it is read with `vnc = 1` only. No manual since ' +
      '4.21 has it.',
    defaultValue: '`0`',
    example: 'opengl = 0\nsdl = 1',
    deprecated: { since: '4.21', instead: 'nothing: no supported device model reads it' },
  },
  {
    name: 'display',
    source: 'xl_parse.c:parse_top_level_sdl_options libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'string',
    since: '4.5',
    summary: 'The X display where the window of `sdl` opens.',
    details: 'Set as `DISPLAY` for QEMU. Of no use without `sdl = 1`; on PV it is read with `vnc = 1` only.',
    defaultValue: 'that of the environment',
    example: 'display = ":0"\nsdl = 1',
  },
  {
    name: 'xauthority',
    source: 'xl_parse.c:parse_top_level_sdl_options libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'string',
    content: 'file',
    since: '4.5',
    summary: 'The X authority file that the window of `sdl` uses.',
    details:
      'Set as `XAUTHORITY` for QEMU. Of no use without `sdl = 1`; on PV it is read with `vnc = 1` only.',
    defaultValue: 'that of the environment',
    example: 'xauthority = "/root/.Xauthority"\nsdl = 1',
  },
  {
    name: 'keymap',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:dm_keymap',
    kind: 'string',
    guestTypes: WITH_SCREEN,
    since: '4.1',
    use: 3,
    summary: 'The layout of the keyboard at the VNC viewer.',
    details:
      'Of use where viewer and server cannot exchange raw key codes, and then it must be the layout that the guest has ' +
      'as well. QEMU, not xl, judges the word.',
    defaultValue: '`en-us`',
    example: 'keymap = "de"',
    values: KEYMAPS,
  },
  {
    name: 'vkb_device',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,domcreate_launch_dm',
    kind: 'boolean',
    guestTypes: HVM,
    since: '4.13',
    summary: 'Whether an HVM guest has a paravirtual keyboard and pointer.',
    details: 'Used if `vkb` is not set.',
    defaultValue: '`1`',
    example: 'vkb_device = 0',
  },
]);
