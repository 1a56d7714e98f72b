import { channel } from './channel/channel.ts';
import type { SpecLanguage } from './language.ts';
import { p9 } from './p9/p9.ts';
import { pvcalls } from './pvcalls/pvcalls.ts';
import { usbctrl } from './usb/usbctrl.ts';
import { usbdev } from './usb/usbdev.ts';
import { vdispl } from './vdispl/vdispl.ts';
import { vfb } from './vfb/vfb.ts';
import { vif } from './vif/vif.ts';
import { virtio } from './virtio/virtio.ts';
import { vkb } from './vkb/vkb.ts';
import { vtpm } from './vtpm/vtpm.ts';

/** Languages of strings that describe devices. */
export const DEVICE_LANGUAGES: readonly SpecLanguage[] = [
  vif,
  vfb,
  vkb,
  usbctrl,
  usbdev,
  channel,
  p9,
  vtpm,
  vdispl,
  virtio,
  pvcalls,
];
