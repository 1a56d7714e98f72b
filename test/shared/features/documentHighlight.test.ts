import { documentHighlights } from '@xlcfg/shared/src/features/documentHighlight.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import { configText, law } from '../../support/laws.ts';
import { mark, withCursor } from '../../support/markers.ts';
import { slowdown } from '../../support/slowdown.ts';

const SIGNS = {
  [DocumentHighlightKind.Text]: 'text',
  [DocumentHighlightKind.Read]: 'read',
  [DocumentHighlightKind.Write]: 'write',
};

/** The text with all highlights marked, and their kinds in the order of the text. */
function highlighted(source: string): { text: string; kinds: string[] } {
  const { text, offset } = withCursor(source);
  const doc = open(text);
  const found = documentHighlights(doc, doc.text.positionAt(offset));
  const spans = found.map(({ range }) => ({
    start: doc.text.offsetAt(range.start),
    end: doc.text.offsetAt(range.end),
  }));
  return { text: mark(text, spans), kinds: found.map(({ kind }) => (kind ? SIGNS[kind] : 'none')) };
}

type Case = readonly [what: string, source: string, text: string, kinds: readonly string[]];

describe('names of options', () => {
  it.each<Case>([
    [
      'all settings of the name',
      'mem|ory = 1\nmemory = 2\nmaxmem = 3\n',
      '«memory» = 1\n«memory» = 2\nmaxmem = 3\n',
      ['write', 'write'],
    ],
    ['also half-typed', 'memory = 1\nmemory|', '«memory» = 1\n«memory»', ['write', 'write']],
    ['also added to', 'vif = []\nv|if += []\n', '«vif» = []\n«vif» += []\n', ['write', 'write']],
    ['also unknown', 'foo = 1; |foo = 2', '«foo» = 1; «foo» = 2', ['write', 'write']],
  ])('%s', (_what, source, text, kinds) => {
    expect(highlighted(source)).toEqual({ text, kinds });
  });
});

describe('names in strings', () => {
  it.each<Case>([
    [
      'a bridge',
      "vif = [ 'bridge=b|r0', 'bridge=br1', 'bridge=br0' ]\n",
      "vif = [ 'bridge=«br0»', 'bridge=br1', 'bridge=«br0»' ]\n",
      ['text', 'text'],
    ],
    [
      'a bridge in what does not count',
      "vif = [ 'bridge=b|r0' ]\nvif = [ 'bridge=br0' ]\n",
      "vif = [ 'bridge=«br0»' ]\nvif = [ 'bridge=«br0»' ]\n",
      ['text', 'text'],
    ],
    [
      'an address in any case',
      "vif = [ 'mac=00:16:3e:00:00:a|a', 'mac=00:16:3E:00:00:AA' ]\n",
      "vif = [ 'mac=«00:16:3e:00:00:aa»', 'mac=«00:16:3E:00:00:AA»' ]\n",
      ['read', 'read'],
    ],
    [
      'a domain, whatever it serves',
      "disk = [ '/a,raw,xvda,rw,backend=sto|re' ]\nvif = [ 'backend=store,bridge=store' ]\n",
      "disk = [ '/a,raw,xvda,rw,backend=«store»' ]\nvif = [ 'backend=«store»,bridge=store' ]\n",
      ['read', 'read'],
    ],
    [
      'a domain by its number',
      "disk = [ '/a,raw,xvda,rw,backend=|1' ]\nvif = [ 'backend=1' ]\n",
      "disk = [ '/a,raw,xvda,rw,backend=«1»' ]\nvif = [ 'backend=«1»' ]\n",
      ['text', 'text'],
    ],
    [
      'a disk and the command line of the kernel',
      'disk = [ \'/a,raw,xv|da,rw\' ]\nroot = "/dev/xvda1"\nextra = "resume=/dev/xvda2 xvdb"\n',
      'disk = [ \'/a,raw,«xvda»,rw\' ]\nroot = "/dev/«xvda1»"\nextra = "resume=/dev/«xvda2» xvdb"\n',
      ['write', 'read', 'read'],
    ],
    [
      'the command line and its disk',
      'disk = [ \'/a,raw,xvda,rw\' ]\nroot = "/dev/xvd|a1"\n',
      'disk = [ \'/a,raw,«xvda»,rw\' ]\nroot = "/dev/«xvda1»"\n',
      ['write', 'read'],
    ],
    [
      'a controller and what is plugged into it',
      "usbctrl = [ 'type=pv', 'type=qusb' ]\nusbdev = [ 'hostbus=1,hostaddr=2,controller=|1' ]\n",
      "usbctrl = [ 'type=pv', '«type=qusb»' ]\nusbdev = [ 'hostbus=1,hostaddr=2,controller=«1»' ]\n",
      ['write', 'read'],
    ],
    [
      'two disks of one name',
      "disk = [ '/a,raw,xv|da,rw', 'vdev=xvda,target=/b' ]\n",
      "disk = [ '/a,raw,«xvda»,rw', 'vdev=«xvda»,target=/b' ]\n",
      ['text', 'text'],
    ],
  ])('%s', (_what, source, text, kinds) => {
    expect(highlighted(source)).toEqual({ text, kinds });
  });

  it.each([
    ['a comment', 'memory = 1 # mem|ory\n'],
    ['a key', "vif = [ 'bri|dge=br0', 'bridge=br0' ]\n"],
    ['an empty value', "vif = [ 'bridge=|', 'bridge=' ]\n"],
    ['a controller that nothing is plugged into', "usbctrl = [ 'type=p|v' ]\n"],
    ['a number', 'vcpus = |2\nmaxvcpus = 2\n'],
    ['a place between settings', 'vcpus = 2\n|\nmaxvcpus = 2\n'],
  ])('does not highlight %s', (_what, source) => {
    expect(highlighted(source).kinds).toEqual([]);
  });
});

it('includes the place of the cursor, whatever the text', () => {
  law(fc.tuple(configText, fc.nat()), ([text, place]) => {
    const doc = open(text);
    const offset = doc.text.offsetAt(doc.text.positionAt(place % (text.length + 1)));
    const found = documentHighlights(doc, doc.text.positionAt(offset)).map(({ range }) => ({
      start: doc.text.offsetAt(range.start),
      end: doc.text.offsetAt(range.end),
    }));
    if (found.length === 0) return;
    expect(found.some(({ start, end }) => start <= offset && offset <= end)).toBe(true);
    expect(found.map(({ start }) => start)).toEqual(
      found.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });
});

it.each<readonly [what: string, source: (n: number) => string]>([
  ['settings', (n) => 'memory = 512\n'.repeat(n)],
  ['bridges', (n) => `vif = [ 'bridge=br0', ${"'bridge=br0',".repeat(n)} ]`],
])('takes linear time: %s', (_what, source) => {
  const work = (n: number): void => {
    const doc = open(source(n));
    documentHighlights(doc, doc.text.positionAt(source(n).indexOf('br0') + 1));
  };
  expect(slowdown(work, 50)).toBeLessThan(10);
});
