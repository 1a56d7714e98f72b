import { hover } from '@xlcfg/shared/src/features/hover.ts';
import { describe, expect, it } from 'vitest';
import { open, SAMPLES, show, testHovers } from '../../support/cursor.ts';

describe('names of options', () => {
  testHovers([
    [
      'mem|ory = 512',
      'memory',
      ['`memory` (number, MiB)\n\n', '- Default:', '- Guests: all', '```xlcfg\nmemory = '],
    ],
    ['|memory = 512', 'memory', ['`memory`']],
    ['mem|ory', 'memory', ['`memory`']],
    ['vg|a="none"', 'vga', ['**Not read for this PV guest**, only for `hvm`']],
    [
      'type="hvm"\nvg|a="none"',
      'vga',
      ['- Guests: `hvm` only', '- `stdvga`: ', '- Other values: xl rejects the file.'],
    ],
    ['on_c|rash = "x"\non_crash = "y"', 'on_crash', ['**This setting does not count**']],
    ['type="hvm"\nbuil|der="hvm"', 'builder', ['- Deprecated since 4.10: write `type = "hvm"`']],
    ['blk|if = 1', 'blkif', ['`blkif` (option of xm)', 'xl has never read it and silently ignores it.']],
  ]);

  it.each([
    ['a setting that counts', 'on_crash = "x"\non_c|rash = "y"', 'does not count'],
    ['an option of this type', 'type = "hvm"\nvg|a = "none"', 'Not read'],
  ])('says nothing against %s', (_, marked, text) => {
    expect(show(marked)?.markdown).not.toContain(text);
  });

  it('tells whether the release reads it', () => {
    expect(show('llc_co|lors=["0"]', '4.19')?.markdown).toContain('**The xl of 4.19 silently ignores it**');
    expect(show('llc_co|lors=["0"]', '4.20')?.markdown).not.toContain('**The xl');
  });
});

describe('operators', () => {
  testHovers([
    ['memory |= 1', '=', ['`=` sets `memory`.', 'the last one counts']],
    ["disk |+= [ 'x' ]", '+=', ['`+=` adds to what `disk` was before.', 'xl warns', 'Since 4.13']],
    ["disk +|= [ 'x' ]", '+=', ['`+=`']],
  ]);
  it('tells when the release has no +=', () => {
    expect(show('extra |+= "x"', '4.12')?.markdown).toContain('**The xl of 4.12 does not know it**');
    expect(show('extra |+= "x"', '4.13')?.markdown).not.toContain('**The xl');
  });
});

describe('values of options', () => {
  testHovers([
    ['type = "pv|h"', '"pvh"', ['`pvh` (`type`: ']],
    ['type = "|h"', '"h"', ['The same as `hvm`.']],
    ['type = "p|vm"', '"pvm"', ['xl does not know this word. xl rejects the file.']],
    ['vga = "v|sa"', '"vsa"', ['**Not read for this PV guest**', 'xl does not know this word.\n\n']],
    ['memory = 0x2|000', '0x2000', ['8192 MiB (8 GiB).']],
    ['memory = 209|7152', '2097152', ['2097152 MiB (2 TiB).']],
    ['memory = 50|00', '5000', ['5000 MiB (≈ 4.88 GiB).']],
    ['memory = 51|2', '512', ['512 MiB.']],
    ['memory = |"512M"', '"512M"', ['Not a number to xl. xl ignores the option.']],
    ['max_grant_frames = |"x"', '"x"', ['Not a number to xl. xl rejects the file.']],
    ['type="hvm"\nshadow_memory = 01|0', '010', ['8 MiB.']],
    ['acpi = |7', '7', ['On.']],
    ['acpi = |0', '0', ['Off.']],
    ['kernel = "/bo|ot/x"', '"/boot/x"', ['`/boot/x` (`kernel`']],
    ['tsc_mode = |1', '1', ['The same as `always_emulate`.']],
    ['type="hvm"\nviridian = [ "!ba|se" ]', '"!base"', ['Turned off:']],
    ['name = "|a`b"', '"a`b"', ['``a`b`` (`name`']],
  ]);
});

describe('nothing to say', () => {
  it.each([
    '# mem|ory',
    'memory = 1 # mem|ory',
    'nosuch|key = 1',
    'nosuchkey = |1',
    '|',
    'memory = 1\n|\n',
    'type = pv|h',
    "vif = [| 'x' ]",
    'def f|():',
    'memory |  = 1',
  ])('%s', (marked) => expect(show(marked)).toBeNull());
});

describe('every beginning of a file, at every offset', () => {
  it.each(SAMPLES.map((sample, index) => [index, sample] as const))('sample %i', (_, sample) => {
    let found = 0;
    for (let length = 0; length <= sample.length; length++) {
      const doc = open(sample.slice(0, length));
      for (let at = 0; at <= length; at++) {
        const position = doc.text.positionAt(at);
        // No position lies between CR and LF.
        const offset = doc.text.offsetAt(position);
        const shown = hover(doc, position);
        if (!shown) continue;
        found++;
        const start = doc.text.offsetAt(shown.range?.start ?? { line: 0, character: 0 });
        const end = doc.text.offsetAt(shown.range?.end ?? { line: 0, character: 0 });
        if (!(start <= offset && offset < end && end <= length))
          expect.fail(`${length}, ${offset}: ${start} to ${end}`);
      }
    }
    expect(found).toBeGreaterThan(100);
  });
});
