import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, codeBlock, plain } from '../../../shared/src/features/hover/markdown.ts';
import { hover } from '../../../shared/src/features/hover.ts';
import type { Release } from '../../../shared/src/schema/releases.ts';
import { open, openMarked, SAMPLES } from './marked.ts';

interface Shown {
  /** The text of the file that the hover is on. */
  readonly on: string;
  readonly markdown: string;
}

function show(marked: string, release?: Release): Shown | null {
  const { doc, offset } = openMarked(marked, release);
  const found = hover(doc, doc.text.positionAt(offset));
  if (!found?.range || typeof found.contents !== 'object' || !('kind' in found.contents)) return null;
  expect(found.contents.kind).toBe('markdown');
  return { on: doc.text.getText(found.range), markdown: found.contents.value };
}

type Case = readonly [marked: string, on: string, parts: readonly string[]];

const check = (cases: readonly Case[], release?: Release): void => {
  it.each(cases)('%s', (marked, on, parts) => {
    const shown = show(marked, release);
    expect(shown?.on).toBe(on);
    for (const part of parts) expect(shown?.markdown).toContain(part);
  });
};

describe('names of options', () => {
  check([
    [
      'mem|ory = 512',
      'memory',
      ['`memory` (number, MiB)\n\n', '- Default:', '- Guests: all', '```xlcfg\nmemory = '],
    ],
    ['|memory = 512', 'memory', ['`memory`']],
    ['mem|ory', 'memory', ['`memory`']],
    ['vg|a="none"', 'vga', ['**Not read for this pv guest**, only for `hvm`']],
    [
      'type="hvm"\nvg|a="none"',
      'vga',
      ['- Guests: `hvm` only', '- `stdvga`: ', '- Other words: xl refuses the file.'],
    ],
    ['on_c|rash = "x"\non_crash = "y"', 'on_crash', ['**This setting does not count**']],
    ['type="hvm"\nbuil|der="hvm"', 'builder', ['- Deprecated since 4.10: write `type = "hvm"`']],
    ['blk|if = 1', 'blkif', ['`blkif` (option of xm)', 'ignores it in silence']],
  ]);

  it.each([
    ['a setting that counts', 'on_crash = "x"\non_c|rash = "y"', 'does not count'],
    ['an option of this type', 'type = "hvm"\nvg|a = "none"', 'Not read'],
  ])('says nothing against %s', (_, marked, text) => {
    expect(show(marked)?.markdown).not.toContain(text);
  });

  it('tells whether the release reads it', () => {
    expect(show('llc_co|lors=["0"]', '4.19')?.markdown).toContain('**The xl of 4.19 does not read it**');
    expect(show('llc_co|lors=["0"]', '4.20')?.markdown).not.toContain('**The xl');
  });
});

describe('operators', () => {
  check([
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
  check([
    ['type = "pv|h"', '"pvh"', ['`pvh` (`type`: ']],
    ['type = "|h"', '"h"', ['The same as `hvm`.']],
    ['type = "p|vm"', '"pvm"', ['xl does not know this word. xl refuses the file.']],
    ['vga = "v|sa"', '"vsa"', ['**Not read for this pv guest**', 'xl does not know this word.\n\n']],
    ['memory = 0x2|000', '0x2000', ['8192 MiB (8 GiB).']],
    ['memory = |"512M"', '"512M"', ['Not a number to xl. xl goes on as if it were not there.']],
    ['max_grant_frames = |"x"', '"x"', ['Not a number to xl. xl refuses the file.']],
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

const HVM = 'type="hvm"\n';

describe('parts of a disk', () => {
  check([
    [
      "disk=['ta|p:aio:/a,xvda,w']",
      'tap:',
      ['`tap:` (deprecated prefix)', 'tapdisk2', 'In the disk document of 2011: '],
    ],
    ["disk=['tap:|aio:/a,xvda,w']", 'aio:', ['`aio:` (deprecated prefix)', '- Write: ']],
    ["disk=['fo|o:/a,xvda,w']", 'foo:', ['"unknown deprecated disk prefix"', '`target=foo:...`']],
    ["disk=['nbd|:h,xvda,w']", 'nbd:', ['script=block-nbd']],
    [
      "disk=['/a,r|aw,xvda']",
      'raw',
      ['`raw` (format of the disk)\n\nThe bytes as they are', 'Mandatory: no', '- `qcow2`: '],
    ],
    ["disk=['/a,|,xvda']", "'/a,,xvda'", ['Disk `xvda`']],
    [
      "disk=['form|at=vhd, vdev=xvda, target=/a']",
      'format',
      ['`format` (by name, or second without a name)'],
    ],
    [
      "disk=['format=v|hd, vdev=xvda, target=/a']",
      'vhd',
      ['`vhd` (format of the disk)\n\nImage of Virtual PC'],
    ],
    ["disk=['/a,RA|W,xvda']", 'RAW', ['xl does not know this word here and refuses the disk.']],
    [
      "disk=['/a,raw,xvda,r|o']",
      'ro',
      ['`ro` (access of the disk)\n\nThe guest may read only.', '- Default: `rw`'],
    ],
    ["disk=['/a,raw,hdc,r|w,cdrom']", 'rw', ['This is a CD-ROM drive: read-only, whatever is written here.']],
    [`${HVM}disk=['/a,raw,hda,|r']`, 'r', ['**This hvm guest does not start with it**']],
    ["disk=['/a,raw,xvda,w,cd|rom']", 'cdrom', ['`cdrom` (flag)']],
    [
      "disk=['/a,raw,hdc:cd|rom,r']",
      'cdrom',
      ['`cdrom` (devtype of the disk)', 'Deprecated forms: `:cdrom`'],
    ],
    ["disk=['/a,raw,xvda,w,ba|r=x']", 'bar=x', ['`bar` (unknown parameter)']],
    ["disk=['format|=vhd, vdev=xvda, target=/a']", 'format=vhd', ['`format` (by name']],
    ["disk=['/a,raw,hdc|:cdrom,r']", 'hdc:cdrom', ['`hdc` (vdev of the disk)']],
    ["disk=['/a,raw,xvda,w,so|me']", 'some', ['`some` (one too many)']],
    [
      "disk=['|/a,raw,xvda']",
      '/a',
      ['`/a` (target of the disk)', 'A path on the host.', 'Mandatory: yes, except for'],
    ],
    ["disk=['a|.img,raw,xvda']", 'a.img', ['looked up on the host from the directory where xl runs']],
    ["disk=['vdev=xvda,script=block-x,target=r|es']", 'res', ['Handed to the script `block-x`']],
    ["disk=['vdev=xvda,backend=dd,target=/|x']", '/x', ['A path in the domain `dd`.']],
    ["disk=['vdev=xvda,target=/a,b|=c']", '/a,b=c', ['`/a,b=c` (target of the disk)']],
    [
      "disk=['vdev=xvda,backendtype=ta|p,target=/a']",
      'tap',
      ['`tap` (backendtype of the disk)', '4.13 to 4.18'],
    ],
  ]);

  it('finds the place of an escaped part', () => {
    expect(show('disk=["/a\\"b,r|aw,xvda"]')?.on).toBe('raw');
    expect(show('disk=["/a|\\"b,raw,xvda"]')?.on).toBe('/a\\"b');
  });

  it.each([
    ["disk=['/a,qe|d,xvda']", '4.8', 'qed'],
    ["disk=['/a,raw,xvda,w,backendtype=standa|lone']", '4.16', 'standalone'],
    ["disk=['/a,raw,xvda,w,specifica|tion=xen']", '4.17', null],
  ] as const)('%s in %s', (marked, release, unknown) => {
    const markdown = show(marked, release)?.markdown ?? '';
    if (unknown) expect(markdown).toContain(`**The xl of ${release} does not know it.**`);
    else expect(markdown).not.toContain('**The xl');
  });
});

describe('vdevs', () => {
  const vdev = (name: string, prefix = ''): string =>
    show(`${prefix}disk=['/a,raw,|${name},rw']`)?.markdown.split('\n\n---\n\n')[0] ?? '';

  it.each([
    ['xvda', '`51712`, `0xca00`', 'Major 202, minor 0', '`/dev/xvda`', '`xbd0`'],
    ['xvdb2', '`51730`, `0xca12`', 'Major 202, minor 18', '`/dev/xvdb2`', '`xbd1`'],
    ['d1p2', '`51730`, `0xca12`', 'Major 202, minor 18', '`/dev/xvdb2`', '`xbd1`'],
    ['hda', '`768`, `0x300`', 'Major 3, minor 0', '`/dev/xvda`', '`ada0`'],
    ['hdd', '`5696`, `0x1640`', 'Major 22, minor 64', '`/dev/xvdd`', '`ada3`'],
    ['sdp15', '`2303`, `0x8ff`', 'Major 8, minor 255', '`/dev/xvdp15`', '`da15`'],
    ['xvdq', '`268439552`, `0x10001000` (extended)', 'no major number', '`/dev/xvdq`', '`xbd16`'],
    ['xvdtq37', '`268572709`, `0x10021825` (extended)', 'no major number', '`/dev/xvdtq37`', '`xbd536`'],
  ])('%s', (name, number, majorMinor, linux, freebsd) => {
    const markdown = vdev(name);
    for (const part of [
      `Number in xenstore: ${number}`,
      majorMinor,
      `${linux} in Linux`,
      `${freebsd} in FreeBSD`,
    ]) {
      expect(markdown).toContain(part);
    }
    expect(markdown).toContain('This pv guest: Xen virtual disk, nothing is emulated');
  });

  it.each([
    ['hda', 'emulated IDE disk 0 (`hda`)'],
    ['xvdd', 'emulated IDE disk 3 (`hdd`)'],
    ['xvde', 'emulated with `hdtype="ahci"` only'],
    ['xvdg', 'nothing is emulated'],
    ['sdb', 'emulated SCSI disk, id 1'],
    ['hda1', 'emulated IDE disk 0 (`hda`), or AHCI with `hdtype="ahci"`; as if it were the whole disk'],
    ['hdc,cdrom', 'emulated CD-ROM drive, IDE bus 1, unit 0'],
    ['xvde,cdrom', 'no emulated drive'],
    ['768', 'nothing is emulated: libxl cannot tell which disk it is'],
  ])('%s of an hvm guest', (name, text) => {
    expect(vdev(name, HVM)).toContain(`This hvm guest: Xen virtual disk, and ${text}`);
  });

  it.each(['hde', 'sdq', 'foo', 'xvda256', 'hda01'])('%s is none', (name) => {
    expect(vdev(name)).toContain('libxl cannot read this name');
  });

  it('tells the number of a name without a disk, which libxl takes', () => {
    expect(vdev('xvd')).toContain('which no guest can use');
  });
});

describe('a whole disk', () => {
  const whole = (spec: string, prefix = '', release?: Release): string =>
    show(`${prefix}disk=[|'${spec}']`, release)?.markdown ?? '';

  it.each([
    ["disk=['/a,raw,xvda|']", "'/a,raw,xvda'"],
    ["disk=[|'/a,raw,xvda']", "'/a,raw,xvda'"],
    ["disk=['/a,|,xvda']", "'/a,,xvda'"],
    ["disk=['/a,| raw,xvda']", "'/a, raw,xvda'"],
    ["disk=[|'']", "''"],
  ])('%s', (marked, on) =>
    expect(show(marked)).toMatchObject({ on, markdown: expect.stringMatching(/^Disk /) }),
  );

  it('tells every field in the terms of today', () => {
    expect(whole('tap:aio:/srv/a.img,hda,w')).toContain(
      [
        'Disk `hda`\n',
        '- Target: `/srv/a.img`',
        '- Format: `raw`',
        '- Virtual device: `hda`, number `768`',
        '- Access: read and write',
        '- Drive: hard disk',
        '- Specification: `xen`',
        '- Discard: yes\n',
      ].join('\n'),
    );
  });

  it.each([
    ['/a,raw,xvda,w', '', 'Served by the first backend that fits:\n\n- `phy`: blkback'],
    ['/a,qcow2,xvda,w', '', '- `qdisk`: QEMU on the host'],
    ['/a,qcow2,xvda,w', '', 'Passed over:\n\n- `phy` does not read qcow2'],
    ['/a,raw,xvda,w,backendtype=qdisk', '', 'Served by the backend that is asked for:\n\n- `qdisk`'],
    ['/a,raw,hdc,cdrom', HVM, 'Served by the backend of CD-ROM drives of hvm guests:\n\n- `qdisk`'],
    [
      '/a,qcow2,xvda,w,backendtype=phy',
      '',
      '**The guest does not start**: no backend fits.\n\n- `phy` does not read qcow2',
    ],
    [
      'vdev=xvda,format=empty,target=/a',
      '',
      '**The guest does not start**: a disk without a medium has to be a CD-ROM drive.',
    ],
    ['/a,xvda,w', '', '**xl refuses it.**'],
  ])('%s: who serves it', (spec, prefix, text) => expect(whole(spec, prefix)).toContain(text));

  it('tells both backends where the release lets the host decide', () => {
    const markdown = whole('/a,raw,xvda,w', '', '4.5');
    expect(markdown).toContain('- `phy` where the target is a block device: ');
    expect(markdown).toContain('- `qdisk` where it is an image file: ');
  });

  it.each([
    ['phy:/a,xvda,w', 'In 2011 it was served by blkback, always.'],
    ['file:/a,xvda,w', 'In 2011 it was served by tapdisk2, or QEMU where there was none.'],
    ['tap:vhd:/a,xvda,w', 'In 2011 it was served by tapdisk2 only'],
    ['tap:qcow2:/a,xvda,w', 'In 2011 it was served by QEMU'],
  ])('%s: who served it in 2011', (spec, text) => expect(whole(spec)).toContain(text));

  it.each(['drbd:r,xvda,w', '/a,qed,xvda,w', ',hdc:cdrom,r'])('%s: unknown in 2011', (spec) => {
    expect(whole(spec)).not.toContain('2011');
  });

  it.each([
    ['tap:aio:/srv/a.img,hda,w', '/srv/a.img,raw,hda,rw'],
    [',hdc:cdrom,r', 'vdev=hdc, cdrom'],
    ['file:/a.iso,hdc:cdrom,r', '/a.iso,raw,hdc,ro,cdrom'],
    ['vdev=xvda,target=/a,b', 'vdev=xvda, format=raw, access=rw, target=/a,b'],
    ['drbd:r0,xvda,w', 'r0,raw,xvda,rw,script=block-drbd'],
    ['/a,,xvda,,untrusted,backend=d,grant_usage=1', '/a,raw,xvda,rw,backend=d,untrusted,grant_usage=1'],
    ['vdev=xvda,target=tap:/x', 'vdev=xvda, format=raw, access=rw, target=tap:/x'],
  ])('%s, written today', (spec, today) => {
    expect(whole(spec)).toContain(`Written today:\n\n\`\`\`xlcfg\n${today}\n\`\`\``);
  });

  it('does not repeat what is written in the syntax of today', () => {
    expect(whole('/a,raw,xvda,rw')).not.toContain('Written today');
  });

  it.each([
    ["disk=[|'/a,raw,xvda']\ndisk=['/b,raw,xvda']", true],
    ["disk=['/a,raw,xvda', 5, |'/b,raw,xvdb']", false],
    ["disk=['/a,raw,xvda', ['x'], |'/b,raw,xvdb']", true],
    ["disk=['/a,raw,xvda']\ndisk+=[|'/b,raw,xvdb']", false],
  ])('%s: whether the guest gets it', (marked, lost) => {
    const note = '**xl does not give it to the guest**';
    const markdown = show(marked)?.markdown ?? '';
    if (lost) expect(markdown).toContain(note);
    else expect(markdown).toMatch(/^Disk `xvdb`\n\n- Target/);
  });
});

/** Text without its code spans and blocks, as CommonMark finds them: a run of backticks up to the next such run. */
function outsideCode(markdown: string): string {
  const withoutBlocks = markdown.replace(/^(`{3,})[^`\n]*\n[\s\S]*?\n\1$/gm, '');
  let rest = '';
  for (let at = 0; at < withoutBlocks.length; ) {
    const run = /`+/y;
    run.lastIndex = at;
    const fence = withoutBlocks[at - 1] === '\\' ? undefined : run.exec(withoutBlocks)?.[0];
    if (fence === undefined) {
      rest += withoutBlocks[at] ?? '';
      at += 1;
      continue;
    }
    const closing = new RegExp(`(?<!\`)${fence}(?!\`)`, 'g');
    closing.lastIndex = at + fence.length;
    const end = closing.exec(withoutBlocks);
    at = end ? end.index + fence.length : at + fence.length;
    rest += end ? '' : fence;
  }
  return rest;
}

/** Characters that mean something to Markdown, and some that do not. */
const markdownText = fc.string({
  unit: fc.constantFrom(
    '`',
    '``',
    '[x](command:y)',
    '*',
    '_',
    '<b>',
    '\\',
    ' ',
    '\n',
    '|',
    '#',
    'a',
    'é',
    '\u202e',
    '!',
    '"',
  ),
  maxLength: 12,
});

describe('text of the file is text', () => {
  it('code() is one code span around it', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const span = code(text);
        fc.pre(text !== '');
        const fence = /^`+/.exec(span)?.[0] ?? '';
        const inside = span.slice(fence.length, -fence.length);
        const runs = Array.from(inside.matchAll(/`+/g), ([run]) => run.length);
        expect(span.endsWith(fence)).toBe(true);
        expect(runs).not.toContain(fence.length);
        expect(inside).not.toMatch(/^`|`$|[\n\u202e]/);
        // What CommonMark takes away again: one blank on both sides, unless there is nothing but blanks.
        const read = /^ .* $/s.test(inside) && inside.trim() !== '' ? inside.slice(1, -1) : inside;
        expect(read).toBe(text.replaceAll('\n', '\u240a').replaceAll('\u202e', '\ufffd'));
      }),
    );
  });

  it('codeBlock() cannot be left', () => {
    fc.assert(
      fc.property(fc.array(markdownText, { minLength: 1 }), (lines) => {
        const [open = '', ...inside] = codeBlock(lines).split('\n');
        const fence = /^`+/.exec(open)?.[0] ?? '';
        expect(inside.pop()).toBe(fence);
        expect(inside.length).toBe(lines.length);
        for (const line of inside) expect(line.trim().startsWith(fence)).toBe(false);
      }),
    );
  });

  it('plain() leaves nothing but text and whole code spans', () => {
    expect(plain('a_b *c* _d_ [e](f) <g> `h_*` 1 & 2')).toBe(
      'a_b \\*c\\* \\_d\\_ \\[e\\](f) \\<g\\> `h_*` 1 \\& 2',
    );
  });

  it('long text is cut between characters', () => {
    expect(code('😀'.repeat(100))).toBe(`\`${'😀'.repeat(60)}…\``);
    expect(code(`a${'😀'.repeat(100)}`)).toBe(`\`a${'😀'.repeat(59)}…\``);
  });

  it('no hover has it outside of code', () => {
    const evil = '[x](command:evil)';
    const texts = fc
      .array(fc.oneof(markdownText, fc.constant(evil)), { maxLength: 4 })
      .map((parts) => parts.join(''));
    const quoted = (text: string): string =>
      `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const inside = [first, second].map((text) => text.replaceAll(',', ''));
        const specs = [
          `${inside[0]},raw,xvda,${inside[1]}`,
          `vdev=${inside[1]}, script=${inside[0]}, target=${inside[0]}`,
        ];
        const text = `name = ${quoted(first)}\ntype = ${quoted(second)}\ndisk = [ ${specs.map(quoted).join(', ')} ]\n`;
        const doc = open(text);
        for (let offset = 0; offset < text.length; offset++) {
          const contents = hover(doc, doc.text.positionAt(offset))?.contents;
          const markdown =
            contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
          const outside = outsideCode(markdown);
          expect(outside).not.toContain('command:');
          expect(outside).not.toContain('<b>');
        }
      }),
      { numRuns: 60 },
    );
  });
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
