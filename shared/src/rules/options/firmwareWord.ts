import { firmwareOf } from '../../model/machine.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/sentences.ts';
import { optionRule, settingSpan } from './optionRule.ts';

const WORDS = ['uefi', 'bios', 'seabios', 'ovmf'];

export const firmwareWord = optionRule(
  {
    code: 'firmware-path',
    severity: 'warning',
    options: ['firmware'],
    summary: 'A `firmware` of an hvm guest that is nearly one of the words, and is taken for a path.',
    details:
      'On hvm xl takes what is none of `uefi`, `bios`, `seabios` and `ovmf` for the path of a firmware, without a word. ' +
      'A misspelt word is therefore noticed only when the guest does not start.',
  },
  function* (values) {
    const firmware = firmwareOf(values);
    const path = firmware?.kind === 'path' ? firmware.path : null;
    const suggestion =
      path === null || path.includes('/') || firmwareImageOf(path)
        ? null
        : nearest(path.toLowerCase(), WORDS);
    const place = settingSpan(values, 'firmware', 'value');
    if (path === null || suggestion === null || !place) return;
    yield {
      option: 'firmware',
      mark: 'value',
      message: `xl takes ${quoted(path)} for the path of a firmware. Did you mean ${suggestion}?`,
      fixes: [
        {
          title: `Change to ${suggestion}`,
          preferred: true,
          edits: [{ ...place, newText: `"${suggestion}"` }],
        },
      ],
    };
  },
);
