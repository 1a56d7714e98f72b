/**
 * Amounts that make no sense in MiB, in which xl counts: libvirt and `xl list --long` have KiB, other tools bytes. A usual
 * build of Xen addresses 16 TiB (CONFIG_BIGMEM); what is below may be meant.
 */
import type { Fix } from '../../edits/edit.ts';
import { pagingMemoryFault } from '../../model/memory.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { listed } from '../../text/sentences.ts';
import { optionRule, settingSpan } from './optionRule.ts';

const GIBIBYTE = 1024n;
const TEBIBYTE = 1024n * GIBIBYTE;

/** In MiB: what a host has at most, and from where on KiB are likely, as guests rarely have this much. */
const MOST = 16n * TEBIBYTE;
const MUCH = 512n * GIBIBYTE;
/** In MiB, at most: what starts is a small kernel made for Xen, or GiB were meant. */
const HARDLY_ANY = 7n;

/** How many of other units are one MiB. */
const UNITS_PER_MEBIBYTE: readonly bigint[] = [1024n, 1024n * 1024n];

const amount = (mebibytes: bigint): string => {
  if (mebibytes % TEBIBYTE === 0n) return `${mebibytes / TEBIBYTE} TiB`;
  return mebibytes % GIBIBYTE === 0n ? `${mebibytes / GIBIBYTE} GiB` : `${mebibytes} MiB`;
};

/** The amounts in MiB that a number in another unit stands for, as far as a guest may have them. */
function likelyAmounts(number: bigint): readonly bigint[] {
  if (number <= HARDLY_ANY) return [number * GIBIBYTE];
  return UNITS_PER_MEBIBYTE.filter((units) => number % units === 0n)
    .map((units) => number / units)
    .filter((mebibytes) => mebibytes >= 64n && mebibytes < MUCH);
}

function changeFixes(values: OptionValues, option: string, likely: readonly bigint[]): readonly Fix[] {
  const place = settingSpan(values, option, 'value');
  if (!place || values.setting(option)?.parts.length !== 1) return [];
  return likely.map((mebibytes) => ({
    title: `Change ${option} to ${mebibytes}`,
    preferred: likely.length === 1,
    edits: [{ ...place, newText: String(mebibytes) }],
  }));
}

export const memoryUnit = optionRule(
  {
    code: 'memory-unit',
    source: 'xl_parse.c:parse_config_data',
    severity: 'hint',
    options: ['memory', 'maxmem'],
    summary: 'An amount of memory that is likely meant in another unit than MiB.',
    details:
      '`memory` and `maxmem` count in MiB. libvirt and the JSON of `xl list --long` count in KiB, other tools in bytes or GiB: a ' +
      'number from there is accepted, and means 1024 times as much or more. No host has 16 TiB for a guest, which is a warning; ' +
      'what a large host may have, from 512 GiB on, and less than 8 MiB is a hint.\n\n' +
      '```\nmemory = 1048576     # 1 TiB, not 1 GiB\nmemory = 1024\n```',
  },
  function* (values, { file }) {
    // Of a value with spaces xl reads none, and the first part says nothing.
    if (file.errors.length > 0) return;
    const reported = pagingMemoryFault(values)?.option;
    for (const option of ['memory', 'maxmem'] as const) {
      const number = values.number(option);
      if (number === null || number <= 0n || option === reported) continue;
      if (number < MUCH && number > HARDLY_ANY) continue;
      const likely = likelyAmounts(number);
      const isTooMuch = number >= MOST;
      if (likely.length === 0 && !isTooMuch) continue;
      const advice =
        likely.length === 0
          ? 'Use the number of MiB.'
          : `Use ${listed(likely.map((mebibytes) => `${mebibytes} for ${amount(mebibytes)}`))}.`;
      yield {
        option,
        mark: 'value',
        message: `\`${option}\` counts in MiB: this is ${amount(number)}${isTooMuch ? ', more than a host has' : ''}. ${advice}`,
        fixes: changeFixes(values, option, likely),
        ...(isTooMuch && { severity: 'warning' }),
      };
    }
  },
);
