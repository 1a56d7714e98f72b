/** What the guest boots: its kernel and command line, and the arguments of its bootloader. Facts: parse_config_data. */
import { BOOTLOADER_ARGS } from '../languages/bootloaderArgs/bootloaderArgs.ts';
import { firmwareKernelOf, kernelOf } from '../model/machine.ts';
import { listOrNothing, type Origin, open, scalar } from './node.ts';
import { originsIn, type Source, texts } from './source.ts';

export const kernel: Source = (context) => {
  const { values, host } = context;
  const path = kernelOf(values);
  if (path !== null) return scalar(path, originsIn(context, 'kernel'));
  const file = firmwareKernelOf(values);
  if (file === null) return undefined;
  const origins = originsIn(context, 'firmware');
  if (host) return scalar(`${host.firmwareFolder}/${file}`, origins);
  return open('host', `${file} in the folder of its firmware`, origins);
};

/** `cmdline`, or else `root` and `extra` together. */
export const commandLine: Source = (context) => {
  const { values } = context;
  const whole = values.text('cmdline');
  if (whole !== null) return scalar(whole, originsIn(context, 'cmdline'));
  const root = values.text('root');
  const extra = values.text('extra');
  const parts = [...(root === null ? [] : [`root=${root}`]), ...(extra === null ? [] : [extra])];
  if (parts.length === 0) return undefined;
  const origins: readonly Origin[] = [
    ...(root === null ? [] : originsIn(context, 'root')),
    ...(extra === null ? [] : originsIn(context, 'extra')),
  ];
  return scalar(parts.join(' '), origins);
};

const listedArguments = texts('bootloader_args');

/** A text is cut at its blanks. */
export const bootloaderArguments: Source = (context) => {
  const [only] = context.specsOf(BOOTLOADER_ARGS);
  if (context.values.list('bootloader_args') || !only) return listedArguments(context);
  return listOrNothing(
    only.spec.fields.map((one) => scalar(one)),
    originsIn(context, 'bootloader_args'),
  );
};
