/** The fields of an interface, in the order in which libxl prints them: libxl_device_nic of libxl_types.idl. */
import { keyOrder } from '../json.ts';

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

export const NIC_KEYS = keyOrder(
  'backend_domname devid mtu model mac ip bridge ifname script nictype rate_bytes_per_interval ' +
    `rate_interval_usecs gatewaydev ${COLO} trusted vlan`,
);
