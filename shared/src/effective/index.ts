/**
 * The effective configuration: what xl makes of a guest's file, as `xl create -n` prints it in JSON.
 *
 * For a file that xl accepts it is the same key by key, in the same order, but for what is open: see OpenNode. The shape
 * of each version is that of libxl_types.idl in its newest point release: a field is in the tables with its lifetime,
 * and twice where it moved. Up to 4.4 xl also printed what has its default, and 4.1 no JSON at all: for them only what
 * the file says is here. Of a file that xl rejects it is what xl had understood, as far as that can be told.
 */

import { SPEC_LANGUAGES } from '../languages/index.ts';
import type { GuestSpec } from '../model/guestSpecs.ts';
import { optionValuesOf } from '../model/optionValues.ts';
import { buildInfo } from './buildInfo.ts';
import { createInfo } from './createInfo.ts';
import { devices, displays, keyboards, pciDevices, sharedDirectories, treeDevices } from './devices.ts';
import { type ObjectNode, scalar } from './node.ts';
import { printedNumbers } from './numbers.ts';
import { soundCards } from './sound.ts';
import {
  type ConfigurationSource,
  type Context,
  type Field,
  field,
  originsIn,
  type Source,
  structure,
} from './source.ts';

export type { ConfigNode, ObjectNode, Origin, Scalar } from './node.ts';
export type { ConfigurationSource, Host } from './source.ts';

/** What libxl does unless it is told otherwise, and does not print. */
const USUAL_ACTION = 'destroy';

/** What becomes of the guest; libxl has the words in another order than the file. */
const action =
  (option: string, otherwise = USUAL_ACTION): Source =>
  (context) => {
    const chosen = context.values.word(option)?.name ?? otherwise;
    if (chosen === USUAL_ACTION) return undefined;
    const name = chosen === 'rename-restart' ? 'restart_rename' : chosen.replace('-', '_');
    return scalar(name, originsIn(context, option));
  };

/** The lists of devices that follow a field, and those that follow them: a language says after which field its list is. */
const devicesAfter = (after: string): readonly Field[] =>
  SPEC_LANGUAGES.flatMap((language) => {
    const list = language.json?.list;
    return list?.after === after ? [field(list.name, devices(language)), ...devicesAfter(list.name)] : [];
  });

/** The fields of domain_config that are made of more than the strings of a language. */
const FIELDS: readonly Field[] = [
  field('c_info', createInfo),
  field('b_info', buildInfo),
  field('pcidevs', pciDevices),
  field('dtdevs', treeDevices),
  field('vfbs', displays),
  field('vkbs', keyboards),
  field('p9', sharedDirectories, { last: '4.9' }),
  field('p9s', sharedDirectories, { since: '4.10' }),
  field('vsnds', soundCards),
  field('on_poweroff', action('on_poweroff')),
  field('on_reboot', action('on_reboot', 'restart')),
  field('on_watchdog', action('on_watchdog')),
  field('on_crash', action('on_crash')),
  field('on_soft_reset', action('on_soft_reset', 'soft-reset'), { since: '4.7' }),
];

const domain = structure(FIELDS.flatMap((own) => [own, ...devicesAfter(own.name)]));

/** Old releases go on without a PCI device that they cannot read. Other devices are dropped later than here. */
const isDropped = ({ option, spec }: GuestSpec): boolean =>
  option === 'pci' && spec.faults.some(({ effect }) => effect === 'dropped');

/** The configuration of the guest. Linear in the text; never throws. */
export function effectiveConfiguration(source: ConfigurationSource): ObjectNode {
  const context: Context = {
    ...source,
    values: optionValuesOf(source.guest, source.xenVersion),
    stringsOf: (option) => source.specs.specs.filter((one) => one.option === option),
    specsOf: (language) => source.specs.of(language).filter((one) => !isDropped(one)),
  };
  return printedNumbers(domain(context), source.xenVersion);
}
