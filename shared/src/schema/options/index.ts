/** All options, by area. The one source of documentation, completion, validation and versions. */
import type { OptionSchema } from '../types.ts';
import { ARM_OPTIONS } from './arm.ts';
import { BOOT_OPTIONS } from './boot.ts';
import { CPU_OPTIONS } from './cpu.ts';
import { DEVICE_MODEL_OPTIONS } from './deviceModel.ts';
import { DEVICE_OPTIONS } from './devices.ts';
import { DISPLAY_OPTIONS } from './display.ts';
import { EVENT_OPTIONS } from './events.ts';
import { FIRMWARE_OPTIONS } from './firmware.ts';
import { GENERAL_OPTIONS } from './general.ts';
import { MEMORY_OPTIONS } from './memory.ts';
import { PASSTHROUGH_OPTIONS } from './passthrough.ts';
import { PLATFORM_OPTIONS } from './platform.ts';
import { SPICE_OPTIONS } from './spice.ts';
import { TIME_OPTIONS } from './time.ts';
import { USB_OPTIONS } from './usb.ts';

export interface OptionArea {
  readonly title: string;
  readonly options: readonly OptionSchema[];
}

/** In the order in which a person would write a file. */
export const OPTION_AREAS: readonly OptionArea[] = [
  { title: 'The guest', options: GENERAL_OPTIONS },
  { title: 'Processors', options: CPU_OPTIONS },
  { title: 'Memory of the guest', options: MEMORY_OPTIONS },
  { title: 'Booting', options: BOOT_OPTIONS },
  { title: 'Firmware of HVM guests', options: FIRMWARE_OPTIONS },
  { title: 'Devices', options: DEVICE_OPTIONS },
  { title: 'Screen and keyboard', options: DISPLAY_OPTIONS },
  { title: 'Remote screen by Spice', options: SPICE_OPTIONS },
  { title: 'USB devices and controllers', options: USB_OPTIONS },
  { title: 'Hardware of the host', options: PASSTHROUGH_OPTIONS },
  { title: 'What happens when the guest stops', options: EVENT_OPTIONS },
  { title: 'Time', options: TIME_OPTIONS },
  { title: 'Features of the machine', options: PLATFORM_OPTIONS },
  { title: 'Device model', options: DEVICE_MODEL_OPTIONS },
  { title: 'Arm', options: ARM_OPTIONS },
];

/** Every option that an xl since 4.1 reads in a guest's file, one entry each, in the order of the areas. */
export const OPTIONS: readonly OptionSchema[] = OPTION_AREAS.flatMap((area) => area.options);

export const optionByName: ReadonlyMap<string, OptionSchema> = new Map(
  OPTIONS.map((option) => [option.name, option]),
);
