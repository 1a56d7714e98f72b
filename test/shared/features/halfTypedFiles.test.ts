/** Every text that somebody types on the way to a file has problems, diagnostics and actions, in its own bounds. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { codeActions, FIX_ALL_KIND } from '@xlcfg/shared/src/features/codeActions.ts';
import { toDiagnostics } from '@xlcfg/shared/src/features/diagnostics.ts';
import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import { anyText, configText, law } from '../../support/laws.ts';

const SAMPLES: readonly (readonly [what: string, text: string])[] = [
  [
    'a modern guest',
    'name = "web1" # first\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nextra = "root=/dev/xvda1 ro \\"x\\""\nmemory = 1024\n' +
      "vcpus = 2\ndisk = [\n  '/dev/vg/web1,raw,xvda,rw',\n  'vdev=xvdb, format=qcow2, target=/srv/a,b.qcow2',\n]\n" +
      'vif = [ "mac=00:16:3e:00:00:01,bridge=br0" ]\non_crash = "restart"\n',
  ],
  [
    'a guest of 2008',
    "import os, re\narch = os.uname()[4]\nkernel = '/usr/lib/xen/boot/hvmloader'\nbuilder='hvm'\nname = 'win' + str(1)\r\n" +
      "disk = [ 'tap:aio:/srv/a.img,ioemu:hda,w', 'phy:/dev/cdrom,hdc:cdrom,r' ]\nvnc=1; sdl=0\nVncpasswd=''\n" +
      "vif = [ 'type=ioemu, bridge=xenbr0' ]\nusbdevice='tablet'\nserial = 'pty'\non_reboot = 'reboot'\n# end",
  ],
  [
    'escapes, marks and errors',
    '\ufeffa = [ [ 1, "x\\q\\012" ], \'\\x41\ny = "open\nz == 1 ; w += [ 2 ]\nw += 3\nmemory = "512M" # xlcfg-disable-line\n😀 = "😀"\n' +
      'disk = [ "TAP:/x,xvda,w!", "/x,,,,,,", "=", "foo:/x", "vdev=foo" "", 5 ]\n',
  ],
];

/** Ranges that are no places of the text, or run backwards. */
const outOfBounds = ({ text }: XlDocument, ranges: readonly Range[]): Range[] => {
  const isPlace = (position: Range['start']): boolean => {
    const { line, character } = text.positionAt(text.offsetAt(position));
    return line === position.line && character === position.character;
  };
  return ranges.filter(
    ({ start, end }) => !isPlace(start) || !isPlace(end) || text.offsetAt(end) < text.offsetAt(start),
  );
};

function expectSound(document: XlDocument): void {
  const length = document.text.getText().length;
  const spans = document.problems.flatMap(({ span, fixes = [], related = [] }) => [
    span,
    ...related.map((one) => one.span),
    ...fixes.flatMap(({ edits }) => edits),
  ]);
  expect(spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= length))).toEqual([]);
  const diagnostics = toDiagnostics(document).map(({ range }) => range);
  const everything = { start: { line: 0, character: 0 }, end: document.text.positionAt(length) };
  const actions = codeActions(document, everything, { diagnostics: [], only: ['quickfix', FIX_ALL_KIND] });
  const edits = actions.flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat());
  expect(outOfBounds(document, [...diagnostics, ...edits.map(({ range }) => range)])).toEqual([]);
}

describe.each(SAMPLES)('%s', (_what, text) => {
  it('has problems and actions within bounds after every keystroke', () => {
    for (let length = 0; length <= text.length; length++) expectSound(open(text.slice(0, length)));
  });

  it('has problems and actions within bounds without any one of its lines', () => {
    const lines = text.split('\n');
    for (let at = 0; at < lines.length; at++) expectSound(open(lines.toSpliced(at, 1).join('\n')));
  });
});

describe('any text', () => {
  it('made of tokens has problems and actions within bounds', () =>
    law(configText, (text) => expectSound(open(text))));

  it('at all has problems and actions within bounds', () => law(anyText, (text) => expectSound(open(text))));
});
