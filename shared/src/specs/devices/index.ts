import type { SpecLanguage } from '../spec.ts';
import { channel } from './channel.ts';
import { p9 } from './p9.ts';
import { pvcalls } from './pvcalls.ts';
import { usbctrl } from './usbctrl.ts';
import { usbdev } from './usbdev.ts';
import { vdispl } from './vdispl.ts';
import { vfb } from './vfb.ts';
import { vif } from './vif/vif.ts';
import { virtio } from './virtio.ts';
import { vkb } from './vkb.ts';
import { vtpm } from './vtpm.ts';

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
