/** The fields of devices in the order in which libxl prints them: device_* of libxl_types.idl of Xen 4.17 to 4.22. */

/** Names in their order, and below each of them those of the objects in it. */
export interface KeyOrder {
  readonly [name: string]: KeyOrder;
}

const keys = (names: string, inner: KeyOrder = {}): KeyOrder =>
  Object.fromEntries(names.split(' ').map((name) => [name, inner[name] ?? {}]));

/** Several fields that differ in their last word. */
const each = (start: string, ends: string): string =>
  ends
    .split(' ')
    .map((end) => `${start}_${end}`)
    .join(' ');

const END = 'id ip port';
const REDIRECTOR = 'queue indev outdev';

const COLO = [
  'coloft_forwarddev',
  each('colo_sock_mirror', END),
  each('colo_sock_compare_pri_in', END),
  each('colo_sock_compare_sec_in', END),
  each('colo_sock_compare_notify', END),
  each('colo_sock_redirector0', END),
  each('colo_sock_redirector1', END),
  each('colo_sock_redirector2', END),
  each('colo_filter_mirror', 'queue outdev'),
  each('colo_filter_redirector0', REDIRECTOR),
  each('colo_filter_redirector1', REDIRECTOR),
  each('colo_compare', 'pri_in sec_in out notify_dev'),
  each('colo_sock_sec_redirector0', END),
  each('colo_sock_sec_redirector1', END),
  each('colo_filter_sec_redirector0', REDIRECTOR),
  each('colo_filter_sec_redirector1', REDIRECTOR),
  'colo_filter_sec_rewriter0_queue',
  each('colo_checkpoint', 'host port'),
].join(' ');

/** By the option that gives the devices. */
export const DEVICE_KEYS = {
  vif: keys(
    'backend_domname devid mtu model mac ip bridge ifname script nictype rate_bytes_per_interval ' +
      `rate_interval_usecs gatewaydev ${COLO} trusted vlan`,
  ),
  pci: keys('func dev bus domain vdevfn vfunc_mask msitranslate power_mgmt permissive seize rdm_policy name'),
  vfb: keys('backend_domname devid vnc sdl keymap', {
    vnc: keys('enable listen passwd display findunused'),
    sdl: keys('enable opengl display xauthority'),
  }),
  vkb: keys(
    'backend_domname devid backend_type unique_id feature_disable_keyboard feature_disable_pointer ' +
      'feature_abs_pointer feature_raw_pointer feature_multi_touch width height multi_touch_width ' +
      'multi_touch_height multi_touch_num_contacts',
  ),
  virtio: keys('backend_domname type transport grant_usage devid'),
  vtpm: keys('backend_domname devid uuid'),
  p9: keys(
    'backend_domname tag path security_model devid type max_space max_files max_open_files auto_delete',
  ),
  pvcalls: keys('backend_domname devid'),
  vdispl: keys('backend_domname devid be_alloc connectors', { connectors: keys('unique_id width height') }),
  channel: keys('backend_domname devid name connection.pty connection.socket', {
    'connection.socket': keys('path'),
  }),
  usbctrl: keys('type devid version ports backend_domname'),
  usbdev: keys('ctrl port type.hostdev', { 'type.hostdev': keys('hostbus hostaddr') }),
} as const satisfies Readonly<Record<string, KeyOrder>>;
